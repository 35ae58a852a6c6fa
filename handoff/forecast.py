"""Keeps the wait estimator in step with the tickets: what they tell of arrivals, answers and ends, in order. Pure.

Imports numpy, through the estimator: whoever starts without it hands the desk no forecast.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from frontdesk.core.tickets import Ticket
from handoff.waiting.estimator import Estimator
from handoff.waiting.learned import Learned
from handoff.waiting.model import About

JOINED, ANSWERED, ENDED, LEFT = 0, 1, 2, 3
OVER = frozenset({"closed", "abandoned", "expired"})
REMEMBERED = 1000  # tickets that are over, so that an old picture of the desk does not bring them back


@dataclass(slots=True)
class _Known:
    """How far a ticket's story has been told to the estimator."""

    connected: bool = False


class Forecast:
    """One centre's queues, as its tickets show them."""

    def __init__(self, model: tuple[Learned, About] | None = None) -> None:
        self._estimator = Estimator(model)
        self._known: dict[str, _Known] = {}
        self._over: dict[str, None] = {}
        self._at = 0.0

    def gone(self, open_ids: Iterable[str]) -> list[str]:
        """Tickets that were open when last heard of and are not now: their end is to be looked up."""
        return sorted(self._known.keys() - set(open_ids))

    def follow(self, tickets: Sequence[Ticket]) -> None:
        """Tell the estimator what is new in these tickets, in order of time. One that was never seen open is left out."""
        self._play([t for t in tickets if t.id in self._known or (t.status not in OVER and t.id not in self._over)])

    def rehearse(self, tickets: Sequence[Ticket]) -> None:
        """Live through tickets of the past, all of them over; before anything is followed."""
        self._play(tickets)

    def _play(self, tickets: Sequence[Ticket]) -> None:
        news = [piece for ticket in tickets for piece in self._news(ticket)]
        for at, what, ticket in sorted(news, key=lambda piece: (piece[0], piece[1], piece[2].id)):
            self._at = max(self._at, at)
            self._tell(what, ticket)

    def expect(self, queue: str, at: float, priority: float = 0.0) -> tuple[float, float] | None:
        """The 80 % range for one who joins now; None while too little is known."""
        found = self._estimator.expect(queue, max(self._at, at), priority)
        return None if found is None else (found.low, found.high)

    def lesson(self, at: float) -> Callable[[], tuple[Learned, About]] | None:
        """When it is time to learn anew: the slow work, to be done off the event loop and handed to `use`."""
        return self._estimator.lesson(at) if self._estimator.due(at) else None

    @property
    def learned(self) -> bool:
        """Whether a model is in use; without one only formulas speak."""
        return self._estimator.model is not None

    def use(self, model: Learned | None) -> None:
        """From now on this model; None: only simple formulas."""
        self._estimator.use(model)

    def _news(self, ticket: Ticket) -> list[tuple[float, int, Ticket]]:
        known = self._known.get(ticket.id)
        over = ticket.status in OVER
        news = [] if known else [(ticket.created_at, JOINED, ticket)]
        if ticket.connected_at is not None and not (known and known.connected):
            news.append((ticket.connected_at, ANSWERED, ticket))
        if over:
            end = ticket.closed_at or ticket.ended_at or max(self._at, ticket.created_at)
            news.append((end, LEFT if ticket.connected_at is None else ENDED, ticket))
        return news

    def _tell(self, what: int, ticket: Ticket) -> None:
        """At the ticket's own time, but never before what was told already."""
        estimator, at = self._estimator, self._at
        if what == JOINED:
            self._known[ticket.id] = _Known()
            estimator.arrive(ticket.id, ticket.queue, at, float(ticket.priority))
            estimator.estimate(ticket.id, at)
        elif what == ANSWERED:
            self._known[ticket.id].connected = True
            estimator.answer(ticket.id, at, ticket.agent or "")
        else:
            self._known.pop(ticket.id, None)
            self._over[ticket.id] = None
            if len(self._over) > REMEMBERED:
                del self._over[next(iter(self._over))]
            if what == LEFT:
                estimator.give_up(ticket.id, at)
            else:
                estimator.end(ticket.id, at)
