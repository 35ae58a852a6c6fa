"""Ranges that hold what they promise: online conformal steps, for all queues and for each, by how long was waited so far.

After each answer the end of the range that was passed moves out a little, the other in; over many answers the parts above
and below come to what they should be, whatever the model's faults. A queue's own part forgets, so that it stays near the pool.
"""

from dataclasses import dataclass, field

HORIZONS = (0.0, 60.0, 180.0)
MISS = 0.1  # allowed on each side: an 80 % range
STEP = 0.025
OWN_STEP = 0.03
OWN_KEEP = 0.999
BIAS = -0.04  # the mean error aimed at, as a part of the mean wait: the least price in absolute error for a small bias
BIAS_STEP = 0.004
BIAS_FIRST = 4.0  # the first steps are as long as this over the answers so far and `BIAS_SLOW` more
BIAS_SLOW = 200.0
LEAN_FIRST = 0.6
LEAN_MOST = 2.5


def horizon(waited: float) -> int:
    """Which of `HORIZONS` is nearest, as a number."""
    return 0 if waited < 30.0 else 1 if waited < 120.0 else 2


@dataclass(slots=True)
class Ends:
    """How far the ends of the range are moved, in log seconds; out is positive."""

    low: float = 0.0
    high: float = 0.0

    def learn(self, below: bool, above: bool, step: float, keep: float = 1.0) -> None:
        self.low = self.low * keep + step * (below - MISS)
        self.high = self.high * keep + step * (above - MISS)


@dataclass(slots=True)
class Calibration:
    """What the last answers taught about ranges (per kind of source, horizon and queue) and about the point's lean."""

    pool: dict[tuple[int, int], Ends] = field(default_factory=dict)
    own: dict[tuple[int, int, int], Ends] = field(default_factory=dict)
    lean: list[float] = field(default_factory=lambda: [LEAN_FIRST] * len(HORIZONS))
    mean: list[float] = field(default_factory=lambda: [0.0] * len(HORIZONS))
    count: list[int] = field(default_factory=lambda: [0] * len(HORIZONS))

    def ends(self, source: int, step: int, queue: int) -> tuple[float, float]:
        """How far out to move the low and the high end."""
        pool = self.pool.setdefault((source, step), Ends())
        own = self.own.setdefault((source, step, queue), Ends())
        return pool.low + own.low, pool.high + own.high

    def learn(self, key: tuple[int, int, int], below: bool, above: bool) -> None:
        """After an answer: was the wait below or above the range that was told?"""
        source, step, queue = key
        self.pool.setdefault((source, step), Ends()).learn(below, above, STEP)
        self.own.setdefault((source, step, queue), Ends()).learn(below, above, OWN_STEP, OWN_KEEP)

    def learn_lean(self, step: int, error: float, wait: float) -> None:
        """After an answer: the point leans from the median towards the mean until its bias is small."""
        self.count[step] += 1
        self.mean[step] += max(0.002, 1.0 / self.count[step]) * (wait - self.mean[step])
        miss = max(-4.0, min(4.0, BIAS - error / max(1.0, self.mean[step])))
        pace = max(BIAS_STEP, BIAS_FIRST / (self.count[step] + BIAS_SLOW))
        self.lean[step] = max(-1.0, min(LEAN_MOST, self.lean[step] + pace * miss))
