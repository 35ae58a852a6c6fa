"""Keeps the time at the desk: limits that ran out, agents who are gone, customers who are to be told something."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from math import inf
from types import MappingProxyType

from frontdesk.core.desk_inputs import AgentLost, AnswerLate, CallbackDropped, MessagePutBack, WaitContinued
from frontdesk.core.inputs import TicketInput, TimerRang
from frontdesk.core.staffing import AgentStatus
from handoff.order import NO_ANSWER
from handoff.outside import is_outside
from handoff.ports import Agent, AgentStore, QueuedTicket, TicketQueue
from handoff.ways import Ways

AWAY_S = 60.0  # a ready agent whose desk is shut this long is offline; one who talks in a chat is lost
# How long a desk may be shut in each status before its agent is offline: a pause outlasts a lunch, not a night, which would
# else count as time on break or at work.
SHUT_S: Mapping[AgentStatus, float] = MappingProxyType({"ready": AWAY_S, "break": 7200.0, "wrap_up": 7200.0})
AGAIN_S = 5.0  # after an estimate that failed, the next one is asked for so soon
SILENT_S = 120.0  # so long a customer in a chat waits for the agent's words before they are told that it takes longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What the watch does with what it sees: tell a session (False: refused there), see to an agent who is done."""

    tried: Callable[[QueuedTicket, TicketInput], Awaitable[bool]]
    freed: Callable[[str], Awaitable[None]]


class Watch:
    """Looks at all tickets and agents, again and again. What is told is refused where the world moved on."""

    def __init__(self, queue: TicketQueue, agents: AgentStore, ways: Ways, desk: "Hands") -> None:
        self._queue, self._agents, self._ways, self._desk = queue, agents, ways, desk
        self._looked: dict[str, float] = {}

    async def look(self) -> int:
        """One look; returns how many timers rang."""
        rung = 0
        for queued in await self._queue.due(self._ways.clock()):
            if await self._desk.tried(queued, TimerRang(at=self._ways.clock())):
                await self._after(queued)
                rung += 1
        tickets, agents = await self._queue.open_tickets(), await self._agents.agents()
        people = {agent.id: agent for agent in agents}
        await self._lost(tickets, people)
        await self._unanswered(tickets, people)
        await self._comfort(tickets)
        await self._send_home(agents)
        await self._replaced(tickets)
        await self._tell_waiting(tickets)
        return rung

    async def _after(self, queued: QueuedTicket) -> None:
        """Who let an offer run out is put on break, so that nobody rings into an empty chair (RONA); a ticket that was
        filed by itself frees its agent."""
        ticket = queued.ticket
        if is_outside(ticket.agent):
            return
        if ticket.agent and ticket.status == "offered":
            await self._agents.set_status(ticket.agent, "break", self._ways.clock(), NO_ANSWER)
        elif ticket.agent and ticket.status == "wrap_up":
            await self._desk.freed(ticket.agent)

    async def _send_home(self, agents: Sequence[Agent]) -> None:
        """Agents whose desk has been shut for a while are offline: no customer waits for an empty chair, no night counts
        as a break."""
        now = self._ways.clock()
        for agent in agents:
            gone = max(agent.seen_at, agent.status_since) + SHUT_S.get(agent.status, inf)
            if gone < now:  # since then, also when nobody was here to look meanwhile
                await self._agents.set_status(agent.id, "offline", gone)

    async def _lost(self, tickets: Sequence[QueuedTicket], agents: dict[str, Agent]) -> None:
        """Chats whose agent never came back go on with somebody else. A phone tells by itself when it is gone."""
        now = self._ways.clock()
        for queued in tickets:
            ticket = queued.ticket
            agent = agents.get(ticket.agent or "")
            if ticket.channel != "chat" or ticket.status != "connected" or agent is None:
                continue
            if max(agent.seen_at, agent.status_since, ticket.held_since or 0.0) < now - AWAY_S:
                await self._desk.tried(queued, AgentLost(at=now, agent=agent.id))

    async def _unanswered(self, tickets: Sequence[QueuedTicket], agents: dict[str, Agent]) -> None:
        """Messages that somebody had open who is not at work any more wait for the others again."""
        now = self._ways.clock()
        for queued in tickets:
            ticket, agent = queued.ticket, agents.get(queued.ticket.agent or "")
            if ticket.mode != "message" or ticket.status != "wrap_up" or agent is None or agent.status != "offline":
                continue
            if max(agent.seen_at, ticket.held_since or 0.0) < now - AWAY_S:
                await self._desk.tried(queued, MessagePutBack(at=now, agent=agent.id))

    async def _comfort(self, tickets: Sequence[QueuedTicket]) -> None:
        """Nobody in a chat waits in silence for an agent whose desk is open and who does not answer."""
        now = self._ways.clock()
        for queued in tickets:
            ticket, asked = queued.ticket, queued.ticket.asked_at
            if ticket.status == "connected" and asked is not None and not ticket.comforted and now - asked >= SILENT_S:
                await self._desk.tried(queued, AnswerLate(at=now))

    async def _replaced(self, tickets: Sequence[QueuedTicket]) -> None:
        """Who came back by themselves need not be called back."""
        known = {queued.ticket.id: queued for queued in tickets}
        for queued in tickets:
            before = known.get(queued.ticket.regained or "")
            if before is not None and before.ticket.mode == "callback":
                await self._desk.tried(before, CallbackDropped(at=self._ways.clock()))

    async def _tell_waiting(self, tickets: Sequence[QueuedTicket]) -> None:
        """Chats hear news of their wait; who waits on the phone is told when the carrier asks what to play."""
        now = self._ways.clock()
        waiting = [q for q in tickets if q.ticket.status == "waiting" and q.ticket.channel == "chat"]
        self._looked = {q.ticket.id: at for q in waiting if (at := self._looked.get(q.ticket.id)) is not None}
        for queued in waiting:
            ticket = queued.ticket
            every = AGAIN_S if ticket.unsure else self._ways.rules(ticket.queue).announce_s
            last = max(self._looked.get(ticket.id, 0.0), ticket.heard_at or ticket.created_at)
            if ticket.mode == "live" and now - last >= every:
                self._looked[ticket.id] = now
                await self._desk.tried(queued, WaitContinued(at=now))
