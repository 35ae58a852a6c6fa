"""`frontdesk wait …`: how good the wait estimate is on anyone's own call log, and which learned model is used."""

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from frontdesk.app.settings import load as load_settings
from frontdesk.app.wait_models import choose, chosen, kept
from frontdesk.core.errors import FrontdeskError

if TYPE_CHECKING:
    from handoff.waiting.call_file import BadLine
    from handoff.waiting.events import CallLog

wait = typer.Typer(
    no_args_is_help=True, help="The expected wait: how good it is on a call log, and the models learned."
)
SHOWN_PROBLEMS = 20
MANY_CALLS = 60_000  # from so many on the log is replayed in a process of its own, beside the learning


@wait.callback()
def group() -> None:
    """The expected wait: how good it is on a call log, and the models learned."""


@wait.command()
def backtest(
    calls: Annotated[Path, typer.Option(help="The call log: CSV, or CSV compressed with gzip.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object, on the last line.")] = False,
    limit: Annotated[int | None, typer.Option(help="Read no more than so many calls.", min=1)] = None,
) -> None:
    """Replay a call log in order, with only what was known then, and score our estimate against every known formula."""
    from frontdesk.app.wait_replay import apart  # noqa: PLC0415 - commands start fast without numpy
    from handoff.waiting.backtest import Backtest, replayed, report  # noqa: PLC0415 - commands start fast without numpy

    screen = Console(stderr=as_json, highlight=False)
    with progress(screen) as bar:
        log = _read(calls, limit, screen)
        task = bar.add_task("Replaying", total=len(log))
        run = Backtest(log)
        beside = apart if len(log) > MANY_CALLS else replayed
        run.run(lambda done, total: bar.update(task, completed=done), beside)
    result = report(run)
    _show(result, screen)
    if as_json:
        typer.echo(json.dumps(result))


@wait.command()
def models() -> None:
    """List the models the desk learned from its own waits, and which one it uses."""
    folder = load_settings().data_dir / "wait"
    held = chosen(folder)
    table = Table("Model", "Learned", "From waits", "")
    for place, path in enumerate(kept(folder)):
        used = path.stem == held if held else place == 0
        table.add_row(path.stem, *_about(path), "in use, chosen" if held and used else "in use" if used else "")
    screen = Console(highlight=False)
    screen.print(table if table.row_count else "No model yet: one is learned after some hundred waits.")


@wait.command()
def use(model: Annotated[str, typer.Argument(help="A name from `wait models`, or 'newest' to learn on.")]) -> None:
    """Go back to an older model and stay with it. A running server follows within a minute."""
    choose(load_settings().data_dir / "wait", None if model == "newest" else model)
    Console(highlight=False).print(
        f"Waits are told by {'the newest model' if model == 'newest' else model} from now on."
    )


def _about(path: Path) -> tuple[str, str]:
    """When it was learned, and from how many waits."""
    from handoff.waiting.model import load  # noqa: PLC0415 - commands start fast without numpy

    try:
        about = load(path.read_bytes())[1]
    except (FrontdeskError, OSError) as error:
        return str(error), ""
    return datetime.fromtimestamp(about.fitted_at, UTC).astimezone().isoformat(" ", "minutes"), f"{about.rows:,}"


@contextmanager
def progress(screen: Console) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=screen, transient=True) as bar:
        yield bar


def _read(path: Path, limit: int | None, screen: Console) -> "CallLog":
    from handoff.waiting.call_file import read  # noqa: PLC0415 - commands start fast without numpy

    bad: list[BadLine] = []
    try:
        with (
            gzip.open(path, "rt", encoding="utf-8", errors="replace", newline="")
            if path.suffix == ".gz"
            else path.open(encoding="utf-8", errors="replace", newline="") as lines
        ):
            log = read(lines, bad.append, limit)
    except (OSError, EOFError) as error:
        raise FrontdeskError(f"The call log {path} cannot be read: {error}.") from error
    for line in bad[:SHOWN_PROBLEMS]:
        screen.print(f"[yellow]left out[/] {line}", soft_wrap=True)
    if len(bad) > SHOWN_PROBLEMS:
        screen.print(f"[yellow]left out[/] {len(bad) - SHOWN_PROBLEMS} more lines")
    return log


def _show(result: dict[str, Any], screen: Console) -> None:
    """Tables: all estimators at arrival; ours by time waited and by queue."""
    if not result["n"]:
        screen.print("No customer in this log waited and was answered, so there is nothing to score.")
        return
    title = (
        f"{result['n']:,} waits that ended in an answer, {result['mean_wait']:.0f} s on average; estimates at arrival"
    )
    table = Table("Estimator", title=title)
    for name in ("MAE s", "RMSE s", "bias s", "80 % holds", "pinball"):
        table.add_column(name, justify="right")
    for name, score in sorted(result["estimators"].items(), key=lambda item: item[1]["mae"]):
        table.add_row(name, *_cells(score), style="bold green" if name == "ours" else "")
    screen.print(table)
    ours = Table("Ours", "waits", "best formula", title="By time waited so far, and by queue with 500 waits or more")
    for name in ("MAE s", "RMSE s", "bias s", "80 % holds", "pinball"):
        ours.add_column(name, justify="right")
    parts = [(f"after {h} s", part) for h, part in result["by_waited"].items()] + list(result["by_queue"].items())
    for label, part in parts:
        if part["n"]:
            mae, best = min((score["mae"], name) for name, score in part["estimators"].items() if name != "ours")
            ours.add_row(label, f"{part['n']:,}", f"{best} {mae:.1f}", *_cells(part["estimators"]["ours"]))
    screen.print(ours)


def _cells(score: dict[str, float]) -> tuple[str, ...]:
    return (f"{score['mae']:.1f}", f"{score['rmse']:.1f}", f"{score['bias']:+.1f}", f"{score['coverage80']:.1%}",
            f"{score['pinball']:.1f}")  # fmt: skip
