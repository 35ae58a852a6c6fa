"""The official client against a carrier's REST API that misbehaves: every fault a CallFailed with a sentence."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer, unused_port

from frontdesk.adapters.twilio.calls import CarrierAccount, TwilioCalls
from handoff.outgoing import Refused
from handoff.ports import CallFailed
from tests.fakes.outgoing import anybody

PHONE = "+442071838750"


@dataclass
class Rest:
    """Keeps what it was asked; answers as told."""

    status: int = 201
    body: str = '{"sid": "CA1"}'
    slow_s: float = 0.0
    asked: list[tuple[str, list[tuple[str, str]], str]] = field(default_factory=list)

    async def handle(self, request: web.Request) -> web.Response:
        form = [(name, str(value)) for name, value in (await request.post()).items()]
        self.asked.append((request.path, form, request.headers.get("Authorization", "")))
        await asyncio.sleep(self.slow_s)
        return web.Response(status=self.status, text=self.body, content_type="application/json")


def calls_at(url: str) -> TwilioCalls:
    account = CarrierAccount(
        account_sid="AC1",
        auth_token="12345",
        caller_id="+18005551212",
        base_url="https://desk.example.com",
        api_url=url,
        deadline_s=0.7,
    )
    return TwilioCalls(account, anybody)


@pytest.fixture
async def rest() -> Rest:
    return Rest()


@pytest.fixture
async def calls(rest: Rest) -> AsyncIterator[TwilioCalls]:
    app = web.Application()
    app.router.add_route("*", "/base/{rest:.*}", rest.handle)
    async with TestServer(app) as server:
        made = calls_at(str(server.make_url("/base")))
        yield made
        await made.close()


async def test_ringing_an_agent_is_one_request_in_twilios_words(calls: TwilioCalls, rest: Rest) -> None:
    """To, from, our webhooks with the ticket, every event of the leg; below the configured base; as the account."""
    assert await calls.ring_agent("T-1-1", PHONE) == "CA1"
    [(path, form, auth)] = rest.asked
    assert path == "/base/2010-04-01/Accounts/AC1/Calls.json"
    assert auth == "Basic QUMxOjEyMzQ1"
    assert sorted(form) == [
        ("From", "+18005551212"),
        ("Method", "POST"),
        ("StatusCallback", "https://desk.example.com/twilio/agent/status?ticket=T-1-1"),
        ("StatusCallbackEvent", "answered"),
        ("StatusCallbackEvent", "completed"),
        ("StatusCallbackEvent", "initiated"),
        ("StatusCallbackEvent", "ringing"),
        ("StatusCallbackMethod", "POST"),
        ("Timeout", "25"),
        ("To", PHONE),
        ("Url", "https://desk.example.com/twilio/agent/leg?ticket=T-1-1"),
    ]


async def test_a_softphone_is_told_the_ticket(calls: TwilioCalls, rest: Rest) -> None:
    """A client's address carries it as a parameter, safely written."""
    await calls.ring_agent("T-1&x=1", "client:amy")
    assert ("To", "client:amy?ticket=T-1%26x%3D1") in rest.asked[0][1]


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (401, '{"code": 20003, "message": "Authenticate", "status": 401}', "refused .HTTP 401, its error 20003"),
        (400, '{"code": 21211, "message": "Invalid To +442071838750", "status": 400}', "Invalid To …"),
        (400, "{}", "refused"),
        (404, '{"code": 20404, "message": "not found", "status": 404}', "ended already"),
        (500, "<html>", "can't be read|refused"),
        (201, "<html>", "can't be read"),
        (201, "{}", "named no call"),
        (201, "null", "can't be read"),
        (307, "", "refused|can't be read"),
    ],
)
async def test_whatever_the_carrier_answers_is_a_sentence(
    calls: TwilioCalls, rest: Rest, status: int, body: str, sentence: str
) -> None:
    """Refusals, errors, nonsense: CallFailed, asked once, without a phone number in its words."""
    rest.status, rest.body = status, body
    with pytest.raises(CallFailed, match=sentence) as failed:
        await calls.ring_agent("T-1-1", PHONE)
    assert "442071838750" not in str(failed.value)
    assert len(rest.asked) == 1


async def test_a_slow_carrier_is_given_up_and_not_asked_twice(calls: TwilioCalls, rest: Rest) -> None:
    """It may have rung already: a second request could ring twice."""
    rest.slow_s = 2.0
    with pytest.raises(CallFailed, match="in time"):
        await calls.ring_agent("T-1-1", PHONE)
    assert len(rest.asked) == 1


async def test_no_carrier_at_all_is_a_sentence() -> None:
    """Nobody listens there: tried again shortly, then told."""
    calls = calls_at(f"http://127.0.0.1:{unused_port()}")
    with pytest.raises(CallFailed, match=r"can't be reached .*TWILIO_API_URL|in time"):
        await calls.ring_agent("T-1-1", PHONE)
    await calls.close()


async def test_a_carrier_that_is_just_starting_is_waited_for(rest: Rest) -> None:
    """Failing to connect is harmless to repeat, so it is."""
    app = web.Application()
    app.router.add_route("*", "/{rest:.*}", rest.handle)
    port = unused_port()
    calls = calls_at(f"http://127.0.0.1:{port}")
    async with asyncio.TaskGroup() as group:
        ringing = group.create_task(calls.ring_agent("T-1-1", PHONE))
        await asyncio.sleep(0.05)
        server = TestServer(app, port=port)
        await server.start_server()
    assert ringing.result() == "CA1"
    assert len(rest.asked) == 1
    await calls.close()
    await server.close()


@pytest.mark.stands("S6")
async def test_a_prefix_that_is_not_allowed_is_not_rung(rest: Rest) -> None:
    """The house may ring what it was told it may, and nothing else."""
    account = CarrierAccount(
        account_sid="AC1", auth_token="x", caller_id="+1800", base_url="https://d", dial_to=("client:", "+44")
    )
    with pytest.raises(CallFailed, match="may ring"):
        await TwilioCalls(account, anybody).ring_agent("T-1-1", "+88213000000")


@pytest.mark.stands("S6")
async def test_numbers_go_by_the_houses_rules_and_softphones_need_none(rest: Rest, calls: TwilioCalls) -> None:
    """Every call and text to a number is asked about before the carrier is; the caller id is always our own number."""
    asked: list[tuple[str, str]] = []

    async def guard(kind: str, number: str) -> None:
        asked.append((kind, number))
        if number != PHONE:
            raise Refused("Not there.")

    calls._guard = guard  # the rules are handed over at composition; here they are these
    await calls.ring_agent("T-1-1", PHONE)
    await calls.send_text(f"whatsapp:{PHONE}", "Hello")
    await calls.ring_agent("T-1-1", "client:amy")
    with pytest.raises(Refused):
        await calls.send_text("+8613800138000", "Hello")
    with pytest.raises(Refused):
        await calls.ring_agent("T-1-1", "+8613800138000")
    assert [kind for kind, _ in asked] == ["call", "text", "text", "call"]
    forms = [dict(form) for _, form, _ in rest.asked]
    assert {form["From"].removeprefix("whatsapp:") for form in forms} == {"+18005551212"}
    assert len(forms) == 3
