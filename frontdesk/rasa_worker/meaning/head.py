"""What the vector of a sentence tells of its intent, and that opinion mixed with another. Pure; knows no Rasa."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from math import exp, log
from pathlib import Path
from typing import Any
from warnings import catch_warnings

import numpy as np

from frontdesk.rasa_worker.blend import softmax

Matrix = Any
FLOOR = 1e-4  # what a guess left out of a ranking may still be worth
HIDDEN, ROUNDS, TOGETHER = 512, 8, 256
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Head:
    """One hidden layer of rectified units between a vector and the scores of the intents."""

    classes: tuple[str, ...]
    inner: Matrix  # a row for each number of the vector, a column for each unit
    inner_bias: Matrix
    outer: Matrix  # a row for each unit, a column for each intent
    outer_bias: Matrix

    def opinion(self, vector: Matrix) -> dict[str, float]:
        """The share of every intent, adding up to 1."""
        units = np.maximum(vector[None, :] @ self.inner + self.inner_bias, 0)
        shares = softmax(units @ self.outer + self.outer_bias)[0]
        return dict(zip(self.classes, map(float, shares), strict=True))

    def save(self, folder: Path) -> None:
        """As plain arrays: loading runs no code."""
        np.savez(folder / "head.npz", **{one.name: np.array(getattr(self, one.name)) for one in fields(self)})

    @classmethod
    def load(cls, folder: Path) -> "Head":
        with np.load(folder / "head.npz", allow_pickle=False) as kept:
            arrays = [kept[one.name] for one in fields(cls)]
        return cls(tuple(map(str, arrays[0])), *arrays[1:])


def learnt(vectors: Matrix, intents: Sequence[str], rounds: int = ROUNDS) -> Head:
    """A perceptron with one hidden layer (Adam, cross-entropy) on the vectors; of at least two intents.

    Vectors are brought to mean 0 and spread 1 in each place; that is folded into the first layer afterwards.
    """
    from sklearn.exceptions import ConvergenceWarning  # noqa: PLC0415 - scikit-learn, which serving does without
    from sklearn.neural_network import MLPClassifier  # noqa: PLC0415 - as above

    centre, spread = vectors.mean(axis=0), vectors.std(axis=0) + _TINY
    machine = MLPClassifier(
        (HIDDEN,),
        alpha=1e-5,
        batch_size=min(TOGETHER, len(intents)),
        max_iter=rounds,
        n_iter_no_change=rounds,
        random_state=20,
    )
    with catch_warnings(action="ignore", category=ConvergenceWarning):  # a fixed number of rounds is what is wanted
        machine.fit((vectors - centre) / spread, np.array(intents))
    (inner, outer), (inner_bias, outer_bias) = machine.coefs_, machine.intercepts_
    if len(machine.classes_) == 2:  # of two, the machine tells only how likely the second is
        outer, outer_bias = np.hstack([np.zeros_like(outer), outer]), np.array([0.0, *outer_bias])
    inner = inner / spread[:, None]
    return Head(
        tuple(map(str, machine.classes_)),
        np.float32(inner),
        np.float32(inner_bias - centre @ inner),
        np.float32(outer),
        np.float32(outer_bias),
    )


def first_or_not(name: str, opinion: Mapping[str, float]) -> Mapping[str, float]:
    """The opinion, in which this intent is the likeliest or has no share: it must not win by what all others lose."""
    likeliest = max(opinion, key=lambda one: opinion[one])
    return opinion if likeliest == name else {**opinion, name: 0.0}


def mixed(ranking: Mapping[str, float], opinion: Mapping[str, float], share: float) -> list[tuple[str, float]]:
    """A weighted geometric mean of the two, the likeliest first; `share` is the weight of the opinion, 0 to 1."""
    scores = {
        name: exp((1 - share) * log(ranking.get(name, 0.0) + FLOOR) + share * log(opinion.get(name, 0.0) + FLOOR))
        for name in ranking.keys() | opinion.keys()
    }
    total = sum(scores.values())
    return sorted(((name, score / total) for name, score in scores.items()), key=lambda one: -one[1])
