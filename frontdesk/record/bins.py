"""Histograms that can be added up: fixed bins, so that any days and slices merge into exact counts. Pure."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

# Upper ends in seconds, each inclusive; the last bin has none. Thresholds of service levels are among them, so that
# "answered within 20 s" is counted exactly.
SECONDS: tuple[float, ...] = (
    1, 2, 3, 5, 8, 10, 15, 20, 25, 30, 40, 50, 60, 75, 90, 105, 120, 150, 180, 210, 240, 300, 360, 420, 480, 600, 750,
    900, 1200, 1500, 1800, 2400, 3000, 3600, 5400, 7200, 14400,
)  # fmt: skip

# Ages at which customers come back, in seconds after a session's end: fine at first, when most do.
AGES: tuple[float, ...] = tuple(3600.0 * h for h in (1, 3, 6, 12, 24, 36, 48, 72, 96, 120, 144, 168))


def bin_of(value: float, ends: Sequence[float] = SECONDS) -> int:
    """The number of the bin a value belongs to; the last one has no end."""
    return bisect_left(ends, value)


def histogram(counts: Mapping[str, int], name: str, ends: Sequence[float] = SECONDS) -> list[int]:
    """The bins of `name` out of counters called `name.0`, `name.1` …"""
    return [counts.get(f"{name}.{i}", 0) for i in range(len(ends) + 1)]


def within(bins: Sequence[int], limit: float, ends: Sequence[float] = SECONDS) -> int:
    """How many are at most `limit`, which must be the end of a bin."""
    return sum(bins[: ends.index(limit) + 1])


def quantile(bins: Sequence[int], share: float, ends: Sequence[float] = SECONDS) -> float | None:
    """The value below which `share` of all lie, straight within its bin; None of nothing. The open bin gives its start."""
    total = sum(bins)
    if total == 0:
        return None
    rest = share * total
    for i, count in enumerate(bins):
        if count and rest <= count:
            low = ends[i - 1] if i else 0.0
            return low if i == len(ends) else low + (ends[i] - low) * rest / count
        rest -= count
    return float(ends[-1])
