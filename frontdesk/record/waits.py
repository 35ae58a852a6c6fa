"""How long customers waited for a human. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from statistics import median

from frontdesk.record.session_row import SessionRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """Median and 90th percentile of `n` waits, in seconds; None without waits."""

    n: int
    median_s: float | None
    p90_s: float | None


def waits(rows: Sequence[SessionRow]) -> Waits:
    """Waits from the request for a human until connected, gone or told that nobody comes: whoever gave up waited, too.

    Counting answered ones only (as Asterisk's hold time does) makes a queue look better the more customers leave it.
    The 90th percentile is the smallest wait that nine in ten did not exceed (nearest rank).
    """
    waited = sorted(row.waited_s for row in rows if row.handoffs and row.waiting_since is None)
    if not waited:
        return Waits(n=0, median_s=None, p90_s=None)
    return Waits(n=len(waited), median_s=median(waited), p90_s=waited[ceil(0.9 * len(waited)) - 1])
