"""How many of today's sessions will have come back when their window closes: survival by age, learnt from past days. Pure.

Kaplan and Meier's product-limit estimate (1958) over bins of age, with Greenwood's variance (1926). A day counts for a bin
once all its sessions are older than the bin's end, so that nobody counts as "did not come back" who still may.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt

from frontdesk.record.bins import AGES
from frontdesk.record.figures.value import Z_95, Value, share
from frontdesk.record.packed import Packs, pairs
from frontdesk.record.ports import Row

SURVIVALS = ("sr", "fr")  # of self-service rate and first contact resolution
HOUR_S, LONGEST_DAY_S = 3600.0, 25 * 3600.0
AGES_KNOWN = 1000  # remembered of a curve
ENOUGH = 20  # comebacks in a slice's own past, below which the whole house's past speaks for it


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The counters of one day or hour of a slice. `started_at` is epoch seconds.

    `alone` and `back`, by name (`sr`, `fr`): sessions not followed so far by the hour they ended, and comebacks by age bin.
    `strata`, `answers`: see `packed.py`.
    """

    started_at: float
    counts: Mapping[str, int]
    alone: Mapping[str, Mapping[int, int]]
    back: Mapping[str, Mapping[int, int]]
    strata: Packs
    answers: Packs


def cell_of(row: Row) -> Cell:
    """A cell out of its stored row."""
    return Cell(
        started_at=row["started_at"],
        counts=row.get("counts", {}),
        alone={name: pairs(row, f"{name}.open") for name in SURVIVALS},
        back={name: pairs(row, f"{name}.back") for name in SURVIVALS},
        strata=row.get("strata", {}),
        answers=row.get("answers", {}),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """`stays[i]`: the share of sessions not followed by another up to the end of age bin i; `doubt[i]`: Greenwood's sum."""

    stays: tuple[float, ...]
    doubt: tuple[float, ...]
    seen: tuple[int, ...]
    backs: int
    known: dict[float, tuple[float, float]] = field(default_factory=dict, compare=False, repr=False)

    def at(self, age_s: float, values: Sequence[float], start: float) -> float:
        """A value of the curve at an age, straight between the ends of bins."""
        i = bisect_left(AGES, age_s)
        if i == len(AGES):
            return values[-1]
        before, low = (values[i - 1], AGES[i - 1]) if i else (start, 0.0)
        return before + (values[i] - before) * (age_s - low) / (AGES[i] - low)

    def remaining(self, age_s: float) -> tuple[float, float]:
        """The chance that a session of this age stays alone until its window closes, and the variance of its logarithm."""
        if age_s >= AGES[-1]:
            return 1.0, 0.0
        if age_s not in self.known:  # every slice asks for the same ages
            if len(self.known) >= AGES_KNOWN:
                self.known.clear()
            self.known[age_s] = self._remaining(age_s)
        return self.known[age_s]

    def _remaining(self, age_s: float) -> tuple[float, float]:
        alone = self.at(max(0.0, age_s), self.stays, 1.0)
        doubt = self.doubt[-1] - self.at(max(0.0, age_s), self.doubt, 0.0)
        return (self.stays[-1] / alone if alone > 0 else 1.0), max(0.0, doubt)


def curve(past: Iterable[Cell], name: str, now: float) -> Curve:
    """The curve of `name` (`sr`, `fr`) from past days."""
    risks, backs = [0] * len(AGES), [0] * len(AGES)
    for cell in past:
        came = cell.back[name]
        left = sum(cell.alone[name].values()) + sum(came.values())
        last_end = cell.started_at + max([LONGEST_DAY_S, *(HOUR_S * (hour + 1) for hour in cell.alone[name])])
        for i, end in enumerate(AGES):
            if last_end + end > now:
                break
            risks[i] += left
            backs[i] += came.get(i, 0)
            left -= came.get(i, 0)
    return _product(risks, backs)


def _product(risks: Sequence[int], backs: Sequence[int]) -> Curve:
    stays, doubt, alone, summed = list[float](), list[float](), 1.0, 0.0
    for risk, back in zip(risks, backs, strict=True):
        if risk:
            alone *= 1 - back / risk
            summed += back / (risk * max(1, risk - back))
        stays.append(alone)
        doubt.append(summed)
    return Curve(stays=tuple(stays), doubt=tuple(doubt), seen=tuple(risks), backs=sum(backs))


def backs(cells: Iterable[Cell], name: str) -> int:
    """How many came back."""
    return sum(sum(cell.back[name].values()) for cell in cells)


def matured(cells: Iterable[Cell], name: str, base: int, learnt: Curve, now: float) -> Value:
    """The share of `base` sessions that `name` counts and that will not have been followed when their windows close.

    Sessions whose window is open count by their chance to stay alone: Σ S(window)/S(age). The interval is Wilson's,
    widened by what is not known of the curve. `observed` takes everybody who has not come back so far as staying alone.
    """
    expected, so_far, doubtful = 0.0, 0, 0.0
    for cell in cells:
        if cell.started_at + LONGEST_DAY_S + AGES[-1] <= now:  # all windows have closed
            closed_now = sum(cell.alone[name].values())
            expected, so_far = expected + closed_now, so_far + closed_now
            continue
        for hour, count in cell.alone[name].items():
            alone, doubt = learnt.remaining(now - (cell.started_at + HOUR_S * (hour + 0.5)))
            expected += count * alone
            so_far += count
            doubtful += count * alone * sqrt(doubt)  # all hang on one curve: their doubts add up
    if base <= 0:
        return Value()
    found = share(expected, base, Z_95 * doubtful / base)
    return Value(value=found.value, low=found.low, high=found.high, n=base, observed=so_far / base)


def closed(cells: Iterable[Cell], now: float) -> bool:
    """Whether the windows of all sessions of these days have closed."""
    return all(cell.started_at + LONGEST_DAY_S + AGES[-1] <= now for cell in cells)
