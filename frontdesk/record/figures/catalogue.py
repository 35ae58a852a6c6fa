"""All figures by id, and reading them out of cells. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from frontdesk.record.figures import asked, promised, resolution, service
from frontdesk.record.figures.cut import Cut, summed
from frontdesk.record.figures.easy import calibrated
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.maturity import Cell, best_curve, closed
from frontdesk.record.targets import DEFAULTS, Target, shown, verdict

FIGURES: Mapping[str, Formula] = MappingProxyType(
    {f.id: f for f in (*resolution.FORMULAS, *asked.FORMULAS, *service.FORMULAS, *promised.FORMULAS)}
)


def cut_of(cells: Sequence[Cell], past: Sequence[Cell], whole: Sequence[Cell], now: float, until: float) -> Cut:
    """A cut of these cells. `past`: the same slice's earlier days; `whole`: those of the whole house; to learn from."""
    return Cut(
        cells=cells,
        now=now,
        until=until,
        curves={name: best_curve(past, whole, name, now) for name in ("sr", "fr")},
        easy=calibrated(summed(whole)),
        total=summed(cells),
    )


def figures(
    cut: Cut, wanted: Iterable[str] = FIGURES, targets: Mapping[str, Target] = DEFAULTS
) -> dict[str, dict[str, Any]]:
    """The figures by id, each ready for JSON."""
    return {name: figure(cut, FIGURES[name], targets.get(name)) for name in wanted}


def figure(cut: Cut, formula: Formula, target: Target | None) -> dict[str, Any]:
    """One figure with its n, interval, formula, whether it may still change, and whether it is as it should be."""
    value = formula.compute(cut)
    return {
        "formula": formula.formula,
        "value": value.value,
        "low": value.low,
        "high": value.high,
        "n": value.n,
        "observed": value.observed,
        "state": "matured" if _final(cut, formula) else "provisional",
        "target": shown(target),
        "verdict": None if target is None else verdict(value, target),
    }


def _final(cut: Cut, formula: Formula) -> bool:
    """Whether nothing that still happens to these sessions changes the figure."""
    return closed(cut.cells, cut.now) if formula.windowed else cut.until <= cut.now
