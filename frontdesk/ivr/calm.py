"""Patience by language and region: how long one waits, how often one asks, how fast one speaks. Knows no question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.core.pace import Pace
from frontdesk.ivr.marks import Marked, looked_up


@dataclass(frozen=True, slots=True, kw_only=True)
class Calm:
    """What differs from the book's patience; None where nothing does."""

    timeout_s: float | None = None
    tries: int | None = None
    rate: float | None = None
    digits_rate: float | None = None

    @property
    def pace(self) -> Pace:
        """How fast one speaks."""
        return Pace(rate=self.rate or 1.0, digits=self.digits_rate or 1.0)

    def over(self, other: "Calm") -> "Calm":
        """This, and the other where this says nothing."""
        return Calm(
            timeout_s=self.timeout_s or other.timeout_s,
            tries=self.tries or other.tries,
            rate=self.rate or other.rate,
            digits_rate=self.digits_rate or other.digits_rate,
        )


OWN = Calm()  # nothing differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Callers whose number begins in one of these ways."""

    name: Marked
    callers: tuple[Marked, ...]
    calm: Calm


@dataclass(frozen=True, slots=True, kw_only=True)
class Calms:
    """Patience by language and by region; a region's counts before the language's."""

    langs: Mapping[Marked, Calm] = field(default_factory=dict)
    regions: tuple[Region, ...] = ()

    def of(self, lang: str, caller: str | None) -> Calm:
        """What holds for this customer: of several regions the one whose beginning is longest."""
        by_lang = looked_up(self.langs, lang) or OWN
        if not self.regions or not caller:
            return by_lang
        begun = [(len(start), r) for r in self.regions for start in r.callers if caller.startswith(start)]
        if not begun:
            return by_lang
        return max(begun, key=lambda pair: pair[0])[1].calm.over(by_lang)
