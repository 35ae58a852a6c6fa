"""`frontdesk record …`: what is known of every session, folded anew or written into tables."""

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Annotated, Any, get_args

import typer
from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeRemainingColumn

from frontdesk.app.settings import load

record = typer.Typer(no_args_is_help=True, help="The record of every session.")
console = Console(highlight=False)
DAYS = 30


@record.callback()
def group() -> None:
    """The record of every session."""


@record.command()
def rebuild() -> None:
    """Fold the whole event log anew into what the board shows. The same log gives the same rows."""
    from frontdesk.app import record as made  # noqa: PLC0415 - commands start fast without it

    count = _with_bar("Folding", lambda tell: made.rebuild(load(), tell))
    console.print(f"{count} events read; the record is new.")


@record.command()
def export(
    what: Annotated[str, typer.Argument(help="sessions, events or figures.")],
    form: Annotated[str, typer.Option("--format", help="csv or parquet.")] = "csv",
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="First day; 30 days ago without it.")
    ] = None,
    until: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="Last day; today without it.")] = None,
    out: Annotated[Path | None, typer.Option(help="The file to write; `sessions.csv` and the like without it.")] = None,
) -> None:
    """Write sessions, events or figures into a table: words masked, no names, safe to open in a spreadsheet."""
    from frontdesk.adapters.tables.files import Format  # noqa: PLC0415 - commands start fast without it
    from frontdesk.app import record as made  # noqa: PLC0415 - commands start fast without it
    from frontdesk.record.exporting import COLUMNS, What  # noqa: PLC0415 - commands start fast without it

    if what not in COLUMNS:
        raise typer.BadParameter(f"'{what}' is none of {', '.join(get_args(What))}.")
    if form not in get_args(Format):
        raise typer.BadParameter(f"'{form}' is none of {', '.join(get_args(Format))}.")
    settings = load()
    last = until.date() if until else made.today(settings)
    period = made.Period(first=since.date() if since else last - timedelta(days=DAYS), last=last)
    file = out or Path(f"{what}.{form}")
    count = asyncio.run(made.export(settings, what, period, (file, form)))  # type: ignore[arg-type]
    console.print(f"{count} rows written: {file}", markup=False)


def _with_bar(title: str, work: Callable[[Callable[[float], None]], Any]) -> Any:
    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(title, total=1.0)
        return asyncio.run(work(lambda part: bar.update(task, completed=part)))
