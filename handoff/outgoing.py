"""What may go out: whom we ring and text, how often, for how much. Pure but for its port; everything else is refused.

Toll fraud is somebody making a house call or text numbers that pay them. Hence: no number that is not allowed by its beginning,
none of the expensive ones inside an allowed one, caps per number and for the house, a stop for a day's money.
"""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from handoff.ports import CallFailed

HOUR_S, DAY_S = 3600.0, 86400.0
Kind = Literal["call", "text"]
# Dearer than their neighbours, though they begin like a country's: premium, satellite, personal numbers, islands within +1.
NEVER = (
    "+979", "+881", "+882", "+883", "+870", "+878", "+1900", "+1976", "+449", "+4470", "+4487", "+3389", "+49900",
    *(f"+1{area}" for area in (
        242, 246, 264, 268, 284, 345, 441, 473, 649, 658, 664, 721, 758, 767, 784, 809, 829, 849, 868, 869, 876,
    )),
)  # fmt: skip


class Refused(CallFailed):
    """Our own rules forbid this call or text; the message says which rule and where it is set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`to`: beginnings of numbers that may be rung or texted. Counts are for an hour, money for a day."""

    to: tuple[str, ...] = ()
    per_number: int = 6
    per_hour: int = 200
    per_day: float = 50.0
    price_call: float = 0.15
    price_text: float = 0.08

    def price(self, kind: Kind) -> float:
        return self.price_call if kind == "call" else self.price_text

    def allows(self, number: str) -> bool:
        """The longest beginning that fits decides; where none does, no."""
        fits = [(len(start), start in self.to) for start in (*self.to, *NEVER) if start and number.startswith(start)]
        return max(fits, default=(0, False))[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """What went out within the hour, and what it cost within the day."""

    to_number: int
    in_all: int
    cost: float


class OutgoingLog(Protocol):
    """What went out, in the database, so that every process counts the same. Numbers are there under a seal only."""

    async def take(self, number: str, cost: float, at: float, within: Callable[[Sum], bool]) -> Sum | None:
        """Write one down if `within` says yes to what there is; None when it was written, else what there is.

        Looking and writing are one: of two at the same time the second sees the first.
        """
        ...


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The rules over one log. `secret` seals numbers."""

    limits: Limits
    log: OutgoingLog
    clock: Callable[[], float]
    secret: bytes

    async def take(self, kind: Kind, number: str) -> None:
        """Count one call or text to this number (+44…). Raises Refused when it may not go out."""
        limits = self.limits
        if not limits.allows(number):
            raise Refused(
                "No call or text to a number like this is allowed; OUTGOING_TO lists the beginnings that are."
            )
        cost = limits.price(kind)
        stood = await self.log.take(
            self._sealed(number), cost, self.clock(), lambda there: _within(limits, there, cost)
        )
        if stood is not None:
            raise Refused(_why(limits, stood))

    async def may_call(self, number: str) -> bool:
        """Whether a call to this number may be promised; whether it may be made is asked when it is."""
        return self.limits.allows(number)

    def _sealed(self, number: str) -> str:
        return hmac.new(self.secret, b"outgoing:" + number.encode(), hashlib.sha256).hexdigest()[:32]


def _within(limits: Limits, there: Sum, cost: float) -> bool:
    return (
        there.to_number < limits.per_number
        and there.in_all < limits.per_hour
        and there.cost + cost <= limits.per_day + 1e-9
    )


def _why(limits: Limits, there: Sum) -> str:
    if there.to_number >= limits.per_number:
        return f"This number was called or texted {there.to_number} times within the hour; OUTGOING_PER_NUMBER is the most."
    if there.in_all >= limits.per_hour:
        return f"{there.in_all} calls and texts went out within the hour; OUTGOING_PER_HOUR is the most."
    return f"Calls and texts of the last day cost {there.cost:.2f}; SPEND_PER_DAY stops them at {limits.per_day:g}."
