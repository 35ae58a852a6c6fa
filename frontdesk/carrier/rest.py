"""The part of Twilio's REST API the front desk uses, so that the official client works against this exchange."""

import hmac
from base64 import b64decode
from collections.abc import Mapping
from email.utils import formatdate
from typing import Any, Final, cast

from aiohttp import web
from multidict import MultiMapping

from frontdesk.carrier.exchange import CallOrder, Exchange
from frontdesk.carrier.leg import Callbacks, Leg
from frontdesk.carrier.steps import Follow, Goto, Step
from frontdesk.carrier.twiml import check_document
from frontdesk.carrier.verbs import Method

BASE: Final = "/2010-04-01/Accounts/{account}"
_EVENTS: Final = frozenset({"initiated", "ringing", "answered", "completed"})
Form = MultiMapping[Any]


class Refusal(Exception):
    """A request the API answers with an error, in Twilio's numbers."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


def rest_routes(exchange: Exchange) -> list[web.RouteDef]:
    """The routes to mount at the root of a server."""
    api = _Api(exchange)
    return [
        web.post(BASE + "/Calls.json", api.create),
        web.post(BASE + "/Calls/{call}.json", api.update),
        web.get(BASE + "/Calls/{call}.json", api.fetch),
        web.get(BASE + "/Recordings/{recording:RE[0-9a-f]+}.wav", api.recording),
    ]


def described(leg: Leg) -> dict[str, Any]:
    """A call as the API shows it."""
    account = leg.services.account.sid
    uri = f"/2010-04-01/Accounts/{account}/Calls/{leg.sid}"
    return {
        "sid": leg.sid,
        "account_sid": account,
        "api_version": "2010-04-01",
        "parent_call_sid": leg.parties.parent or None,
        "from": leg.parties.caller,
        "from_formatted": leg.parties.caller,
        "to": leg.parties.called,
        "to_formatted": leg.parties.called,
        "direction": leg.parties.direction,
        "status": leg.status,
        "date_created": formatdate(leg.created_at),
        "date_updated": formatdate(leg.ended_at or leg.answered_at or leg.created_at),
        "start_time": None if leg.answered_at is None else formatdate(leg.answered_at),
        "end_time": None if leg.ended_at is None else formatdate(leg.ended_at),
        "duration": str(leg.duration) if leg.over.is_set() else None,
        "price": None,
        "price_unit": "USD",
        "phone_number_sid": "",
        "answered_by": None,
        "annotation": None,
        "caller_name": None,
        "forwarded_from": None,
        "group_sid": None,
        "queue_time": "0",
        "trunk_sid": None,
        "uri": uri + ".json",
        "subresource_uris": {},
    }


class _Api:
    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    async def create(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            order = _ordered(await request.post())
            return web.json_response(described(self._exchange.make(order)), status=201)
        except Refusal as refusal:
            return _refused(refusal)

    async def update(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            leg = self._leg(request)
            self._change(leg, await request.post())
            return web.json_response(described(leg))
        except Refusal as refusal:
            return _refused(refusal)

    async def fetch(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            return web.json_response(described(self._leg(request)))
        except Refusal as refusal:
            return _refused(refusal)

    async def recording(self, request: web.Request) -> web.Response:
        try:
            self._admit(request)
            sound = self._exchange.services.recordings.get(request.match_info["recording"])
            if sound is None:
                raise Refusal(404, 20404, "The requested recording was not found.")
            return web.Response(body=sound, content_type="audio/x-wav")
        except Refusal as refusal:
            return _refused(refusal)

    def _admit(self, request: web.Request) -> None:
        account = self._exchange.account
        given = _credentials(request.headers.get("Authorization", ""))
        wanted = f"{account.sid}:{account.auth_token}".encode()
        if not hmac.compare_digest(given, wanted) or request.match_info["account"] != account.sid:
            raise Refusal(401, 20003, "Authenticate with the account's sid and auth token.")

    def _leg(self, request: web.Request) -> Leg:
        leg = self._exchange.leg(request.match_info["call"])
        if leg is None:
            raise Refusal(404, 20404, "The requested call was not found.")
        return leg

    def _change(self, leg: Leg, form: Form) -> None:
        status = _word(form, "Status")
        if status in {"completed", "canceled"}:
            if not leg.over.is_set() and (status == "completed" or leg.answered_at is None):
                self._exchange.hang_up(leg)
            return
        if status:
            raise Refusal(400, 21218, "Status may become completed or canceled.")
        step = _first_step(form)
        if step is None:
            raise Refusal(400, 21205, "Give a Url, a Twiml document or a Status.")
        if leg.over.is_set() or leg.answered_at is None:
            raise Refusal(400, 21220, "Call is not in-progress. Cannot redirect.")
        leg.callbacks = _callbacks(form, leg.callbacks)
        self._exchange.redirect(leg, cast("Goto | Follow", step))


def _credentials(header: str) -> bytes:
    kind, _, code = header.partition(" ")
    try:
        return b64decode(code, validate=True) if kind.lower() == "basic" else b""
    except ValueError:
        return b""


def _refused(refusal: Refusal) -> web.Response:
    body: Mapping[str, Any] = {
        "code": refusal.code,
        "message": str(refusal),
        "more_info": f"https://www.twilio.com/docs/errors/{refusal.code}",
        "status": refusal.status,
    }
    headers = {"WWW-Authenticate": 'Basic realm="Twilio API"'} if refusal.status == 401 else None
    return web.json_response(body, status=refusal.status, headers=headers)


def _word(form: Form, name: str, default: str = "") -> str:
    return str(form.get(name, default))


def _method(form: Form, name: str, default: Method = "POST") -> Method:
    method = _word(form, name, default).upper()
    if method not in {"GET", "POST"}:
        raise Refusal(400, 21207, f"{name} is GET or POST.")
    return cast(Method, method)


def _first_step(form: Form) -> Step | None:
    url, twiml = _word(form, "Url"), _word(form, "Twiml")
    if url and not url.startswith(("http://", "https://")):
        raise Refusal(400, 21205, "Url is not a valid http(s) address.")
    if url:
        return Goto(url, _method(form, "Method"))
    if twiml and (faults := check_document(twiml)):
        raise Refusal(400, 12100, "Twiml is not a legal document: " + " ".join(faults))
    return Follow(twiml) if twiml else None


def _callbacks(form: Form, before: Callbacks) -> Callbacks:
    events = {event for value in form.getall("StatusCallbackEvent", []) for event in str(value).split()}
    if events - _EVENTS:
        raise Refusal(400, 21626, f"StatusCallbackEvent is any of {', '.join(sorted(_EVENTS))}.")
    return Callbacks(
        status_url=_word(form, "StatusCallback", before.status_url),
        status_method=_method(form, "StatusCallbackMethod", before.status_method),
        events=frozenset(events) or before.events,
        fallback_url=_word(form, "FallbackUrl", before.fallback_url),
        fallback_method=_method(form, "FallbackMethod", before.fallback_method),
    )


def _ordered(form: Form) -> CallOrder:
    to, caller, step = _word(form, "To"), _word(form, "From"), _first_step(form)
    if not to:
        raise Refusal(400, 21201, "No 'To' number is specified.")
    if not caller:
        raise Refusal(400, 21213, "No 'From' number is specified.")
    if step is None:
        raise Refusal(400, 21205, "Url parameter is required.")
    seconds = _word(form, "Timeout", "60")
    if not (seconds.isascii() and seconds.isdigit() and 1 <= int(seconds) <= 600):
        raise Refusal(400, 21216, "Timeout is a number of seconds from 1 to 600.")
    return CallOrder(caller, to, step, _callbacks(form, Callbacks()), float(seconds))
