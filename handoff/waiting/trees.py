"""Boosted quantile trees in numpy. Each tree asks the same few questions of every row, so a row's leaf is a binary number
and one estimate costs microseconds. All quantiles share the questions and have leaves of their own. Pure, deterministic.
"""

from dataclasses import dataclass

import numpy as np

from handoff.waiting.arrays import Array

BINS = 32
LEVELS = (0.1, 0.3, 0.5, 0.65, 0.9)
TURNS = (2, 3, 2, 0, 2, 4)  # whose errors the next tree's questions look at


@dataclass(frozen=True, slots=True)
class Plan:
    """How much to learn. `seed` chooses rows and columns."""

    trees: int = 160
    depth: int = 5
    rate: float = 0.07
    rows: float = 0.5
    columns: float = 0.25
    hold: float = 20.0  # rows of doubt in each leaf
    seed: int = 7


@dataclass(frozen=True, slots=True)
class Trees:
    """`feature` and `cut`: tree × depth; `leaf`: tree × leaf × quantile; `start`: per quantile."""

    feature: Array
    cut: Array
    leaf: Array
    start: Array

    def predict(self, rows: Array) -> Array:
        """Row × quantile."""
        found = np.tile(self.start, (len(rows), 1))
        powers = 1 << np.arange(self.feature.shape[1])
        if len(rows) < 32:
            which = (rows[:, self.feature] > self.cut) @ powers
            return found + self.leaf[np.arange(len(self.leaf)), which].sum(axis=1)
        for feature, cut, leaf in zip(self.feature, self.cut, self.leaf, strict=True):
            found += leaf[(rows[:, feature] > cut) @ powers]
        return found


def edges(rows: Array) -> Array:
    """Column × (BINS - 1) cuts, at the quantiles of what was seen; equal cuts stay equal and are never chosen."""
    sample = rows if len(rows) <= 20000 else rows[:: len(rows) // 20000]
    return np.quantile(sample, np.linspace(0, 1, BINS + 1)[1:-1], axis=0).T


def binned(rows: Array, cuts: Array) -> Array:
    """Column × row: in which bin each value is. Bin > b means value > cut b."""
    return np.stack(
        [np.searchsorted(cut, column, side="left") for cut, column in zip(cuts, rows.T, strict=True)]
    ).astype(np.uint8)


def fit(rows: Array, target: Array, plan: Plan, weight: Array | None = None) -> Trees:
    """Learn the quantiles of the target."""
    chance = np.random.default_rng(plan.seed)
    cuts = edges(rows)
    bins = binned(rows, cuts)
    start = np.quantile(target, LEVELS)
    now = np.tile(start, (len(target), 1))
    weight = np.ones(len(target)) if weight is None else weight
    features, chosen, leaves = [], [], []
    for turn in range(plan.trees):
        kept = np.flatnonzero(chance.random(len(target)) < plan.rows)
        columns = np.sort(chance.choice(len(bins), max(1, int(plan.columns * len(bins))), replace=False))
        level = TURNS[turn % len(TURNS)]
        slope = (LEVELS[level] - (target[kept] < now[kept, level])) * weight[kept]
        feature, cut = _grow(bins[:, kept], columns, slope, plan)
        which = ((bins[feature] > cut[:, None]) * (1 << np.arange(plan.depth))[:, None]).sum(axis=0)
        leaf = plan.rate * _leaves(which[kept], target[kept, None] - now[kept], 1 << plan.depth, plan.hold)
        now += leaf[which]
        features.append(feature)
        chosen.append(cuts[feature, cut])
        leaves.append(leaf)
    return Trees(np.array(features), np.array(chosen), np.array(leaves), start)


def _grow(bins: Array, columns: Array, slope: Array, plan: Plan) -> tuple[Array, Array]:
    """The questions of one tree: at each depth, the cut that best parts errors in all leaves at once."""
    leaf = np.zeros(bins.shape[1], dtype=np.int32)
    features, cuts = [], []
    for depth in range(plan.depth):
        width = 1 << depth
        best = (-1.0, int(columns[0]), BINS - 2)
        for column in columns:
            key = leaf * BINS + bins[column]
            sums = np.bincount(key, slope, width * BINS).reshape(width, BINS).cumsum(axis=1)
            counts = np.bincount(key, minlength=width * BINS).reshape(width, BINS).cumsum(axis=1)
            low = sums**2 / (counts + plan.hold)
            high = (sums[:, -1:] - sums) ** 2 / (counts[:, -1:] - counts + plan.hold)
            gain = (low + high).sum(axis=0)[:-1]
            cut = int(gain.argmax())
            best = max(best, (float(gain[cut]), int(column), cut))
        features.append(best[1])
        cuts.append(best[2])
        leaf = leaf * 2 + (bins[best[1]] > best[2])
    return np.array(features), np.array(cuts)


def _leaves(which: Array, gaps: Array, leaves: int, hold: float) -> Array:
    """Each leaf's own quantiles of what is still missing, held back where few rows fell."""
    counts = np.bincount(which, minlength=leaves)
    ends = counts.cumsum()
    begins = ends - counts
    found = np.zeros((leaves, len(LEVELS)))
    held = counts / (counts + hold)
    wide = 4.0 * (np.abs(gaps).max() + 1.0)
    for k, level in enumerate(LEVELS):
        ordered = np.sort(which * wide + gaps[:, k])
        at = np.minimum(begins + (level * counts).astype(np.intp), len(ordered) - 1)
        found[:, k] = np.where(counts > 0, (ordered[at] - np.arange(leaves) * wide) * held, 0.0)
    return found
