"""One queue's past: how long its customers waited, what they had found, how long they were served. Pure."""

from collections import deque
from dataclasses import dataclass, field

from handoff.waiting.fading import Mean

MAX_AHEAD = 60  # longer lines share one cell of the means by length
HALF_HOUR = 1800.0
FEW = 5


@dataclass(slots=True)
class Place:
    """A customer who waits: their number in order of arrival, and what they found."""

    number: int
    queue: int
    priority: float
    arrived: float
    found: int = 0  # ahead of them by priority when they came
    found_pool: float = 0.0  # the same over the queues that share agents, by who is learned to go first


@dataclass(slots=True)
class Served:
    """The last waiting customer who entered service: how long they had waited, and when that was."""

    wait: float = 0.0
    at: float = -1e9

    def add(self, wait: float, at: float) -> None:
        self.wait, self.at = wait, at


@dataclass(slots=True)
class Minutes:
    """Mean waits of the answered, by minute (Webex): the minutes that count are those of `lookback`."""

    lookback: float = 900.0
    sums: deque[tuple[float, int, float]] = field(default_factory=deque)  # minute, answers, seconds

    def add(self, wait: float, at: float) -> None:
        minute = at // 60.0
        if self.sums and self.sums[-1][0] == minute:
            _, count, total = self.sums.pop()
            self.sums.append((minute, count + 1, total + wait))
        else:
            self.sums.append((minute, 1, wait))

    def mean(self, at: float) -> float:
        """The mean of the minutes' means; -1 without any."""
        while self.sums and self.sums[0][0] * 60.0 < at - self.lookback:
            self.sums.popleft()
        return sum(total / count for _, count, total in self.sums) / len(self.sums) if self.sums else -1.0


@dataclass(slots=True)
class Line:
    """The past of one queue."""

    waiting: int = 0
    changed: float = -1e9  # when that number last changed
    last_arrival: float = -1e9
    last_start: float = -1e9
    handling: Mean = field(default_factory=lambda: Mean(0.02, 180.0))
    handled_now: Mean = field(default_factory=lambda: Mean(0.1, 180.0))
    waits: Mean = field(default_factory=lambda: Mean(0.25))  # every answer, also at once: Asterisk's
    waited: Mean = field(default_factory=lambda: Mean(0.01))  # of those who had to wait
    recent: deque[float] = field(default_factory=lambda: deque(maxlen=10))
    minutes: Minutes = field(default_factory=Minutes)
    by_found: dict[int, Mean] = field(default_factory=dict)
    by_pool: dict[int, Mean] = field(default_factory=dict)
    by_hour: dict[int, Mean] = field(default_factory=dict)
    les: Served = field(default_factory=Served)
    les_of: dict[float, Served] = field(default_factory=dict)
    gave_up: float = 1.0  # with `patience`: one who gave up in ten minutes, until more is seen
    patience: float = 600.0

    def answered(self, place: Place, wait: float, at: float) -> None:
        """Someone entered service; `wait` 0 when they had not to wait."""
        self.last_start = at
        self.waits.add(wait)
        self.recent.append(wait)
        self.minutes.add(wait, at)
        self.patience += wait
        if wait > 0.0:
            self._late(place, wait, at)

    def _late(self, place: Place, wait: float, at: float) -> None:
        self.waited.add(wait)
        self.les.add(wait, at)
        self.les_of.setdefault(place.priority, Served()).add(wait, at)
        cell(self.by_found, place.found).add(wait)
        cell(self.by_pool, round(place.found_pool)).add(wait)
        self.by_hour.setdefault(int(place.arrived // HALF_HOUR) % 48, Mean(0.02)).add(wait)

    def gave(self, wait: float) -> None:
        self.gave_up += 1.0
        self.patience += wait
        if self.gave_up > 2000.0:  # the patience of last year is forgotten
            self.gave_up *= 0.5
            self.patience *= 0.5

    def alpha(self) -> float:
        """Those who give up, per waiting customer and second."""
        return self.gave_up / self.patience


def cell(cells: dict[int, Mean], found: int) -> Mean:
    return cells.setdefault(min(found, MAX_AHEAD), Mean(0.05))


def like(cells: dict[int, Mean], found: int, otherwise: float) -> float:
    """The mean wait of those who found a like number ahead; from the nearest known length, scaled, where few did."""
    found = min(found, MAX_AHEAD)
    for step in range(MAX_AHEAD):
        for near in (found - step, found + step):
            mean = cells.get(near)
            if mean is not None and mean.count >= FEW:
                return mean.value * (found + 1) / (near + 1)
    return otherwise
