"""What can be done with the record from the command line: fold it anew, write it into tables. Composes; decides nothing."""

import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from frontdesk.adapters.tables.files import Format, opened
from frontdesk.app.kept import CONTACTS, ledger_of
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, open_stores
from frontdesk.record.board import bounds
from frontdesk.record.cells import SLICES
from frontdesk.record.exporting import What, event_flat, figure_rows, session_flat
from frontdesk.record.figures.catalogue import Past, past_of, past_within
from frontdesk.record.figures.maturity import Cell, cell_of
from frontdesk.record.ledger import Ledger
from frontdesk.record.ports import Projection, WideProjection
from frontdesk.record.sessions import session_row

PORTION = 1000
Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Whole days, both included."""

    first: date
    last: date


def today(settings: Settings) -> date:
    """The present day in the house's time zone."""
    return datetime.fromtimestamp(time.time(), ZoneInfo(settings.time_zone)).date()


async def rebuild(settings: Settings, progress: Progress) -> int:
    """Forget what was folded and fold the log anew; returns how many events were read. `progress` is told shares of 1."""
    stores = await open_stores(settings, time.time)
    try:
        folds: tuple[Projection | WideProjection, ...] = (ledger_of(settings), CONTACTS)
        count = 0
        head = await stores.log.head()
        for number, projection in enumerate(folds):
            await stores.projections.reset(projection.name)
            done = 0
            while read := await stores.projections.advance(projection, PORTION):
                done += read
                progress((number + min(1.0, done / max(1, head))) / len(folds))
            count = max(count, done)
        progress(1.0)
        return count
    finally:
        await stores.close()


async def export(settings: Settings, what: What, period: Period, to: tuple[Path, Format]) -> int:
    """Write sessions, events or figures of a period into a file; returns how many rows."""
    stores = await open_stores(settings, time.time)
    ledger, count = ledger_of(settings), 0
    try:
        while await stores.projections.advance(ledger, PORTION):
            pass
        with opened(to[0], what, to[1]) as write:
            async for rows in _ROWS[what](stores, ledger, period):
                write(rows)
                count += len(rows)
        return count
    finally:
        await stores.close()


async def _sessions(stores: Stores, ledger: Ledger, period: Period) -> AsyncIterator[Sequence[dict[str, Any]]]:
    day = period.first
    while day <= period.last:
        since, until = bounds(day, ledger.zone)
        rows = await stores.projections.rows(ledger.sessions, since=since, until=until)
        found = sorted((session_row(row) for row in rows.values()), key=lambda row: (row.started_at, row.id))
        yield [session_flat(row) for row in found]
        day += timedelta(days=1)


async def _events(stores: Stores, ledger: Ledger, period: Period) -> AsyncIterator[Sequence[dict[str, Any]]]:
    since, until = bounds(period.first, ledger.zone)[0], bounds(period.last, ledger.zone)[1]
    position = 0
    while entries := await stores.log.after(position, PORTION):
        position = entries[-1].position
        yield [event_flat(entry) for entry in entries if since <= entry.at < until]


async def _figures(stores: Stores, ledger: Ledger, period: Period) -> AsyncIterator[Sequence[dict[str, Any]]]:
    past = past_of(sorted((await _cells(stores, ledger, "all"))["all"], key=_began), time.time())
    since, until = bounds(period.first, ledger.zone)[0], bounds(period.last, ledger.zone)[1]
    for cut in SLICES:
        for value, cells in sorted((await _cells(stores, ledger, cut)).items()):
            own: Past = past if cut == "all" else past_within(cells, past)
            shown = sorted((cell for cell in cells if since <= cell.started_at < until), key=_began)
            yield list(figure_rows(shown, own, (cut, value), lambda cell: _day(cell, ledger.zone)))


def _began(cell: Cell) -> float:
    return cell.started_at


def _day(cell: Cell, zone: tzinfo) -> tuple[str, float]:
    day = datetime.fromtimestamp(cell.started_at, zone).date()
    return day.isoformat(), bounds(day, zone)[1]


async def _cells(stores: Stores, ledger: Ledger, cut: str) -> dict[str, list[Cell]]:
    found: dict[str, list[Cell]] = {"all": []} if cut == "all" else {}
    for key, row in (await stores.projections.rows(f"{ledger.name}/day/{cut}")).items():
        found.setdefault(key.partition("|")[2], []).append(cell_of(row))
    return found


_ROWS: dict[What, Callable[[Stores, Ledger, Period], AsyncIterator[Sequence[dict[str, Any]]]]] = {
    "sessions": _sessions,
    "events": _events,
    "figures": _figures,
}
