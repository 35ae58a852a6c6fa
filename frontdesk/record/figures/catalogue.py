"""All figures by id, and reading them out of cells. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from frontdesk.core.questions import QUESTIONS
from frontdesk.record.figures import asked, handed, promised, resolution, service, staffed
from frontdesk.record.figures.cut import Calibration, Cut, strata_of, summed
from frontdesk.record.figures.easy import calibrated
from frontdesk.record.figures.formula import Formula
from frontdesk.record.figures.maturity import ENOUGH, SURVIVALS, Cell, Curve, backs, closed, curve
from frontdesk.record.targets import DEFAULTS, Target, shown, verdict

FIGURES: Mapping[str, Formula] = MappingProxyType(
    {
        formula.id: formula
        for part in (resolution, asked, service, staffed, handed, promised)
        for formula in part.FORMULAS
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What the house's last weeks teach: who comes back, and what answers say. Learnt once, used for every slice."""

    now: float
    curves: Mapping[str, Curve]
    answers: Mapping[str, Calibration]


def past_of(whole: Sequence[Cell], now: float) -> Past:
    """The past out of the days of the whole house."""
    return Past(
        now=now,
        curves={name: curve(whole, name, now) for name in SURVIVALS},
        answers={question: calibrated(strata_of(whole, question)) for question in QUESTIONS},
    )


def past_within(own: Sequence[Cell], whole: Past) -> Past:
    """The past of a slice: its own comebacks where it saw enough of them, else the house's."""
    enough = [name for name in SURVIVALS if backs(own, name) >= ENOUGH]
    return replace(whole, curves={**whole.curves, **{name: curve(own, name, whole.now) for name in enough}})


def cut_of(cells: Sequence[Cell], past: Past, until: float) -> Cut:
    """A cut of these cells."""
    return Cut(cells=cells, now=past.now, until=until, curves=past.curves, answers=past.answers, total=summed(cells))


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
