"""WebSockets that push: one loop per socket that listens for wakes and asks what to send. Knows no page."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSMsgType, web

from frontdesk.conversation.background import Background
from frontdesk.conversation.ports import Bus

POLL_S = 3.0
MIN_GAP_S = 0.05


def same_origin(request: web.Request, base_url: str) -> bool:
    """Browsers name the page's origin; only our own pages may open these sockets. Non-browsers send none."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc in (request.host, urlsplit(base_url).netloc)


async def push(
    request: web.Request,
    bus: Bus,
    topics: Callable[[], Sequence[str]],
    news: Callable[[], Awaitable[list[dict[str, Any]]]],
) -> web.WebSocketResponse:
    """Send what `news` returns at once and after each wake of `topics` (asked anew each time), until the socket closes."""
    socket = web.WebSocketResponse(heartbeat=20, max_msg_size=4096)
    await socket.prepare(request)
    changed = asyncio.Event()
    background = Background()
    listening: dict[str, asyncio.Task[Any]] = {}
    reader = background.start(_drain(socket, changed), name="socket reader")
    try:
        while not socket.closed and not reader.done():
            for topic in topics():
                if topic not in listening:
                    listening[topic] = background.start(_listen(bus, topic, changed), name=f"listen {topic[:12]}")
            for message in await news():
                await socket.send_json(message)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(POLL_S):
                    await changed.wait()
            await asyncio.sleep(MIN_GAP_S)
            changed.clear()
    except (ConnectionResetError, RuntimeError):
        pass
    finally:
        await background.close()
    return socket


async def _listen(bus: Bus, topic: str, changed: asyncio.Event) -> None:
    async with bus.listen(topic) as wakes:
        await _forward(wakes, changed)


async def _forward(wakes: AsyncIterator[None], changed: asyncio.Event) -> None:
    async for _ in wakes:
        changed.set()


async def _drain(socket: web.WebSocketResponse, changed: asyncio.Event) -> None:
    """Read until the browser goes; whatever it sends only asks for fresh news."""
    async for message in socket:
        if message.type in (WSMsgType.CLOSE, WSMsgType.ERROR):
            break
        changed.set()
    changed.set()
