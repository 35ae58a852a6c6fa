"""How fast the board answers with a million sessions behind it.

`uv run python -m benchmarks.board [--json] [--sessions N] [--database URL]`. It makes a database of its own (SQLite in a
temporary folder, or the empty one of `--database`): a few hundred sessions are folded by the product's ledger, and their rows
and counters are then repeated over the days as the ledger would keep them. The board's routes are asked over HTTP, each several
times; the median is printed, in milliseconds, by the clock and of the processor, which a busy machine changes less; and the
first answer's, before anything was remembered.
With `--json`, the last line is `{"sessions": …, "queries": {name: ms}, "processor": {name: ms}, "first": {name: ms}}`.
"""

import argparse
import asyncio
import gc
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, cast
from zoneinfo import ZoneInfo

import numpy as np
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from actions import TASKS
from benchmarks.record_world import DAY, world
from frontdesk.adapters.folding import folding, settled
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.incidents import SqlIncidents
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.migrate import upgrade_async
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.channels.board.door import BoardDoor, BoardParts
from frontdesk.channels.login import Login
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.model import FlowBook
from frontdesk.record import repeats
from frontdesk.record.cells import cells, start_of
from frontdesk.record.ledger import Ledger
from frontdesk.record.packed import packed
from frontdesk.record.ports import Place, Row
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import kept, session_row
from frontdesk.record.targets import DEFAULTS

FLOWS = Path(__file__).resolve().parents[1] / "ivr_flows"
LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
DAYS, TEMPLATES, TIMES = 120, 600, 7
NOW = datetime(2026, 11, 25, 18, tzinfo=UTC).timestamp()
MIDNIGHT = NOW - NOW % DAY
INTENTS = (
    "delivery_problem",
    "invoice",
    "refund_status",
    "cancel_order",
    "change_order",
    "complaint",
    "product_question",
)
Say = Callable[[str], None]
QUERIES = {
    "figures_week": "figures",
    "figures_month": "figures?from=2026-10-27",
    "figures_month_slice": "figures?from=2026-10-27&slice=queue&value=service",
    "trend_month": "trend?from=2026-10-27&figures=self_service,easy,answer_rate,wait_p90,containment",
    "trend_month_every_figure": "trend?from=2026-10-27",
    "trend_hours_of_a_day": "trend?from=2026-11-24&to=2026-11-24&grain=hour&figures=self_service,answer_rate",
    "trend_all_days": "trend?from=2026-07-29&figures=self_service",
    "breakdown_intent_week": "breakdown?by=intent",
    "breakdown_version_month": "breakdown?by=version&from=2026-10-27",
    "compare_versions_month": "compare?by=version&one=v1&other=v2&from=2026-10-27",
    "alerts_week": "alerts",
    "flow_month": "flow?from=2026-10-27",
    "funnels_month": "funnels?from=2026-10-27",
    "reasons_month": "reasons?from=2026-10-27",
    "unanswered_month": "unanswered?from=2026-10-27",
    "estimates_month": "estimates?from=2026-10-27",
    "effort_month": "effort?from=2026-10-27",
    "hardest_intent_month": "hardest?by=intent&from=2026-10-27",
    "figures_against_before": "figures?against=before",
    "repeats_month": "repeats?from=2026-10-27",
    "sessions_page": "sessions",
    "sessions_of_an_outcome": "sessions?outcome=gave_up&channel=chat",
    "day": "",
}


def templates() -> list[SessionRow]:
    """Some hundred sessions, as the ledger keeps them, spread over languages, regions, tiers, versions and intents."""
    from random import Random  # noqa: PLC0415

    random, rows = Random(1), dict[Place, Row]()
    entries = world(random, 4, TEMPLATES // 4).entries
    for start in range(0, len(entries), 500):
        for place, row in settled(folding(LEDGER, entries[start : start + 500]), rows).items():
            rows[place] = row or {}
    found = [session_row(row) for (shelf, _), row in rows.items() if shelf == LEDGER.sessions]
    ended = [row for row in found if row.ended_at is not None][:TEMPLATES]
    return [
        replace(
            row,
            lang=random.choice(("en", "zh")),
            region=random.choice(("GB", "CN", "DE", "")),
            tier=random.choice(("gold", "silver", "standard", None)),
            flow_version=random.choice(("v1", "v2", "v3")),
            goal=row.goal if random.random() < 0.5 else random.choice(INTENTS),
        )
        for row in ended
    ]


@dataclass(slots=True)
class Made:
    """What is repeated: each template's rows, and its counters as one matrix over all places of a day."""

    rows: Sequence[SessionRow]
    columns: Sequence[tuple[Place, str]]
    counts: "np.ndarray[Any, Any]"


def made_of(rows: Sequence[SessionRow]) -> Made:
    columns: dict[tuple[Place, str], int] = {}
    parts: list[dict[int, int]] = []
    for row in rows:
        on_day_0 = replace(
            row, started_at=row.started_at % DAY, ended_at=(row.ended_at or 0) - row.started_at // DAY * DAY
        )
        part = dict[int, int]()
        for place, counts in cells(on_day_0, LEDGER.name, LEDGER.zone).items():
            for name, count in counts.items():
                part[columns.setdefault((place, name), len(columns))] = count
        parts.append(part)
    matrix = np.zeros((len(rows), len(columns)), dtype=np.int64)
    for i, part in enumerate(parts):
        matrix[i, list(part)] = list(part.values())
    return Made(rows, list(columns), matrix)


Kept = tuple[str, str, float, str]  # name, key, started_at, row


def day_rows(made: Made, day: int, drawn: "np.ndarray[Any, Any]") -> Iterator[Kept]:
    """The rows the ledger would hold of one day on which each template happened so many times."""
    start = MIDNIGHT - (DAYS - 1 - day) * DAY
    date = datetime.fromtimestamp(start, UTC).date().isoformat()
    grouped: dict[Place, dict[str, int]] = {}
    for ((shelf, key), name), count in zip(made.columns, (drawn @ made.counts).tolist(), strict=True):
        if count:
            grouped.setdefault((shelf, key.replace("1970-01-01", date)), {})[name] = count
    for (shelf, key), counts in grouped.items():
        at = start_of((shelf, key), LEDGER.zone)
        yield shelf, key, at, json.dumps(packed(at, counts, named=shelf.endswith(("/nodes", "/unanswered"))))
    number = 0
    for row, times in zip(made.rows, drawn.tolist(), strict=True):
        shift = start - row.started_at // DAY * DAY
        text = json.dumps(kept(row) | {"id": "@id", "started_at": "@start", "ended_at": (row.ended_at or 0) + shift})
        chain = json.dumps(repeats.chain_row(row, row) | {"started_at": "@start"}) if row.repeats else ""
        for _ in range(times):
            number += 1
            name, at = f"S-{day:03}-{number:06}", row.started_at + shift + number / 1000
            yield LEDGER.sessions, name, at, text.replace("@id", name).replace('"@start"', repr(at))
            if chain:
                yield LEDGER.chains, name, at, chain.replace('"@start"', repr(at))


async def fill(database: Database, sessions: int, say: Say) -> int:
    """Write all days; returns how many sessions there are."""
    made, random = made_of(templates()), np.random.default_rng(1)
    began, total = time.perf_counter(), 0
    for day in range(DAYS):
        drawn = random.multinomial(sessions // DAYS, np.full(len(made.rows), 1 / len(made.rows)))
        total += int(drawn.sum())
        async with database.write() as connection:
            driver = cast(Any, (await connection.get_raw_connection()).driver_connection)
            rows, columns = list(day_rows(made, day, drawn)), ("name", "key", "started_at", "row")
            if database.sqlite:
                await driver.executemany(f"INSERT INTO projection_rows {columns} VALUES (?, ?, ?, ?)", rows)
            else:
                await driver.copy_records_to_table("projection_rows", records=rows, columns=columns)
        if day % 10 == 9:
            say(f"{total:,} sessions in {time.perf_counter() - began:.0f} s")
    return total


class Open:
    """A login that lets everybody in: what is measured is the board."""

    def guard(self, handler: Any, *_: Any, **__: Any) -> Any:
        return handler


async def _nothing(*_: object) -> Any:
    return []


async def _unpublished() -> Mapping[str, Mapping[str, Any]]:
    return {}


async def _book(version: str) -> FlowBook:
    """The house's own flows, whatever version the made-up sessions ran on."""
    return load_book(FLOWS, TASKS)


def door(database: Database) -> BoardDoor:
    return BoardDoor(
        BoardParts(
            projections=SqlProjectionStore(database),
            log=SqlLogReader(database),
            bus=LocalBus(),
            login=cast(Login, Open()),
            clock=lambda: NOW,
            zone="UTC",
            base_url="http://127.0.0.1",
            ledger=LEDGER.name,
            catch_up=cast(Callable[[], Awaitable[None]], _nothing),
            targets=lambda: DEFAULTS,
            notes=_nothing,
            incidents=SqlIncidents(database),
            books=_book,
            published=_unpublished,
        )
    )


async def ask(database: Database, say: Say) -> dict[str, dict[str, float]]:
    """The time of each question in milliseconds, by the clock and of the processor (database included on SQLite)."""
    app = web.Application()
    found, work, first = dict[str, float](), dict[str, float](), dict[str, float]()
    app.add_routes(door(database).routes())
    gc.freeze()  # as `frontdesk up` does when its start is over
    async with TestClient(TestServer(app)) as client:
        for name, query in QUERIES.items():
            times, works = [], []
            for _ in range(TIMES):
                began, busy = time.perf_counter(), time.process_time()
                response = await client.get(f"/api/board/{query}" if query else "/api/board")
                body = await response.read()
                times.append(1000 * (time.perf_counter() - began))
                works.append(1000 * (time.process_time() - busy))
                assert response.status == 200, body
            found[name] = round(statistics.median(times), 1)
            work[name], first[name] = round(statistics.median(works), 1), round(works[0], 1)
            say(f"{name:28} {found[name]:8.1f} ms, {work[name]:8.1f} ms of processor, first {first[name]:8.1f} ms")
    return {"queries": found, "processor": work, "first": first}


async def measure(url: str, sessions: int, say: Say) -> dict[str, Any]:
    await upgrade_async(url)
    database = Database(url, answer_within_s=600.0)
    try:
        total = await fill(database, sessions, say)
        return {"sessions": total, **await ask(database, say)}
    finally:
        await database.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", help="one JSON object on the last line")
    parser.add_argument("--sessions", type=int, default=1_000_000)
    parser.add_argument("--database", default="", help="an empty database; a file in a temporary folder without")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = given.database or f"sqlite:///{Path(folder) / 'board.db'}"
        found: Mapping[str, Any] = asyncio.run(measure(url, given.sessions, lambda text: print(text, file=sys.stderr)))
    print(json.dumps(found) if given.json else f"slowest: {max(found['queries'].values())} ms")


if __name__ == "__main__":
    main()
