"""`RoomControl` by the carrier's conferences: participants held, muted, rung in and put out. Knows no ticket's life."""

from collections.abc import Callable
from typing import Any

from twilio.rest import Client

from frontdesk.adapters.twilio.calls import CarrierAccount, Guard, asked, may_ring
from frontdesk.adapters.twilio.http import CarrierHttp
from handoff.ports import CallFailed, CallGone
from handoff.rooms import Guest


class TwilioRooms:
    """Finds the room of a ticket by its name. Close it when the house closes."""

    def __init__(self, account: CarrierAccount, name_of: Callable[[str], str], guard: Guard) -> None:
        self._account, self._name_of, self._guard = account, name_of, guard
        self._http = CarrierHttp(account.api_url, account.deadline_s)
        self._client = Client(account.account_sid, account.auth_token, http_client=self._http, environment={"": ""})

    async def hold(self, ticket: str, call: str, *, on: bool, music: str = "") -> None:
        more = {"hold_url": self._account.base_url.rstrip("/") + music, "hold_method": "POST"} if on and music else {}
        await self._change(ticket, call, hold=on, **more)

    async def mute(self, ticket: str, call: str, *, on: bool) -> None:
        await self._change(ticket, call, muted=on)

    async def ring_in(self, ticket: str, guest: Guest) -> str:
        if not may_ring(guest.phone, self._account.dial_to):
            raise CallFailed("This is no phone we may ring; give one like +442071838750 or client:amy.")
        if guest.phone.startswith("+"):
            await self._guard("call", guest.phone)
        room = await self._room(ticket)
        more: dict[str, Any] = {"coaching": True, "call_sid_to_coach": guest.coaches} if guest.coaches else {}
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
        try:
            room = await self._room(ticket)
            await asked(room.participants(call).delete_async())
        except CallGone:
            return

    async def ends_with(self, ticket: str, call: str, *, ends: bool) -> None:
        await self._change(ticket, call, end_conference_on_exit=ends)

    async def _change(self, ticket: str, call: str, **what: Any) -> None:
        room = await self._room(ticket)
        await asked(room.participants(call).update_async(**what))

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
