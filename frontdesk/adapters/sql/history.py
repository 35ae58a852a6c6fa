"""Writes many turns of sessions that were never live, such as simulated ones, as the session store would have, in bulk."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.agents import staff_row
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.head import TAKE
from frontdesk.adapters.sql.tickets import ticket_row
from frontdesk.adapters.sql.upsert import Row, put
from frontdesk.adapters.stored import SCHEMA
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.staffing import AgentStatusChanged


class StaffEntry(NamedTuple):
    """An agent's coming or going, and when."""

    at: float
    event: AgentStatusChanged


class SqlHistory:
    """Adds whole turns to the log in the order given; one transaction for each batch."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def sessions(self, *, besides: str) -> int:
        """How many sessions there are whose id does not begin with this."""
        wanted = select(func.count()).where(tables.sessions.c.id.not_like(f"{besides}%"))
        async with self._database.read() as connection:
            return int(await connection.scalar(wanted) or 0)

    @whole
    async def add(self, entries: Sequence[StoredTurn | StaffEntry]) -> None:
        """What agents did, and turns, in order of time, each session's turns from its first without a gap.

        A session's id must be new with its first.
        """
        turns = [entry for entry in entries if isinstance(entry, StoredTurn)]
        if not entries:
            return
        async with self._database.write() as connection:
            newest = {turn.session: turn for turn in turns}
            await put(connection, tables.sessions, [_session(turn) for turn in newest.values()])
            first = [{"address": t.state.address, "session": t.session} for t in turns if t.seq == 1]
            await put(connection, tables.addresses, first)
            await _append(connection, entries)
            tickets = [(t.session, ticket) for t in newest.values() for ticket in t.state.all_tickets]
            await put(connection, tables.tickets, [ticket_row(session, ticket) for session, ticket in tickets])


def _session(turn: StoredTurn) -> Row:
    state = turn.state
    return {"id": turn.session, "channel": state.channel, "started_at": state.started_at, "over": state.over}


def _turn(turn: StoredTurn, position: int | None) -> Row:
    return {"session": turn.session, "seq": turn.seq, "position": position, "key": turn.key, "at": turn.at,
            "schema": SCHEMA, "events": turn.events, "state": turn.state}  # fmt: skip


async def _append(connection: AsyncConnection, entries: Sequence[StoredTurn | StaffEntry]) -> None:
    count = sum(1 if isinstance(entry, StaffEntry) else len(entry.events) for entry in entries)
    position = int((await connection.execute(TAKE, {"count": count})).scalar_one()) - count
    of_sessions, of_agents = list[Row](), list[Row]()
    for entry in entries:
        if isinstance(entry, StaffEntry):
            position += 1
            of_agents.append(staff_row(position, *entry))
        else:
            position += len(entry.events)
            of_sessions.append(_turn(entry, position if entry.events else None))
    for table, rows in ((tables.turns, of_sessions), (tables.staff_log, of_agents)):
        if rows:
            await connection.execute(insert(table), rows)
