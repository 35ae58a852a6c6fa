"""`CallControl` on every backend: in memory, and the official client against our own exchange."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.twilio.calls import CarrierAccount, TwilioCalls
from frontdesk.adapters.twilio.memory import MemoryCalls
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.virtual_time import counted_hex
from handoff.ports import CallControl, CallFailed
from tests.fakes.outgoing import anybody

NUMBER = "+442071838750"
PUBLIC = "https://desk.example.com"
LISTENS = '<Response><Gather timeout="600"/></Response>'


class Bench(Protocol):
    """A backend: the control, a caller on the line, the agent's phone `client:amy`, and what happened."""

    caller: str

    @property
    def calls(self) -> CallControl: ...

    async def moved_to(self, path: str) -> bool: ...

    async def ended(self, call: str) -> bool: ...


@dataclass
class InMemory:
    calls: MemoryCalls = field(default_factory=lambda: MemoryCalls(live={"CA0"}))
    caller: str = "CA0"

    async def moved_to(self, path: str) -> bool:
        return (self.caller, path) in self.calls.moved

    async def ended(self, call: str) -> bool:
        return call in self.calls.ended


@dataclass
class OnExchange:
    calls: TwilioCalls
    exchange: Exchange
    caller: str
    asked: list[str]
    handset: ScriptedHandset

    async def moved_to(self, path: str) -> bool:
        await self.handset.until(lambda: path in self.asked, path)
        return True

    async def ended(self, call: str) -> bool:
        leg = self.exchange.leg(call)
        assert leg is not None
        async with asyncio.timeout(5):
            await leg.over.wait()
        return True


@asynccontextmanager
async def on_exchange() -> AsyncIterator[OnExchange]:
    asked: list[str] = []
    where: list[str] = []

    async def webhook(request: web.Request) -> web.Response:
        asked.append(request.path_qs)
        return web.Response(text=LISTENS, content_type="text/xml")

    ports = Ports(clock=asyncio.get_running_loop().time, new_hex=counted_hex())
    lines = [Line(NUMBER, f"{PUBLIC}/twilio/voice")]
    exchange = Exchange(Account("AC1", "12345"), lines, ports, route=lambda url: url.replace(PUBLIC, where[0]))
    app = web.Application()
    app.add_routes([*rest_routes(exchange), web.post("/twilio/{rest:.*}", webhook)])
    async with TestServer(app) as server, exchange:
        where.append(str(server.make_url("")).rstrip("/"))
        for _ in range(2):
            exchange.register("client:amy", ScriptedHandset(picks_up=True))
        handset = ScriptedHandset(patience=5)
        leg = exchange.call(handset)
        await handset.until_listening()
        account = CarrierAccount(
            account_sid="AC1", auth_token="12345", caller_id=NUMBER, base_url=PUBLIC, api_url=where[0]
        )
        calls = TwilioCalls(account, anybody)
        yield OnExchange(calls, exchange, leg.sid, asked, handset)
        await calls.close()


@pytest.fixture(params=["memory", "exchange"])
async def bench(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    if request.param == "memory":
        yield InMemory()
    else:
        async with on_exchange() as made:
            yield made


async def test_each_ring_is_a_call_of_its_own(bench: Bench) -> None:
    """The carrier's ids are not empty and never the same twice."""
    first = await bench.calls.ring_agent("T-1-1", "client:amy")
    second = await bench.calls.ring_agent("T-2-1", "client:amy")
    assert first
    assert second not in ("", first, bench.caller)


@pytest.mark.parametrize(
    "phone", ["", "amy", "+0123456", "+1", "00442071838750", "client:", "client:a b", "+44 20", "tel:+4420"]
)
async def test_only_phones_are_rung(bench: Bench, phone: str) -> None:
    """What is no phone's address is refused with a sentence, and nothing is dialled."""
    with pytest.raises(CallFailed, match="number we may ring"):
        await bench.calls.ring_agent("T-1-1", phone)


async def test_a_live_call_is_moved_to_a_path_of_ours(bench: Bench) -> None:
    """The carrier asks for the given path next."""
    await bench.calls.move_caller(bench.caller, "/twilio/voice/now?step=7")
    assert await bench.moved_to("/twilio/voice/now?step=7")


async def test_a_call_that_is_over_cannot_be_moved(bench: Bench) -> None:
    """Ended or never heard of: CallFailed, so that whoever asked knows."""
    await bench.calls.hang_up(bench.caller)
    assert await bench.ended(bench.caller)
    for call in (bench.caller, "CA" + "f" * 32):
        with pytest.raises(CallFailed, match="ended already"):
            await bench.calls.move_caller(call, "/twilio/voice/now")


async def test_who_is_on_the_line(bench: Bench) -> None:
    """A call goes on until it is hung up; one that never was does not."""
    assert await bench.calls.on_line(bench.caller)
    await bench.calls.hang_up(bench.caller)
    assert await bench.ended(bench.caller)
    for call in (bench.caller, "CA" + "f" * 32):
        assert not await bench.calls.on_line(call)


async def test_hanging_up_twice_is_no_error(bench: Bench) -> None:
    """Ended already, or never heard of: what was wanted is so."""
    for call in (bench.caller, bench.caller, "CA" + "f" * 32):
        await bench.calls.hang_up(call)
    assert await bench.ended(bench.caller)
