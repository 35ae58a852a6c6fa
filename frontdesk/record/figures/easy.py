"""CES for everybody: answers weighted for who did not answer, and the effort index calibrated to answers. Pure.

Whoever answers is no fair sample: happy ends answer more. So answers are averaged within strata (what came of the session
× how hard it was) and weighted by how many sessions each stratum has, asked or not (post-stratification). A stratum with
few answers borrows from the calibration: the mean answer at that effort index, made to fall with effort (isotonic
regression, pool-adjacent-violators), and shifted by what its outcome, or outcomes like it, usually add.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from frontdesk.record.counters import FAMILIES
from frontdesk.record.figures.cut import Calibration
from frontdesk.record.figures.value import NOTHING, Z_95, Value
from frontdesk.record.struggle import INDEX_BINS

GROUPS = tuple(FAMILIES)
BORROWED = 8.0  # answers the opinion of the calibration and of its like is worth in a stratum
FAMILY_WORTH, GROUP_WORTH = 2.0, 6.0  # answers it takes to be believed against the calibration, and against the family


@dataclass(frozen=True, slots=True, kw_only=True)
class Stratum:
    """One outcome group at one bin of the effort index."""

    group: str
    bin: int
    n: int
    answered: int
    total: int
    squares: int
    easy: int


def strata(counts: Mapping[str, int]) -> list[Stratum]:
    """The strata with sessions in them."""

    found: dict[tuple[str, int], dict[str, int]] = {}
    for name, count in counts.items():
        if name[:2] == "e.":
            _, group, place, what = name.split(".")
            found.setdefault((group, int(place)), {})[what] = count
    return [
        Stratum(
            group=group,
            bin=place,
            n=of.get("n", 0),
            answered=of.get("answered", 0),
            total=of.get("sum", 0),
            squares=of.get("squares", 0),
            easy=of.get("easy", 0),
        )
        for (group, place), of in sorted(found.items())
    ]


def calibrated(counts: Mapping[str, int]) -> Calibration:
    """The expected answer at each bin of the effort index, never rising with effort."""
    found = strata(counts)
    answers, totals, easy = [0] * INDEX_BINS, [0.0] * INDEX_BINS, [0.0] * INDEX_BINS
    for s in found:
        answers[s.bin] += s.answered
        totals[s.bin] += s.total
        easy[s.bin] += s.easy
    raw = tuple(t / n if n else None for t, n in zip(totals, answers, strict=True))
    if not sum(answers):
        return Calibration(answers=tuple(answers), raw=raw)
    return Calibration(score=falling(totals, answers), easy=falling(easy, answers), answers=tuple(answers), raw=raw)


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


def weighted(found: Iterable[Stratum], model: Sequence[float] | None, *, easy: bool) -> Value:
    """The mean answer (or the share who call it easy) of all sessions, answered or not."""
    cells = list(found)
    answers = sum(s.answered for s in cells)
    if model is None or answers == 0:
        return NOTHING
    sessions = sum(s.n for s in cells)
    shift = _shifts(cells, model, easy=easy)
    value, variance, spread = 0.0, 0.0, _spread(cells, easy=easy)
    for s in cells:
        prior = model[s.bin] + shift[s.group]
        summed, weight = float(s.easy if easy else s.total), s.n / sessions
        value += weight * (summed + BORROWED * prior) / (s.answered + BORROWED)
        variance += weight**2 * spread / (s.answered + BORROWED)
    low, high = (0.0, 1.0) if easy else (1.0, 7.0)
    value, reach = min(high, max(low, value)), Z_95 * sqrt(variance)
    return Value(value=value, low=max(low, value - reach), high=min(high, value + reach), n=answers)


def _shifts(cells: Sequence[Stratum], model: Sequence[float], *, easy: bool) -> dict[str, float]:
    """What each outcome adds to the answer at the same effort; one with few answers is taken to be like its family."""

    def gap(some: Sequence[Stratum], before: float, worth: float) -> float:
        answered = sum(s.answered for s in some)
        above = sum((s.easy if easy else s.total) - s.answered * model[s.bin] for s in some)
        return (above + worth * before) / (answered + worth)

    families = {
        family: gap([s for s in cells if FAMILIES[s.group] == family], 0.0, FAMILY_WORTH)
        for family in dict.fromkeys(FAMILIES.values())
    }
    return {
        group: gap([s for s in cells if s.group == group], families[family], GROUP_WORTH)
        for group, family in FAMILIES.items()
    }


def _spread(cells: Sequence[Stratum], *, easy: bool) -> float:
    """The variance of single answers, in all strata together: one alone has too few."""
    n = sum(s.answered for s in cells)
    total = sum(s.easy if easy else s.total for s in cells)
    squares = sum(s.easy if easy else s.squares for s in cells)
    return max(0.05, squares / n - (total / n) ** 2)
