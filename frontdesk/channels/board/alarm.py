"""The board's alerts: figures whose whole interval is outside their target, and what likely moved them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.channels.board.ask import Asked, before
from frontdesk.channels.board.figures import Targets, head
from frontdesk.channels.board.reading import Reading
from frontdesk.record.alerts import beside, limit_of, slices_of, told
from frontdesk.record.drivers import Driver, Slices, driver, holder, worse
from frontdesk.record.figures.catalogue import FIGURES, Past, cut_of, figure
from frontdesk.record.figures.cut import Cut, summed
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.maturity import Cell
from frontdesk.record.figures.value import Value
from frontdesk.record.last_nodes import READABLE, Counts, by_last_node
from frontdesk.record.targets import verdict


async def alerts(
    reading: Reading, ask: Asked, targets: Targets, zone: str, notes: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Which targets are missed in the period, each in a sentence; with what happened meanwhile."""
    looker = await _Looker.open(reading, ask, before(ask, ZoneInfo(zone)).since)
    found = []
    for name, target in targets.items():
        if name not in FIGURES:
            continue
        formula, now = FIGURES[name], FIGURES[name].compute(looker.now)
        if verdict(now, target) != "missed":
            continue
        then = formula.compute(looker.before)
        find = partial(looker.driver, formula, then, now, limit_of(now, target))
        moved = await reading.once(("driver", formula.id, ask.since, ask.until, target), find)
        found.append(
            {
                "figure": name,
                **beside(told(formula, now, then, target, moved), notes),
                "now": figure(looker.now, formula, target),
                "before": figure(looker.before, formula, target),
                "driver": _shown(moved),
            }
        )
    return {**head(ask, zone, reading.clock()), "alerts": found, "notes": list(notes)}


class _Looker:
    """The period, as many days before it (from `since`), and all slices of both (read once, when first needed)."""

    def __init__(self, reading: Reading, ask: Asked, since: float, past: Past, whole: list[Cell]) -> None:
        self._reading, self._ask, self._since, self._past = reading, ask, since, past
        self._slices: dict[str, dict[str, tuple[Cut, Cut]]] = {}
        self._nodes: tuple[Counts, Counts] | None = None
        self.before, self.now = self._pair(whole)

    @classmethod
    async def open(cls, reading: Reading, ask: Asked, since: float) -> "_Looker":
        whole = await reading.cells("all", since, ask.until)
        return cls(reading, ask, since, await reading.past(), whole.get("all", []))

    async def driver(self, formula: Formula, before: Value, now: Value, limit: float) -> Driver | None:
        """What made the figure worse; of one that did not certainly get worse, what keeps it from its target."""
        kinds = {cut: Slices(before, now, await self._values(formula, cut)) for cut in slices_of(formula.id)}
        if formula.id in READABLE:
            then, today = await self._at_nodes()
            kinds["node"] = by_last_node(formula.id, (self.before.total, then), (self.now.total, today))
        return driver(kinds) if worse(before, now, limit) else holder(kinds, limit)

    async def _values(self, formula: Formula, cut: str) -> dict[str, tuple[Value, Value]]:
        if cut not in self._slices:
            found = await self._reading.cells(cut, self._since, self._ask.until)
            self._slices[cut] = {value: self._pair(cells) for value, cells in found.items()}
        return {value: (formula.compute(old), formula.compute(new)) for value, (old, new) in self._slices[cut].items()}

    async def _at_nodes(self) -> tuple[Counts, Counts]:
        """The counters of all nodes, whatever the version of the flows, before and now."""
        if self._nodes is None:
            before, now = self._apart(await self._reading.nodes(self._since, self._ask.until))
            self._nodes = summed(before), summed(now)
        return self._nodes

    def _pair(self, cells: list[Cell]) -> tuple[Cut, Cut]:
        before, now = self._apart(cells)
        return cut_of(before, self._past, self._ask.since), cut_of(now, self._past, self._ask.until)

    def _apart(self, cells: list[Cell]) -> tuple[list[Cell], list[Cell]]:
        since, ask = self._since, self._ask
        before = [cell for cell in cells if since <= cell.started_at < ask.since]
        return before, [cell for cell in cells if ask.since <= cell.started_at < ask.until]


def _shown(moved: Driver | None) -> dict[str, Any] | None:
    if moved is None:
        return None
    return {
        "kind": moved.kind,
        "slice": moved.cut,
        "value": moved.value,
        "explains": moved.explains,
        "before": moved.before.value,
        "now": moved.now.value,
        "n": moved.now.n,
    }
