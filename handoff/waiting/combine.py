"""Which expert to believe: each queue's own recent errors decide, shrunk to those of all queues. Knows no features.

Experts are estimates in seconds, in a fixed order; one that cannot say anything yet is NaN.
"""

import numpy as np

from handoff.waiting.arrays import Array

KEEP = 0.998  # how long an error is remembered
SHRINK = 200.0  # answers of its own that a queue needs to weigh as much as the pool
SHARP = 10.0  # at first an expert whose errors are 10 % larger counts e^-1 as much
SHARPER, SHARPEST = 0.02, 80.0  # by this more with each answer, at most so much
CAP = 6.0  # an error is not counted as more than this many times the mean wait


class Losses:
    """Recent mean absolute errors of experts, for one horizon."""

    def __init__(self, prior: Array) -> None:
        self.prior = prior  # relative errors believed before any is seen
        self.pool, self.seen = prior * 1.0, 1.0 * np.ones(len(prior))
        self.queues: dict[int, tuple[Array, Array]] = {}
        self.scale, self.count = 0.0, 0

    def weights(self, queue: int, able: Array) -> Array:
        """How much each expert counts now; they sum to one."""
        mean = self.pool / self.seen
        own = self.queues.get(queue)
        if own is not None:
            mean = (own[0] + SHRINK * mean) / (own[1] + SHRINK)
        best = mean[able].min()
        sharp = min(SHARPEST, SHARP + SHARPER * self.count)
        weight = np.where(able, np.exp(np.maximum(-sharp * (mean / best - 1.0), -50.0)), 0.0)
        total: Array = weight / weight.sum()
        return total

    def learn(self, queue: int, experts: Array, wait: float) -> None:
        """After an answer."""
        self.count += 1
        self.scale += max(0.002, 1.0 / self.count) * (wait - self.scale)
        told = ~np.isnan(experts)
        error = np.where(told, np.minimum(np.abs(np.where(told, experts, 0.0) - wait) / max(1.0, self.scale), CAP), 0.0)
        self.pool = np.where(told, self.pool * KEEP + error, self.pool)
        self.seen = np.where(told, self.seen * KEEP + 1.0, self.seen)
        own = self.queues.get(queue)
        if own is None:
            own = self.queues[queue] = (np.zeros(len(experts)), np.zeros(len(experts)))
        own[0][:] = np.where(told, own[0] * KEEP + error, own[0])
        own[1][:] = np.where(told, own[1] * KEEP + 1.0, own[1])
