"""WebSockets that push: one loop per socket that listens for wakes and asks what to send. Knows no page."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from aiohttp import WSCloseCode, WSMsgType, web

from frontdesk.conversation.background import Background
from frontdesk.conversation.ports import Bus

POLL_S = 3.0
MIN_GAP_S = 0.05
PING, PONG = "ping", "pong"


def same_origin(request: web.Request, base_url: str) -> bool:
    """Browsers name the page's origin; only our own pages may open these sockets. Non-browsers send none."""
    origin = request.headers.get("Origin")
    if origin is None:
        return True
    return urlsplit(origin).netloc in (request.host, urlsplit(base_url).netloc)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What one socket is sent: `news`, at once and after each wake of `topics` (asked anew each time).

    `allowed` tells whether whoever opened the socket may still see it. A lost wake costs `poll_s`.
    """

    topics: Callable[[], Sequence[str]]
    news: Callable[[], Awaitable[list[dict[str, Any]]]]
    allowed: Callable[[], Awaitable[bool]]
    poll_s: float = POLL_S


async def push(request: web.Request, bus: Bus, feed: Feed) -> web.WebSocketResponse:
    """Send the feed until the socket closes, or until who opened it has logged out."""
    socket = web.WebSocketResponse(heartbeat=20, max_msg_size=4096)
    await socket.prepare(request)
    background, ears = Background(), _Ears(bus)
    reader = background.start(_drain(socket, ears.changed), name="socket reader")
    try:
        while not socket.closed and not reader.done():
            if not await feed.allowed():
                await socket.close(code=WSCloseCode.POLICY_VIOLATION, message=b"Log in again.")
                break
            ears.listen_to(feed.topics())
            for message in await feed.news():
                await socket.send_json(message)
            if not ears.listen_to(feed.topics()):  # else something may have happened before we listened
                with contextlib.suppress(TimeoutError):
                    async with asyncio.timeout(feed.poll_s):
                        await ears.changed.wait()
            await asyncio.sleep(MIN_GAP_S)
            ears.changed.clear()
    except (ConnectionResetError, RuntimeError):
        pass
    finally:
        await ears.background.close()
        await background.close()
    return socket


class _Ears:
    """Listens to the topics that matter now, and to no others."""

    def __init__(self, bus: Bus) -> None:
        self._bus = bus
        self._tasks: dict[str, asyncio.Task[Any]] = {}
        self.background = Background()
        self.changed = asyncio.Event()

    def listen_to(self, topics: Sequence[str]) -> bool:
        """Returns whether one of them is new."""
        for topic in set(self._tasks) - set(topics):
            self._tasks.pop(topic).cancel()
        new = [topic for topic in topics if topic not in self._tasks]
        for topic in new:
            work = _listen(self._bus, topic, self.changed)
            self._tasks[topic] = self.background.start(work, name=f"listen {topic[:12]}")
        return bool(new)


async def _listen(bus: Bus, topic: str, changed: asyncio.Event) -> None:
    async with bus.listen(topic) as wakes:
        await _forward(wakes, changed)


async def _forward(wakes: AsyncIterator[None], changed: asyncio.Event) -> None:
    async for _ in wakes:
        changed.set()


async def _drain(socket: web.WebSocketResponse, changed: asyncio.Event) -> None:
    """Read until the browser goes. A ping is answered: a page cannot see those of the protocol. All else asks for news."""
    async for message in socket:
        if message.type in (WSMsgType.CLOSE, WSMsgType.ERROR):
            break
        if message.data == PING:
            with contextlib.suppress(ConnectionResetError):
                await socket.send_str(PONG)
        else:
            changed.set()
    changed.set()
