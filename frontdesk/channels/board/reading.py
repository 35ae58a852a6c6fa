"""Reads cells of the record's ledger out of the store: a slice over a period, and the past it is judged by."""

from collections.abc import Awaitable, Callable, Hashable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from frontdesk.channels.board.ask import Asked
from frontdesk.record.figures.catalogue import Past, cut_of, past_of, past_within
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.maturity import Cell, cell_of
from frontdesk.record.ports import ProjectionStore, Rows

PAST_S = 42 * 86400.0  # who comes back, and what answers say, is learnt from so much past
RETURNS = "returns"  # all that a slice's own past teaches
FRESH_S = 300.0  # and learnt anew after so long
LEARNT_AT_MOST = 1000  # slices remembered, and other findings
Cells = Mapping[str, list[Cell]]
T = TypeVar("T")


class Reading:
    """The ledger of one house, by the name of its projection. What the past teaches is learnt anew every few minutes."""

    def __init__(self, store: ProjectionStore, ledger: str, clock: Callable[[], float]) -> None:
        self.store, self.ledger, self.clock = store, ledger, clock
        self._learnt: dict[tuple[str, str], tuple[float, Past]] = {}
        self._found: dict[Hashable, tuple[float, Any]] = {}

    async def cells(
        self, cut: str, since: float, until: float, *, hourly: bool = False, part: str | None = None
    ) -> Cells:
        """The cells of every value of a slice, oldest first; of a `part` of them only what comes of it."""
        shelf = f"{self.ledger}/{'hour' if hourly else 'day'}/{cut}"
        return by_value(await self.store.rows(shelf, since=since, until=until, part=part))

    async def nodes(self, since: float, until: float) -> list[Cell]:
        """The cells of the menus' nodes, of all versions of the flows."""
        rows = await self.store.rows(f"{self.ledger}/nodes", since=since, until=until)
        return [cell_of(row) for row in rows.values()]

    async def cut(self, ask: Asked) -> Cut:
        """The asked slice over the asked period."""
        cells = (await self.cells(ask.cut, ask.since, ask.until)).get(ask.value, [])
        return cut_of(cells, await self.past(ask.cut, ask.value), ask.until)

    async def past(self, cut: str = "all", value: str = "all") -> Past:
        """What the last weeks of the house teach, or of a slice that saw enough."""
        now = self.clock()
        at, known = self._learnt.get((cut, value), (0.0, None))
        if known is not None and 0 <= now - at < FRESH_S:
            return replace(known, now=now)
        part = None if cut == "all" else RETURNS
        own = (await self.cells(cut, now - PAST_S, now, part=part)).get(value, [])
        learnt = past_of(own, now) if cut == "all" else past_within(own, await self.past())
        if len(self._learnt) >= LEARNT_AT_MOST:
            self._learnt.clear()
        self._learnt[cut, value] = (now, learnt)
        return learnt

    async def once(self, key: Hashable, find: Callable[[], Awaitable[T]]) -> T:
        """What takes long to find, found anew every few minutes."""
        now = self.clock()
        if key in self._found and 0 <= now - self._found[key][0] < FRESH_S:
            known: T = self._found[key][1]
            return known
        found = await find()
        if len(self._found) >= LEARNT_AT_MOST:
            self._found.clear()
        self._found[key] = (now, found)
        return found

    async def pasts(self, cut: str) -> Callable[[str], Past]:
        """The past of every value of a slice, read at once."""
        whole, now = await self.past(), self.clock()
        if self._learnt.get((cut, ""), (0.0, None))[0] <= now - FRESH_S:
            for value, own in (await self.cells(cut, now - PAST_S, now, part=RETURNS)).items():
                self._learnt[cut, value] = (now, past_within(own, whole))
            self._learnt[cut, ""] = (now, whole)
        return lambda value: replace(self._learnt.get((cut, value), (now, whole))[1], now=now)


def by_value(rows: Rows) -> Cells:
    """Rows of a shelf as cells, by the slice's value."""
    found: dict[str, list[Cell]] = {}
    for key, row in rows.items():
        value = key.partition("|")[2]
        found.setdefault(value, []).append(cell_of(row))
    for cells in found.values():
        cells.sort(key=lambda cell: cell.started_at)
    return found
