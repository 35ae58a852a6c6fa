"""Reads cells of the record's ledger out of the store: a slice over a period, and the past it is judged by."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from frontdesk.channels.board.ask import Asked
from frontdesk.record.figures.catalogue import cut_of
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.maturity import Cell
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
        found = (await self.cells(ask.cut, min(ask.since, self.clock() - PAST_S), ask.until)).get(ask.value, [])
        return self.judged([c for c in found if c.started_at >= ask.since], found, await self.past(), ask.until)

    async def past(self) -> list[Cell]:
        """The whole house's last weeks."""
        now = self.clock()
        return (await self.cells("all", now - PAST_S, now)).get("all", [])

    def judged(self, cells: list[Cell], own: list[Cell], whole: list[Cell], until: float) -> Cut:
        """Cells with the past they are judged by."""
        return cut_of(cells, own, whole, self.clock(), until)


def by_value(rows: Rows) -> Cells:
    """Rows of a shelf as cells, by the slice's value."""
    found: dict[str, list[Cell]] = {}
    for key, row in rows.items():
        value = key.partition("|")[2]
        found.setdefault(value, []).append(Cell(started_at=row["started_at"], counts=row["counts"]))
    for cells in found.values():
        cells.sort(key=lambda cell: cell.started_at)
    return found
