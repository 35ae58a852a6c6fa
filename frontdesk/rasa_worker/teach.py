"""Teaches a Blend: linear teachers on the same features, their scores added, the temperature from held-out sources."""

import os
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Any

import numpy as np
import scipy.sparse as sp
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import ComplementNB
from sklearn.svm import LinearSVC

from frontdesk.rasa_worker.blend import Blend, best_temperature, counted, folds, known_in, rarity, weighted
from frontdesk.rasa_worker.features import features, usual_words
from frontdesk.rasa_worker.noise import noised

OUT_OF_SCOPE = "out_of_scope"
MANY, AT_ONCE = 5_000, 2  # rows that are worth processes of their own, and how many of those
USUAL = 4  # texts that have a word which is no stranger
Matrix = Any
Teacher = Callable[[Matrix, Matrix], tuple[Matrix, Matrix]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """How to learn: the share of each teacher, sets of noised copies, how much of their words is hurt.

    Each set copies `copied` of the rows, drawn anew (half of them teach as much as all), and is learnt beside all rows in a fit
    of its own; the fits are averaged (bagging, Breiman 1996): what one set of slips taught by chance goes out. A feature counts
    when at least `rarest` rows have it.
    """

    shares: Mapping[str, float]
    copies: int = 1
    copied: float = 1.0
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
    """The finished model: temperature from held-out groups (without copies, which hardly move it), weights from all rows.

    While one set of copies is learnt the next one is made. Two are learnt at a time where there are two processors, each in a
    process of its own: liblinear has one source of chance for a whole process, and training twice must give the same model.
    """
    seen = _look(rows, lesson)
    every = np.arange(len(rows.texts))
    held_out = list(folds(rows.groups, lesson.folds))
    whole = []
    with _learners(len(rows.texts)) as learner:
        parts = [learner.submit(_fit, _sheet(seen, learn, _no_copies(seen)), lesson.shares) for learn, _ in held_out]
        for turn in range(max(lesson.copies, 1)):
            copies = _copies(rows.texts, seen, lesson, turn)
            whole.append(learner.submit(_fit, _sheet(seen, every, copies), lesson.shares))
    temperature = _honest(seen, [part.result() for part in parts], [held for _, held in held_out])
    fit = _cautious(_averaged([fit.result() for fit in whole]), lesson.caution)
    return Blend(fit.classes, seen.vocabulary, fit.idf, fit.weights, fit.bias, temperature, seen.usual)


def _learners(rows: int) -> Executor:
    """Where fits are made; for few rows a process of one's own would cost more than it saves."""
    few = rows < MANY or len(os.sched_getaffinity(0)) < AT_ONCE
    return ThreadPoolExecutor(1) if few else ProcessPoolExecutor(AT_ONCE, get_context("spawn"))


def _honest(seen: "_Seen", parts: Sequence["_Fit"], held_out: Sequence[Matrix]) -> float:
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
    usual: frozenset[str]


def _look(rows: Rows, lesson: Lesson) -> _Seen:
    """Features once for all fits. What only one row has says nothing of others, and is left out."""
    usual = usual_words(rows.texts, USUAL)
    counts, words = counted(features(text, usual) for text in rows.texts)
    rows_with = np.bincount(counts.indices, minlength=len(words))
    kept = np.flatnonzero(rows_with >= min(lesson.rarest, len(rows.texts)))
    vocabulary = {words[at]: column for column, at in enumerate(kept)}
    return _Seen(vocabulary, counts[:, kept], np.array(rows.labels), usual)


def _copies(texts: Sequence[str], seen: "_Seen", lesson: Lesson, turn: int) -> _Copies:
    """One set of copies, each turn with other slips; none where the lesson asks for none."""
    drawn = noised(texts, share=lesson.noise, seed=lesson.seed + turn, part=lesson.copied)
    hurt = list(drawn) if lesson.copies else []
    counts = known_in((features(copy, seen.usual) for _, copy in hurt), seen.vocabulary)
    return _Copies(counts, np.array([at for at, _ in hurt], dtype=int))


def _no_copies(seen: "_Seen") -> _Copies:
    return _Copies(sp.csr_matrix((0, len(seen.vocabulary)), dtype=np.float32), np.array([], dtype=int))


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What one fit learns from: weighted features of rows and copies, the intent of each; how rare each feature is."""

    values: Matrix
    truth: Matrix
    idf: Matrix


@dataclass(frozen=True, slots=True)
class _Fit:
    """What one fit has learnt; how sure to be of it is not known yet."""

    classes: tuple[str, ...]
    idf: Matrix
    weights: Matrix
    bias: Matrix


def _sheet(seen: _Seen, rows: Matrix, copies: _Copies) -> _Sheet:
    """These rows and their copies."""
    mine = np.isin(copies.origins, rows)
    counts = sp.vstack([seen.counts[rows], copies.counts[mine]], format="csr")
    truth = np.concatenate([seen.labels[rows], seen.labels[copies.origins[mine]]])
    idf = rarity(seen.counts[rows])
    return _Sheet(weighted(counts, idf), truth, idf)


def _fit(sheet: _Sheet, shares: Mapping[str, float]) -> _Fit:
    learnt = [(share, TEACHERS[name](sheet.values, sheet.truth)) for name, share in shares.items()]
    weights = sum(share * weights for share, (weights, _) in learnt)
    bias = sum(share * bias for share, (_, bias) in learnt)
    classes = tuple(sorted(set(sheet.truth.tolist())))
    return _Fit(classes, sheet.idf, np.float32(weights), np.float32(bias))


def _averaged(fits: Sequence[_Fit]) -> _Fit:
    """One model whose scores are the mean of theirs; they know the same classes and features."""
    weights = sum(fit.weights for fit in fits) / len(fits)
    return replace(fits[0], weights=np.float32(weights), bias=np.float32(sum(fit.bias for fit in fits) / len(fits)))


def _cautious(taught: _Fit, caution: float) -> _Fit:
    """The model, that much readier to take a message for out of scope."""
    beyond = np.float32([caution if name == OUT_OF_SCOPE else 0.0 for name in taught.classes])
    return replace(taught, bias=taught.bias + beyond)


def _on(scores: Matrix, classes: Sequence[str], names: Sequence[str]) -> Matrix:
    """The scores by all names; a class a fold never saw is out of the question."""
    spread = np.full((len(scores), len(names)), -1e3, dtype=np.float32)
    spread[:, [names.index(c) for c in classes]] = scores
    return spread
