"""A figure's value with how many it stands for and its 95 % interval, and the ways to get there. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import sqrt

from frontdesk.record.bins import SECONDS, quantile

Z_95 = 1.959963984540054
FEW = 10  # cases below which the intervals of means and quantiles are no guide: three equal numbers have one without width


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """`n` is what the value stands for; value and interval are None when there is nothing to tell.

    `observed`: what a windowed figure would be without its correction for sessions still inside the window.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    observed: float | None = None


NOTHING = Value()


def share(hits: float, n: int, extra: float = 0.0) -> Value:
    """A share with Wilson's score interval at 95 %: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n).

    Holds for small n and for rates near 0 and 1, where p ± z·√(p(1−p)/n) leaves the range (E. B. Wilson, 1927).
    `extra` is the half-width of a further, independent doubt, added in squares.
    """
    if n <= 0:
        return NOTHING
    p, z2 = min(1.0, max(0.0, hits / n)), Z_95 * Z_95
    middle = (p + z2 / (2 * n)) / (1 + z2 / n)
    reach = Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n)
    below, above = sqrt((p - middle + reach) ** 2 + extra**2), sqrt((middle + reach - p) ** 2 + extra**2)
    return Value(value=p, low=max(0.0, p - below), high=min(1.0, p + above), n=n)


def mean(total: float, squares: float, n: int) -> Value:
    """A mean of `n` numbers with its normal interval, from their sum and the sum of their squares."""
    if n <= 0:
        return NOTHING
    m = total / n
    deviation = sqrt(max(0.0, squares / n - m * m) * n / max(1, n - 1))
    reach = Z_95 * deviation / sqrt(n)
    return Value(value=m, low=m - reach, high=m + reach, n=n)


def mean_time(total_ms: float, squares_ms2: float, n: int, least: float | None = None) -> Value:
    """A mean of times in seconds, from sums in milliseconds; nothing of it lies below `least` seconds."""
    found = mean(total_ms / 1000, squares_ms2 / 1e6, n)
    return found if least is None or found.low is None else replace(found, low=max(least, found.low))


def mean_of_bins(total: float, bins: Sequence[int], ends: Sequence[float] = SECONDS) -> Value:
    """A mean whose sum is exact and whose spread is that of its histogram (each bin at its middle)."""
    n = sum(bins)
    if n == 0:
        return NOTHING
    middles = [(low + high) / 2 for low, high in zip((0.0, *ends), (*ends, ends[-1] * 1.5), strict=True)]
    around = sum(count * middle for count, middle in zip(bins, middles, strict=True)) / n
    squares = sum(count * (middle - around) ** 2 for count, middle in zip(bins, middles, strict=True))
    reach = Z_95 * sqrt(squares / max(1, n - 1) / n)
    return Value(value=total / n, low=max(0.0, total / n - reach), high=total / n + reach, n=n)


def ratio(over: float, under: float, squares: tuple[float, float, float], n: int, most: float | None = 1.0) -> Value:
    """Σ over ÷ Σ under of `n` units, both of which vary: Cochran's ratio estimator (Sampling Techniques, 1977, 6.3).

    `squares`: the units' Σ over², Σ over·under, Σ under². One unit tells nothing of how units differ: anything up to `most` is
    possible, and where that has no end nothing is told.
    """
    if n <= 0 or under <= 0:
        return NOTHING
    r, (over2, product, under2) = over / under, squares
    if n == 1:
        return Value(n=n) if most is None else Value(value=r, low=0.0, high=most, n=n)
    spread = max(0.0, over2 - 2 * r * product + r * r * under2) * n / (n - 1)
    reach = Z_95 * sqrt(spread) / under
    return Value(value=r, low=max(0.0, r - reach), high=r + reach if most is None else min(most, r + reach), n=n)


def percentile(bins: Sequence[int], p: float) -> Value:
    """A quantile out of a histogram; the interval is that of its rank, whatever the distribution."""
    n = sum(bins)
    if n == 0:
        return NOTHING
    reach = Z_95 * sqrt(p * (1 - p) / n)
    return Value(
        value=quantile(bins, p), low=quantile(bins, max(0.0, p - reach)), high=quantile(bins, min(1.0, p + reach)), n=n
    )


def difference(one: Value, other: Value) -> Value:
    """`one` − `other` with an interval by Newcombe's method (1998, no. 10): the distances of both intervals in squares."""
    if None in (one.value, other.value, one.low, one.high, other.low, other.high):
        return NOTHING
    a, al, ah = float(one.value or 0), float(one.low or 0), float(one.high or 0)
    b, bl, bh = float(other.value or 0), float(other.low or 0), float(other.high or 0)
    return Value(
        value=a - b,
        low=a - b - sqrt((a - al) ** 2 + (bh - b) ** 2),
        high=a - b + sqrt((ah - a) ** 2 + (b - bl) ** 2),
        n=min(one.n, other.n),
    )


def is_sure(gap: Value) -> bool:
    """Whether a `difference` is told as more than chance: nought lies outside its interval, and neither side has few cases."""
    return gap.n >= FEW and gap.low is not None and gap.high is not None and (gap.low > 0 or gap.high < 0)
