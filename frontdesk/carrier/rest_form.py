"""What REST requests say and how they are refused, in the API's own form. Must not know calls' lives."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, cast

from aiohttp import web
from multidict import MultiMapping

from frontdesk.carrier.leg import Callbacks
from frontdesk.carrier.steps import Follow, Goto, Step
from frontdesk.carrier.twiml import check_document
from frontdesk.carrier.verbs import Method

_EVENTS: Final = frozenset({"initiated", "ringing", "answered", "completed"})
Form = MultiMapping[Any]
Answer = Callable[[web.Request], Awaitable[web.Response]]
Guarded = Callable[[Answer], Answer]


class Refusal(Exception):
    """A request the API answers with an error, in Twilio's numbers."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


def guard(admit: Callable[[web.Request], None]) -> Guarded:
    """Puts a handler behind `admit`; a Refusal of either is the API's answer."""

    def guarded(handler: Answer) -> Answer:
        async def handle(request: web.Request) -> web.Response:
            try:
                admit(request)
                return await handler(request)
            except Refusal as refusal:
                return refused(refusal)

        return handle

    return guarded


def refused(refusal: Refusal) -> web.Response:
    body: Mapping[str, Any] = {
        "code": refusal.code,
        "message": str(refusal),
        "more_info": f"https://www.twilio.com/docs/errors/{refusal.code}",
        "status": refusal.status,
    }
    headers = {"WWW-Authenticate": 'Basic realm="Twilio API"'} if refusal.status == 401 else None
    return web.json_response(body, status=refusal.status, headers=headers)


def word(form: Form, name: str, default: str = "") -> str:
    return str(form.get(name, default))


def page(name: str, items: list[dict[str, Any]]) -> dict[str, Any]:
    """One page of a list is all there is."""
    pages = {"page": 0, "page_size": 50, "start": 0, "end": max(0, len(items) - 1), "next_page_uri": None}
    return {name: items, **pages, "previous_page_uri": None, "first_page_uri": "", "uri": ""}


def method_of(form: Form, name: str, default: Method = "POST") -> Method:
    method = word(form, name, default).upper()
    if method not in {"GET", "POST"}:
        raise Refusal(400, 21207, f"{name} is GET or POST.")
    return cast(Method, method)


def first_step(form: Form) -> Step | None:
    url, twiml = word(form, "Url"), word(form, "Twiml")
    if url and not url.startswith(("http://", "https://")):
        raise Refusal(400, 21205, "Url is not a valid http(s) address.")
    if url:
        return Goto(url, method_of(form, "Method"))
    if twiml and (faults := check_document(twiml)):
        raise Refusal(400, 12100, "Twiml is not a legal document: " + " ".join(faults))
    return Follow(twiml) if twiml else None


def callbacks_of(form: Form, before: Callbacks) -> Callbacks:
    events = {event for value in form.getall("StatusCallbackEvent", []) for event in str(value).split()}
    if events - _EVENTS:
        raise Refusal(400, 21626, f"StatusCallbackEvent is any of {', '.join(sorted(_EVENTS))}.")
    return Callbacks(
        status_url=word(form, "StatusCallback", before.status_url),
        status_method=method_of(form, "StatusCallbackMethod", before.status_method),
        events=frozenset(events) or before.events,
        fallback_url=word(form, "FallbackUrl", before.fallback_url),
        fallback_method=method_of(form, "FallbackMethod", before.fallback_method),
    )
