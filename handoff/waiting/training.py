"""When to learn again and from which rows: a rolling window of past waits whose answers were known by then. Pure."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from handoff.waiting import learned, trees
from handoff.waiting.arrays import Array

LEAST_ROWS = 200
MOST_ROWS = 96_000  # kept; the newest half and every so manieth of the rest are learned from
FIT_ROWS = 48_000
MANY = 100_000  # rows; a log with more learns anew less often
MANY_NEW = 20_000
MOST_DAYS = 45.0
LEAST_WINDOW = 24_000  # rows that are learned from however old they are: after a long closure the old is all there is
GROWN = 0.33  # at first it is learned anew with so much more
DAY = 86400.0


@dataclass(slots=True)
class Rows:
    """Answered waits as they become known: what was seen, how long it took, when it was seen."""

    seen: list[Array] = field(default_factory=list)
    waits: list[Array] = field(default_factory=list)
    at: list[Array] = field(default_factory=list)
    count: int = 0
    fitted: int = 0  # how many rows there had been at the last fit
    fitted_at: float = -1e18

    def add(self, seen: Array, waits: Array, at: Array) -> None:
        self.seen.append(seen.astype(np.float32))
        self.waits.append(waits)
        self.at.append(at)
        self.count += len(waits)
        kept = sum(map(len, self.waits))
        while len(self.waits) > 1 and kept - len(self.waits[0]) >= MOST_ROWS:
            kept -= len(self.waits[0])
            del self.seen[0], self.waits[0], self.at[0]

    def due(self, at: float) -> bool:
        """At first as soon as there is a third as much again; later at night, when a good part of the window or a week is new."""
        new = self.count - self.fitted
        if self.count < LEAST_ROWS or new == 0:
            return False
        if self.count < FIT_ROWS and new >= GROWN * self.fitted:
            return True
        least = MANY_NEW if self.count > MANY else min(self.count, FIT_ROWS) / 12.0
        enough = new >= least or at - self.fitted_at >= 7 * DAY
        return enough and at // DAY > self.fitted_at // DAY

    def lesson(self, at: float, plan: trees.Plan | None = None) -> Callable[[], learned.Learned]:
        """The work of learning from the window as it stands."""
        seen, waits, when = (np.concatenate(part) for part in (self.seen, self.waits, self.at))
        self.fitted, self.fitted_at = self.count, at
        rows = window(when, at)
        seen, waits = seen[rows].astype(float), waits[rows]
        return lambda: learned.fit(seen, waits, plan or plan_for(len(waits)))

    def fit(self, at: float) -> learned.Learned:
        """Learn from the window as it stands."""
        return self.lesson(at)()


def window(when: Array, at: float) -> Array:
    """Which rows to learn from, by when they were seen: those of the last weeks, and older ones where these are few."""
    young = np.flatnonzero(when >= at - MOST_DAYS * DAY)
    most = max(len(young), min(len(when), LEAST_WINDOW))
    return _spread(np.arange(len(when))[-min(most, MOST_ROWS) :])


def _spread(rows: Array) -> Array:
    """At most `FIT_ROWS` of these rows: the newest, and from the older ones as many, evenly."""
    half = FIT_ROWS // 2
    if len(rows) <= FIT_ROWS:
        return rows
    older = rows[:-half]
    return np.concatenate([older[np.linspace(0, len(older) - 1, half).astype(int)], rows[-half:]])


def plan_for(rows: int) -> trees.Plan:
    """Fewer and shallower trees where there is little to learn from."""
    if rows < 2000:
        return trees.Plan(trees=40, depth=3, rate=0.08, rows=0.7, hold=30.0)
    return trees.Plan(trees=100, depth=5, rate=0.08, rows=min(0.5, 10000.0 / rows))
