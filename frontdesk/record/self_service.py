"""The self-service rate: who was really helped without a human, with its uncertainty, and the naive figure beside it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from frontdesk.record.session_row import SessionRow

Z_95 = 1.959963984540054


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share of `n` with its 95 % interval; all None when there is nothing to divide by."""

    rate: float | None
    low: float | None
    high: float | None
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SelfService:
    """`verified` is the rate; `unverified` counts apart and never enters it."""

    verified: Share
    resolved: int
    unverified: int
    naive_rate: float | None
    naive_n: int


def with_need(row: SessionRow) -> bool:
    """Whether an ended session counts: somebody was there and wanted something (a mere "hello" does not count)."""
    return row.needed and row.outcome not in ("running", "unreachable")


def self_service(rows: Sequence[SessionRow]) -> SelfService:
    """Self-service rate (自助服务使用率) = resolved_verified ÷ ended sessions with a need.

    The share of contacts solved by menus or bot (target of the trade: at least 40 %), counting only what the shop
    confirms: naive containment also counts whoever gave up. Naive containment = ended sessions that did not reach an
    agent ÷ ended sessions, as the trade defines it; it stands beside the rate to show the gap.
    """
    needy = [row for row in rows if with_need(row)]
    ended = [row for row in rows if row.outcome != "running"]
    resolved = sum(row.outcome == "resolved_verified" for row in needy)
    contained = sum(not row.connected for row in ended)
    return SelfService(
        verified=wilson(resolved, len(needy)),
        resolved=resolved,
        unverified=sum(row.outcome == "resolved_unverified" for row in needy),
        naive_rate=contained / len(ended) if ended else None,
        naive_n=len(ended),
    )


def wilson(hits: int, n: int) -> Share:
    """Wilson's score interval at 95 %: (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) ÷ (1 + z²/n).

    Holds for small n and for rates near 0 and 1, where p ± z·√(p(1−p)/n) leaves the range (E. B. Wilson, 1927).
    """
    if n == 0:
        return Share(rate=None, low=None, high=None, n=0)
    p, z2 = hits / n, Z_95 * Z_95
    middle = p + z2 / (2 * n)
    reach = Z_95 * sqrt(p * (1 - p) / n + z2 / (4 * n * n))
    low, high = (middle - reach) / (1 + z2 / n), (middle + reach) / (1 + z2 / n)
    return Share(rate=p, low=min(p, max(0.0, low)), high=max(p, min(1.0, high)), n=n)
