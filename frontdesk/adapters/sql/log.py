"""The event log in SQL, to be read. Written by the session store only."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Row, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.head import HEAD
from frontdesk.adapters.sql.tables import staff_log, turns
from frontdesk.adapters.stored import events_from
from frontdesk.record.log import LogEntry

EVENTS_A_TURN = 4  # or more; where they are fewer, more is asked for
_OF_SESSIONS = select(turns.c.position, turns.c.session, turns.c.seq, turns.c.at, turns.c.schema, turns.c.events).where(
    turns.c.position.is_not(None)
)
_OF_AGENTS = select(
    staff_log.c.position, literal(""), literal(0), staff_log.c.at, staff_log.c.schema, staff_log.c.event
)


class SqlLogReader:
    """The LogReader port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def after(self, position: int, limit: int) -> Sequence[LogEntry]:
        async with self._database.read() as connection:
            return await entries_after(connection, position, limit)

    @whole
    async def head(self) -> int:
        """The newest position."""
        async with self._database.read() as connection:
            return int(await connection.scalar(select(HEAD)) or 0)

    @whole
    async def of_session(self, session: str) -> Sequence[LogEntry]:
        wanted = _OF_SESSIONS.where(turns.c.session == session).order_by(turns.c.position)
        async with self._database.read() as connection:
            return _entries(await connection.execute(wanted))


async def entries_after(connection: AsyncConnection, position: int, limit: int) -> Sequence[LogEntry]:
    """The next entries, at most `limit`, within the caller's transaction."""
    found = list[LogEntry]()
    while len(found) < limit:
        at_once = (limit - len(found)) // EVENTS_A_TURN + 1
        rows = await _rows_after(connection, position, at_once)
        found += (
            entry for entry in _entries(rows) if entry.position > position
        )  # who stopped within a turn goes on there
        if len(rows) < at_once:
            break
        position = rows[-1].position
    return tuple(found[:limit])


async def _rows_after(connection: AsyncConnection, position: int, limit: int) -> Sequence[Row[Any]]:
    """Those of sessions and of agents in one statement, so that no commit comes between the two."""
    both = union_all(_OF_SESSIONS.where(turns.c.position > position), _OF_AGENTS.where(staff_log.c.position > position))
    return (await connection.execute(both.order_by(both.selected_columns.position).limit(limit))).all()


def _entries(rows: Iterable[Row[Any]]) -> tuple[LogEntry, ...]:
    return tuple(chain.from_iterable(map(_of_row, rows)))


def _of_row(row: Row[Any]) -> Iterable[LogEntry]:
    events = events_from(row.events if row.session else (row.events,), row.schema)
    for position, event in enumerate(events, start=row.position - len(events) + 1):
        yield LogEntry(position=position, session=row.session, seq=row.seq, at=row.at, event=event)
