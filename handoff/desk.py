"""The desk: makes offers, takes agents' doings to the session, watches the time limits. Knows no channel and no store."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from frontdesk.core.errors import FrontdeskError, NotAllowed
from frontdesk.core.inputs import (
    AgentClosed,
    AgentInput,
    AgentLeft,
    AgentWrote,
    ContactLeft,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    TimerRang,
    WaitReply,
)
from frontdesk.core.language import clean
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import EstimateWait
from handoff.order import has_room, load, matches, waiting
from handoff.outside import is_outside
from handoff.ports import Agent, AgentStatus, AgentStore, QueuedTicket, TicketQueue
from handoff.waiting import QueueNow, estimate

log = logging.getLogger(__name__)
OFFER_S = 30.0  # an agent's time to answer an offer (RONA after that)
AWAY_S = 60.0  # a ready agent whose desk is shut this long is offline
PICKUP_S = 40.0  # a phone agent's time to pick up and press the key
DISPOSITIONS = ("solved", "follow_up", "wrong_number", "no_answer_needed", "other")
Tell = Callable[[str, AgentInput | TimerRang | ContactLeft, str], Awaitable[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the desk reaches the house: `tell` an input to a session (with a key), time, and fresh keys."""

    tell: Tell
    clock: Callable[[], float]
    new_key: Callable[[], str]


class WaitForecast(Protocol):
    """What the desk asks of an estimator that learns: `handoff.forecast` (numpy), or none."""

    def gone(self, open_ids: Iterable[str]) -> list[str]: ...

    def follow(self, tickets: Sequence[Ticket]) -> None: ...

    def expect(self, queue: str, at: float, priority: float = 0.0) -> tuple[float, float] | None: ...


class Desk:
    """The human queue as agents meet it."""

    def __init__(
        self,
        queue: TicketQueue,
        agents: AgentStore,
        ways: Ways,
        forecast: WaitForecast | None = None,
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        """`elsewhere`: channels whose tickets an outside queue has, unless it could not take one."""
        self._queue, self._agents, self._ways, self._forecast = queue, agents, ways, forecast
        self._elsewhere = elsewhere
        self._turn = asyncio.Lock()

    def learn_from(self, forecast: WaitForecast) -> None:
        """From now on waits are told as this forecast has them, wherever it knows enough."""
        self._forecast = forecast

    async def dispatch(self) -> int:
        """Offer what can be offered now; returns how many offers were made."""
        async with self._turn:
            tickets = await self._queue.open_tickets()
            ours = [q for q in tickets if q.ticket.brought_in or q.ticket.channel not in self._elsewhere]
            found = matches(ours, await self._agents.agents(), self._ways.clock())
            made = 0
            for match in found:
                now = self._ways.clock()
                offer = OfferMade(at=now, agent=match.agent.id, agent_name=match.agent.name, until=now + OFFER_S)
                made += await self._try(match.queued, offer)
            return made

    async def watch(self) -> int:
        """Ring the timers of tickets whose time ran out; returns how many."""
        await self._follow(await self._queue.open_tickets() if self._forecast else ())
        rung = 0
        for queued in await self._queue.due(self._ways.clock()):
            if await self._try(queued, TimerRang(at=self._ways.clock())):
                await self._rest(queued)
                rung += 1
        await self._send_home()
        return rung

    async def _send_home(self) -> None:
        """Ready agents whose desk has been shut for a while are offline: no customer waits for an empty chair."""
        limit = self._ways.clock() - AWAY_S
        for agent in await self._agents.agents():
            if agent.status == "ready" and max(agent.seen_at, agent.status_since) < limit:
                await self._agents.set_status(agent.id, "offline", self._ways.clock())

    async def _rest(self, queued: QueuedTicket) -> None:
        """An agent who let an offer run out is put on break, so that no customer rings into an empty chair (RONA)."""
        if queued.ticket.status == "offered" and queued.ticket.agent and not is_outside(queued.ticket.agent):
            await self._agents.set_status(queued.ticket.agent, "break", self._ways.clock())

    async def _try(self, queued: QueuedTicket, given: OfferMade | TimerRang) -> bool:
        """Tell it; that the world moved on meanwhile is no fault."""
        try:
            await self._ways.tell(queued.session, replace(given, ticket=queued.ticket.id), self._ways.new_key())
        except NotAllowed:
            return False
        except FrontdeskError as error:
            log.warning("the desk could not tell a session: %s", type(error).__name__)
            return False
        return True

    async def set_status(self, agent: str, status: AgentStatus) -> None:
        await self._agents.set_status(agent, status, self._ways.clock())
        await self.dispatch()

    async def accept(self, agent: str, ticket: str) -> None:
        now = self._ways.clock()
        await self._tell(ticket, OfferAccepted(at=now, agent=agent, until=now + PICKUP_S))

    async def decline(self, agent: str, ticket: str) -> None:
        await self._tell(ticket, OfferDeclined(at=self._ways.clock(), agent=agent))
        await self.dispatch()

    async def say(self, agent: str, ticket: str, text: str) -> None:
        words = clean(text, limit=4000)
        if not words:
            raise NotAllowed("The message is empty; write something to send.")
        await self._tell(ticket, AgentWrote(at=self._ways.clock(), agent=agent, text=words))

    async def end(self, agent: str, ticket: str) -> None:
        """The talk is over; wrap-up follows."""
        await self._tell(ticket, AgentLeft(at=self._ways.clock(), agent=agent))

    async def close(self, agent: str, ticket: str, disposition: str, note: str = "") -> None:
        if disposition not in DISPOSITIONS:
            raise NotAllowed(f"'{disposition}' is no disposition; use one of {', '.join(DISPOSITIONS)}.")
        now = self._ways.clock()
        await self._tell(ticket, AgentClosed(at=now, agent=agent, disposition=disposition, note=clean(note)))
        await self.dispatch()

    async def _tell(self, ticket: str, given: AgentInput) -> None:
        queued = await self._queue.ticket(ticket)
        if queued is None:
            raise NotAllowed("There is no such ticket; reload the desk.")
        await self._ways.tell(queued.session, replace(given, ticket=ticket), self._ways.new_key())

    async def expect(self, request: EstimateWait) -> WaitReply:
        """How long a customer who joins this queue now will wait."""
        tickets = await self._queue.open_tickets()
        agents = await self._agents.agents()
        recent = await self._queue.handling_times(request.queue)
        ahead = [q for q in waiting(tickets, self._ways.clock()) if q.ticket.queue == request.queue]
        staffed = _staffed(agents, tickets)
        free = sum(has_room(agent, load(agent, tickets), call=request.medium == "voice") for agent in staffed)
        thin = estimate(QueueNow(ahead=len(ahead), staffed=len(staffed), free=free, handling_s=tuple(recent)))
        if not staffed or free > len(ahead):
            return thin
        learned = await self._learned(request.queue, tickets)
        return thin if learned is None else replace(thin, low_s=round(learned[0], 1), high_s=round(learned[1], 1))

    async def _follow(self, tickets: Sequence[QueuedTicket]) -> None:
        """Tell the estimator what happened to the tickets."""
        if self._forecast is not None:
            gone = [await self._queue.ticket(ticket) for ticket in self._forecast.gone(q.ticket.id for q in tickets)]
            self._forecast.follow([q.ticket for q in (*tickets, *gone) if q is not None])

    async def _learned(self, queue: str, tickets: Sequence[QueuedTicket]) -> tuple[float, float] | None:
        """The estimator's range, once it has seen enough."""
        if self._forecast is None:
            return None
        await self._follow(tickets)
        return self._forecast.expect(queue, self._ways.clock())


def _staffed(agents: Sequence[Agent], tickets: Sequence[QueuedTicket]) -> list[Agent]:
    """Agents who are ready, or still busy with a customer."""
    return [agent for agent in agents if agent.status == "ready" or load(agent, tickets) > 0]
