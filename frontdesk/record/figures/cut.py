"""A cut: the cells of one slice over a period, with what is needed to read figures out of them. Pure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from frontdesk.record.bins import histogram, within
from frontdesk.record.figures.maturity import Cell, Curve


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """What customers answer on average by bin of the effort index: the score, and the share who call it easy.

    `answers`, `raw`: how many answered in each bin and their mean, for the plot. None: nobody answered yet.
    """

    score: tuple[float, ...] | None = None
    easy: tuple[float, ...] | None = None
    answers: tuple[int, ...] = ()
    raw: tuple[float | None, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """`curves`: who comes back, by name; `easy`: the expected answer by effort index (`easy.py`); `limit_s`: the
    threshold of service levels, an end of a bin; `until`: when the period is over. Epoch seconds."""

    cells: Sequence[Cell]
    now: float
    until: float
    curves: Mapping[str, Curve]
    easy: Calibration
    limit_s: float = 20.0
    total: Counter[str] = field(default_factory=Counter)

    def __getitem__(self, name: str) -> int:
        return self.total[name]

    def bins(self, name: str) -> list[int]:
        return histogram(self.total, f"h.{name}")

    def within(self, name: str, limit_s: float | None = None) -> int:
        return within(self.bins(name), self.limit_s if limit_s is None else limit_s)


def summed(cells: Sequence[Cell]) -> Counter[str]:
    """The counters of all cells together."""
    total: Counter[str] = Counter()
    for cell in cells:
        total.update(cell.counts)
    return total
