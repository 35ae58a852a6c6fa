"""Two processes dispatch from one database, agents answer at both: one agent at a time has a customer, and nobody is left."""

import asyncio
import itertools
from collections.abc import Callable
from dataclasses import replace
from random import Random  # noqa: TID251 - seeded

import pytest

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.core.desk_events import HelperInvited
from frontdesk.core.errors import NotAllowed, StaleSession
from frontdesk.core.events import Event, HandoffOffered
from frontdesk.core.inputs import ContactStarted, TextTyped
from frontdesk.core.tickets import Colleague
from handoff.ports import AgentTaken
from tests.contracts import made
from tests.contracts.conftest import Stores, sql_stores
from tests.fakes.desk import AMY, NOON, TestHouse

CUSTOMERS, ROUNDS, CHATS = 10, 60, 2
NAMES = ("amy", "bea", "cho")


@pytest.mark.stands("R9")
async def test_never_two_agents_on_one_customer(databases: Callable[[], Database]) -> None:
    """Offers, acceptances, refusals and ends of both processes cross each other as they like; the log has one agent at a
    time for each customer, no agent has more than fit or two offers at once, and in the end everybody was served."""
    stores = [sql_stores(databases()) for _ in "ab"]
    houses = [TestHouse(s.sessions, s.tickets, s.agents, name=name) for s, name in zip(stores, "ab", strict=True)]
    for name in NAMES:
        await stores[0].agents.save(replace(AMY, id=name, name=name, chats=CHATS, seen_at=NOON, status_since=NOON))
    for number in range(CUSTOMERS):
        await _asks(houses[number % 2], f"chat:{number}")

    await asyncio.gather(*(_work(house, Random(seed)) for seed, house in enumerate(houses * 2)))

    log = [(entry.session, entry.event) for entry in await SqlLogReader(databases()).after(0, 100_000)]
    assert not await stores[1].tickets.open_tickets()
    assert sum(event.kind == "handoff_closed" for _, event in log) == CUSTOMERS
    assert _faults(log) == []


async def test_an_offer_on_an_old_look_is_refused_when_there_is_no_room_any_more(
    databases: Callable[[], Database],
) -> None:
    """The other process made one of its own, which was accepted meanwhile: the offer leaves nothing behind."""
    stores = sql_stores(databases())
    await stores.agents.save(replace(AMY, chats=CHATS, seen_at=NOON, status_since=NOON))
    for name in ("T-1", "T-2"):
        await stores.sessions.commit(made.ticket_turn(f"S-{name}", made.ticket(name, status="connected", agent="amy")))
    offer = HandoffOffered(ticket="T-3", agent="amy")
    late = made.ticket_turn("S-T-3", made.ticket("T-3", status="offered", agent="amy"))
    with pytest.raises(AgentTaken):
        await stores.sessions.commit(replace(late, events=(*late.events, offer)))
    assert await stores.tickets.ticket("T-3") is None


async def test_a_colleague_is_asked_into_one_call_at_a_time(databases: Callable[[], Database]) -> None:
    """Two agents ask for the same colleague's advice at two processes: one phone call is made. Who helps on the phone is offered
    no chat either, on however old a look; and who talks already is asked nowhere."""
    one, other = sql_stores(databases()), sql_stores(databases())
    await one.agents.save(replace(AMY, id="wei_1", name="Wei"))
    results = await asyncio.gather(_invites(one, "T-1", "amy"), _invites(other, "T-2", "bea"), return_exceptions=True)
    assert sorted(type(result) for result in results if result is not None) == [AgentTaken]
    offered = made.ticket_turn("S-T-3", made.ticket("T-3", status="offered", agent="wei_1"))
    with pytest.raises(AgentTaken):
        await other.sessions.commit(replace(offered, events=(HandoffOffered(ticket="T-3", agent="wei_1"),)))
    await one.agents.save(replace(AMY, id="weix1", name="Another"))
    await _invites(one, "T-4", "ada", helper="weix1")
    await one.agents.save(replace(AMY, id="cho", name="Cho"))
    call = made.ticket("T-5", status="connected", agent="cho", channel="voice")
    await one.sessions.commit(made.ticket_turn("S-T-5", call))
    with pytest.raises(AgentTaken, match="Cho is on the phone"):
        await _invites(one, "T-6", "dan", helper="cho")


async def _invites(stores: Stores, ticket: str, agent: str, helper: str = "wei_1") -> None:
    """An agent's call, into which a colleague is asked."""
    third = Colleague(agent=helper, name=helper, role="consult")
    call = made.ticket(ticket, status="connected", agent=agent, channel="voice", helpers=(third,))
    asked = HelperInvited(ticket=ticket, agent=agent, helper=helper, role="consult")
    await stores.sessions.commit(replace(made.ticket_turn(f"S-{ticket}", call), events=(asked,)))


async def _asks(house: TestHouse, address: str) -> None:
    await house.turns.handle(address, ContactStarted(at=NOON, channel="chat"), house.new_key())
    await house.turns.handle(address, TextTyped(at=NOON, text="0"), house.new_key())


async def _work(house: TestHouse, chance: Random) -> None:
    """Round after round: what can be offered is, and each agent does something with what they have."""
    for _ in range(ROUNDS):
        await house.desk.dispatch()
        tickets = await house.tickets.open_tickets()
        if not tickets:
            return
        for queued in chance.sample(tickets, len(tickets)):
            await _do(
                house, chance, queued.ticket.id, queued.ticket.agent or chance.choice(NAMES), queued.ticket.status
            )


async def _do(house: TestHouse, chance: Random, ticket: str, agent: str, status: str) -> None:
    desk = house.desk
    try:
        match status:
            case "offered" if chance.random() < 0.2:
                await desk.decline(agent, ticket)
            case "offered":
                await desk.accept(agent, ticket)
            case "connected" if chance.random() < 0.5:
                await desk.say(agent, ticket, "Hello.")
            case "connected" | "wrap_up":
                await desk.close(agent, ticket, "solved")
            case _:
                pass
    except (NotAllowed, StaleSession):
        pass  # the other process was first


def _faults(log: list[tuple[str, Event]]) -> list[str]:
    """Read in the log's order, which is that of the commits."""
    has: dict[str, str] = {}
    offered: dict[str, str] = {}
    faults = []
    for session, event in log:
        match event.kind:
            case "handoff_offered":
                if session in has or event.agent in offered.values():  # type: ignore[union-attr]
                    faults.append(f"{session} offered to {event.agent} too")  # type: ignore[union-attr]
                offered[session] = event.agent  # type: ignore[union-attr]
            case "handoff_connected":
                if session in has:
                    faults.append(f"{session}: {event.agent} beside {has[session]}")  # type: ignore[union-attr]
                has[session] = event.agent  # type: ignore[union-attr]
                offered.pop(session, None)
            case "handoff_returned":
                offered.pop(session, None)
            case "handoff_ended":
                has.pop(session, None)
        busiest = max((len(list(mine)) for _, mine in itertools.groupby(sorted(has.values()))), default=0)
        if busiest > CHATS:
            faults.append(f"{busiest} chats at once")
    return faults
