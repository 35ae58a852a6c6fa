"""A cut: the cells of one slice over a period, with what is needed to read figures out of them. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from frontdesk.record.bins import histogram, within
from frontdesk.record.figures.maturity import Cell, Curve
from frontdesk.record.packed import ANSWERS, SESSIONS, added
from frontdesk.record.struggle import INDEX_BINS

_SIZE, _ANSWERED = len(SESSIONS), len(ANSWERS)
_NOBODY = (0,) * INDEX_BINS * _ANSWERED
Line = tuple[float, ...] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What customers answer on average by bin of the effort index: the score, and the shares of good and bad answers.

    `answers`, `raw`, `seen`: how many answered in each bin, their mean, and how many of them well, for the plot. None: nobody
    answered yet.
    """

    score: Line = None
    good: Line = None
    bad: Line = None
    answers: tuple[int, ...] = ()
    raw: tuple[float | None, ...] = ()
    seen: tuple[int, ...] = ()


class Stratum(NamedTuple):
    """One outcome at one bin of the effort index: its sessions, who of them was asked, and the answers to one question."""

    group: str
    bin: int
    n: int
    asked: int
    replied: int
    answered: int
    total: int
    squares: int
    good: int
    bad: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """`curves`: who comes back, by name; `answers`: the expected answer by effort index, by question (`easy.py`); `limit_s`:
    the threshold of service levels, an end of a bin; `until`: when the period is over. Epoch seconds."""

    cells: Sequence[Cell]
    now: float
    until: float
    curves: Mapping[str, Curve]
    answers: Mapping[str, Calibration]
    limit_s: float = 20.0
    total: Counter[str] = field(default_factory=Counter)
    known: dict[str, Sequence[Stratum]] = field(default_factory=dict, compare=False)  # added up when first asked for

    def __getitem__(self, name: str) -> int:
        return self.total[name]

    def bins(self, name: str) -> list[int]:
        return histogram(self.total, f"h.{name}")

    def within(self, name: str, limit_s: float | None = None) -> int:
        return within(self.bins(name), self.limit_s if limit_s is None else limit_s)

    def strata(self, question: str) -> Sequence[Stratum]:
        """The strata with sessions in them, with the answers to a question."""
        if question not in self.known:
            self.known[question] = strata_of(self.cells, question)
        return self.known[question]


def summed(cells: Sequence[Cell]) -> Counter[str]:
    """The counters of all cells together."""
    total: Counter[str] = Counter()
    for cell in cells:
        total.update(cell.counts)
    return total


def strata_of(cells: Sequence[Cell], question: str) -> list[Stratum]:
    """The strata of all cells together."""
    answers, found = added(cell.answers for cell in cells), list[Stratum]()
    for group, sessions in sorted(added(cell.strata for cell in cells).items()):
        said = answers.get(f"{question}.{group}", _NOBODY)
        for i in range(INDEX_BINS):
            n, asked, replied = sessions[i * _SIZE : (i + 1) * _SIZE]
            if n:
                answered, total, squares, good, bad = said[i * _ANSWERED : (i + 1) * _ANSWERED]
                found.append(Stratum(group, i, n, asked, replied, answered, total, squares, good, bad))
    return found
