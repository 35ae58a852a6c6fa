"""`frontdesk simulate`: a made-up day or month at the front desk, to see what would happen or to fill a board for a demo."""

import json
import time
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.table import Table

from frontdesk.app.settings import load
from frontdesk.app.simulate_progress import shown

LINES = (
    ("contacts", "contacts", "{:,}"), ("queued", "asked for a person", "{:,}"), ("answer_rate", "answered", "{:.1%}"),
    ("abandonment", "gave up", "{:.1%}"), ("service_level", "answered in time", "{:.1%}"),
    ("wait_mean_s", "mean wait", "{:.0f} s"), ("wait_median_s", "median wait", "{:.0f} s"),
    ("wait_p90_s", "90 % waited less than", "{:.0f} s"), ("talk_mean_s", "mean talk", "{:.0f} s"),
    ("occupancy", "occupancy", "{:.1%}"), ("staffed_h", "hours of agents", "{:,.0f}"),
)  # fmt: skip


def simulate(
    scenario: Annotated[Path | None, typer.Argument(help="A scenario in YAML; an ordinary month without one.")] = None,
    changes: Annotated[list[str] | None, typer.Option("--set", help="Change it, such as staff.out=2.")] = None,
    seed: Annotated[int, typer.Option(help="The same seed and scenario give the same run.")] = 1,
    into: Annotated[str, typer.Option(help="Write the sessions into this database, as if they had been.")] = "",
    truth: Annotated[Path | None, typer.Option(help="Write what is true of each session, as JSON lines.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, on the last line.")] = False,
) -> None:
    """Simulate callers, flows, queue and agents with the real engine and routing, by a clock that jumps."""
    from frontdesk.app.simulation import Outputs, prepared, read, simulated  # noqa: PLC0415 - commands start fast

    run = prepared(load(), read(scenario, changes or ()), seed, keeps=bool(into))
    screen = Console(stderr=as_json, highlight=False)
    with shown(Console(stderr=True, highlight=False), time.monotonic) as progress:
        result = simulated(run, Outputs(into, truth), progress)
    _show(result, screen)
    if as_json:
        typer.echo(json.dumps(result))


def _show(result: dict[str, Any], screen: Console) -> None:
    """One figure a line."""
    table = Table("Figure", title=str(result["scenario"]))
    table.add_column("", justify="right")
    for name, label, form in LINES:
        value = result.get(name)
        table.add_row(label, "–" if value is None else form.format(value))
    for kind in ("recorded", "true_verified", "true", "naive"):
        value = result["self_service"][kind]
        table.add_row(f"self-service rate, {kind.replace('_', ' ')}", "–" if value is None else f"{value:.1%}")
    for kind in ("recorded_mean", "true_mean"):
        value = result["effort"][kind]
        table.add_row(f"effort score, {kind.removesuffix('_mean')}", "–" if value is None else f"{value:.2f}")
    screen.print(table)
    outcomes = Table("What truly became of them", "contacts")
    for name, count in sorted(result["true_outcomes"].items(), key=lambda pair: -pair[1]):
        outcomes.add_row(name.replace("_", " "), f"{count:,}")
    screen.print(outcomes)
