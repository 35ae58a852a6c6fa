"""`RoomControl` by the carrier's conferences: participants held, muted, rung in and put out. Knows no ticket's life."""

import contextlib
from collections.abc import Callable
from typing import Any

from twilio.rest import Client

from frontdesk.adapters.twilio.calls import ENDED, CarrierAccount, Guard, asked, may_ring
from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.ports import CallFailed, CallGone
from handoff.rooms import Guest, Seat


class TwilioRooms:
    """Finds the room of a ticket by its name. Close it when the house closes."""

    def __init__(self, account: CarrierAccount, name_of: Callable[[str], str], guard: Guard) -> None:
        self._account, self._name_of, self._guard = account, name_of, guard
        self._http = CarrierHttp(account.api_url, account.deadline_s)
        self._client = Client(account.account_sid, account.auth_token, http_client=self._http, environment={"": ""})

    async def seat(self, ticket: str, call: str, seat: Seat) -> None:
        room = await self._room(ticket)
        await asked(room.participants(call).update_async(**self._said(seat)))

    def _said(self, seat: Seat) -> dict[str, Any]:
        """The carrier's words for it, of what is to change."""
        said: dict[str, Any] = {"hold": seat.held, "muted": seat.muted, "end_conference_on_exit": seat.ends}
        said = {name: value for name, value in said.items() if value is not None}
        if seat.held and seat.music:
            said |= {"hold_url": self._webhook(seat.music), "hold_method": "POST"}
        if seat.coaches is not None:
            said |= {"coaching": bool(seat.coaches)} | ({"call_sid_to_coach": seat.coaches} if seat.coaches else {})
        return said

    def _webhook(self, path: str) -> str:
        return self._account.base_url.rstrip("/") + path

    async def ring_in(self, ticket: str, guest: Guest) -> str:
        if not may_ring(guest.phone, self._account.dial_to):
            raise CallFailed("This is no phone we may ring; give one like +442071838750 or client:amy.")
        if guest.phone.startswith("+"):
            await self._guard("call", guest.phone)
        room = await self._room(ticket)
        more: dict[str, Any] = {"coaching": True, "call_sid_to_coach": guest.coaches} if guest.coaches else {}
        if guest.told:
            more |= {"status_callback": self._webhook(guest.told), "status_callback_event": list(ENDED)}
            more |= {"status_callback_method": "POST"}
        made = await asked(
            room.participants.create_async(
                from_=self._account.caller_id,
                to=guest.phone,
                label=guest.label,
                muted=guest.listens,
                beep="false",
                start_conference_on_enter=True,
                end_conference_on_exit=False,
                timeout=self._account.ring_s,
                **more,
            )
        )
        return str(made.call_sid)

    async def put_out(self, ticket: str, call: str) -> None:
        """By ending the call: so it works while it still rings, too."""
        with contextlib.suppress(CallGone):
            await asked(self._client.calls(call).update_async(status="completed"))

    async def _room(self, ticket: str) -> Any:
        """The room that is open now. Raises CallGone when nobody is in it any more."""
        found = await asked(
            self._client.conferences.list_async(friendly_name=self._name_of(ticket), status="in-progress", limit=1)
        )
        if not found:
            raise CallGone("Nobody is talking there any more; reload the desk.")
        return self._client.conferences(found[0].sid)

    async def close(self) -> None:
        await self._http.close()
