"""Handlers of the door made safe: whatever goes wrong, the carrier gets a valid document in time, and the log an id."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from time import monotonic
from types import MappingProxyType
from typing import Any

from aiohttp import web

from frontdesk.channels.voice.begun import Begun
from frontdesk.channels.voice.signature import form_of
from frontdesk.core.errors import StoreDown

log = logging.getLogger(__name__)

AGAIN_AFTER_S = (0.5, 1.0, 2.0, 4.0, 8.0, 8.0)
_XML = MappingProxyType({"Content-Type": "application/xml; charset=utf-8"})
Handler = Callable[[web.Request], Coroutine[Any, Any, web.Response]]


def xml(document: str) -> web.Response:
    return web.Response(body=document.encode(), headers=_XML)


def nothing_to_say() -> web.Response:
    """For callbacks whose answer the carrier does not read."""
    return web.Response(status=204)


def safely(
    handler: Handler, otherwise: Callable[[web.Request], str], clock: Callable[[], float], deadline_s: float
) -> Handler:
    """The handler, or the document `otherwise` gives when it fails or takes longer than the deadline.

    A store that is away is asked again until then: what came is not lost to it.
    """

    async def run(request: web.Request) -> web.Response:
        came = monotonic()  # the deadline counts from here, however long it takes to the first wait
        try:
            begun = Begun(_persistently(handler, request))
            if begun.done:
                return begun.result
            async with asyncio.timeout(came + deadline_s - monotonic()):
                return await begun.rest()
        except Exception as error:
            failure = f"{form_of(request).get('CallSid', '')[-8:]}-{int(clock() * 1000):x}"
            log.exception(
                "A voice webhook failed (%s at %s); the caller heard the apology. Failure %r.",
                type(error).__name__,
                request.path,
                failure,
            )
            return xml(otherwise(request))

    return run


async def _persistently(handler: Handler, request: web.Request) -> web.Response:
    for pause in AGAIN_AFTER_S:
        try:
            return await handler(request)
        except StoreDown:
            log.warning("the store is away; the webhook at %s is tried again in %g s", request.path, pause)
            await asyncio.sleep(pause)
    return await handler(request)
