"""Recordings by REST: of a live call started, paused, stopped; the file fetched and deleted. As Twilio's API has it."""

from email.utils import formatdate
from typing import Any, Final

from aiohttp import web

from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.leg import Leg
from frontdesk.carrier.recording import Recording, Told
from frontdesk.carrier.rest_form import Answer, Form, Guarded, Refusal, method_of, page, word

ACCOUNT: Final = "/2010-04-01/Accounts/{account}"
OF_CALL: Final = ACCOUNT + "/Calls/{call:CA[0-9a-f]+}/Recordings"
CURRENT: Final = "Twilio.CURRENT"
_EVENTS: Final = frozenset({"in-progress", "completed", "absent"})


def recording_routes(exchange: Exchange, guarded: Guarded) -> list[web.RouteDef]:
    """The routes, each behind the account's credentials."""
    api = _Recordings(exchange)
    routes: list[tuple[str, str, Answer]] = [
        ("POST", OF_CALL + ".json", api.start),
        ("GET", OF_CALL + ".json", api.listed),
        ("POST", OF_CALL + "/{recording}.json", api.change),
        ("GET", ACCOUNT + "/Recordings/{recording:RE[0-9a-f]+}.wav", api.sound),
        ("DELETE", ACCOUNT + "/Recordings/{recording:RE[0-9a-f]+}.json", api.delete),
    ]
    return [web.route(method, path, guarded(handler)) for method, path, handler in routes]


class _Recordings:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def start(self, request: web.Request) -> web.Response:
        leg, form = self._leg(request), await request.post()
        if leg.over.is_set() or leg.answered_at is None:
            raise Refusal(400, 21220, "Unable to create record. The call is not in progress.")
        made = leg.recordings.start("RE" + self._exchange.services.ports.new_hex(), leg.sid, _told(form))
        leg.tell_recording(made)
        return web.json_response(_shown(made, self._exchange.account.sid), status=201)

    async def listed(self, request: web.Request) -> web.Response:
        made, account = self._leg(request).recordings.made, self._exchange.account.sid
        return web.json_response(page("recordings", [_shown(one, account) for one in made]))

    async def change(self, request: web.Request) -> web.Response:
        leg, form = self._leg(request), await request.post()
        name = request.match_info["recording"]
        one = leg.recordings.current() if name == CURRENT else leg.recordings.named(name)
        if one is None:
            raise Refusal(404, 20404, "The requested recording was not found.")
        _change(leg, one, word(form, "Status"), word(form, "PauseBehavior", "silence"))
        return web.json_response(_shown(one, self._exchange.account.sid))

    async def sound(self, request: web.Request) -> web.Response:
        sound = self._exchange.services.recordings.get(request.match_info["recording"])
        if sound is None:
            raise Refusal(404, 20404, "The requested recording was not found.")
        return web.Response(body=sound, content_type="audio/x-wav")

    async def delete(self, request: web.Request) -> web.Response:
        if self._exchange.services.recordings.pop(request.match_info["recording"], None) is None:
            raise Refusal(404, 20404, "The requested recording was not found.")
        return web.Response(status=204)

    def _leg(self, request: web.Request) -> Leg:
        leg = self._exchange.leg(request.match_info["call"])
        if leg is None:
            raise Refusal(404, 20404, "The requested call was not found.")
        return leg


def _change(leg: Leg, one: Recording, status: str, behaviour: str) -> None:
    if behaviour not in ("skip", "silence"):
        raise Refusal(400, 20001, "PauseBehavior is skip or silence.")
    if not one.active:
        raise Refusal(400, 21220, "The recording is over; its status can't be changed.")
    match status:
        case "paused":
            one.pause(skips=behaviour == "skip")
        case "in-progress":
            one.resume()
        case "stopped":
            leg.end_recording(one)
        case _:
            raise Refusal(400, 20001, "Status is in-progress, paused or stopped.")


def _told(form: Form) -> Told:
    events = {event for value in form.getall("RecordingStatusCallbackEvent", []) for event in str(value).split()}
    if events - _EVENTS:
        raise Refusal(400, 20001, f"RecordingStatusCallbackEvent is any of {', '.join(sorted(_EVENTS))}.")
    method = method_of(form, "RecordingStatusCallbackMethod")
    return Told(word(form, "RecordingStatusCallback"), method, frozenset(events) or Told().events)


def _shown(one: Recording, account: str) -> dict[str, Any]:
    return {
        "sid": one.sid,
        "account_sid": account,
        "call_sid": one.call,
        "conference_sid": None,
        "api_version": "2010-04-01",
        "status": one.status,
        "source": "StartCallRecordingAPI",
        "channels": 1,
        "track": "both",
        "date_created": formatdate(one.started_at),
        "date_updated": formatdate(one.clock()),
        "start_time": formatdate(one.started_at),
        "duration": None if one.active else str(one.seconds),
        "price": None,
        "price_unit": "USD",
        "error_code": None,
        "encryption_details": None,
        "uri": f"/2010-04-01/Accounts/{account}/Calls/{one.call}/Recordings/{one.sid}.json",
    }
