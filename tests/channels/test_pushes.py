"""Sockets that push: what matters is heard at once, what matters no more is not, and a log-out ends them."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import WSCloseCode, WSMsgType, web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.channels.pushes import Feed, push

Client = TestClient[web.Request, web.Application]


class Desk:
    """A feed of numbered news; its topics are told by the test."""

    def __init__(self) -> None:
        self.bus = LocalBus()
        self.count = 0
        self.inside = True
        self.coming = ["desk"]
        self.topics = ["desk"]

    async def news(self) -> list[dict[str, Any]]:
        self.count += 1
        self.topics = self.coming
        return [{"number": self.count}]

    async def allowed(self) -> bool:
        return self.inside

    async def serve(self, request: web.Request) -> web.StreamResponse:
        feed = Feed(topics=lambda: self.topics, news=self.news, allowed=self.allowed, poll_s=60)
        return await push(request, self.bus, feed)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
async def client(desk: Desk) -> AsyncIterator[Client]:
    app = web.Application()
    app.router.add_get("/ws", desk.serve)
    async with TestClient(TestServer(app)) as found:
        yield found


async def test_a_topic_that_news_brought_is_heard_at_once(client: Client, desk: Desk) -> None:
    """The agent accepts a chat: the customer's next words come without waiting for the next look."""
    async with client.ws_connect("/ws") as socket, asyncio.timeout(5):
        await socket.receive_json()
        desk.coming = ["desk", "session:1"]
        desk.bus.wake("desk")
        assert [(await socket.receive_json())["number"] for _ in range(2)] == [2, 3]
        desk.bus.wake("session:1")
        assert (await socket.receive_json())["number"] == 4


async def test_a_topic_of_the_past_is_not_listened_to(client: Client, desk: Desk) -> None:
    """A shift of a hundred chats leaves no hundred listeners."""
    desk.coming = desk.topics = ["desk", "session:1"]
    async with client.ws_connect("/ws") as socket, asyncio.timeout(5):
        await socket.receive_json()
        desk.coming = ["desk"]
        desk.bus.wake("desk")
        await socket.receive_json()
        await asyncio.sleep(0.1)
        assert "session:1" not in desk.bus._listeners


async def test_a_page_learns_that_its_line_stands(client: Client, desk: Desk) -> None:
    """A ping is answered, and asks for nothing; any other word asks for news."""
    async with client.ws_connect("/ws") as socket, asyncio.timeout(5):
        await socket.receive_json()
        await socket.send_str("ping")
        assert await socket.receive_str() == "pong"
        assert desk.count == 1
        await socket.send_str("news?")
        assert await socket.receive_json() == {"number": 2}


async def test_who_logged_out_is_sent_nothing_more(client: Client, desk: Desk) -> None:
    """The socket of another tab closes with the log-in it was opened by."""
    async with client.ws_connect("/ws") as socket, asyncio.timeout(5):
        await socket.receive_json()
        desk.inside = False
        desk.bus.wake("desk")
        last = await socket.receive()
        assert last.type is WSMsgType.CLOSE
        assert last.data == WSCloseCode.POLICY_VIOLATION
