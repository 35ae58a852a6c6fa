"""`frontdesk incident …`: what went wrong, marked beside the board's figures, from when until when."""

import asyncio
import getpass
import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any
from zoneinfo import ZoneInfo

import typer
from rich.console import Console
from rich.table import Table

from frontdesk.app.settings import load

incident = typer.Typer(no_args_is_help=True, help="Incidents, marked beside the board's figures.")
console = Console(highlight=False)
FORMATS = ["%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%H:%M"]
Words = Annotated[str, typer.Argument(help="What happened, in a few words.")]
Number = Annotated[int, typer.Argument(help="Its number, from `frontdesk incident list`.")]
Begins = Annotated[
    datetime | None,
    typer.Option("--from", formats=FORMATS, help="When it began, in the house's time zone; now without it."),
]
Ends = Annotated[datetime | None, typer.Option("--to", formats=FORMATS, help="When it ended; it lasts without it.")]
DAYS = 90


@incident.callback()
def group() -> None:
    """Incidents, marked beside the board's figures."""


@incident.command()
def mark(words: Words, begins: Begins = None, ends: Ends = None) -> None:
    """Mark an incident: `frontdesk incident mark "Payments were down" --from 09:30 --to 11:05`."""
    from frontdesk.record.incidents import Incident, fit  # noqa: PLC0415 - commands start fast without it

    async def deed(stores: Any, by: str) -> Any:
        now = time.time()
        given = Incident(began_at=_at(begins) or now, ended_at=_at(ends), words=words, by=by)
        kept = await stores.incidents.add(fit(given, now))
        await _written(stores, by, "incident_marked", kept)
        return kept

    kept = _do(deed)
    console.print(
        f"Incident {kept.number} is marked" + ("." if kept.ended_at else "; `frontdesk incident end` ends it.")
    )


@incident.command()
def end(number: Number, ends: Ends = None) -> None:
    """An incident is over, now or at `--to`."""
    from frontdesk.record.incidents import fit  # noqa: PLC0415 - commands start fast without it

    async def deed(stores: Any, by: str) -> None:
        now = time.time()
        kept = fit(replace(await stores.incidents.incident(number), ended_at=_at(ends) or now), now)
        await stores.incidents.change(kept)
        await _written(stores, by, "incident_changed", kept)

    _do(deed)
    console.print(f"Incident {number} is over.")


@incident.command()
def remove(number: Number) -> None:
    """Take an incident away that was none."""

    async def deed(stores: Any, by: str) -> None:
        old = await stores.incidents.incident(number)
        await stores.incidents.remove(number)
        await _written(stores, by, "incident_removed", old)

    _do(deed)
    console.print(f"Incident {number} is taken away.")


@incident.command("list")
def listed(days: Annotated[int, typer.Option(help="How many days back.")] = DAYS) -> None:
    """List the incidents of the last days."""
    zone = ZoneInfo(load().time_zone)

    async def deed(stores: Any, by: str) -> Any:
        return await stores.incidents.within(time.time() - days * 86400.0, time.time() + 86400.0)

    table = Table("Number", "From", "To", "What happened", "By")
    for one in _do(deed):
        ends = (one.began_at, one.ended_at)
        times = [f"{datetime.fromtimestamp(at, zone):%Y-%m-%d %H:%M}" if at else "" for at in ends]
        table.add_row(str(one.number), *times, one.words, one.by)
    console.print(table)


def _do(deed: Callable[[Any, str], Awaitable[Any]]) -> Any:
    """Run a deed on the house's stores, as whoever runs the command."""
    from frontdesk.app.stores import open_stores  # noqa: PLC0415 - commands start fast without it

    async def run() -> Any:
        stores = await open_stores(load(), time.time)
        try:
            return await deed(stores, f"{getpass.getuser()} (command)")
        finally:
            await stores.close()

    return asyncio.run(run())


async def _written(stores: Any, by: str, deed: Any, one: Any) -> None:
    from frontdesk.people.audit import AuditEntry  # noqa: PLC0415 - commands start fast without it

    await stores.audit.add(
        AuditEntry(at=time.time(), who=by, deed=deed, about=f"incident {one.number}", note=one.words)
    )


def _at(given: datetime | None) -> float | None:
    """A time of the house's zone; one without a day is today's."""
    if given is None:
        return None
    zone = ZoneInfo(load().time_zone)
    if given.year == 1900:
        today = datetime.now(zone).date()
        given = given.replace(year=today.year, month=today.month, day=today.day)
    return given.replace(tzinfo=zone).timestamp()
