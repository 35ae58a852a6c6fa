"""Conferences and participants by REST: find, hold, mute, coach, ring in, put out. As Twilio's API has it."""

from dataclasses import replace
from email.utils import formatdate
from typing import Any, Final

from aiohttp import web

from frontdesk.carrier.exchange import CallOrder, Exchange
from frontdesk.carrier.leg import Callbacks, Leg
from frontdesk.carrier.rest_form import Form, Guarded, Refusal, callbacks_of, method_of, page, word
from frontdesk.carrier.rooms import Guest, Room, Seat
from frontdesk.carrier.steps import Join

BASE: Final = "/2010-04-01/Accounts/{account}/Conferences"
ONE: Final = BASE + "/{room:CF[0-9a-f]+}"
WHO: Final = ONE + "/Participants/{call:CA[0-9a-f]+}.json"


def conference_routes(exchange: Exchange, guarded: Guarded) -> list[web.RouteDef]:
    """The routes, each behind the account's credentials."""
    api = _Conferences(exchange)
    return [
        web.get(BASE + ".json", guarded(api.listed)),
        web.get(ONE + "/Participants.json", guarded(api.participants)),
        web.post(ONE + "/Participants.json", guarded(api.ring_in)),
        web.get(WHO, guarded(api.participant)),
        web.post(WHO, guarded(api.change)),
        web.delete(WHO, guarded(api.put_out)),
    ]


class _Conferences:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def listed(self, request: web.Request) -> web.Response:
        wanted = request.query.get("FriendlyName")
        rooms = [r for r in self._exchange.services.rooms.going_on() if wanted is None or r.name == wanted]
        if request.query.get("Status") not in (None, "in-progress", "init"):
            rooms = []
        return web.json_response(page("conferences", [self._room_shown(room) for room in rooms]))

    async def participants(self, request: web.Request) -> web.Response:
        room = self._room(request)
        shown = [self._shown(room, guest, seat) for guest, seat in room.guests()]
        return web.json_response(page("participants", shown))

    async def participant(self, request: web.Request) -> web.Response:
        room = self._room(request)
        guest, seat = _guest(room, request.match_info["call"])
        return web.json_response(self._shown(room, guest, seat))

    async def change(self, request: web.Request) -> web.Response:
        room, form = self._room(request), await request.post()
        guest, seat = _guest(room, request.match_info["call"])
        seat = _changed(seat, form)
        room.change(guest, seat)
        return web.json_response(self._shown(room, guest, seat))

    async def put_out(self, request: web.Request) -> web.Response:
        """Out of the conference is out of the call, as nothing follows it here."""
        guest, _ = _guest(self._room(request), request.match_info["call"])
        leg = self._exchange.leg(guest.sid)
        if leg is not None:
            self._exchange.hang_up(leg)
        return web.Response(status=204)

    async def ring_in(self, request: web.Request) -> web.Response:
        """A call to somebody who sits down here when they pick up."""
        room, form = self._room(request), await request.post()
        to, caller = word(form, "To"), word(form, "From")
        if not to or not caller:
            raise Refusal(400, 21201, "Give 'From' and 'To'.")
        seat = _changed(Seat(ends=False, label=word(form, "Label")), form)
        url, method = word(form, "StatusCallback"), method_of(form, "StatusCallbackMethod")
        callbacks = callbacks_of(form, Callbacks(status_url=url, status_method=method))
        seconds = word(form, "Timeout", "60")
        order = CallOrder(caller, to, Join(room, seat), callbacks, float(seconds) if seconds.isdigit() else 60.0)
        leg = self._exchange.make(order)
        return web.json_response(self._shown(room, leg, seat), status=201)

    def _room(self, request: web.Request) -> Room:
        room = self._exchange.services.rooms.with_sid(request.match_info["room"])
        if room is None:
            raise Refusal(404, 20404, "The requested conference was not found.")
        return room

    def _room_shown(self, room: Room) -> dict[str, Any]:
        now = formatdate(self._exchange.services.ports.clock())
        return {
            "sid": room.sid,
            "account_sid": self._exchange.account.sid,
            "friendly_name": room.name,
            "status": "in-progress" if room.started.is_set() else "init",
            "date_created": now,
            "date_updated": now,
            "api_version": "2010-04-01",
            "region": "us1",
            "uri": f"/2010-04-01/Accounts/{self._exchange.account.sid}/Conferences/{room.sid}.json",
            "subresource_uris": {},
        }

    def _shown(self, room: Room, guest: "Guest | Leg", seat: Seat) -> dict[str, Any]:
        now = formatdate(self._exchange.services.ports.clock())
        return {
            "account_sid": self._exchange.account.sid,
            "call_sid": guest.sid,
            "label": seat.label,
            "conference_sid": room.sid,
            "muted": seat.muted,
            "hold": seat.held,
            "coaching": bool(seat.coaches),
            "call_sid_to_coach": seat.coaches or None,
            "start_conference_on_enter": seat.starts,
            "end_conference_on_exit": seat.ends,
            "status": "connected" if guest in room else "queued",
            "date_created": now,
            "date_updated": now,
            "uri": f"/2010-04-01/Accounts/{self._exchange.account.sid}/Conferences/{room.sid}/Participants/{guest.sid}.json",
        }


def _guest(room: Room, call: str) -> tuple[Guest, Seat]:
    found = next(((guest, seat) for guest, seat in room.guests() if guest.sid == call), None)
    if found is None:
        raise Refusal(404, 20404, "The requested participant was not found.")
    return found


def _changed(seat: Seat, form: Form) -> Seat:
    """The seat with what the form says of it."""
    coaching = _yes(form, "Coaching", bool(seat.coaches))
    return replace(
        seat,
        muted=_yes(form, "Muted", seat.muted),
        held=_yes(form, "Hold", seat.held),
        hold_url=word(form, "HoldUrl", seat.hold_url),
        starts=_yes(form, "StartConferenceOnEnter", seat.starts),
        ends=_yes(form, "EndConferenceOnExit", seat.ends),
        coaches=word(form, "CallSidToCoach", seat.coaches) if coaching else "",
    )


def _yes(form: Form, name: str, before: bool) -> bool:
    said = word(form, name).lower()
    if said not in ("", "true", "false"):
        raise Refusal(400, 20001, f"{name} is true or false.")
    return before if not said else said == "true"
