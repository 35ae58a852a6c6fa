"""What a figure is: an id, its formula in words, its unit, and how it is computed out of a cut. Pure."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.value import Value

Unit = Literal["share", "seconds", "score", "points", "count"]
Better = Literal["more", "less", "middle"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Formula:
    """`id` names the figure, `formula` this very way to compute it: a change of the way gets a new number.

    `windowed`: it goes on changing until the repeat-contact window has closed. `source`: who defined it so.
    """

    id: str
    formula: str
    en: str
    zh: str
    unit: Unit
    better: Better
    meaning: str
    meaning_zh: str
    compute: Callable[[Cut], Value]
    windowed: bool = False
    source: str = ""
