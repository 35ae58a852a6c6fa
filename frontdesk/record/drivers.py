"""Which slice moved a figure: its share of the change, by what it weighs and how it fares. Pure.

A figure is the weighted mean of its slices, R = Σ wᵢ·rᵢ. Between two periods slice i moves it by
wᵢ′·(rᵢ′ − R) − wᵢ·(rᵢ − R), which sums to R′ − R over the slices of one kind: what fared worse and what merely grew, both.
The likely driver is the slice that moved it most beyond its own weight, so that "all calls" never explains calls.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from frontdesk.record.figures.value import Value

LEAST = 0.25  # of the change, below which nobody is named


@dataclass(frozen=True, slots=True, kw_only=True)
class Driver:
    """A slice that moved a figure by `moved`; before and now are its own values."""

    cut: str
    value: str
    moved: float
    explains: float
    before: Value
    now: Value


Pairs = Mapping[str, tuple[Value, Value]]


def driver(slices: Mapping[str, Pairs], before: Value, now: Value) -> Driver | None:
    """The likely driver among all slices of all kinds (before and now of each), if any stands out."""
    if before.value is None or now.value is None or before.value == now.value:
        return None
    found = [d for cut, pairs in slices.items() for d in _of(cut, pairs, before, now)]
    best = max(found, key=lambda d: (_beyond(d, now), d.cut, d.value), default=None)
    return best if best is not None and best.explains >= LEAST and _beyond(best, now) > 0.1 else None


def _of(cut: str, pairs: Pairs, before: Value, now: Value) -> Iterable[Driver]:
    whole, n0, n1 = before.value or 0.0, sum(p[0].n for p in pairs.values()), sum(p[1].n for p in pairs.values())
    change = (now.value or 0.0) - whole
    for value, (was, is_) in pairs.items():
        old = was.n / n0 * ((was.value or 0.0) - whole) if n0 and was.value is not None else 0.0
        new = is_.n / n1 * ((is_.value or 0.0) - whole) if n1 and is_.value is not None else 0.0
        yield Driver(cut=cut, value=value, moved=new - old, explains=(new - old) / change, before=was, now=is_)


def _beyond(found: Driver, now: Value) -> float:
    return min(found.explains, 1.5) - (found.now.n / now.n if now.n else 0.0)
