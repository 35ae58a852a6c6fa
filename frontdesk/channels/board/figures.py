"""The board's figures: totals, trends, breakdowns and comparisons, each with n, interval and formula, as JSON."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.channels.board.ask import Asked
from frontdesk.channels.board.reading import Reading
from frontdesk.record.board import OUTCOMES
from frontdesk.record.cells import SLICES, hours_of
from frontdesk.record.figures.catalogue import FIGURES, cut_of, figures
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.value import difference, is_sure
from frontdesk.record.repeats import WINDOW_S
from frontdesk.record.targets import Target, shown

Targets = Mapping[str, Target]


def catalogue(targets: Targets) -> dict[str, Any]:
    """Every figure: what it is called, how it is computed, what it should be."""
    return {
        "slices": list(SLICES),
        "window_days": WINDOW_S / 86400,
        "figures": [
            {
                "id": f.id,
                "formula": f.formula,
                "en": f.en,
                "zh": f.zh,
                "unit": f.unit,
                "better": f.better,
                "windowed": f.windowed,
                "meaning": {"en": f.meaning, "zh": f.meaning_zh},
                "source": f.source,
                "target": shown(targets.get(f.id)),
            }
            for f in FIGURES.values()
        ],
    }


async def totals(reading: Reading, ask: Asked, targets: Targets, zone: str) -> dict[str, Any]:
    """The figures of a slice over the whole period."""
    cut = await reading.cut(ask)
    return {**head(ask, zone, reading.clock()), **_row(cut, ask, targets), "outcomes": outcomes(cut)}


async def against(reading: Reading, ask: Asked, earlier: Asked, targets: Targets, zone: str) -> dict[str, Any]:
    """The totals, with those of an earlier period beside them and the differences: later − earlier."""
    now, then = await reading.cut(ask), await reading.cut(earlier)
    return {
        **await totals(reading, ask, targets, zone),
        "before": {"from": earlier.first.isoformat(), "to": earlier.last.isoformat()} | _row(then, ask, targets),
        "differences": _differences(now, then, ask),
    }


async def trend(reading: Reading, ask: Asked, targets: Targets, zone: ZoneInfo) -> dict[str, Any]:
    """The figures of each day or hour of the period."""
    past = await reading.past(ask.cut, ask.value)
    cells = (await reading.cells(ask.cut, ask.since, ask.until, hourly=ask.hourly)).get(ask.value, [])
    points = []
    for cell in cells:
        length = 3600.0 if ask.hourly else hours_of(cell.started_at, zone) * 3600
        cut = cut_of([cell], past, cell.started_at + length)
        start = datetime.fromtimestamp(cell.started_at, zone)
        points.append(
            {"start": cell.started_at, "day": start.date().isoformat(), "hour": start.hour if ask.hourly else None}
            | _row(cut, ask, targets)
        )
    return {**head(ask, str(zone), past.now), "grain": "hour" if ask.hourly else "day", "points": points}


async def breakdown(reading: Reading, ask: Asked, by: str, targets: Targets, zone: str) -> dict[str, Any]:
    """The figures of every value of a slice, the biggest first."""
    pasts, found = await reading.pasts(by), await reading.cells(by, ask.since, ask.until)
    rows = [
        {"value": value} | _row(cut_of(cells, pasts(value), ask.until), ask, targets) for value, cells in found.items()
    ]
    rows.sort(key=lambda row: (-int(row["sessions"]), str(row["value"])))
    return {**head(ask, zone, reading.clock()), "by": by, "rows": rows}


async def comparison(reading: Reading, ask: Asked, by: str, pair: tuple[str, str], zone: str) -> dict[str, Any]:
    """Two values of a slice side by side, and their differences with intervals; which are `sure`: see `is_sure`."""
    pasts, found = await reading.pasts(by), await reading.cells(by, ask.since, ask.until)
    one, other = (cut_of(found.get(value, []), pasts(value), ask.until) for value in pair)
    return {
        **head(ask, zone, reading.clock()),
        "by": by,
        "one": {"value": pair[0]} | _row(one, ask, {}),
        "other": {"value": pair[1]} | _row(other, ask, {}),
        "differences": _differences(other, one, ask),
    }


def _differences(cut: Cut, other: Cut, ask: Asked) -> dict[str, Any]:
    """Of every figure, the first less the second, with the interval."""
    found = {}
    for name in ask.figures:
        gap = difference(FIGURES[name].compute(cut), FIGURES[name].compute(other))
        found[name] = {"value": gap.value, "low": gap.low, "high": gap.high, "n": gap.n, "sure": is_sure(gap)}
    return found


def head(ask: Asked, zone: str, now: float) -> dict[str, Any]:
    """What every answer begins with."""
    return {
        "from": ask.first.isoformat(),
        "to": ask.last.isoformat(),
        "tz": zone,
        "now": now,
        "slice": ask.cut,
        "value": ask.value,
    }


def outcomes(cut: Cut) -> dict[str, int]:
    """How many sessions came to which end."""
    return {outcome: cut[f"o.{outcome}"] for outcome in OUTCOMES if outcome != "running"}


def _row(cut: Cut, ask: Asked, targets: Targets) -> dict[str, Any]:
    return {"sessions": cut["n"], "with_need": cut["need"], "figures": figures(cut, ask.figures, targets)}
