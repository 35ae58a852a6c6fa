"""The agents and the tickets of a simulation: who waits, who is busy, who gets whom. Routing is `handoff.order`, the real one."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from frontdesk.core.inputs import WaitReply
from frontdesk.core.staffing import AgentStatus
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import EstimateWait
from handoff.order import Match, matches
from handoff.ports import Agent, QueuedTicket
from handoff.waiting import QueueNow, estimate

OVER = ("closed", "abandoned", "expired")
RECENT = 50


@dataclass(slots=True)
class Worked:
    """One agent's time so far: staffed and busy seconds, and since when each runs."""

    staffed_s: float = 0.0
    busy_s: float = 0.0
    on_since: float | None = None
    busy_since: float | None = None


@dataclass(slots=True)
class Floor:
    """Kept after every turn; asked who can be offered whom."""

    agents: dict[str, Agent]
    waiting: dict[str, QueuedTicket] = field(default_factory=dict)
    mine: dict[str, dict[str, QueuedTicket]] = field(default_factory=dict)  # agent → tickets not closed
    work: dict[str, Worked] = field(default_factory=dict)
    handled: deque[float] = field(default_factory=lambda: deque(maxlen=RECENT))
    ready: set[str] = field(default_factory=set)

    def keep(self, session: str, before: Ticket | None, ticket: Ticket, at: float) -> None:
        """A ticket after a turn."""
        if before is not None and before.agent and before.agent != ticket.agent:
            self._drop(before.agent, ticket.id, at)
        self.waiting.pop(ticket.id, None)
        if ticket.status == "waiting":
            self.waiting[ticket.id] = QueuedTicket(session=session, ticket=ticket)
        if ticket.agent and ticket.status in OVER:
            self._drop(ticket.agent, ticket.id, at)
            if ticket.connected_at is not None and ticket.closed_at is not None:
                self.handled.appendleft(ticket.closed_at - ticket.connected_at)
        elif ticket.agent:
            self._take(ticket.agent, QueuedTicket(session=session, ticket=ticket), at)

    def _take(self, agent: str, queued: QueuedTicket, at: float) -> None:
        mine = self.mine.setdefault(agent, {})
        if not mine:
            self.work.setdefault(agent, Worked()).busy_since = at
        mine[queued.ticket.id] = queued

    def _drop(self, agent: str, ticket: str, at: float) -> None:
        mine = self.mine.get(agent, {})
        if mine.pop(ticket, None) is None or mine:
            return
        work = self.work[agent]
        work.busy_s += at - (at if work.busy_since is None else work.busy_since)
        work.busy_since = None
        self.agents[agent] = replace(self.agents[agent], idle_since=at)  # longest idle is next
        if self.agents[agent].status != "ready":
            self._close(work, at)

    def set_status(self, agent: str, status: AgentStatus, at: float) -> None:
        """Ready, on break, or gone. Who goes home with a customer on the line stays until that is over."""
        work = self.work.setdefault(agent, Worked())
        if status == "ready":
            self.ready.add(agent)
            work.on_since = at if work.on_since is None else work.on_since
        else:
            self.ready.discard(agent)
            if not self.mine.get(agent):
                self._close(work, at)
        self.agents[agent] = replace(self.agents[agent], status=status, status_since=at)

    def _close(self, work: Worked, at: float) -> None:
        if work.on_since is not None:
            work.staffed_s += at - work.on_since
            work.on_since = None

    def offers(self, now: float) -> list[Match]:
        """What the real routing would offer now. Agents on a call, and customers with an agent, are left out: they
        change nothing in it."""
        if not self.waiting or not self.ready:
            return []
        free = [a for a in self.ready if not self._on_call(a)]
        if not free:
            return []
        agents = sorted((self.agents[a] for a in free), key=lambda a: a.id)
        tickets: list[QueuedTicket] = list(self.waiting.values())
        for agent in free:
            tickets += self.mine.get(agent, {}).values()
        return matches(tickets, agents, now)

    def _on_call(self, agent: str) -> bool:
        return any(q.ticket.channel == "voice" for q in self.mine.get(agent, {}).values())

    def expect(self, request: EstimateWait) -> WaitReply:
        """What the desk tells before it has learned from a log (`handoff.waiting.thin`)."""
        staffed = self.ready | {agent for agent, mine in self.mine.items() if mine}
        chats = request.medium == "text"
        free = sum(self._room(agent, chats=chats) for agent in self.ready)
        now = QueueNow(ahead=len(self.waiting), staffed=len(staffed), free=free, handling_s=tuple(self.handled))
        return estimate(now)

    def _room(self, agent: str, *, chats: bool) -> bool:
        mine = self.mine.get(agent, {})
        if not chats or self._on_call(agent):
            return not mine
        return len(mine) < self.agents[agent].chats

    def times(self, at: float) -> tuple[float, float]:
        """Staffed and busy seconds of all agents until now."""
        staffed = sum(w.staffed_s + (at - w.on_since if w.on_since is not None else 0.0) for w in self.work.values())
        busy = sum(w.busy_s + (at - w.busy_since if w.busy_since is not None else 0.0) for w in self.work.values())
        return staffed, busy


def new_agents(count: int, bilingual: float, chats: int) -> dict[str, Agent]:
    """Agents by id, in alphabetical order of their ids."""
    return {agent.id: agent for agent in _agents(count, bilingual, chats)}


def _agents(count: int, bilingual: float, chats: int) -> Sequence[Agent]:
    both = round(count * bilingual)
    langs = [("en", "zh") if i < both else (("en",), ("zh",))[i % 2] for i in range(count)]
    return [
        Agent(id=f"agent-{i + 1:04d}", name=f"Agent {i + 1}", role="agent", langs=spoken, phone=f"client:agent-{i + 1}",
              password_hash="", chats=chats)
        for i, spoken in enumerate(langs)
    ]  # fmt: skip
