"""Since when somebody waits, and since when their agent has them, once a conversation changed hands: as the desk shows it."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

import pytest

from frontdesk.channels.desk.shift import shift
from frontdesk.channels.desk.view import DeskNow, snapshot
from frontdesk.core.events import HandoffAbandoned
from frontdesk.core.inputs import ChoicePicked, ContactLeft
from handoff.watching import AWAY_S
from tests.fakes.desk import AMY, NOON
from tests.unit.handoff.stories import RULES, SAM, Story

Deed = Callable[[Story, str, str], Awaitable[None]]


async def _shown(house: Story) -> dict[str, Any]:
    """The desk as the supervisor sees it."""
    tickets, agents = await house.tickets.open_tickets(), await house.agents.agents()
    states = {queued.session: await house.state(queued.session) for queued in tickets}
    return snapshot(SAM, DeskNow(agents=agents, tickets=tickets, states=states, now=house.clock(), queues=["service"]))


async def _talks(house: Story, waits: float = 20.0, talks: float = 300.0) -> tuple[str, str]:
    """A customer who waited and has talked with Amy for so long: the session and the ticket."""
    session = await house.asks()
    house.clock.now += waits
    ticket = await house.takes(session)
    house.clock.now += talks
    await house.agents.seen("amy", house.clock())
    await house.agents.set_status("wei", "ready", house.clock())
    return session, ticket


async def _transferred(house: Story, session: str, ticket: str) -> None:
    await house.desk.move(AMY, ticket, queue="returns")


async def _lost(house: Story, session: str, ticket: str) -> None:
    await house.agents.save(replace(AMY, status_since=NOON, seen_at=house.clock() - AWAY_S - 1))
    await house.desk.watch()


@pytest.mark.parametrize("deed", [_transferred, _lost])
async def test_who_was_passed_on_waits_from_then_on_and_is_held_from_when_they_are_taken(deed: Deed) -> None:
    """Neither the talk before counts as waiting, nor the first agent's time as the second's."""
    house = Story()
    session, ticket = await _talks(house)
    passed = house.clock()
    await deed(house, session, ticket)
    await house.agents.save(replace(AMY, status="offline"))
    house.clock.now += 30
    shot = await _shown(house)
    [card] = shot["queue"]
    assert (card["waiting_since"], card["held_since"], card["waited_s"]) == (passed, None, 30.0)
    now = await house.ticket(session)
    assert now.due_at is None or now.due_at >= passed + RULES.longest_s or now.status == "offered"
    await house.agents.save(replace(SAM, status="ready", seen_at=house.clock(), status_since=house.clock()))
    await house.desk.dispatch()
    taker = (await house.ticket(session)).agent or ""
    await house.desk.accept(taker, ticket)
    taken = house.clock()
    house.clock.now += 15
    [card] = (await _shown(house))["live"]
    assert (card["waiting_since"], card["held_since"], card["waited_s"]) == (passed, taken, 30.0)
    assert card["connected_at"] == NOON + 20, "the first connection stays known"
    await house.desk.close(taker, ticket, "solved")
    done = await house.tickets.past(NOON)
    assert shift(done, taker, NOON)["talk_s"] == 15.0


async def test_who_is_taken_over_did_not_wait() -> None:
    """A supervisor has the chat from one moment to the next."""
    house = Story()
    session, ticket = await _talks(house)
    await house.desk.take(SAM, ticket)
    [card] = (await _shown(house))["mine"]
    assert (card["agent"], card["held_since"], card["waited_s"]) == ("sam", house.clock(), 0.0)
    assert (await house.ticket(session)).talks == 2


async def test_the_longest_wait_of_a_queue_is_no_talk() -> None:
    """The queue's figures count from when its customer was passed on; an offer that nobody took changes nothing in it."""
    house = Story()
    session, ticket = await _talks(house)
    await house.agents.set_status("wei", "break", house.clock())
    await house.agents.save(replace(AMY, status="break"))
    await house.desk.move(AMY, ticket, queue="returns")
    house.clock.now += 10
    queues = {one["name"]: one for one in (await _shown(house))["queues"]}
    assert (queues["returns"]["longest_wait_s"], queues["returns"]["late"]) == (10.0, 0)
    await house.free_again()
    await house.desk.dispatch()
    await house.desk.decline("amy", ticket)
    house.clock.now += 5
    [card] = (await _shown(house))["queue"]
    assert card["waited_s"] == 15.0
    await house.does("chat:1", ContactLeft(at=house.clock(), reason="hung_up"))
    assert HandoffAbandoned(ticket=ticket, waited_s=15.0) in await house.events(session)


async def test_who_wanted_somebody_else_waits_anew() -> None:
    """The button beside "the agent takes longer"."""
    house = Story()
    session, _ = await _talks(house, talks=0)
    house.clock.now += 121
    await house.agents.seen("amy", house.clock())
    await house.desk.watch()
    await house.does("chat:1", ChoicePicked(at=house.clock(), payload="/queue_again"))
    ticket = await house.ticket(session)
    assert (ticket.status, ticket.waiting_since, ticket.held_since) == ("waiting", house.clock(), None)
