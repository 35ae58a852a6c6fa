"""A whole call on real parts: our exchange as the carrier, the door, the official client for live calls."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.twilio.calls import CarrierAccount, TwilioCalls
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.virtual_time import VirtualTime, counted_hex
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.channels.voice.urls import now_path
from frontdesk.core.inputs import AgentJoined, ContactLeft, OfferDeclined
from tests.channels.voice.conftest import BASE, TOKEN
from tests.channels.voice.house import House, HouseWords
from tests.fakes.outgoing import anybody

NUMBER, SESSION, TICKET = "+442071838750", "S-1", "T-S-1-1"


@dataclass
class Town:
    """A caller's and an agent's telephone, the exchange between them, the house that answers."""

    house: House
    exchange: Exchange
    calls: TwilioCalls
    time: VirtualTime
    caller: ScriptedHandset
    amy: ScriptedHandset

    async def wait_for_amy(self) -> str:
        """The caller asks for a person; Amy takes the offer and her phone rings."""
        await self.caller.press("0")
        await self.caller.until_held()
        self.house.change(SESSION, status="accepted", agent="amy", agent_name="Amy")
        leg = await self.calls.ring_agent(TICKET, "client:amy")
        self.house.change(SESSION, leg=leg)
        return leg

    async def bring_over(self) -> None:
        """What the house does once the agent has joined."""
        [address] = self.house.addresses
        present = await self.house.present(address)
        assert present is not None
        await self.calls.move_caller(address.removeprefix("voice:"), now_path(present.seq))

    async def until_taken(self, kind: type) -> None:
        async with asyncio.timeout(5):
            while not any(isinstance(one, kind) for one in self.house.taken):  # noqa: ASYNC110 - a list has no event
                await asyncio.sleep(0.01)


@pytest.fixture
async def town(house: House) -> AsyncIterator[Town]:
    where: list[str] = []
    time = VirtualTime()
    line = Line(NUMBER, f"{BASE}/twilio/voice", f"{BASE}/twilio/voice/fallback", f"{BASE}/twilio/voice/status")
    exchange = Exchange(
        Account("AC1", TOKEN),
        [line],
        Ports(time.clock, counted_hex(), time.sleep),
        route=lambda url: url.replace(BASE, where[0]),
    )
    deps = VoiceDeps(
        turns=house, tickets=house, briefing=house, clock=time.clock, base_url=BASE, words=HouseWords(), deadline_s=2.0
    )
    app = web.Application()
    app.add_routes(rest_routes(exchange))
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN,))))
    async with TestServer(app) as server, exchange:
        where.append(str(server.make_url("")).rstrip("/"))
        account = CarrierAccount(account_sid="AC1", auth_token=TOKEN, caller_id=NUMBER, base_url=BASE, api_url=where[0])
        calls = TwilioCalls(account, anybody)
        town = Town(house, exchange, calls, time, ScriptedHandset(patience=5), ScriptedHandset(patience=5))
        exchange.register("client:amy", town.amy)
        exchange.call(town.caller, "anonymous")
        yield town
        assert list(exchange.mishaps) == []
        await calls.close()


async def test_from_the_greeting_through_an_agent_to_the_effort_question(town: Town) -> None:
    """Keys, words, silence; the queue; a briefed agent; two people in one room; the question; goodbye."""
    caller, amy = town.caller, town.amy
    await (await caller.press("12")).until_heard("You pressed 12.")
    await (await caller.speak("我要查订单")).until_heard("You said 我要查订单")
    await (await caller.silence()).until_heard("I heard nothing.")
    leg = await town.wait_for_amy()
    await amy.pick_up()
    await amy.until_heard("Order 1 0 0 2 3 is late.")
    await amy.press("1")
    await town.until_taken(AgentJoined)
    await town.bring_over()
    await caller.until_bridged()
    caller.talk("Hello, who is there?")
    await amy.until_heard("Hello, who is there?")
    await town.calls.hang_up(leg)
    await caller.until_heard("Was it easy, 1 to 7?")
    await caller.press("9")
    await caller.until_heard("Goodbye.")
    await caller.until_ended()


async def test_a_caller_nobody_brought_over_comes_by_itself(town: Town) -> None:
    """The request to move the call was lost: the next stretch of waiting leads to the agent."""
    await town.wait_for_amy()
    await (await town.amy.pick_up()).press("1")
    await town.until_taken(AgentJoined)
    await town.caller.silence()
    await town.time.advance(30)
    await town.caller.until_bridged()


@pytest.mark.parametrize("doing", ["refuse", "press 2", "say nothing", "hang up"])
async def test_an_agent_who_does_not_take_it_leaves_the_caller_in_the_queue(town: Town, doing: str) -> None:
    """Refused, declined, silent or gone: the session hears of it, the caller keeps the place."""
    await town.wait_for_amy()
    match doing:
        case "refuse":
            await town.amy.refuse()
        case "press 2":
            await (await town.amy.pick_up()).press("2")
        case "say nothing":
            await (await town.amy.pick_up()).silence()
            await town.amy.silence()
        case _:
            await (await town.amy.pick_up()).until_heard("Press 1")
            town.amy.hangup()
    await town.until_taken(OfferDeclined)
    await town.amy.until_ended()
    assert not town.caller.ended


@pytest.mark.parametrize("moment", ["menu", "queue", "talk"])
async def test_a_caller_who_hangs_up_has_left_once(town: Town, moment: str) -> None:
    """At any moment: the session is told once, and nobody is left alone in a room."""
    await town.caller.until_listening()
    if moment != "menu":
        await town.wait_for_amy()
    if moment == "talk":
        await (await town.amy.pick_up()).press("1")
        await town.until_taken(AgentJoined)
        await town.bring_over()
        await town.caller.until_bridged()
    town.caller.hangup()
    await town.until_taken(ContactLeft)
    if moment == "talk":
        await town.amy.until_ended()
    assert [type(one) for one in town.house.taken].count(ContactLeft) == 1


async def test_when_the_house_breaks_for_good_the_call_ends_politely(town: Town) -> None:
    """Followed with no input: an apology in both languages, one more look, goodbye."""
    await town.caller.until_listening()
    town.house.broken = ConnectionError("no database")
    await town.caller.press("1")
    await town.caller.until_ended()
    assert "Please call again in a few minutes" in town.caller.heard[-2]


async def test_when_the_house_recovers_the_call_goes_on(town: Town) -> None:
    """The apology gives the house a moment; then the caller is where they were."""
    await town.caller.until_listening()
    town.house.broken = ConnectionError("no database")
    town.caller.speak_slowly()
    await town.caller.press("1")
    await town.caller.until_heard("Please stay on the line")
    town.house.broken = None
    town.caller.speak_fast()
    await (await town.caller.press("12")).until_heard("You pressed 12.")
