"""Chance by seed: every caller and every day has a stream of its own, so that more agents do not make other callers."""

from collections.abc import Mapping
from typing import Any, TypeAlias

import numpy as np

Chance: TypeAlias = np.random.Generator
CALLER, AGENT, DAY, MACHINE = 1, 2, 3, 4


def stream(seed: int, what: int, number: int = 0) -> Chance:
    """The stream of one caller, agent, day or machine."""
    return np.random.Generator(np.random.PCG64([seed, what, number]))


def happens(chance: Chance, share: float) -> bool:
    return bool(chance.random() < share)


def pick(chance: Chance, shares: Mapping[str, float]) -> str:
    """One of the names, by its share."""
    at = chance.random() * sum(shares.values())
    for name, share in shares.items():
        at -= share
        if at < 0:
            return name
    return next(reversed(tuple(shares)))


def some_time(chance: Chance, mean: float, spread: float = 1.0) -> float:
    """Seconds: always the mean where `spread` is nought, exponential where it is 1, longer tails above."""
    if spread <= 0.0 or mean <= 0.0:
        return mean
    shape = 1.0 / (spread * spread)
    return float(chance.gamma(shape, mean / shape))


def one_of(chance: Chance, things: Any) -> Any:
    return things[int(chance.random() * len(things))]
