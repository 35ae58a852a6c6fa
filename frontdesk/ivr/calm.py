"""Patience by language and region: how long one waits where, and how often one asks. Values only; knows no question."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.ivr.marks import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Calm:
    """What differs from the book's patience; None where nothing does."""

    timeout_s: float | None = None
    tries: int | None = None


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
        by_lang = self.langs.get(Marked(lang), Calm())
        begun = [(len(start), r) for r in self.regions for start in r.callers if caller and caller.startswith(start)]
        if not begun:
            return by_lang
        calm = max(begun, key=lambda pair: pair[0])[1].calm
        return Calm(timeout_s=calm.timeout_s or by_lang.timeout_s, tries=calm.tries or by_lang.tries)
