"""Tickets in memory: a read model, written by the session store."""

from collections.abc import Sequence

from frontdesk.adapters.memory.data import MemoryData
from frontdesk.core.tickets import OPEN
from handoff.ports import QueuedTicket

_ON_THE_DESK = OPEN | {"wrap_up"}


class MemoryTicketQueue:
    """The TicketQueue port in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        return tuple(sorted(self._on_desk(), key=lambda q: (q.ticket.created_at, q.ticket.id)))

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        return self._data.tickets.get(ticket)

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        dated = [(q.ticket.due_at, q.ticket.id, q) for q in self._on_desk() if q.ticket.due_at is not None]
        return tuple(q for due_at, _, q in sorted(dated, key=lambda d: d[:2]) if due_at <= now)

    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        tickets = (q.ticket for q in self._data.tickets.values() if q.ticket.queue == queue)
        closed = [
            (t.closed_at, t.id, t.connected_at) for t in tickets if t.status == "closed" and t.closed_at is not None
        ]
        newest = sorted((c for c in closed if c[2] is not None), key=lambda c: c[:2], reverse=True)
        return tuple(
            closed_at - connected_at for closed_at, _, connected_at in newest[:limit] if connected_at is not None
        )

    async def past(self, since: float, limit: int = 20_000) -> Sequence[QueuedTicket]:
        over = [q for q in self._data.tickets.values() if q.ticket.status not in _ON_THE_DESK]
        recent = [q for q in over if q.ticket.created_at >= since]
        return tuple(sorted(recent, key=lambda q: (q.ticket.created_at, q.ticket.id))[-limit:])

    async def of_customer(self, customer: str, since: float) -> Sequence[QueuedTicket]:
        theirs = [q for q in self._data.tickets.values() if q.ticket.customer == customer]
        recent = [q for q in theirs if q.ticket.created_at >= since]
        return tuple(sorted(recent, key=lambda q: (q.ticket.created_at, q.ticket.id)))

    def _on_desk(self) -> list[QueuedTicket]:
        return [q for q in self._data.tickets.values() if q.ticket.status in _ON_THE_DESK]
