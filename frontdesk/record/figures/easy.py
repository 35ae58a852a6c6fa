"""Answers for everybody: weighted for who did not answer, and the effort index calibrated to answers. Pure.

Whoever answers is no fair sample: happy ends answer more. So answers are averaged within strata (what came of the session
× how hard it was) and weighted by how many sessions each stratum has, asked or not (post-stratification). A stratum with
few answers borrows from the calibration: the mean answer at that effort index, made to fall with effort (isotonic
regression, pool-adjacent-violators), and shifted by what its outcome, or outcomes like it, usually add.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from math import sqrt

from frontdesk.core.questions import Question
from frontdesk.record.counters import FAMILIES
from frontdesk.record.figures.cut import Calibration, Line, Stratum
from frontdesk.record.figures.value import NOTHING, Z_95, Value
from frontdesk.record.struggle import INDEX_BINS

GROUPS = tuple(FAMILIES)
BORROWED = 8.0  # answers the opinion of the calibration and of its like is worth in a stratum
LEAST_SEEN = 0.5  # answers that a bin without any is worth: its neighbours'
UNSEEN = 2.0  # answers that may still be anything
BALANCED = 2.0  # the width of a scale whose answers lie at its ends: good or not, good or bad
FAMILY_WORTH, GROUP_WORTH = 2.0, 6.0  # answers it takes to be believed against the calibration, and against the family


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One way to read answers: what they add up to, in which range. `line`: the calibration's for it."""

    total: Callable[[Stratum], float]
    squares: Callable[[Stratum], float]
    line: Callable[[Calibration], Line]
    low: float
    high: float


def mean_of(question: Question) -> Reading:
    """The mean answer."""
    return Reading(
        total=lambda s: s.total,
        squares=lambda s: s.squares,
        line=lambda c: c.score,
        low=question.least,
        high=question.most,
    )


GOOD = Reading(total=lambda s: s.good, squares=lambda s: s.good, line=lambda c: c.good, low=0.0, high=1.0)
BALANCE = Reading(  # good ones less bad ones
    total=lambda s: s.good - s.bad,
    squares=lambda s: s.good + s.bad,
    line=lambda c: (
        None if c.good is None or c.bad is None else tuple(g - b for g, b in zip(c.good, c.bad, strict=True))
    ),
    low=-1.0,
    high=1.0,
)


def calibrated(found: Iterable[Stratum]) -> Calibration:
    """The expected answer at each bin of the effort index, never better with more effort."""
    answers = [0] * INDEX_BINS
    totals, good, bad = [0.0] * INDEX_BINS, [0.0] * INDEX_BINS, [0.0] * INDEX_BINS
    for s in found:
        answers[s.bin] += s.answered
        totals[s.bin] += s.total
        good[s.bin] += s.good
        bad[s.bin] -= s.bad
    raw = tuple(t / n if n else None for t, n in zip(totals, answers, strict=True))
    if not sum(answers):
        return Calibration(answers=tuple(answers), raw=raw, seen=(0,) * INDEX_BINS)
    return Calibration(
        score=falling(totals, answers),
        good=falling(good, answers),
        bad=tuple(-share for share in falling(bad, answers)),
        answers=tuple(answers),
        raw=raw,
        seen=tuple(map(int, good)),
    )


def falling(totals: Sequence[float], weights: Sequence[int]) -> tuple[float, ...]:
    """The closest sequence that never rises, by pooling neighbours that do (PAVA); bins without answers follow theirs."""
    blocks: list[list[float]] = []  # sum, weight, length
    for total, weight in zip(totals, weights, strict=True):
        blocks.append([total, float(weight), 1.0])
        while len(blocks) > 1 and _rises(blocks[-2], blocks[-1]):
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last, strict=True)]
    return tuple(total / weight for total, weight, length in blocks for _ in range(int(length)))


def _rises(before: Sequence[float], after: Sequence[float]) -> bool:
    if before[1] == 0 or after[1] == 0:
        return True  # no answers: part of its neighbour
    return after[0] / after[1] > before[0] / before[1]


def weighted(found: Sequence[Stratum], learnt: Calibration, of: Reading) -> Value:
    """What all sessions would answer, answered or not."""
    answers, model = sum(s.answered for s in found), of.line(learnt)
    if model is None or answers == 0:
        return NOTHING
    sessions = sum(s.n for s in found)
    shift = _shifts(found, model, of)
    value, variance, lent, spread = 0.0, 0.0, defaultdict[int, float](float), _spread(found, of)
    for s in found:
        prior, weight, worth = model[s.bin] + shift[s.group], s.n / sessions, s.answered + BORROWED
        value += weight * (of.total(s) + BORROWED * prior) / worth
        variance += weight**2 * spread / worth
        lent[s.bin] += weight * BORROWED / worth
    variance += (
        sum(lent.values()) ** 2 * spread / sum(learnt.answers)
    )  # what is borrowed may be wrong everywhere at once,
    for at, share in lent.items():  # and where hardly anybody with that effort has answered
        variance += share**2 * spread / (learnt.answers[at] + LEAST_SEEN)
    value, reach = min(of.high, max(of.low, value)), Z_95 * sqrt(variance)
    return Value(value=value, low=max(of.low, value - reach), high=min(of.high, value + reach), n=answers)


def _shifts(cells: Sequence[Stratum], model: Sequence[float], of: Reading) -> dict[str, float]:
    """What each outcome adds to the answer at the same effort; one with few answers is taken to be like its family."""
    answered, above = Counter[str](), defaultdict[str, float](float)
    for s in cells:
        more = of.total(s) - s.answered * model[s.bin]
        for name in (s.group, f"family {FAMILIES[s.group]}"):
            answered[name] += s.answered
            above[name] += more
    found = dict[str, float]()
    for group, family in FAMILIES.items():
        name = f"family {family}"
        before = above[name] / (answered[name] + FAMILY_WORTH)
        found[group] = (above[group] + GROUP_WORTH * before) / (answered[group] + GROUP_WORTH)
    return found


def _spread(cells: Sequence[Stratum], of: Reading) -> float:
    """The variance of single answers, in all strata together: one alone has too few. A few answers that are alike don't say
    that all are: as many as `UNSEEN` more are taken to lie anywhere on the scale."""
    n = sum(s.answered for s in cells)
    mean = sum(of.total(s) for s in cells) / n
    seen = max(0.0, sum(of.squares(s) for s in cells) / n - mean**2)
    anywhere = (of.high - of.low) ** 2 / (4 if of.high - of.low <= BALANCED else 12)
    return (n * seen + UNSEEN * anywhere) / (n + UNSEEN)
