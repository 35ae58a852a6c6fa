"""Which intents the nearest known sentences have, and that opinion mixed with another. Pure; knows no Rasa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Any

import numpy as np

Matrix = Any
FLOOR = 1e-4  # what a guess left out of a ranking may still be worth


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Known sentences: vectors of length 1 by row, and the intent of each. `sharpness`: cosine in which a vote falls to 1/e."""

    vectors: Matrix
    intents: Sequence[str]
    count: int = 15
    sharpness: float = 0.06

    def votes(self, vector: Matrix) -> dict[str, float]:
        """Shares of the nearest, adding up to 1; the nearest of all counts most."""
        likeness = self.vectors @ vector
        count = min(self.count, len(likeness))
        nearest = np.argpartition(-likeness, count - 1)[:count]
        best = float(likeness[nearest].max())
        votes: dict[str, float] = {}
        for at in nearest:
            name = self.intents[at]
            votes[name] = votes.get(name, 0.0) + exp((float(likeness[at]) - best) / self.sharpness)
        total = sum(votes.values())
        return {name: vote / total for name, vote in votes.items()}


def mixed(ranking: Mapping[str, float], votes: Mapping[str, float], share: float) -> list[tuple[str, float]]:
    """A weighted geometric mean of two opinions, the likeliest first; `share` is the weight of the votes, 0 to 1."""
    scores = {
        name: exp((1 - share) * log(ranking.get(name, 0.0) + FLOOR) + share * log(votes.get(name, 0.0) + FLOOR))
        for name in ranking.keys() | votes.keys()
    }
    total = sum(scores.values())
    return sorted(((name, score / total) for name, score in scores.items()), key=lambda one: -one[1])
