"""Writes many turns of sessions that were never live, such as simulated ones, as the session store would have, in bulk."""

from collections.abc import Sequence

from sqlalchemy import func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tickets import ticket_row
from frontdesk.adapters.sql.upsert import Row, put
from frontdesk.adapters.stored import SCHEMA, packed
from frontdesk.conversation.ports import StoredTurn


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
    async def add(self, turns: Sequence[StoredTurn]) -> None:
        """Turns in order of time, each session's from its first without a gap. A session's id must be new with its first."""
        if not turns:
            return
        async with self._database.write() as connection:
            newest = {turn.session: turn for turn in turns}
            await put(connection, tables.sessions, [_session(turn) for turn in newest.values()])
            first = [{"address": t.state.address, "session": t.session} for t in turns if t.seq == 1]
            await put(connection, tables.addresses, first)
            await connection.execute(insert(tables.turns), [_turn(turn) for turn in turns])
            tickets = [(t.session, ticket) for t in newest.values() for ticket in t.state.all_tickets]
            await put(connection, tables.tickets, [ticket_row(session, ticket) for session, ticket in tickets])
            await _append(connection, turns)


def _session(turn: StoredTurn) -> Row:
    state = turn.state
    return {"id": turn.session, "seq": turn.seq, "channel": state.channel, "started_at": state.started_at,
            "over": state.over}  # fmt: skip


def _turn(turn: StoredTurn) -> Row:
    return {"session": turn.session, "seq": turn.seq, "key": turn.key, "at": turn.at, "schema": SCHEMA,
            "state": packed(turn.state)}  # fmt: skip


async def _append(connection: AsyncConnection, turns: Sequence[StoredTurn]) -> None:
    rows = [
        {"session": turn.session, "seq": turn.seq, "at": turn.at, "schema": SCHEMA, "kind": event.kind, "event": packed(event)}
        for turn in turns
        for event in turn.events
    ]  # fmt: skip
    if not rows:
        return
    head = tables.log_head
    counter = update(head).values(position=head.c.position + len(rows)).returning(head.c.position)
    first = int((await connection.execute(counter)).scalar_one()) - len(rows) + 1
    await connection.execute(insert(tables.log), [row | {"position": first + i} for i, row in enumerate(rows)])
