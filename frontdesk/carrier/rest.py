"""The part of Twilio's REST API the front desk uses, so that the official client works against this exchange."""

import hmac
from base64 import b64decode
from email.utils import formatdate
from typing import Any, Final, cast

from aiohttp import web

from frontdesk.carrier.exchange import CallOrder, Exchange
from frontdesk.carrier.leg import Callbacks, Leg
from frontdesk.carrier.rest_conferences import conference_routes
from frontdesk.carrier.rest_form import Form, Refusal, callbacks_of, first_step, guard, word
from frontdesk.carrier.rest_recordings import recording_routes
from frontdesk.carrier.steps import Follow, Goto

BASE: Final = "/2010-04-01/Accounts/{account}"


def rest_routes(exchange: Exchange) -> list[web.RouteDef]:
    """The routes to mount at the root of a server."""
    api = _Api(exchange)
    guarded = guard(api.admit)
    return [
        web.post(BASE + "/Calls.json", guarded(api.create)),
        web.post(BASE + "/Calls/{call}.json", guarded(api.update)),
        web.get(BASE + "/Calls/{call}.json", guarded(api.fetch)),
        *conference_routes(exchange, guarded),
        *recording_routes(exchange, guarded),
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
        order = _ordered(await request.post())
        return web.json_response(described(self._exchange.make(order)), status=201)

    async def update(self, request: web.Request) -> web.Response:
        leg = self._leg(request)
        self._change(leg, await request.post())
        return web.json_response(described(leg))

    async def fetch(self, request: web.Request) -> web.Response:
        return web.json_response(described(self._leg(request)))

    def admit(self, request: web.Request) -> None:
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
        status = word(form, "Status")
        if status in {"completed", "canceled"}:
            if not leg.over.is_set() and (status == "completed" or leg.answered_at is None):
                self._exchange.hang_up(leg)
            return
        if status:
            raise Refusal(400, 21218, "Status may become completed or canceled.")
        step = first_step(form)
        if step is None:
            raise Refusal(400, 21205, "Give a Url, a Twiml document or a Status.")
        if leg.over.is_set() or leg.answered_at is None:
            raise Refusal(400, 21220, "Call is not in-progress. Cannot redirect.")
        leg.callbacks = callbacks_of(form, leg.callbacks)
        self._exchange.redirect(leg, cast("Goto | Follow", step))


def _credentials(header: str) -> bytes:
    kind, _, code = header.partition(" ")
    try:
        return b64decode(code, validate=True) if kind.lower() == "basic" else b""
    except ValueError:
        return b""


def _ordered(form: Form) -> CallOrder:
    to, caller, step = word(form, "To"), word(form, "From"), first_step(form)
    if not to:
        raise Refusal(400, 21201, "No 'To' number is specified.")
    if not caller:
        raise Refusal(400, 21213, "No 'From' number is specified.")
    if step is None:
        raise Refusal(400, 21205, "Url parameter is required.")
    seconds = word(form, "Timeout", "60")
    if not (seconds.isascii() and seconds.isdigit() and 1 <= int(seconds) <= 600):
        raise Refusal(400, 21216, "Timeout is a number of seconds from 1 to 600.")
    return CallOrder(caller, to, step, callbacks_of(form, Callbacks()), float(seconds))
