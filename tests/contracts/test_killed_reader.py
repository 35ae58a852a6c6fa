"""A process that is killed (SIGKILL) while it folds the log loses nothing and counts nothing twice, in both databases."""

import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from random import Random  # noqa: TID251 - seeded, for a made-up log
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from benchmarks.record_world import world
from frontdesk.adapters.folding import folding, settled
from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.history import SqlHistory
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.conversation.ports import StoredTurn
from frontdesk.record.ledger import Ledger
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Place
from tests.contracts import made
from tests.contracts.conftest import SQL_BACKENDS, database_url

LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
ROOT = Path(__file__).resolve().parents[2]


def _turns(entries: list[LogEntry]) -> list[StoredTurn]:
    found: dict[tuple[str, int], list[LogEntry]] = defaultdict(list)
    for entry in entries:
        found[entry.session, entry.seq].append(entry)
    return [
        StoredTurn(
            session=session,
            seq=seq,
            key=f"k{seq}",
            at=told[0].at,
            state=made.state(session, seq, address=f"x:{session}"),
            events=tuple(entry.event for entry in told),
        )
        for (session, seq), told in found.items()
    ]


def _killed(url: str, where: str, portions: int) -> None:
    """Start a reader, wait until it stands in the middle, and kill it there."""
    command = [sys.executable, "-m", "tests.contracts.reader_to_kill", url, where, str(portions)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == "here\n"
        reader.kill()


async def _position(database: Database) -> tuple[int, int]:
    """Where the projection stands, and how many rows it has."""
    stands, kept = tables.projection_positions, tables.projection_rows
    async with database.read() as connection:
        position = await connection.scalar(select(stands.c.position).where(stands.c.name == LEDGER.name))
        rows = await connection.scalar(
            select(func.count()).select_from(kept).where(kept.c.name.startswith(LEDGER.name))
        )
        return int(position or 0), int(rows or 0)


async def _rows(database: Database) -> dict[Place, Any]:
    kept = tables.projection_rows
    async with database.read() as connection:
        return {(row.name, row.key): row.row for row in await connection.execute(select(kept))}


@pytest.mark.parametrize("backend", SQL_BACKENDS)
async def test_killed_in_the_middle(backend: str, request: pytest.FixtureRequest) -> None:
    """Killed while folding and again between its last write and the commit: rows and position are those of the portion
    before, whoever goes on ends with the very rows of an undisturbed fold, and rebuilt from zero they are the same."""
    url = database_url(backend, request)
    entries = world(Random(5), days=2, a_day=5).entries
    database = Database(url)
    await SqlHistory(database).add(_turns(entries))
    for where, portions, position in (("reading", 3, 15), ("committing", 2, 25)):
        _killed(url, where, portions)
        assert (await _position(database))[0] == position
    store = SqlProjectionStore(database)
    while await store.advance(LEDGER, limit=7):
        pass
    found = settled(folding(LEDGER, await SqlLogReader(database).after(0, 10_000)), {})
    assert await _rows(database) == found
    await store.reset(LEDGER.name)
    assert (await _position(database)) == (0, 0)
    while await store.advance(LEDGER, limit=11):
        pass
    assert await _rows(database) == found
    await database.close()
