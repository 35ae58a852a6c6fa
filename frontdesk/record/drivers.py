"""Which slice moved a figure: its share of the change, by what it weighs and how it fares. Pure.

A figure is the weighted mean of its slices, R = Σ wᵢ·rᵢ. Between two periods slice i moves it by
wᵢ′·(rᵢ′ − R) − wᵢ·(rᵢ − R), which sums to R′ − R over the slices of one kind: what fared worse and what merely grew, both.
The likely driver is the slice that moved it most beyond its own weight, so that "all calls" never explains calls. A figure
that did not get worse, or that nothing in particular moved, is held by a slice: of what is missing to its target T slice i
makes up wᵢ·(T − rᵢ).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from frontdesk.record.figures.value import Value

LEAST = 0.25  # of the change, below which nobody is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A slice that moved a figure by `moved`, or makes up so much of its gap; before and now are its own values."""

    cut: str
    value: str
    moved: float
    explains: float
    before: Value
    now: Value
    kind: Literal["change", "gap"] = "change"


Pairs = Mapping[str, tuple[Value, Value]]


def driver(slices: Mapping[str, Pairs], before: Value, now: Value) -> Driver | None:
    """The likely driver among all slices of all kinds (before and now of each), if any stands out."""
    if before.value is None or now.value is None or before.value == now.value:
        return None
    return _best((d for cut, pairs in slices.items() for d in _of(cut, pairs, before, now)), now)


def holder(slices: Mapping[str, Pairs], now: Value, limit: float) -> Driver | None:
    """The slice that keeps a figure from its target `limit`, if any stands out."""
    if now.value is None or now.value == limit:
        return None
    return _best((d for cut, pairs in slices.items() for d in _holding(cut, pairs, limit)), now)


def worse(before: Value, now: Value, limit: float) -> bool:
    """Whether a figure moved away from its target."""
    return before.value is not None and now.value is not None and abs(now.value - limit) > abs(before.value - limit)


def _best(found: Iterable[Driver], now: Value) -> Driver | None:
    best = max(found, key=lambda d: (_beyond(d, now), d.cut, d.value), default=None)
    return best if best is not None and best.explains >= LEAST and _beyond(best, now) > 0.1 else None


def _holding(cut: str, pairs: Pairs, limit: float) -> Iterable[Driver]:
    n = sum(now.n for _, now in pairs.values())
    parts = {v: now.n / n * (limit - now.value) for v, (_, now) in pairs.items() if n and now.value is not None}
    gap = sum(parts.values())
    for value, part in parts.items():
        was, now = pairs[value]
        yield Driver(
            cut=cut, value=value, moved=part, explains=part / gap if gap else 0.0, before=was, now=now, kind="gap"
        )


def _of(cut: str, pairs: Pairs, before: Value, now: Value) -> Iterable[Driver]:
    whole, n0, n1 = before.value or 0.0, sum(p[0].n for p in pairs.values()), sum(p[1].n for p in pairs.values())
    change = (now.value or 0.0) - whole
    for value, (was, is_) in pairs.items():
        old = was.n / n0 * ((was.value or 0.0) - whole) if n0 and was.value is not None else 0.0
        new = is_.n / n1 * ((is_.value or 0.0) - whole) if n1 and is_.value is not None else 0.0
        yield Driver(cut=cut, value=value, moved=new - old, explains=(new - old) / change, before=was, now=is_)


def _beyond(found: Driver, now: Value) -> float:
    return min(found.explains, 1.5) - (found.now.n / now.n if now.n else 0.0)
