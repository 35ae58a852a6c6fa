"""The questions a house may ask after a contact: their scales, and which answers are good or bad. Constants."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

House = Literal["ces2", "csat", "nps"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A scale from `least` to `most`; answers of at least `good` count as good, of at most `bad` as bad."""

    least: int
    most: int
    good: int
    bad: int


EFFORT: House = "ces2"
QUESTIONS: Mapping[str, Question] = MappingProxyType(
    {
        "ces2": Question(least=1, most=7, good=5, bad=3),  # "made it easy": somewhat agree and more
        "csat": Question(least=1, most=5, good=4, bad=2),  # satisfied, very satisfied
        "nps": Question(least=0, most=10, good=9, bad=6),  # promoters, detractors (Reichheld, 2003)
    }
)
