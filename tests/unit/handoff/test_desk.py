"""The desk where it meets the clock and other agents' doings."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.core.errors import NotAllowed
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import EstimateWait
from handoff.desk import Desk
from handoff.ports import QueuedTicket
from handoff.ways import Ways
from tests.fakes.desk import AMY, NOON

OFFERED = Ticket(
    id="T-1-1",
    queue="service",
    reason="asked",
    priority=50,
    lang="en",
    channel="chat",
    status="offered",
    created_at=NOON - 60,
    due_at=NOON,
    agent="amy",
)


class Overdue:
    """A queue read just before the agent clicked: there the offer has run out."""

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        return [QueuedTicket(session="S-1", ticket=OFFERED)]

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        return None

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        return await self.open_tickets()

    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        return []

    async def past(self, since: float, limit: int = 20_000) -> Sequence[QueuedTicket]:
        return []


async def test_who_accepts_at_the_last_moment_is_not_sent_on_break() -> None:
    """The time limit and the agent's click meet; the session says the click was first, so nobody let it run out."""

    async def accepted_already(session: str, given: Any, key: str) -> None:
        raise NotAllowed("This conversation is connected now.")

    agents = MemoryAgentStore([replace(AMY, seen_at=NOON)])
    desk = Desk(Overdue(), agents, Ways(tell=accepted_already, clock=lambda: NOON, new_key=lambda: "k"))

    assert await desk.watch() == 0
    amy = await agents.agent("amy")
    assert amy is not None
    assert amy.status == "ready"


class OneChat(Overdue):
    """Amy talks with one customer in a chat; nobody waits."""

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        return [QueuedTicket(session="S-1", ticket=replace(OFFERED, status="connected", due_at=None))]


async def test_a_caller_is_not_promised_an_agent_who_cannot_take_a_call() -> None:
    """An agent with a chat on hand has room for another chat, and for no call: the caller isn't told "at once"."""
    desk = Desk(OneChat(), MemoryAgentStore([AMY]), Ways(tell=_nobody, clock=lambda: NOON, new_key=lambda: "k"))

    chat = await desk.expect(EstimateWait(queue="service", lang="en", medium="text"))
    call = await desk.expect(EstimateWait(queue="service", lang="en", medium="voice"))

    assert chat.high_s is not None
    assert chat.high_s <= 60
    assert call.high_s is None or call.high_s > 60


async def _nobody(session: str, given: Any, key: str) -> None:
    raise NotAllowed("Nobody is told anything here.")


async def test_who_leaves_is_offered_nobody_and_leaves_nobody_alone() -> None:
    """An offer goes on at once, a chat goes back to the queue; a call goes on without the page, and others' stay theirs."""
    told: list[tuple[str, Any]] = []

    async def tell(session: str, given: Any, key: str) -> None:
        told.append((session, given))

    class Busy(Overdue):
        async def open_tickets(self) -> Sequence[QueuedTicket]:
            chat = replace(OFFERED, id="T-2-1", status="connected", connected_at=NOON - 30)
            call, others = replace(chat, id="T-3-1", channel="voice"), replace(chat, id="T-4-1", agent="wei")
            every = (OFFERED, chat, call, others)
            return [QueuedTicket(session=f"S-{n}", ticket=ticket) for n, ticket in enumerate(every, start=1)]

    agents = MemoryAgentStore([replace(AMY, seen_at=NOON)])
    await Desk(Busy(), agents, Ways(tell=tell, clock=lambda: NOON, new_key=lambda: "k")).log_off("amy")

    assert [(session, type(given).__name__, given.ticket) for session, given in told] == [
        ("S-1", "OfferDeclined", "T-1-1"),
        ("S-2", "TicketMoved", "T-2-1"),
    ]
    amy = await agents.agent("amy")
    assert amy is not None
    assert amy.status == "offline"
