"""Teaches a Blend: linear teachers on the same features, their scores added, the temperature from held-out sources."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from frontdesk.rasa_worker.blend import Blend, best_temperature, counted, folds, known_in, rarity, weighted
from frontdesk.rasa_worker.features import features
from frontdesk.rasa_worker.noise import noised

OUT_OF_SCOPE = "out_of_scope"
Matrix = Any
Teacher = Callable[[Matrix, Matrix], tuple[Matrix, Matrix]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """How to learn: the share of each teacher, noised copies of each row, how much of their words is hurt.

    Each set of copies is learnt beside the rows in a fit of its own, and the fits are averaged (bagging, Breiman 1996): what
    one set of slips taught by chance goes out. A feature counts when at least `rarest` rows have it.
    """

    shares: Mapping[str, float]
    copies: int = 1
    noise: float = 0.12
    seed: int = 20
    folds: int = 4
    rarest: int = 2
    caution: float = 0.0


@dataclass(frozen=True, slots=True)
class Rows:
    """Training text; `groups` name the file or writer of each row."""

    texts: Sequence[str]
    labels: Sequence[str]
    groups: Sequence[str]

    def part(self, at: Matrix) -> "Rows":
        return Rows([self.texts[i] for i in at], [self.labels[i] for i in at], [self.groups[i] for i in at])


def margin(values: Matrix, truth: Matrix) -> tuple[Matrix, Matrix]:
    """A linear support vector machine, one class against the rest."""
    machine = LinearSVC(C=1.0, tol=0.01, random_state=0).fit(values, truth)
    return _each_class(machine.coef_.T, machine.intercept_)


def logistic(values: Matrix, truth: Matrix) -> tuple[Matrix, Matrix]:
    """Multinomial logistic regression; its scores are brought to the margin's scale."""
    machine = LogisticRegression(C=30.0, max_iter=40, tol=1e-3).fit(values, truth)
    return _each_class(machine.coef_.T / 6, machine.intercept_ / 6)


def _each_class(weights: Matrix, bias: Matrix) -> tuple[Matrix, Matrix]:
    """A column for each class; of two classes the machines tell only how the second does against the first."""
    return (weights, bias) if len(bias) > 1 else (np.hstack([-weights, weights]), np.hstack([-bias, bias]))


def counting(values: Matrix, truth: Matrix) -> tuple[Matrix, Matrix]:
    """Complement naive Bayes, brought to the margin's scale and centred."""
    machine = ComplementNB(alpha=0.3).fit(values, truth)
    weights = machine.feature_log_prob_.T
    weights = weights - weights.mean(axis=1, keepdims=True)
    return weights, np.zeros(weights.shape[1])


TEACHERS: Mapping[str, Teacher] = {"margin": margin, "logistic": logistic, "counting": counting}


def teach(rows: Rows, lesson: Lesson) -> Blend:
    """The finished model: temperature from held-out groups, weights from all rows.

    liblinear works outside the interpreter's lock: while one set of copies is learnt the next one is made. It has one source of
    chance for the whole process, so two fits at a time would give another model at each training.
    """
    seen = _look(rows, lesson)
    held_out = list(folds(rows.groups, lesson.folds))
    whole, parts = [], []
    with ThreadPoolExecutor(1) as learner:
        for turn in range(max(lesson.copies, 1)):
            copies = _copies(rows.texts, seen.vocabulary, lesson, turn)
            whole.append(learner.submit(_fit, seen, np.arange(len(rows.texts)), copies, lesson))
            parts += [learner.submit(_fit, seen, learn, copies, lesson) for learn, _ in held_out if turn == 0]
    temperature = _honest(seen, [part.result() for part in parts], [held for _, held in held_out])
    return replace(_cautious(_averaged([fit.result() for fit in whole]), lesson.caution), temperature=temperature)


def _honest(seen: "_Seen", parts: Sequence[Blend], held_out: Sequence[Matrix]) -> float:
    """The temperature that fits what was learnt without each held-out group to that group."""
    scores, truths = [], []
    names = sorted(set(seen.labels.tolist()))
    for part, held in zip(parts, held_out, strict=True):
        known = held[np.isin(seen.labels[held], part.classes)]
        if not len(known):
            continue
        tried = weighted(seen.counts[known], part.idf) @ part.weights + part.bias
        scores.append(_on(tried, part.classes, names))
        truths.append(np.searchsorted(names, seen.labels[known]))
    return best_temperature(np.concatenate(scores), np.concatenate(truths)) if scores else 0.2


@dataclass(frozen=True, slots=True)
class _Copies:
    """Noised copies as counts of features; `origins` names the row each one comes from."""

    counts: Matrix
    origins: Matrix


@dataclass(frozen=True, slots=True)
class _Seen:
    """All rows as counts of features."""

    vocabulary: dict[str, int]
    counts: Matrix
    labels: Matrix


def _look(rows: Rows, lesson: Lesson) -> _Seen:
    """Features once for all fits. What only one row has says nothing of others, and is left out."""
    counts, words = counted(map(features, rows.texts))
    rows_with = np.bincount(counts.indices, minlength=len(words))
    kept = np.flatnonzero(rows_with >= min(lesson.rarest, len(rows.texts)))
    vocabulary = {words[at]: column for column, at in enumerate(kept)}
    return _Seen(vocabulary, counts[:, kept], np.array(rows.labels))


def _copies(texts: Sequence[str], vocabulary: dict[str, int], lesson: Lesson, turn: int) -> _Copies:
    """One set of copies, each turn with other slips; none where the lesson asks for none."""
    hurt = list(noised(texts, share=lesson.noise, seed=lesson.seed + turn)) if lesson.copies else []
    counts = known_in((features(copy) for _, copy in hurt), vocabulary)
    return _Copies(counts, np.array([at for at, _ in hurt], dtype=int))


def _fit(seen: _Seen, rows: Matrix, copies: _Copies, lesson: Lesson) -> Blend:
    """Learnt from these rows and their copies; how sure to be of it is not known yet."""
    mine = np.isin(copies.origins, rows)
    counts = sp.vstack([seen.counts[rows], copies.counts[mine]], format="csr")
    truth = np.concatenate([seen.labels[rows], seen.labels[copies.origins[mine]]])
    idf = rarity(seen.counts[rows])
    values = weighted(counts, idf)
    learnt = [(share, TEACHERS[name](values, truth)) for name, share in lesson.shares.items()]
    weights = sum(share * weights for share, (weights, _) in learnt)
    bias = sum(share * bias for share, (_, bias) in learnt)
    classes = tuple(sorted(set(truth.tolist())))
    return Blend(classes, seen.vocabulary, idf, np.float32(weights), np.float32(bias), temperature=1.0)


def _averaged(fits: Sequence[Blend]) -> Blend:
    """One model whose scores are the mean of theirs; they know the same classes and features."""
    weights = sum(fit.weights for fit in fits) / len(fits)
    return replace(fits[0], weights=np.float32(weights), bias=np.float32(sum(fit.bias for fit in fits) / len(fits)))


def _cautious(taught: Blend, caution: float) -> Blend:
    """The model, that much readier to take a message for out of scope."""
    beyond = np.float32([caution if name == OUT_OF_SCOPE else 0.0 for name in taught.classes])
    return replace(taught, bias=taught.bias + beyond)


def _on(scores: Matrix, classes: Sequence[str], names: Sequence[str]) -> Matrix:
    """The scores by all names; a class a fold never saw is out of the question."""
    spread = np.full((len(scores), len(names)), -1e3, dtype=np.float32)
    spread[:, [names.index(c) for c in classes]] = scores
    return spread
