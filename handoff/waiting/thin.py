"""The expected wait (EWT), as a range: place in the queue × recent handling time ÷ staffed agents. Pure.

The queue-length predictor "QL" of the literature (Whitt 1999), (n+1)·AHT/s, with a range that is wide where little is
known. Handling time is talk plus wrap-up (AHT). It abstains rather than guess.
"""

import math
import statistics
from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.core.inputs import WaitReply

DEFAULT_AHT_S = 240.0
ENOUGH = 3  # closed contacts before recent handling times are believed
Z80 = 1.2816  # normal quantile of an 80 % interval


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueNow:
    """What is known of a queue now. `ahead`: customers served before this one; `staffed`: agents ready or busy;
    `free`: those of them who could take it at once; `handling_s`: recent handling times, newest first."""

    ahead: int
    staffed: int
    free: int
    handling_s: tuple[float, ...] = ()


def estimate(now: QueueNow) -> WaitReply:
    """The expected wait of a customer who joins now: an 80 % range in seconds, or none when nobody is staffed."""
    position = now.ahead + 1
    if now.staffed == 0:
        return WaitReply(position=position, staffed=0)
    if now.free > now.ahead:
        return WaitReply(position=position, staffed=now.staffed, low_s=0.0, high_s=45.0)
    aht, spread = _handling(now.handling_s)
    services = position / now.staffed
    mean = services * aht
    deviation = math.sqrt(max(services, 0.25)) * spread / math.sqrt(now.staffed)
    low, high = max(0.0, mean - Z80 * deviation), mean + Z80 * deviation
    return WaitReply(position=position, staffed=now.staffed, low_s=round(low, 1), high_s=round(high, 1))


def _handling(recent: Sequence[float]) -> tuple[float, float]:
    """Mean and deviation of handling time; a documented default until enough contacts were closed."""
    kept = [t for t in recent if t > 0]
    if len(kept) < ENOUGH:
        return DEFAULT_AHT_S, DEFAULT_AHT_S * 0.8
    mean = statistics.fmean(kept)
    return mean, max(statistics.stdev(kept), 0.3 * mean)
