"""A start with hundreds of talks going on, against a carrier's REST API that takes only so many requests at a time."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, cast

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.twilio.calls import CarrierAccount, TwilioCalls
from frontdesk.adapters.twilio.memory import MemoryCalls
from frontdesk.adapters.twilio.rooms import TwilioRooms
from frontdesk.app.call_followers import CallFollowers
from frontdesk.conversation.background import AT_ONCE
from frontdesk.core.inputs import ContactLeft
from frontdesk.core.rooms import State
from handoff.live import LiveRooms
from handoff.phone import PhoneBridge
from handoff.ports import CallControl, QueuedTicket, TicketQueue
from handoff.rooms import RoomControl
from handoff.ways import Ways
from tests.fakes.desk import AMY, NOON
from tests.fakes.outgoing import anybody
from tests.unit.handoff.test_live import TALK
from tests.unit.handoff.test_phone import STATE

TALKS = 200
QUIET_S = 1


@dataclass
class Busy:
    """A carrier that after 100 requests wants none for a second, and counts what it is asked meanwhile."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    refused: int = 0
    at_once: int = 0
    most_at_once: int = 0
    quiet_until: float | None = None

    async def handle(self, request: web.Request) -> web.Response:
        self.at_once += 1
        self.most_at_once = max(self.most_at_once, self.at_once)
        await asyncio.sleep(0)
        self.at_once -= 1
        now = asyncio.get_running_loop().time()
        if self.quiet_until is None and len(self.asked) == 100:
            self.quiet_until = now + QUIET_S
        if self.quiet_until is not None and now < self.quiet_until:
            self.refused += 1
            too_many = {"code": 20429, "message": "Too Many Requests", "status": 429}
            return web.json_response(too_many, status=429, headers={"Retry-After": str(QUIET_S)})
        self.asked.append((request.method, request.path.rsplit("/", 1)[1]))
        return web.json_response({"conferences": [{"sid": "CF1"}], "page_size": 50, "next_page_uri": None})


@dataclass
class Desk:
    """The talks that went on when the server was stopped."""

    talks: dict[str, QueuedTicket]
    told: list[Any] = field(default_factory=list)

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        return self.talks[ticket]

    async def load(self, session: str) -> State | None:
        number = session.removeprefix("S-")
        if number == "3":
            raise ConnectionError("The database was away for a moment.")
        ticket = self.talks[f"T-{number}-1"].ticket
        return replace(STATE, session=session, address=f"voice:CA{number}", ticket=ticket)

    async def tell(self, session: str, given: Any, key: str) -> None:
        self.told.append(given)


def followers(desk: Desk, rooms: RoomControl, calls: CallControl) -> CallFollowers:
    ways, agents = Ways(tell=desk.tell, clock=lambda: NOON, new_key=lambda: "k"), MemoryAgentStore([AMY])
    live = LiveRooms(rooms, cast("TicketQueue", desk), agents, ways)
    return CallFollowers(live, PhoneBridge(calls, agents, ways), cast("Any", None))


def talk(number: int) -> QueuedTicket:
    return QueuedTicket(session=f"S-{number}", ticket=replace(TALK, id=f"T-{number}-1", leg=f"CA-amy-{number}"))


@pytest.fixture
async def carrier() -> AsyncIterator[tuple[Busy, CarrierAccount]]:
    busy, app = Busy(), web.Application()
    app.router.add_route("*", "/{rest:.*}", busy.handle)
    async with TestServer(app) as server:
        yield busy, CarrierAccount(
            account_sid="AC1", auth_token="t", caller_id="+1", base_url="https://desk.example.com",
            api_url=str(server.make_url("")),
        )  # fmt: skip


async def test_a_start_floods_no_carrier_and_loses_nobody(carrier: tuple[Busy, CarrierAccount]) -> None:
    """A few requests at a time; when the carrier says that they are too many, none until it is ready again, and then the rest:
    every talk is set right once, nobody is told anything, and one that can't be read harms no other."""
    busy, account = carrier
    desk = Desk({queued.ticket.id: queued for queued in map(talk, range(TALKS))})
    rooms, calls = TwilioRooms(account, lambda ticket: f"room-{ticket}", anybody), TwilioCalls(account, anybody)
    await followers(desk, rooms, calls).restore(list(desk.talks.values()), [], desk.load)
    await rooms.close()
    await calls.close()
    assert 1 < busy.most_at_once <= AT_ONCE
    assert 1 <= busy.refused <= AT_ONCE
    seated = [name for method, name in busy.asked if method == "POST"]
    wanted = chain.from_iterable(
        (f"CA-amy-{number}.json", f"CA{number}.json") for number in range(TALKS) if number != 3
    )
    assert sorted(seated) == sorted(wanted)
    assert desk.told == []


async def test_an_exchange_of_our_own_has_lost_its_calls_with_us() -> None:
    """Whoever waited or talked over it has left, and is offered to nobody; who waits for a call back or in a chat stays."""
    talks = {queued.ticket.id: queued for queued in (talk(1), talk(2), talk(4), talk(5))}
    promised, chat = talks["T-2-1"], talks["T-4-1"]
    talks["T-2-1"] = replace(promised, ticket=replace(promised.ticket, status="waiting", mode="callback"))
    talks["T-4-1"] = replace(chat, ticket=replace(chat.ticket, channel="chat"))
    desk = Desk(talks)
    await followers(desk, cast("RoomControl", None), MemoryCalls()).lost(list(talks.values()), desk.load)
    assert desk.told == [ContactLeft(at=NOON, reason="hung_up")] * 2
