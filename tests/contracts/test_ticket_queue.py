"""The contract of TicketQueue: a read model of the tickets that sessions hold."""

from typing import Any

import pytest

from frontdesk.core.errors import StaleSession
from handoff.ports import AgentTaken
from tests.contracts import made
from tests.contracts.conftest import Stores


async def _keep(stores: Stores, ticket: str, **fields: Any) -> None:
    await stores.sessions.commit(made.ticket_turn(f"S-{ticket}", made.ticket(ticket, **fields)))


async def test_a_committed_ticket_is_in_the_queue_at_once(stores: Stores) -> None:
    """The turn and its ticket are one commit; the ticket comes back whole, with its session."""
    ticket = made.ticket(
        status="offered",
        agent="amy",
        agent_name="艾米",
        declined_by=("bob",),
        told_low_s=60.5,
        due_at=130.5,
    )
    await stores.sessions.commit(made.ticket_turn("S-1", ticket))
    queued = await stores.tickets.ticket("T-1")
    assert queued is not None
    assert (queued.session, queued.ticket) == ("S-1", ticket)
    assert list(await stores.tickets.open_tickets()) == [queued]


async def test_an_unknown_ticket_is_none(stores: Stores) -> None:
    """Asking for a ticket that is not there is no error."""
    assert await stores.tickets.ticket("T-0") is None


async def test_the_queue_shows_the_newest_form_of_a_ticket(stores: Stores) -> None:
    """A later turn replaces the row; there is one row per ticket."""
    await _keep(stores, "T-1", status="waiting")
    await stores.sessions.commit(made.ticket_turn("S-T-1", made.ticket("T-1", status="accepted", agent="amy"), seq=2))
    assert [(q.ticket.status, q.ticket.agent) for q in await stores.tickets.open_tickets()] == [("accepted", "amy")]


async def test_a_refused_turn_leaves_the_ticket_as_it_was(stores: Stores) -> None:
    """Two agents accept at once: the second turn is stale, and the ticket stays the first one's."""
    await _keep(stores, "T-1", status="offered")
    await stores.sessions.commit(made.ticket_turn("S-T-1", made.ticket("T-1", status="accepted", agent="amy"), seq=2))
    late = made.ticket_turn("S-T-1", made.ticket("T-1", status="accepted", agent="bob"), seq=2)
    with pytest.raises(StaleSession):
        await stores.sessions.commit(late)
    queued = await stores.tickets.ticket("T-1")
    assert queued is not None
    assert queued.ticket.agent == "amy"


async def test_a_session_may_have_a_ticket_after_another(stores: Stores) -> None:
    """A second request for a human is a new row; the closed one stays to be read."""
    await _keep(stores, "T-1", status="closed", connected_at=1.0, closed_at=2.0)
    await stores.sessions.commit(made.ticket_turn("S-T-1", made.ticket("T-2"), seq=2))
    assert [q.ticket.id for q in await stores.tickets.open_tickets()] == ["T-2"]
    assert await stores.tickets.ticket("T-1") is not None


async def test_nobody_is_offered_two_customers_at_once(stores: Stores) -> None:
    """Two processes match at the same time: the second offer to the same agent is refused whole. Outside agents may."""
    await _keep(stores, "T-1", status="offered", agent="amy")
    with pytest.raises(AgentTaken):
        await _keep(stores, "T-2", status="offered", agent="amy")
    assert await stores.tickets.ticket("T-2") is None
    await _keep(stores, "T-3", status="offered", agent="wei")
    for ticket in ("T-4", "T-5"):
        await _keep(stores, ticket, status="offered", agent="chatwoot:7")


async def test_nobody_has_two_calls(stores: Stores) -> None:
    """A call that is rung, briefed or talked on takes its agent; a chat beside a chat does not."""
    await _keep(stores, "T-1", status="connected", agent="amy", channel="voice")
    with pytest.raises(AgentTaken):
        await _keep(stores, "T-2", status="accepted", agent="amy", channel="voice")
    await _keep(stores, "T-3", status="connected", agent="wei")
    await _keep(stores, "T-4", status="connected", agent="wei")


async def test_a_verified_customers_tickets_are_found(stores: Stores) -> None:
    """By who they are, since a moment, whatever became of them; nobody else's."""
    await _keep(stores, "T-1", customer="C1", status="abandoned", created_at=100.0)
    await _keep(stores, "T-2", customer="C1", created_at=200.0)
    await _keep(stores, "T-3", customer="C2", created_at=200.0)
    await _keep(stores, "T-4", created_at=200.0)
    assert [q.ticket.id for q in await stores.tickets.of_customer("C1", 50.0)] == ["T-1", "T-2"]
    assert [q.ticket.id for q in await stores.tickets.of_customer("C1", 150.0)] == ["T-2"]


async def test_open_tickets_are_those_a_desk_works_on_oldest_first(stores: Stores) -> None:
    """Waiting, offered, accepted, briefed, connected and wrap-up; not what is over."""
    on_desk = ("waiting", "offered", "accepted", "briefed", "connected", "wrap_up")
    for n, status in enumerate((*on_desk, "closed", "abandoned", "expired", "turned_away")):
        await _keep(stores, f"T-{n}", status=status, created_at=200.0 - n)
    assert [q.ticket.id for q in await stores.tickets.open_tickets()] == ["T-5", "T-4", "T-3", "T-2", "T-1", "T-0"]


async def test_due_gives_tickets_whose_time_has_come(stores: Stores) -> None:
    """Due at or before now, longest overdue first; never one without a limit or one that is over."""
    await _keep(stores, "T-1", due_at=50.0)
    await _keep(stores, "T-2", due_at=40.0, status="offered")
    await _keep(stores, "T-3", due_at=50.1)
    await _keep(stores, "T-4", due_at=None)
    await _keep(stores, "T-5", due_at=10.0, status="closed")
    assert [q.ticket.id for q in await stores.tickets.due(50.0)] == ["T-2", "T-1"]


async def test_handling_times_are_of_the_newest_closed_tickets_of_a_queue(stores: Stores) -> None:
    """From connected to closed, newest first, at most `limit`; a ticket never connected has no handling time."""
    for n in range(4):
        await _keep(stores, f"T-{n}", status="closed", connected_at=1000.0, closed_at=1010.0 + n)
    await _keep(stores, "T-other", status="closed", queue="sales", connected_at=1.0, closed_at=9999.0)
    await _keep(stores, "T-never", status="closed", closed_at=9999.0)
    await _keep(stores, "T-open", status="wrap_up", connected_at=1.0)
    assert list(await stores.tickets.handling_times("service", 3)) == [13.0, 12.0, 11.0]
    assert list(await stores.tickets.handling_times("nowhere")) == []


async def test_past_gives_what_is_over_oldest_first(stores: Stores) -> None:
    """Closed, abandoned and expired tickets created since then; the newest of them, in order; none that is open."""
    statuses = ("closed", "abandoned", "expired", "waiting", "wrap_up", "closed")
    for n, status in enumerate(statuses):
        await _keep(stores, f"T-{n}", status=status, created_at=100.0 + n)
    assert [q.ticket.id for q in await stores.tickets.past(101.0)] == ["T-1", "T-2", "T-5"]
    assert [q.ticket.id for q in await stores.tickets.past(0.0, 2)] == ["T-2", "T-5"]
