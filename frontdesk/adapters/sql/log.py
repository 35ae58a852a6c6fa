"""The event log in SQL, to be read. Written by the session store only."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CompoundSelect, Row, Select, literal, select, union_all
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import log, log_head, staff_log
from frontdesk.adapters.stored import event_from
from frontdesk.record.log import LogEntry


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
            return int(await connection.scalar(select(log_head.c.position)) or 0)

    @whole
    async def of_session(self, session: str) -> Sequence[LogEntry]:
        async with self._database.read() as connection:
            return await _read(connection, select(log).where(log.c.session == session).order_by(log.c.position))


async def entries_after(connection: AsyncConnection, position: int, limit: int) -> Sequence[LogEntry]:
    """The next entries, within the caller's transaction: those of sessions and of agents in one statement, so that no
    commit comes between the two."""
    of_sessions = select(log.c.position, log.c.session, log.c.seq, log.c.at, log.c.schema, log.c.event)
    of_agents = select(
        staff_log.c.position, literal(""), literal(0), staff_log.c.at, staff_log.c.schema, staff_log.c.event
    )
    both = union_all(of_sessions.where(log.c.position > position), of_agents.where(staff_log.c.position > position))
    return await _read(connection, both.order_by(both.selected_columns.position).limit(limit))


async def _read(connection: AsyncConnection, wanted: Select[Any] | CompoundSelect[Any]) -> Sequence[LogEntry]:
    return tuple(_entry(row) for row in await connection.execute(wanted))


def _entry(row: Row[Any]) -> LogEntry:
    event = event_from(row.event, row.schema)
    return LogEntry(position=row.position, session=row.session, seq=row.seq, at=row.at, event=event)
