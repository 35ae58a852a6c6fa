"""The state of all queues, kept event by event, and what can be seen of it from one customer's place. No models here."""

from collections import deque

import numpy as np

from handoff.waiting import crew, room, soon_free
from handoff.waiting.fading import ARRIVED, LATE, LEFT, OPEN, STARTED, Mean, Rates
from handoff.waiting.line import HALF_HOUR, Line, Place, Served, like

RATES = tuple(f"{kind}{span}" for kind in ("arrive", "start", "late", "leave", "open") for span in (1, 5, 15))
SEEN = (
    "queue", "waited", "priority", "found", "found_pool", *room.LOOK, *RATES, *(f"pool_{rate}" for rate in RATES), *crew.LOOK,
    "les", "les_ago", "les_same", "les_same_ago", "all_les", "all_les_ago", "ema", "last10", "webex", "waited_mean",
    "found_mean", "pool_mean", "hour_mean", "start_ago", "arrive_ago", "aht", "aht_now", "alpha", "pool_aht",
    "all_waits", "all_handled", "last100", "day_second", "week_day", *soon_free.LOOK,
)  # fmt: skip
NEVER = 1e5  # seconds: "not lately"


class QueueState:
    """What is known now. Feed it events in order; ask it what a customer's place looks like."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.crew, self.room, self.rates = crew.Crew(), room.Room(), Rates()
        self.soon = soon_free.SoonFree()
        self.aht = np.zeros(0)  # by queue: the mean handling time
        self.late = Served()
        self.waits = Mean(0.02)
        self.handled = Mean(0.01, 180.0)
        self.last100: deque[float] = deque(maxlen=100)
        self._sum100 = 0.0
        self._looked: tuple[int, float, list[float]] = (-1, 0.0, [])

    def grow(self, queues: int, agents: int) -> None:
        """Make room for this many queues and agents."""
        while len(self.lines) < queues:
            self.lines.append(Line())
        self.aht = np.concatenate([self.aht, [line.handling.value for line in self.lines[len(self.aht) :]]])
        self.rates.grow(queues)
        self.crew.grow(queues, agents)
        self.soon.grow(self.crew.size)

    def arrive(self, place: Place, at: float, *, waits: bool = True) -> None:
        """A customer joins a line; who is answered at this very moment need not look round."""
        self._pass(at)
        if waits:
            self.found(place, at)
        self.rates.add(ARRIVED, place.queue, at)
        self.lines[place.queue].last_arrival = at
        self._open(place.queue, 1, at)
        self.room.join(place)

    def found(self, place: Place, at: float) -> None:
        """Note what a customer finds who comes now."""
        look = self.room.look(place, self.crew.alike[place.queue], at)
        place.found, place.found_pool = int(look[0]), look[8]
        self._looked = place.number, at, look

    def answer(self, place: Place, agent: int, at: float) -> None:
        """A customer enters service; agent -1 when not known."""
        line, wait = self.lines[place.queue], at - place.arrived
        self._pass(at)
        self._go(place, at)
        self.rates.add(STARTED, place.queue, at)
        line.answered(place, wait, at)
        if wait > 0.0:
            self.rates.add(LATE, place.queue, at)
            self.late.add(wait, at)
            self.waits.add(wait)
        if agent >= 0:
            idle = -1.0 if self.crew.busy[agent] else at - float(self.crew.seen[agent])
            self.soon.begin(agent, line.handling.value, idle, late=wait > 0.0)
            self.crew.begin(agent, place.queue, at)
            if wait > 0.0:
                self.room.chosen(place, self.crew.takes[agent])

    def give_up(self, place: Place, at: float) -> None:
        """A customer leaves without an answer."""
        self._pass(at)
        self._go(place, at)
        self.rates.add(LEFT, place.queue, at)
        self.lines[place.queue].gave(at - place.arrived)

    def _pass(self, at: float) -> None:
        self.soon.passes(self.crew, at, waiting=self.room.count > 0)

    def _go(self, place: Place, at: float) -> None:
        if self.room.leave(place):
            self._looked = -1, 0.0, []
            self._open(place.queue, -1, at)

    def _open(self, queue: int, more: int, at: float) -> None:
        """Count the time in which this line had somebody in it."""
        line = self.lines[queue]
        if line.waiting and at > line.changed:
            self.rates.add(OPEN, queue, at, min(600.0, at - line.changed) / 60.0)
        line.waiting += more
        line.changed = at

    def end(self, queue: int, agent: int, took: float, at: float) -> None:
        """A service ends."""
        self._pass(at)
        if agent >= 0 and took > 0.0:
            self.soon.end(agent, took, float(self.aht[queue]))
        if took > 0.0:
            line = self.lines[queue]
            line.handling.add(took)
            line.handled_now.add(took)
            self.aht[queue] = line.handling.value
            self.handled.add(took)
            self._sum100 += took - (self.last100[0] if len(self.last100) == 100 else 0.0)
            self.last100.append(took)
        if agent >= 0:
            self.crew.end(agent, at)

    def see(self, place: Place, at: float) -> list[float]:
        """The numbers of `SEEN`, from this customer's place, now."""
        line, queue = self.lines[place.queue], place.queue
        self.crew.until(at)
        parts = self.crew.alike[queue]
        own, pool = self.rates.per_minute(parts, queue, at)
        look = self._look(place, at)
        aht = line.handling.value
        return [
            float(queue), at - place.arrived, place.priority, float(place.found), place.found_pool, *look, *own, *pool,
            *self.crew.look(queue, at, aht), *self._past(line, place, at),
            _ago(at, line.last_start), _ago(at, line.last_arrival), aht, line.handled_now.value, line.alpha(),
            self._pool_aht(queue, aht), self.waits.value, self.handled.value, self._sum100 / max(1, len(self.last100)),
            at % 86400.0, at // 86400.0 % 7.0, *self.soon.look(self.crew, queue, at, look[8], look[0]),
        ]  # fmt: skip

    def _look(self, place: Place, at: float) -> list[float]:
        """The room as they see it; who has just come in has looked already."""
        number, then, look = self._looked
        if number == place.number and then == at == place.arrived:
            return look
        return self.room.look(place, self.crew.alike[place.queue], at)

    def _past(self, line: Line, place: Place, at: float) -> tuple[float, ...]:
        """What waits were like: of the last served, of the last few, of those who found the same, at this time of day."""
        les, same, late = line.les, line.les_of.get(place.priority, line.les), self.late
        hour = line.by_hour.get(int(at // HALF_HOUR) % 48)
        mean = line.waited.value if line.waited.count else self.waits.value
        return (
            les.wait, _ago(at, les.at), same.wait, _ago(at, same.at), late.wait, _ago(at, late.at),
            line.waits.value, sum(line.recent) / max(1, len(line.recent)), line.minutes.mean(at), mean,
            like(line.by_found, place.found, mean), like(line.by_pool, round(place.found_pool), mean),
            hour.value if hour is not None and hour.count >= 5 else mean,
        )  # fmt: skip

    def _pool_aht(self, queue: int, own: float) -> float:
        """The mean handling time over the queues that share this one's agents, by how often each was started lately."""
        weights = self.crew.alike[queue] * (self.rates.counts[STARTED, 2] + 1e-9)
        total = float(weights.sum())
        return float(weights @ self.aht) / total if total > 0.0 else own


def _ago(at: float, then: float) -> float:
    return min(NEVER, at - then)
