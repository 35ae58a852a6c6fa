"""Counts and means that forget: what happened lately, in three lengths of time, at a few multiplications each. Pure."""

import math

import numpy as np

from handoff.waiting.arrays import Array

SPANS = np.array([60.0, 300.0, 900.0])
ARRIVED, STARTED, LATE, LEFT, OPEN = 0, 1, 2, 3, 4  # OPEN: minutes with somebody in line
KINDS = 5


class Rates:
    """Per queue: arrivals, starts, starts after a wait, and customers who gave up, over about 1, 5 and 15 minutes.

    Everything fades at the same pace, so instead of fading what is there, what is new is written larger; now and then all
    is brought back to scale.
    """

    def __init__(self) -> None:
        self.counts = np.zeros((KINDS, 3, 0))
        self._from = 0.0

    def grow(self, queues: int) -> None:
        have = self.counts.shape[2]
        if queues > have:
            self.counts = np.concatenate([self.counts, np.zeros((KINDS, 3, queues - have))], axis=2)

    def add(self, kind: int, queue: int, at: float, amount: float = 1.0) -> None:
        gap = at - self._from
        if gap > 600.0:
            self.counts *= np.exp(-gap / SPANS)[None, :, None]
            self._from, gap = at, 0.0
        fifteenth = math.exp(gap / 900.0)
        fifth = fifteenth * fifteenth * fifteenth
        cell = self.counts[kind]
        cell[0, queue] += amount * fifth**5
        cell[1, queue] += amount * fifth
        cell[2, queue] += amount * fifteenth

    def per_minute(self, parts: Array, queue: int, at: float) -> tuple[list[float], list[float]]:
        """The rates of this queue, and of all queues weighed by `parts`: by kind, then by span."""
        scale = np.exp((self._from - at) / SPANS) * (60.0 / SPANS)
        own = (self.counts[:, :, queue] * scale).ravel().tolist()
        pool = ((self.counts @ parts) * scale).ravel().tolist()
        return own, pool


class Mean:
    """An exponentially weighted mean that starts as a plain mean; `first` until something was seen."""

    __slots__ = ("count", "value", "weight")

    def __init__(self, weight: float, first: float = 0.0) -> None:
        self.weight, self.value, self.count = weight, first, 0

    def add(self, value: float) -> None:
        self.count += 1
        self.value += max(self.weight, 1.0 / self.count) * (value - self.value)
