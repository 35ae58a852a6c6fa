"""Reads cells of the record's ledger out of the store: a slice over a period, and the past it is judged by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from frontdesk.channels.board.ask import Asked
from frontdesk.record.figures.catalogue import FIGURES, Past, cut_of, past_of
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.maturity import Cell, cell_of
from frontdesk.record.ports import ProjectionStore, Rows

PAST_S = 42 * 86400.0  # who comes back, and what answers say, is learnt from so much past
Cells = Mapping[str, list[Cell]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The ledger of one house, by the name of its projection."""

    store: ProjectionStore
    ledger: str
    clock: Callable[[], float]

    async def cells(self, cut: str, since: float, until: float, *, hourly: bool = False) -> Cells:
        """The cells of every value of a slice, oldest first."""
        shelf = f"{self.ledger}/{'hour' if hourly else 'day'}/{cut}"
        return by_value(await self.store.rows(shelf, since=since, until=until))

    async def cut(self, ask: Asked) -> Cut:
        """The asked slice over the asked period."""
        own = (await self.cells(ask.cut, self.since(ask), ask.until)).get(ask.value, [])
        return cut_of(within(own, ask), await self.past(), ask.until, own)

    async def past(self) -> Past:
        """What the whole house's last weeks teach."""
        now = self.clock()
        return past_of((await self.cells("all", now - PAST_S, now)).get("all", []), now)

    def since(self, ask: Asked) -> float:
        """From when on a slice's cells are wanted: with its own past where the figures learn from it."""
        learns = any(FIGURES[name].windowed for name in ask.figures)
        return min(ask.since, self.clock() - PAST_S) if learns else ask.since


def within(cells: list[Cell], ask: Asked) -> list[Cell]:
    """The cells of the asked period."""
    return [cell for cell in cells if cell.started_at >= ask.since]


def by_value(rows: Rows) -> Cells:
    """Rows of a shelf as cells, by the slice's value."""
    found: dict[str, list[Cell]] = {}
    for key, row in rows.items():
        value = key.partition("|")[2]
        found.setdefault(value, []).append(cell_of(row["started_at"], row["counts"]))
    for cells in found.values():
        cells.sort(key=lambda cell: cell.started_at)
    return found
