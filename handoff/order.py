"""Who is next, and with whom: which waiting ticket goes to which ready agent. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from frontdesk.core.tickets import Ticket
from handoff.ports import Agent, QueuedTicket

AGEING_S = 60.0  # every minute of waiting is worth one point of priority, so that nobody starves
CALL_LOAD = 1_000  # a call, ringing or in wrap-up, takes a whole agent


@dataclass(frozen=True, slots=True)
class Match:
    """A ticket and the agent it should be offered to."""

    queued: QueuedTicket
    agent: Agent


def rank(ticket: Ticket, now: float) -> tuple[float, float]:
    """Sort key, smallest first: priority with ageing, then who came first."""
    return (-(ticket.priority + (now - ticket.created_at) / AGEING_S), ticket.created_at)


def waiting(tickets: Iterable[QueuedTicket], now: float) -> list[QueuedTicket]:
    """Tickets that wait for an offer, next one first."""
    return sorted((q for q in tickets if q.ticket.status == "waiting"), key=lambda q: rank(q.ticket, now))


def load(agent: Agent, tickets: Iterable[QueuedTicket]) -> int:
    """How many chats the agent has on hand; a call counts as `CALL_LOAD`."""
    mine = (q.ticket for q in tickets if q.ticket.agent == agent.id and q.ticket.status not in ("closed",))
    return sum(CALL_LOAD if ticket.channel == "voice" else 1 for ticket in mine)


def has_room(agent: Agent, busy: int, *, call: bool) -> bool:
    """Ready, with room for it: a call needs a free agent, a chat a free place. An offer is made once at a time."""
    return agent.status == "ready" and (busy == 0 if call else busy < agent.chats)


def matches(tickets: Sequence[QueuedTicket], agents: Sequence[Agent], now: float) -> list[Match]:
    """All offers that can be made now: by rank; the agent who speaks the language, has refused least, is least busy
    and has been ready longest. For a call that nobody is free for, an agent is kept from chats that rank behind it."""
    busy = {agent.id: load(agent, tickets) for agent in agents}
    found: list[Match] = []
    for queued in waiting(tickets, now):
        call = queued.ticket.channel == "voice"
        able = [a for a in agents if has_room(a, busy[a.id], call=call)]
        soon = [a for a in agents if call and a.status == "ready" and 0 < busy[a.id] < CALL_LOAD]
        best = min(able or soon, key=lambda a: _fit(a, queued.ticket, busy[a.id]), default=None)
        if best is None:
            continue
        busy[best.id] += CALL_LOAD if call else 1
        if able:
            found.append(Match(queued, best))
    return found


def _fit(agent: Agent, ticket: Ticket, busy: int) -> tuple[bool, int, int, float]:
    refused = ticket.declined_by.index(agent.id) + 1 if agent.id in ticket.declined_by else 0
    return (ticket.lang not in agent.langs, refused, busy, agent.status_since)
