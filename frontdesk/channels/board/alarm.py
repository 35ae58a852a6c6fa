"""The board's alerts: figures whose whole interval is outside their target, and what likely moved them."""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from frontdesk.channels.board.ask import Asked
from frontdesk.channels.board.figures import Targets, head
from frontdesk.channels.board.reading import Reading
from frontdesk.record.alerts import BY, beside, limit_of, told
from frontdesk.record.drivers import Driver, Pairs, driver, holder, worse
from frontdesk.record.figures.catalogue import FIGURES, Past, cut_of, figure
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.maturity import Cell
from frontdesk.record.figures.value import Value
from frontdesk.record.targets import verdict


async def alerts(
    reading: Reading, ask: Asked, targets: Targets, zone: str, notes: Sequence[Mapping[str, Any]] = ()
) -> dict[str, Any]:
    """Which targets are missed in the period, each in a sentence; with what happened meanwhile."""
    looker = await _Looker.open(reading, ask)
    found = []
    for name, target in targets.items():
        if name not in FIGURES:
            continue
        formula, now = FIGURES[name], FIGURES[name].compute(looker.now)
        if verdict(now, target) != "missed":
            continue
        before = formula.compute(looker.before)
        find = partial(looker.driver, formula, before, now, limit_of(now, target))
        moved = await reading.once(("driver", formula.id, ask.since, ask.until, target), find)
        found.append(
            {
                "figure": name,
                **beside(told(formula, now, before, target, moved), notes),
                "now": figure(looker.now, formula, target),
                "before": figure(looker.before, formula, target),
                "driver": _shown(moved),
            }
        )
    return {**head(ask, zone, reading.clock()), "alerts": found, "notes": list(notes)}


class _Looker:
    """The period, the one of the same length before it, and all slices of both (read once, when first needed)."""

    def __init__(self, reading: Reading, ask: Asked, past: Past, whole: list[Cell]) -> None:
        self._reading, self._ask, self._past = reading, ask, past
        self._slices: dict[str, dict[str, tuple[Cut, Cut]]] | None = None
        self._since = ask.since - (ask.until - ask.since)
        self.now, self.before = self._pair(whole)

    @classmethod
    async def open(cls, reading: Reading, ask: Asked) -> "_Looker":
        whole = await reading.cells("all", ask.since - (ask.until - ask.since), ask.until)
        return cls(reading, ask, await reading.past(), whole.get("all", []))

    async def driver(self, formula: Formula, before: Value, now: Value, limit: float) -> Driver | None:
        if self._slices is None:
            found = {cut: await self._reading.cells(cut, self._since, self._ask.until) for cut in BY}
            self._slices = {
                cut: {value: self._pair(cells) for value, cells in values.items()} for cut, values in found.items()
            }
        pairs: dict[str, Pairs] = {
            cut: {value: (formula.compute(old), formula.compute(new)) for value, (new, old) in values.items()}
            for cut, values in self._slices.items()
        }
        moved = driver(pairs, before, now) if worse(before, now, limit) else None
        return moved or holder(pairs, now, limit)

    def _pair(self, cells: list[Cell]) -> tuple[Cut, Cut]:
        ask = self._ask
        now = [cell for cell in cells if ask.since <= cell.started_at < ask.until]
        before = [cell for cell in cells if self._since <= cell.started_at < ask.since]
        return cut_of(now, self._past, ask.until), cut_of(before, self._past, ask.since)


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
