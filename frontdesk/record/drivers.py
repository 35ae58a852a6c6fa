"""Which slice moved a figure: what of the change would be gone without it. Pure.

A figure R is what its slice i of weight w and the rest make of it: R = w·r + (1 − w)·q. Left out, it would be q. So of a change
the slice makes up Δ(R − q) = Δ(w·(r − q)): that it fares worse than the rest did before, and that it grew; where all fell
alike, nothing. What is missing to a target T of a figure that did not certainly get worse is held by a slice in the same way: of
R − T it makes up R − q. The likely driver is the slice that makes up most, beyond its own weight: of two that hold the same
sessions the smaller.

Nobody is named by chance. The change of the figure itself must be certain at 95 %; what a slice makes up must be past what
chance gives with so many slices looked at, 5 % over all of them together (Bonferroni). Slices without an interval, or of few
cases, are never named.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist
from typing import Literal

from frontdesk.record.figures.value import Z_95, Value, difference

LEAST = 0.25  # of the change, below which nobody is named
BEYOND = 0.1  # of the change, more than its weight
CASES = 20  # of both periods, below which a slice is too small to tell
CHANCE = 0.05  # that anybody is named though nothing moved but by chance


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A slice that moved a figure by `moved`, or makes up so much of its gap; `explains` is the share of it; before and
    now are the slice's own values.

    `was_share`, `share`: its share of all cases, before and now. `grew`: that moved the figure more than how it fares.
    """

    cut: str
    value: str
    moved: float
    explains: float
    before: Value
    now: Value
    was_share: float = 0.0
    share: float = 0.0
    kind: Literal["change", "gap"] = "change"

    @property
    def grew(self) -> bool:
        """Whether the slice moved the figure rather by its size than by how it fares; so does a new one."""
        if self.before.value is None or self.now.value is None:
            return True
        fares = abs(self.now.value - self.before.value) * (self.share + self.was_share) / 2
        return self.kind == "change" and fares < abs(self.moved) / 2


@dataclass(frozen=True, slots=True)
class Slices:
    """The slices of one kind, before and now of each by its value; and of all cases they are slices of."""

    before: Value
    now: Value
    parts: Mapping[str, tuple[Value, Value]]


def driver(kinds: Mapping[str, Slices]) -> Driver | None:
    """The likely driver of a change among all slices of all kinds, if any stands out."""
    enough = _enough(kinds)
    certain = {cut: found for cut, found in kinds.items() if _changed(found.before, found.now)}
    return _best(d for cut, found in certain.items() for d in _of(cut, found, enough))


def holder(kinds: Mapping[str, Slices], limit: float) -> Driver | None:
    """The slice that keeps a figure from its target `limit`, if any stands out."""
    enough = _enough(kinds)
    missed = {cut: found for cut, found in kinds.items() if found.now.value is not None and found.now.value != limit}
    return _best(d for cut, found in missed.items() for d in _holding(cut, found, limit, enough))


def worse(before: Value, now: Value, limit: float) -> bool:
    """Whether a figure certainly moved away from its target."""
    further = abs((now.value or 0.0) - limit) > abs((before.value or 0.0) - limit)
    return further and _changed(before, now)


def _enough(kinds: Mapping[str, Slices]) -> float:
    """How many standard errors are past chance, one-sided, with so many slices looked at."""
    looked_at = sum(was.n + now.n >= CASES for found in kinds.values() for was, now in found.parts.values())
    return NormalDist().inv_cdf(1 - CHANCE / max(1, looked_at))


def _changed(before: Value, now: Value) -> bool:
    gap = difference(now, before)
    return gap.low is not None and gap.high is not None and not gap.low <= 0 <= gap.high


def _best(found: Iterable[Driver]) -> Driver | None:
    best = max(found, key=lambda d: (_beyond(d), d.cut, d.value), default=None)
    return best if best is not None and best.explains >= LEAST and _beyond(best) > BEYOND else None


def _beyond(found: Driver) -> float:
    return min(found.explains, 1.0) - (found.was_share + found.share) / 2


def _holding(cut: str, found: Slices, limit: float, enough: float) -> Iterable[Driver]:
    gap = (found.now.value or 0.0) - limit
    for value, (was, now) in found.parts.items():
        own = _part(now, found.now)
        if own is None or was.n + now.n < CASES or own.adds * gap <= abs(gap) * enough * own.error:
            continue
        yield Driver(cut=cut, value=value, moved=own.adds, explains=own.adds / gap, before=was, now=now,
                     was_share=own.weight, share=own.weight, kind="gap")  # fmt: skip


def _of(cut: str, found: Slices, enough: float) -> Iterable[Driver]:
    change = (found.now.value or 0.0) - (found.before.value or 0.0)
    for value, (was, now) in found.parts.items():
        old, new = _part(was, found.before), _part(now, found.now)
        if old is None or new is None or was.n + now.n < CASES:
            continue
        moved, error = new.adds - old.adds, sqrt(new.error**2 + old.error**2)
        if moved * change > abs(change) * enough * error:
            yield Driver(cut=cut, value=value, moved=moved, explains=moved / change, before=was, now=now,
                         was_share=old.weight, share=new.weight)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Part:
    """A slice within its whole: its weight, what the whole has of it (R − q), and the standard error of that."""

    weight: float
    adds: float
    error: float


def _part(part: Value, whole: Value) -> _Part | None:
    """None: nobody can tell, or nothing is left without it.

    The influence of one case y on R − q is (y − R) inside and (q − R) − (y − q)·w/(1 − w) outside, hence the variance
    w·(s + (r − R)²) + (1 − w)·(q − R)² + t·w²/(1 − w) of one case; s and t are the variances inside and outside.
    """
    if part.n == 0 or whole.value is None:
        return _Part(0.0, 0.0, 0.0)
    w, inside, over_all = part.n / whole.n, _variance(part), _variance(whole)
    if part.value is None or inside is None or over_all is None or w >= 1:
        return None
    q = (whole.value - w * part.value) / (1 - w)
    own, rest = inside + (part.value - whole.value) ** 2, (q - whole.value) ** 2
    outside = max(0.0, (over_all - w * own) / (1 - w) - rest)
    one = w * own + (1 - w) * rest + outside * w**2 / (1 - w)
    return _Part(w, whole.value - q, sqrt(one / whole.n))


def _variance(value: Value) -> float | None:
    """The variance of single cases, out of the interval of their mean."""
    if value.low is None or value.high is None:
        return None
    return value.n * ((value.high - value.low) / (2 * Z_95)) ** 2
