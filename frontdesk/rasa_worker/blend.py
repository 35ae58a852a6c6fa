"""A linear intent model that learns from several teachers and answers from one matrix. Knows features as text, no Rasa."""

import json
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp

from frontdesk.rasa_worker.features import STRANGER_KIND, features

Matrix = Any  # numpy and scipy carry few types here
ENOUGH_KNOWN = 0.45  # of a message's features; below it the guess is worth less the less is known


@dataclass(frozen=True, slots=True)
class Blend:
    """Scores are `values @ weights + bias`; a temperature makes them honest probabilities. `usual`: see `features`."""

    classes: tuple[str, ...]
    vocabulary: Mapping[str, int]
    idf: Matrix
    weights: Matrix
    bias: Matrix
    temperature: float
    usual: frozenset[str] = frozenset()

    def understood(self, text: str) -> list[tuple[str, float]]:
        """What a message may want: every intent with its probability, the likeliest first."""
        return self.ranking(features(text, self.usual))

    def ranking(self, found: Iterable[str]) -> list[tuple[str, float]]:
        """Every intent with its probability, the likeliest first. Where little is known, no intent is likely."""
        features = list(found)
        columns, values = self._values(features)
        scores = values @ self.weights[columns] + self.bias
        known = self._known(features)
        certainty = max(min(known / ENOUGH_KNOWN, 1.0) ** 2, 0.05)
        shares = softmax(scores[None, :] * certainty / self.temperature)[0]
        return [(self.classes[at], float(shares[at])) for at in np.argsort(-shares)]

    def _known(self, found: Iterable[str]) -> float:
        """The share of what is in the message itself that was ever seen; that strangers have known neighbours tells nothing."""
        own = {feature for feature in found if feature[0] != STRANGER_KIND}
        return sum(feature in self.vocabulary for feature in own) / max(len(own), 1)

    def _values(self, found: Iterable[str]) -> tuple[Matrix, Matrix]:
        counts: dict[int, int] = {}
        for feature in found:
            column = self.vocabulary.get(feature)
            if column is not None:
                counts[column] = counts.get(column, 0) + 1
        columns = np.fromiter(counts, dtype=np.int64, count=len(counts))
        tallies = np.fromiter(counts.values(), dtype=np.float32, count=len(counts))
        values = (1 + np.log(tallies)) * self.idf[columns]
        return columns, values / (np.linalg.norm(values) or 1.0)

    def save(self, folder: Path) -> None:
        """As plain arrays and JSON: loading runs no code. Packed here: Rasa's own packing takes ten seconds more for 1 % less."""
        np.savez_compressed(folder / "blend.npz", idf=self.idf, weights=self.weights, bias=self.bias)
        words = sorted(self.vocabulary, key=self.vocabulary.__getitem__)
        told = {
            "classes": self.classes,
            "temperature": self.temperature,
            "vocabulary": words,
            "usual": sorted(self.usual),
        }
        (folder / "blend.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def load(cls, folder: Path) -> "Blend":
        told = json.loads((folder / "blend.json").read_text(encoding="utf-8"))
        with np.load(folder / "blend.npz") as arrays:
            idf, weights, bias = arrays["idf"], arrays["weights"], arrays["bias"]
        vocabulary = {word: at for at, word in enumerate(told["vocabulary"])}
        usual = frozenset(told["usual"])
        return cls(tuple(told["classes"]), vocabulary, idf, weights, bias, told["temperature"], usual)


def softmax(scores: Matrix) -> Matrix:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)


def counted(documents: Iterable[Iterable[str]]) -> tuple[Matrix, list[str]]:
    """Counts of features, one row per document, one column per feature in the order of their coming; and the features."""
    vocabulary: defaultdict[str, int] = defaultdict(lambda: len(vocabulary))
    counts = _tallied(map(vocabulary.__getitem__, document) for document in documents)
    counts.resize(counts.shape[0], len(vocabulary))
    return counts, list(vocabulary)


def known_in(documents: Iterable[Iterable[str]], vocabulary: Mapping[str, int]) -> Matrix:
    """Counts of the features that the vocabulary has, one row per document."""
    counts = _tallied((vocabulary[f] for f in document if f in vocabulary) for document in documents)
    counts.resize(counts.shape[0], len(vocabulary))
    return counts


def _tallied(rows: Iterable[Iterable[int]]) -> Matrix:
    """One sparse row for each row of column numbers."""
    columns, ends = array("i"), array("i", [0])
    for row in rows:
        columns.extend(row)
        ends.append(len(columns))
    width = max(columns, default=-1) + 1
    counts = sp.csr_matrix((np.ones(len(columns), dtype=np.float32), columns, ends), shape=(len(ends) - 1, width))
    counts.sum_duplicates()
    return counts


def weighted(counts: Matrix, idf: Matrix) -> Matrix:
    """Logarithm of counts, rare features more, each row of length one."""
    rows = counts.copy()
    rows.data = (1 + np.log(rows.data)) * idf[rows.indices]
    lengths = np.sqrt(rows.multiply(rows).sum(axis=1)).A1
    lengths[lengths == 0] = 1.0
    return sp.diags(1 / lengths).dot(rows).tocsr().astype(np.float32)


def rarity(counts: Matrix) -> Matrix:
    """How much a feature weighs: more when few documents hold it."""
    documents = np.bincount(counts.indices, minlength=counts.shape[1])
    return (np.log((1 + counts.shape[0]) / (1 + documents)) + 1).astype(np.float32)


def best_temperature(scores: Matrix, truth: Matrix) -> float:
    """The temperature under which unseen text was least surprising."""
    choices = np.geomspace(0.05, 2.0, 40)
    rows = np.arange(len(truth))
    surprise = [-np.log(softmax(scores / t)[rows, truth] + 1e-9).mean() for t in choices]
    return float(choices[int(np.argmin(surprise))])


def folds(groups: Sequence[str], most: int) -> Iterator[tuple[Matrix, Matrix]]:
    """Rows to learn from and to try on, whole groups (sources, writers) held out; the biggest ones when there are many.

    None of a single group: nothing would be left to learn from.
    """
    names, sizes = np.unique(np.array(groups), return_counts=True)
    for name in names[np.argsort(-sizes)][: most if len(names) > 1 else 0]:
        held = np.array(groups) == name
        yield np.flatnonzero(~held), np.flatnonzero(held)
