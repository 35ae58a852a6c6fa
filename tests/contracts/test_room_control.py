"""`RoomControl` by the official client against our own exchange: who hears whom, in every way of sitting in a room."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.twilio.calls import CarrierAccount
from frontdesk.adapters.twilio.rooms import TwilioRooms
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.leg import Leg
from frontdesk.carrier.rest import rest_routes
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.virtual_time import counted_hex
from handoff.ports import CallFailed, CallGone
from handoff.rooms import Guest, Seat
from tests.fakes.outgoing import anybody

SEATS = "startConferenceOnEnter='true' endConferenceOnExit='true' participantLabel='{label}'"
TALK = f"<Response><Dial><Conference {SEATS}>T-1</Conference></Dial></Response>"


@dataclass
class Talk:
    """Caller and agent in the room of T-1, and a third telephone, `client:bo`."""

    rooms: TwilioRooms
    caller: ScriptedHandset
    agent: ScriptedHandset
    third: ScriptedHandset
    legs: tuple[Leg, Leg]
    told: list[str]


@pytest.fixture
async def talk() -> AsyncIterator[Talk]:
    async with _talking() as made:
        yield made


@asynccontextmanager
async def _talking() -> AsyncIterator[Talk]:
    app = web.Application()
    exchange = Exchange(
        Account("AC" + "a" * 32, "secret"),
        [Line("+1555", "http://desk/voice")],
        Ports(lambda: 1000.0, counted_hex()),
        route=lambda url: url.replace("http://desk", str(server.make_url("")).rstrip("/")),
    )
    labels = iter(("customer", "agent"))

    async def voice(request: web.Request) -> web.Response:
        text = TALK.format(label=next(labels, "more"))
        return web.Response(text=text, content_type="application/xml")

    async def music(request: web.Request) -> web.Response:
        text = "<Response><Say>You are on hold.</Say><Pause length='30'/></Response>"
        return web.Response(text=text, content_type="application/xml")

    app.router.add_post("/voice", voice)
    told: list[str] = []

    async def telling(request: web.Request) -> web.Response:
        told.append(str((await request.post())["CallStatus"]))
        return web.Response(status=204)

    app.router.add_post("/music", music)
    app.router.add_post("/told", telling)
    app.add_routes(rest_routes(exchange))
    server = TestServer(app)
    async with server, exchange:
        api = str(server.make_url("")).rstrip("/")
        account = CarrierAccount(
            account_sid="AC" + "a" * 32, auth_token="secret", caller_id="+1555", base_url="http://desk", api_url=api
        )
        rooms = TwilioRooms(account, lambda ticket: ticket, anybody)
        caller, agent, third = ScriptedHandset(), ScriptedHandset(), ScriptedHandset()
        exchange.register("client:bo", third)
        first = exchange.call(caller)
        await caller.until_held()
        second = exchange.call(agent)
        await caller.until_bridged()
        await agent.until_bridged()
        yield Talk(rooms, caller, agent, third, (first, second), told)
        await rooms.close()


async def test_who_is_on_hold_hears_music_and_nobody(talk: Talk) -> None:
    """Neither side hears the other until the hold is over; the caller hears what is played to them."""
    caller, agent = talk.legs
    await talk.rooms.seat("T-1", caller.sid, Seat(held=True, music="/music"))
    await talk.caller.until_held()
    await talk.caller.until_heard("on hold")
    talk.agent.talk("among ourselves")
    talk.caller.talk("hello?")
    await talk.rooms.seat("T-1", caller.sid, Seat(held=False))
    await talk.caller.until_bridged()
    talk.agent.talk("here I am again")
    await talk.caller.until_heard("here I am again")
    assert not any("among ourselves" in text for text in talk.caller.heard)
    assert not any("hello?" in text for text in talk.agent.heard)
    assert agent.status == "in-progress"


async def test_who_is_muted_hears_and_is_not_heard(talk: Talk) -> None:
    """And is heard again afterwards."""
    await talk.rooms.seat("T-1", talk.legs[1].sid, Seat(muted=True))
    talk.agent.talk("a cough")
    talk.caller.talk("my number is")
    await talk.agent.until_heard("my number is")
    await talk.rooms.seat("T-1", talk.legs[1].sid, Seat(muted=False))
    talk.agent.talk("thank you")
    await talk.caller.until_heard("thank you")
    assert not any("a cough" in text for text in talk.caller.heard)


async def test_somebody_is_asked_while_the_caller_waits_then_all_three_talk(talk: Talk) -> None:
    """Consult, then three-way, then the first agent leaves and the other two go on: a warm transfer."""
    caller, agent = talk.legs
    await talk.rooms.seat("T-1", caller.sid, Seat(held=True))
    asked = await talk.rooms.ring_in("T-1", Guest(phone="client:bo", label="bo"))
    await talk.third.pick_up()
    await talk.third.until_bridged()
    talk.agent.talk("it is about a refund")
    await talk.third.until_heard("about a refund")
    await talk.rooms.seat("T-1", caller.sid, Seat(held=False))
    await talk.caller.until_bridged()
    talk.third.talk("Bo here")
    await talk.caller.until_heard("Bo here")
    await talk.rooms.seat("T-1", agent.sid, Seat(ends=False))
    await talk.rooms.put_out("T-1", agent.sid)
    await talk.agent.until_ended()
    talk.caller.talk("still there?")
    await talk.third.until_heard("still there?")
    assert not any("refund" in text for text in talk.caller.heard)
    assert asked.startswith("CA")


async def test_a_coach_is_heard_by_the_agent_alone(talk: Talk) -> None:
    """A supervisor hears both and whispers to one."""
    await talk.rooms.ring_in("T-1", Guest(phone="client:bo", label="coach", coaches=talk.legs[1].sid))
    await talk.third.pick_up()
    await talk.third.until_bridged()
    talk.caller.talk("I am angry")
    await talk.third.until_heard("I am angry")
    talk.third.talk("offer a voucher")
    await talk.agent.until_heard("offer a voucher")
    assert not any("voucher" in text for text in talk.caller.heard)


async def test_a_listener_becomes_a_coach_and_then_a_voice_for_all(talk: Talk) -> None:
    """Nobody is rung anew: who is heard by whom changes in the room. What happens to the guest's call is told."""
    agent = talk.legs[1].sid
    call = await talk.rooms.ring_in("T-1", Guest(phone="client:bo", label="bo", listens=True, told="/told?who=bo"))
    await talk.third.pick_up()
    await talk.third.until_bridged()
    talk.third.talk("nobody hears this")
    await talk.rooms.seat("T-1", call, Seat(muted=False, coaches=agent))
    talk.third.talk("the agent hears this")
    await talk.agent.until_heard("the agent hears this")
    await talk.rooms.seat("T-1", call, Seat(coaches=""))
    talk.third.talk("all hear this")
    await talk.caller.until_heard("all hear this")
    assert not any("nobody hears" in text for text in (*talk.agent.heard, *talk.caller.heard))
    assert not any("the agent hears" in text for text in talk.caller.heard)
    await talk.rooms.put_out("T-1", call)
    await talk.third.until_ended()
    async with asyncio.timeout(5):
        while "completed" not in talk.told:  # noqa: ASYNC110 - a webhook's list, looked at from outside
            await asyncio.sleep(0.01)
    assert talk.told.index("in-progress") < talk.told.index("completed")


async def test_what_is_over_is_said_to_be_gone(talk: Talk) -> None:
    """No room, no such call, no phone: each is an error in a sentence; putting out whoever is gone is none."""
    with pytest.raises(CallGone):
        await talk.rooms.seat("T-2", talk.legs[0].sid, Seat(held=True))
    with pytest.raises(CallGone):
        await talk.rooms.seat("T-1", "CA" + "9" * 32, Seat(muted=True))
    with pytest.raises(CallFailed):
        await talk.rooms.ring_in("T-1", Guest(phone="0900-premium", label="x"))
    await talk.rooms.put_out("T-2", talk.legs[0].sid)
