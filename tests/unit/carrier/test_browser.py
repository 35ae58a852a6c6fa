"""The browser's telephone over a real WebSocket: what the page sends and what it is sent."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import ClientWebSocketResponse, WSServerHandshakeError, web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.carrier.browser import BrowserHandset, page_language, speaking_time
from frontdesk.carrier.virtual_time import VirtualTime
from frontdesk.carrier.websocket import phone_socket
from tests.unit.carrier.bench import Bench


async def allowed(request: web.Request, client: str | None) -> bool:
    return client in {None, "amy"}


@pytest.fixture
async def page(desk: Bench) -> AsyncIterator[TestClient[Any, Any]]:
    app = web.Application()
    app.router.add_get("/phone/ws", phone_socket(desk.exchange, allowed))
    async with TestClient(TestServer(app)) as client:
        yield client


async def until(socket: ClientWebSocketResponse, kind: str) -> dict[str, Any]:
    """The next message of a kind, passing over the others."""
    async with asyncio.timeout(5):
        while True:
            message = await socket.receive_json()
            if message["type"] == kind:
                return dict(message)


async def test_a_page_calls_listens_and_presses(desk: Bench, page: TestClient[Any, Any]) -> None:
    """call → ringing → answered → say → (said) → gather → keys → ended."""
    desk.app.at(
        "/voice",
        '<Gather numDigits="1" action="/turn" input="dtmf speech" language="cmn-Hans-CN" hints="a,b">'
        '<Say language="zh-CN">你好</Say></Gather>',
    )
    desk.app.at("/turn", "<Say>Bye.</Say>")
    async with page.ws_connect("/phone/ws") as socket:
        await socket.send_json({"type": "call", "from": "+8613800138000"})
        assert await socket.receive_json() == {"type": "ringing"}
        assert await socket.receive_json() == {"type": "answered"}
        said = await socket.receive_json()
        assert said == {"type": "say", "id": 1, "text": "你好", "lang": "zh-CN"}
        await socket.send_json({"type": "said", "id": said["id"]})
        assert await socket.receive_json() == {
            "type": "gather",
            "input": ["dtmf", "speech"],
            "num_digits": 1,
            "timeout_s": 5,
            "finish_on_key": "#",
            "lang": "zh-CN",
            "hints": ["a", "b"],
        }
        await socket.send_json({"type": "keys", "digits": "1"})
        await socket.send_json({"type": "speed", "factor": 0})
        assert (await until(socket, "say"))["text"] == "Bye."
        assert (await until(socket, "ended"))["reason"] == "The call is over."
        await socket.send_json({"type": "call"})
        await until(socket, "say")
    assert desk.app.asked_at("/voice")[0].form["From"] == "+8613800138000"
    assert desk.app.asked_at("/voice")[1].form["From"] == "anonymous"


async def test_a_prompt_is_over_when_it_must_have_been_spoken(desk: Bench, page: TestClient[Any, Any]) -> None:
    """A page that never says `said` does not hold up the call for ever, and silence passes by the clock."""
    desk.app.at("/voice", "<Gather timeout='5'><Say>Hello.</Say></Gather><Say>Are you there?</Say>")
    async with page.ws_connect("/phone/ws") as socket:
        await socket.send_json({"type": "call"})
        await until(socket, "say")
        await desk.time.advance(speaking_time("Hello.") + 1)
        await until(socket, "gather")
        await desk.time.advance(6)
        assert (await until(socket, "say"))["text"] == "Are you there?"


async def test_a_closed_page_is_a_hang_up(desk: Bench, page: TestClient[Any, Any]) -> None:
    """The socket is the telephone: gone means hung up, and nothing stays registered."""
    desk.app.at("/voice", "<Gather/>")
    async with page.ws_connect("/phone/ws?client=amy") as socket:
        assert desk.exchange.services.directory.registered("client:amy")
        await socket.send_json({"type": "call"})
        await until(socket, "gather")
    assert (await desk.app.until_asked("/status")).form["CallStatus"] == "completed"
    assert not desk.exchange.services.directory.registered("client:amy")


async def test_an_agents_page_rings_answers_and_talks(desk: Bench, page: TestClient[Any, Any]) -> None:
    """incoming → answer → bridged → speech is heard by the other; then the telephone is free for the next call."""
    desk.app.at("/voice", "<Dial><Client>amy?ticket=T-7</Client></Dial>")
    async with page.ws_connect("/phone/ws?client=amy") as socket:
        for _ in range(2):
            caller = desk.caller("+14155550123")
            assert await until(socket, "incoming") == {"type": "incoming", "from": "+14155550123", "ticket": "T-7"}
            await socket.send_json({"type": "answer"})
            await until(socket, "bridged")
            await socket.send_json({"type": "speech", "text": "Hello, Amy here."})
            await caller.until_heard("Hello, Amy here.")
            caller.talk("my order")
            assert await until(socket, "heard") == {"type": "heard", "text": "my order", "from": "+14155550123"}
            await socket.send_json({"type": "hangup"})
            await until(socket, "ended")
            await caller.until_ended()
        declined = desk.caller()
        await until(socket, "incoming")
        await socket.send_json({"type": "reject"})
        await declined.until_ended()


@pytest.mark.parametrize("client", ["bob", "", "amy%20smith"])
async def test_only_the_authorised_register(page: TestClient[Any, Any], client: str) -> None:
    """Nobody takes another's telephone."""
    with pytest.raises(WSServerHandshakeError) as refused:
        await page.ws_connect(f"/phone/ws?client={client}")
    assert refused.value.status == 403


async def test_nonsense_harms_nobody(desk: Bench, page: TestClient[Any, Any]) -> None:
    """What is not understood is passed over or answered with an error; a second call is refused."""
    desk.app.at("/voice", "<Gather numDigits='1' action='/turn'/>")
    desk.app.at("/turn", "<Hangup/>")
    async with page.ws_connect("/phone/ws") as socket:
        for text in ["{", "[]", '"call"', '{"type": 7}']:
            await socket.send_str(text)
            assert (await socket.receive_json())["type"] == "error"
        await socket.send_json({"type": "call", "from": "not a number"})
        await until(socket, "gather")
        for message in [{"type": "keys"}, {"type": "keys", "digits": "abc"}, {"type": "said", "id": "x"}]:
            await socket.send_json(message)
        await socket.send_str('{"type": "speed", "factor": NaN}')
        await socket.send_json({"type": "call"})
        assert "hang up first" in (await until(socket, "error"))["text"]
        await socket.send_json({"type": "keys", "digits": "9"})
        await until(socket, "ended")
    assert desk.app.asked_at("/voice")[0].form["From"] == "anonymous"


async def test_a_page_that_does_not_read_loses_its_line() -> None:
    """Prompts for a page are handed over without waiting."""
    sent: list[Any] = []
    handset = BrowserHandset(sent.append, VirtualTime().sleep)
    handset.take({"type": "speed", "factor": 0})
    await handset.say("x", "cmn-CN", "Polly.Zhiyu")
    assert sent == [{"type": "say", "id": 1, "text": "x", "lang": "zh-CN", "voice": "Polly.Zhiyu"}]
    assert page_language("en-US") == "en-US"
