"""The REST API: the official client works against it unchanged, and an agent is brought to a waiting caller."""

import asyncio
from base64 import b64encode
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from twilio.base.exceptions import TwilioRestException
from twilio.http.http_client import TwilioHttpClient
from twilio.http.response import Response
from twilio.rest import Client

from frontdesk.carrier.rest import rest_routes
from tests.unit.carrier.bench import NUMBER, SID, TOKEN, Bench


class Elsewhere(TwilioHttpClient):
    """The official HTTP client, sent to another base address."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def request(self, method: str, url: str, *args: Any, **kwargs: Any) -> Response:
        return super().request(method, url.replace("https://api.twilio.com", self._base), *args, **kwargs)


def basic(credentials: str) -> dict[str, str]:
    return {"Authorization": "Basic " + b64encode(credentials.encode()).decode()}


@pytest.fixture
async def api(desk: Bench) -> AsyncIterator[str]:
    app = web.Application()
    app.add_routes(rest_routes(desk.exchange))
    async with TestServer(app) as server:
        yield str(server.make_url("/")).rstrip("/")


@pytest.fixture
def official(api: str) -> Client:
    return Client(SID, TOKEN, http_client=Elsewhere(api))


async def test_a_registered_client_is_rung_and_follows_its_document(desk: Bench, official: Client) -> None:
    """Every turn of the call is told, in order, to whoever asked for it."""
    agent = desk.agent()
    desk.app.at("/leg", '<Gather numDigits="1" action="/answer"><Say>Press 1.</Say></Gather>')
    desk.app.at("/answer", "<Hangup/>")
    call = await asyncio.to_thread(
        official.calls.create,
        to="client:amy?ticket=T-7",
        from_=NUMBER,
        url=desk.url("/leg?ticket=T-7"),
        status_callback=desk.url("/status"),
        status_callback_event=["initiated", "ringing", "answered", "completed"],
        timeout=20,
    )
    assert (call.status, call.direction, call.to) == ("queued", "outbound-api", "client:amy?ticket=T-7")
    await agent.pick_up()
    await (await agent.press("1")).until_ended()
    await desk.app.until_asked("/status", 4)
    told = [(one.form["CallStatus"], one.form["SequenceNumber"]) for one in desk.app.asked_at("/status")]
    assert told == [("queued", "0"), ("ringing", "1"), ("in-progress", "2"), ("completed", "3")]
    assert desk.app.asked_at("/leg")[0].form["CallSid"] == call.sid
    fetched = await asyncio.to_thread(official.calls(call.sid).fetch)
    assert (fetched.status, fetched.duration) == ("completed", "0")


async def test_an_agent_who_does_not_answer(desk: Bench, official: Client) -> None:
    """After Timeout the call is no-answer; one who refuses is busy; one not there is no-answer at once."""
    agent = desk.agent()

    async def ring(to: str) -> str:
        kwargs = {
            "to": to,
            "from_": NUMBER,
            "url": desk.url("/leg"),
            "status_callback": desk.url("/status"),
            "timeout": 9,
        }
        return str((await asyncio.to_thread(official.calls.create, **kwargs)).sid)

    await ring("client:amy")
    await agent.until_ringing()
    await desk.time.advance(10)
    await desk.app.until_asked("/status", 1)
    await ring("client:amy")
    await agent.refuse()
    await desk.app.until_asked("/status", 2)
    await ring("client:nobody")
    await desk.app.until_asked("/status", 3)
    assert [one.form["CallStatus"] for one in desk.app.asked_at("/status")] == ["no-answer", "busy", "no-answer"]
    assert desk.app.asked_at("/leg") == []


async def test_a_caller_is_moved_from_the_queue_to_the_agent(desk: Bench, official: Client) -> None:
    """The whole handover: wait, ring, whisper, key 1, conference, redirect, talk, part."""
    desk.app.at("/voice", '<Enqueue waitUrl="/wait" action="/left">support</Enqueue>')
    desk.app.at("/wait", "<Say>You are first.</Say><Pause length='30'/>")
    desk.app.at("/leg", '<Gather numDigits="1" action="/answer"><Say>About order 10023.</Say></Gather>')
    desk.app.at("/answer", "<Dial><Conference endConferenceOnExit='true'>T-1</Conference></Dial>")
    desk.app.at("/now", "<Dial action='/dial-ended'><Conference>T-1</Conference></Dial>")
    desk.app.at("/dial-ended", '<Gather numDigits="1" action="/bye"><Say>How easy was it?</Say></Gather>')
    desk.app.at("/bye", "<Hangup/>")
    agent = desk.agent()
    caller = await desk.caller().until_heard("You are first.")
    sid = desk.app.asked_at("/voice")[0].form["CallSid"]
    await asyncio.to_thread(official.calls.create, to="client:amy", from_=NUMBER, url=desk.url("/leg"))
    await (await agent.pick_up()).press("1")
    await agent.until_held()
    await asyncio.to_thread(official.calls(sid).update, url=desk.url("/now"), method="POST")
    await caller.until_bridged()
    assert (await desk.app.until_asked("/left")).form["QueueResult"] == "redirected"
    caller.talk("我要退货")
    await agent.until_heard("我要退货")
    agent.talk("好的")
    await caller.until_heard("好的")
    agent.hangup()
    await (await caller.press("7")).until_ended()
    assert desk.app.asked_at("/bye")[0].form["Digits"] == "7"
    assert len(desk.exchange.services.queues.named("support")) == 0


async def test_an_update_can_hang_up_or_give_a_document(desk: Bench, official: Client) -> None:
    """Twiml replaces what goes on; Status=completed ends the call; a call that is over cannot be moved."""
    desk.app.at("/voice", "<Gather timeout='60'/>")
    caller = await desk.caller().until_listening()
    sid = desk.app.asked_at("/voice")[0].form["CallSid"]
    await asyncio.to_thread(official.calls(sid).update, twiml="<Response><Say>Moved.</Say><Gather/></Response>")
    await caller.until_heard("Moved.")
    await asyncio.to_thread(official.calls(sid).update, status="completed")
    await caller.until_ended()
    with pytest.raises(TwilioRestException) as refused:
        await asyncio.to_thread(official.calls(sid).update, url=desk.url("/now"))
    assert refused.value.code == 21220


async def test_a_ringing_call_can_be_called_off(desk: Bench, official: Client) -> None:
    """Status=canceled stops the ringing."""
    agent = desk.agent()
    make = official.calls.create
    call = await asyncio.to_thread(make, to="client:amy", from_=NUMBER, url=desk.url("/leg"))
    await agent.until_ringing()
    await asyncio.to_thread(official.calls(call.sid).update, status="canceled")
    await agent.until_ended()
    assert (await asyncio.to_thread(official.calls(call.sid).fetch)).status == "canceled"


@pytest.mark.parametrize(
    ("form", "code"),
    [
        ({"From": NUMBER, "Url": "http://x/"}, 21201),
        ({"To": "client:amy", "Url": "http://x/"}, 21213),
        ({"To": "client:amy", "From": NUMBER}, 21205),
        ({"To": "client:amy", "From": NUMBER, "Url": "file:///etc/passwd"}, 21205),
        ({"To": "client:amy", "From": NUMBER, "Url": "http://x/", "Timeout": "0"}, 21216),
        ({"To": "client:amy", "From": NUMBER, "Url": "http://x/", "Method": "PUT"}, 21207),
        ({"To": "client:amy", "From": NUMBER, "Twiml": "<Response><Sya/></Response>"}, 12100),
        ({"To": "client:amy", "From": NUMBER, "Url": "http://x/", "StatusCallbackEvent": "born"}, 21626),
    ],
)
async def test_a_wrong_request_is_refused_with_its_number(api: str, form: dict[str, str], code: int) -> None:
    """Errors are JSON with code, message and status, as the official client reads them."""
    url = f"{api}/2010-04-01/Accounts/{SID}/Calls.json"
    async with aiohttp.ClientSession(headers=basic(f"{SID}:{TOKEN}")) as http, http.post(url, data=form) as answer:
        body = await answer.json()
    assert (answer.status, body["status"], body["code"]) == (400, 400, code)


@pytest.mark.parametrize(
    "auth",
    [None, f"{SID}:wrong", f"AC1:{TOKEN}", "é:中", ""],
)
async def test_only_the_account_is_admitted(api: str, auth: str | None) -> None:
    """Without the right credentials nothing is done, not even a look."""
    async with (
        aiohttp.ClientSession(headers={} if auth is None else basic(auth)) as http,
        http.post(f"{api}/2010-04-01/Accounts/{SID}/Calls.json", data={"To": "client:amy"}) as answer,
    ):
        assert (answer.status, (await answer.json())["code"]) == (401, 20003)


async def test_a_call_that_does_not_exist(official: Client) -> None:
    """Unknown calls are 20404."""
    with pytest.raises(TwilioRestException) as refused:
        await asyncio.to_thread(official.calls("CA" + "9" * 32).fetch)
    assert refused.value.code == 20404
