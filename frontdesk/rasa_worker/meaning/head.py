"""What the vector of a sentence tells of its intent, and that opinion mixed with another. Pure; knows no Rasa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp, log
from pathlib import Path
from typing import Any

import numpy as np

from frontdesk.rasa_worker.blend import softmax

Matrix = Any
FLOOR = 1e-4  # what a guess left out of a ranking may still be worth
_TINY = 1e-12


@dataclass(frozen=True, slots=True)
class Head:
    """Scores are `vector @ weights + bias`, of vectors seen from `centre` and brought to length 1."""

    classes: tuple[str, ...]
    centre: Matrix
    weights: Matrix
    bias: Matrix

    def opinion(self, vector: Matrix, sharpness: float) -> dict[str, float]:
        """The share of every intent, adding up to 1. The higher `sharpness`, the surer the likeliest."""
        scores = _centred(vector[None, :], self.centre) @ self.weights + self.bias
        return dict(zip(self.classes, map(float, softmax(scores * sharpness)[0]), strict=True))

    def save(self, folder: Path) -> None:
        """As plain arrays: loading runs no code."""
        np.savez(
            folder / "head.npz",
            classes=np.array(self.classes),
            centre=self.centre,
            weights=self.weights,
            bias=self.bias,
        )

    @classmethod
    def load(cls, folder: Path) -> "Head":
        with np.load(folder / "head.npz", allow_pickle=False) as kept:
            return cls(tuple(map(str, kept["classes"])), kept["centre"], kept["weights"], kept["bias"])


def learnt(vectors: Matrix, intents: Sequence[str]) -> Head:
    """A linear support vector machine on the vectors, one intent against the rest; of at least two intents."""
    from frontdesk.rasa_worker.teach import margin  # noqa: PLC0415 - scikit-learn, which serving does without

    centre = vectors.mean(axis=0)
    weights, bias = margin(_centred(vectors, centre), np.array(intents))
    return Head(tuple(sorted(set(intents))), centre, np.float32(weights), np.float32(bias))


def mixed(ranking: Mapping[str, float], opinion: Mapping[str, float], share: float) -> list[tuple[str, float]]:
    """A weighted geometric mean of the two, the likeliest first; `share` is the weight of the opinion, 0 to 1."""
    scores = {
        name: exp((1 - share) * log(ranking.get(name, 0.0) + FLOOR) + share * log(opinion.get(name, 0.0) + FLOOR))
        for name in ranking.keys() | opinion.keys()
    }
    total = sum(scores.values())
    return sorted(((name, score / total) for name, score in scores.items()), key=lambda one: -one[1])


def _centred(vectors: Matrix, centre: Matrix) -> Matrix:
    moved = vectors - centre
    return moved / np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), _TINY)
