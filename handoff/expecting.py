"""What a customer who waits can expect: how long, which other ways there are, an old place. Asks the read model only."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from frontdesk.core.evolve import replace
from frontdesk.core.inputs import WaitReply
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import EstimateWait
from handoff.order import NO_LOAD, has_room, loads, rank, rests, signed_in, waiting
from handoff.ports import Agent, AgentStore, QueuedTicket, TicketQueue
from handoff.waiting import QueueNow, estimate
from handoff.ways import Ways

ON_SHIFT = ("ready", "wrap_up")  # who goes offline or on a break with a customer takes no other after that


class WaitForecast(Protocol):
    """What the desk asks of an estimator that learns: `handoff.forecast` (numpy), or none."""

    def gone(self, open_ids: Iterable[str]) -> list[str]: ...

    def follow(self, tickets: Sequence[Ticket]) -> None: ...

    def expect(self, queue: str, at: float, priority: float = 0.0) -> tuple[float, float] | None: ...


class Expectation:
    """Answers `EstimateWait`."""

    def __init__(
        self, queue: TicketQueue, agents: AgentStore, ways: Ways, forecast: WaitForecast | None = None
    ) -> None:
        self._queue, self._agents, self._ways, self._forecast = queue, agents, ways, forecast

    def learn_from(self, forecast: WaitForecast) -> None:
        """From now on waits are told as this forecast has them, wherever it knows enough."""
        self._forecast = forecast

    async def keep_up(self) -> None:
        """Tell the estimator what happened meanwhile."""
        if self._forecast is not None:
            await self._follow(await self._queue.open_tickets())

    async def expect(self, request: EstimateWait) -> WaitReply:
        """How long a customer who joins this queue now, or waits there already, will wait (still)."""
        now, rules = self._ways.clock(), self._ways.rules(request.queue)
        tickets, agents = await self._queue.open_tickets(), await self._agents.agents()
        queue = [q.ticket for q in waiting(tickets, now, self._ways.rules) if q.ticket.queue == request.queue]
        ahead, here = _ahead(queue, request, now, self._ways)
        reply = await self._how_long(request, ahead, tickets, agents)
        full = rules.capacity is not None and not here and len(queue) >= rules.capacity
        number = await self._rings(request.number) if request.number else None
        reply = replace(reply, full=full, options=await self._options(request), number=number)
        return await self._known(request, reply)

    async def _how_long(
        self, request: EstimateWait, ahead: int, tickets: Sequence[QueuedTicket], agents: Sequence[Agent]
    ) -> WaitReply:
        busy = loads(tickets)
        recent = await self._queue.handling_times(request.queue)
        staffed = [a for a in self._speakers(request, agents) if a.status in ON_SHIFT]
        mine = next((q.ticket for q in tickets if q.ticket.id == request.ticket), None)
        able = [a for a in staffed if mine is None or not self._rests(mine, a)]
        free = sum(has_room(a, busy.get(a.id, NO_LOAD), call=request.medium == "voice") for a in able)
        thin = estimate(QueueNow(ahead=ahead, staffed=len(staffed), free=free, handling_s=tuple(recent)))
        if not staffed or free > ahead:
            return thin
        learned = await self._learned(request.queue, tickets)
        return thin if learned is None else replace(thin, low_s=round(learned[0], 1), high_s=round(learned[1], 1))

    def _speakers(self, request: EstimateWait, agents: Sequence[Agent]) -> list[Agent]:
        """Who serves the queue and could be offered a customer of this language."""
        able = [a for a in agents if _serves(a, request.queue)]
        speak = [a for a in able if request.lang in a.langs]
        must = self._ways.rules(request.queue).language_must or any(map(signed_in, speak))
        return speak if must else able

    def _rests(self, ticket: Ticket, agent: Agent) -> bool:
        """An agent who just declined this customer is nobody to come at once."""
        return rests(ticket, agent, self._ways.clock(), self._ways.rules(ticket.queue))

    async def _options(self, request: EstimateWait) -> tuple[str, ...]:
        """The ways on besides waiting that this house can go with this customer."""
        if request.medium != "voice" or not self._ways.calls_out:
            return ("bot", "message")
        own = request.caller is not None and await self._ways.may_call(request.caller)
        return ("bot", "message", "callback" if own else "number")

    async def _rings(self, given: str) -> str | None:
        """How the number a customer gave is dialled, if it may be."""
        number = self._ways.dialled(given)
        return number if number is not None and await self._ways.may_call(number) else None

    async def _known(self, request: EstimateWait, reply: WaitReply) -> WaitReply:
        """What a verified customer has from before: a place that was lost with the line, an agent who knows them.

        Nothing is found by a caller's number: it may be anybody's.
        """
        if request.customer is None:
            return reply
        now, rules = self._ways.clock(), self._ways.rules(request.queue)
        since = now - max(rules.sticky_s, rules.longest_s + rules.regain_s)
        past = [
            q.ticket for q in await self._queue.of_customer(request.customer, since) if q.ticket.id != request.ticket
        ]
        place = _lost_place(past, request.queue, now - rules.regain_s)
        met = [t for t in past if t.agent and t.closed_at is not None and t.closed_at >= now - rules.sticky_s]
        return replace(
            reply,
            place_at=place.since if place else None,
            place_of=place.id if place else None,
            last_agent=met[-1].agent if met and rules.sticky_s else None,
        )

    async def _follow(self, tickets: Sequence[QueuedTicket]) -> None:
        if self._forecast is not None:
            gone = [await self._queue.ticket(ticket) for ticket in self._forecast.gone(q.ticket.id for q in tickets)]
            self._forecast.follow([q.ticket for q in (*tickets, *gone) if q is not None])

    async def _learned(self, queue: str, tickets: Sequence[QueuedTicket]) -> tuple[float, float] | None:
        """The estimator's range, once it has seen enough."""
        if self._forecast is None:
            return None
        await self._follow(tickets)
        return self._forecast.expect(queue, self._ways.clock())


def _ahead(queue: Sequence[Ticket], request: EstimateWait, now: float, ways: Ways) -> tuple[int, bool]:
    """How many are before this customer, and whether they wait there already."""
    for place, ticket in enumerate(queue):
        if ticket.id == request.ticket:
            return place, True
    rules = ways.rules(request.queue)
    fresh = (True, -float(request.priority), now)
    return sum(rank(ticket, now, rules) < fresh for ticket in queue), False


def _serves(agent: Agent, queue: str) -> bool:
    return not agent.queues or queue in agent.queues


def _lost_place(past: Sequence[Ticket], queue: str, since: float) -> Ticket | None:
    """The newest place this customer lost by hanging up, or keeps for a call back, and has not taken up again."""
    again = {ticket.regained for ticket in past}
    for ticket in reversed(past):
        hung_up = ticket.status == "abandoned" and ticket.disposition in ("hung_up", "failed")
        cut_off = hung_up and ticket.talks == 0 and (ticket.ended_at or 0.0) >= since
        to_be_called = ticket.status == "waiting" and ticket.mode == "callback"
        if ticket.queue == queue and ticket.id not in again and (cut_off or to_be_called):
            return ticket
    return None
