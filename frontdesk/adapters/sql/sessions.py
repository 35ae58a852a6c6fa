"""Sessions and their turns in SQL: one turn is one transaction, checked against the session's version."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, select, update

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.tickets import check_phone, check_room, keep_ticket
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.adapters.stored import SCHEMA, events_from, state_from
from frontdesk.conversation.ports import Standing, StoredTurn
from frontdesk.core.desk_events import HandoffTaken, HelperInvited
from frontdesk.core.errors import StaleSession
from frontdesk.core.events import HandoffOffered
from frontdesk.core.rooms import State

_sessions, _turns, _head = tables.sessions, tables.turns, tables.log_head
_AT = select(tables.addresses.c.session).where(tables.addresses.c.address == bindparam("address"))
_NEWEST = select(_sessions.c.seq).where(_sessions.c.id == bindparam("session"))
_BY_KEY = select(_turns.c.seq).where(_turns.c.session == bindparam("session"), _turns.c.key == bindparam("key"))
_STANDS = select(_sessions.c.seq, _BY_KEY.scalar_subquery().label("told")).where(_sessions.c.id == bindparam("session"))
_FORWARD = (
    update(_sessions)
    .where(_sessions.c.id == bindparam("of"), _sessions.c.seq == bindparam("before"))
    .values(seq=bindparam("after"), over=bindparam("ended"))
)
_TAKE_POSITIONS = update(_head).values(position=_head.c.position + bindparam("count")).returning(_head.c.position)
MOST_SESSIONS, MOST_TURNS = 2000, 4


class KeptTurns:
    """The newest turns of the sessions that spoke last. A committed turn never changes, so they are never wrong."""

    def __init__(self) -> None:
        self._sessions: OrderedDict[str, dict[int, StoredTurn]] = OrderedDict()

    def keep(self, turn: StoredTurn) -> None:
        turns = self._sessions.setdefault(turn.session, {})
        self._sessions.move_to_end(turn.session)
        turns[turn.seq] = turn
        while len(turns) > MOST_TURNS:
            del turns[min(turns)]
        if len(self._sessions) > MOST_SESSIONS:
            self._sessions.popitem(last=False)

    def turn(self, session: str, seq: int | None) -> StoredTurn | None:
        return None if seq is None else self._sessions.get(session, {}).get(seq)


class SqlSessionStore:
    """The SessionStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept = KeptTurns()

    async def session_at(self, address: str) -> str | None:
        found = await self._ask(_AT, address=address)
        return None if found is None else str(found)

    async def load(self, session: str) -> State | None:
        seq = await self._ask(_NEWEST, session=session)
        known = self._kept.turn(session, seq)
        return known.state if known is not None else await self._load(session) if seq is not None else None

    @whole
    async def _load(self, session: str) -> State | None:
        newest = (
            select(_turns.c.state, _turns.c.schema)
            .join(_sessions, (_sessions.c.id == _turns.c.session) & (_sessions.c.seq == _turns.c.seq))
            .where(_sessions.c.id == session)
        )
        async with self._database.read() as connection:
            row = (await connection.execute(newest)).first()
        return None if row is None else state_from(row.state, row.schema)

    async def commit(
        self, turn: StoredTurn, *, address: str | None = None, then: Callable[[], None] | None = None
    ) -> None:
        async def keep(connection: Connection) -> None:
            await _take_version(connection, turn)
            if address is not None:
                await put(connection, tables.addresses, [{"address": address, "session": turn.session}])
            for ticket in turn.state.all_tickets:
                await keep_ticket(connection, turn.session, ticket)
            await _check_agents(connection, turn)
            await _keep_turn(connection, turn)  # last: from here on every other commit waits

        def done(_: None) -> None:
            self._kept.keep(turn)
            if then is not None:
                then()

        await self._database.change(keep, done)

    async def standing(self, session: str, key: str) -> Standing:
        found = await self._database.ask(_STANDS, session=session, key=key)
        if not found:
            return Standing(None, None)
        newest, seq = found[0]
        now = self._kept.turn(session, newest)
        told = None if seq is None else self._kept.turn(session, seq) or await self._turn(session, key)
        return Standing(now.state if now is not None else await self._load(session), told)

    @whole
    async def _turn(self, session: str, key: str) -> StoredTurn | None:
        found = await self._read(select(_turns).where(_turns.c.session == session, _turns.c.key == key))
        return found[0] if found else None

    async def turns_after(self, session: str, seq: int) -> Sequence[StoredTurn]:
        newest = await self._ask(_NEWEST, session=session)
        known = [self._kept.turn(session, at) for at in range(seq + 1, (newest or seq) + 1)]
        if all(known):
            return tuple(turn for turn in known if turn is not None)
        return await self._turns_after(session, seq)

    @whole
    async def _turns_after(self, session: str, seq: int) -> Sequence[StoredTurn]:
        wanted = select(_turns).where(_turns.c.session == session, _turns.c.seq > seq).order_by(_turns.c.seq)
        return await self._read(wanted)

    @whole
    async def open_sessions(self) -> Sequence[str]:
        wanted = select(_sessions.c.id).where(_sessions.c.over.is_(False)).order_by(_sessions.c.id)
        async with self._database.read() as connection:
            return tuple(await connection.scalars(wanted))

    async def _ask(self, statement: Any, **values: Any) -> Any:
        """One value of one row."""
        found = await self._database.ask(statement, **values)
        return found[0][0] if found else None

    async def _read(self, wanted: Select[Any]) -> Sequence[StoredTurn]:
        async with self._database.read() as connection:
            return tuple(map(_stored, await connection.execute(wanted)))


async def _check_agents(connection: Connection, turn: StoredTurn) -> None:
    """Raises AgentTaken when somebody is offered, or asked into, more than they have room for; to be asked with the ticket
    written."""
    ticket = turn.state.ticket
    if ticket is None:
        return
    for event in turn.events:
        match event:
            case HandoffOffered():
                await check_room(connection, ticket)
            case HelperInvited() if ticket.channel == "voice":
                await check_phone(connection, ticket, event.helper)
            case HandoffTaken() if ticket.channel == "voice":
                await check_phone(connection, ticket, event.agent)
            case _:
                pass


async def _take_version(connection: Connection, turn: StoredTurn) -> None:
    """Move the session from `seq - 1` to `seq`, or find that somebody else did."""
    over = turn.state.over
    if turn.seq == 1:
        row = {"id": turn.session, "seq": 1, "over": over}
        row |= {"channel": turn.state.channel, "started_at": turn.state.started_at}
        moved = await insert_new(connection, _sessions, row)
    else:
        values = {"of": turn.session, "before": turn.seq - 1, "after": turn.seq, "ended": over}
        moved = (await connection.execute(_FORWARD, values)).rowcount == 1
    if not moved:
        raise StaleSession(
            f"Turn {turn.seq} does not follow what is stored; load the session again and repeat the turn."
        )


async def _keep_turn(connection: Connection, turn: StoredTurn) -> None:
    """Write the turn, its events at the next positions of the log. The counter's row lock is held until the commit."""
    count = len(turn.events)
    row = {
        "session": turn.session,
        "seq": turn.seq,
        "position": (await connection.execute(_TAKE_POSITIONS, {"count": count})).scalar() if count else None,
        "key": turn.key,
        "at": turn.at,
        "schema": SCHEMA,
        "events": turn.events,
        "state": turn.state,
    }
    if not await insert_new(connection, _turns, row):
        raise StaleSession("A turn with this key is stored already; load it by its key instead of stepping again.")


def _stored(row: Row[Any]) -> StoredTurn:
    return StoredTurn(
        session=row.session,
        seq=row.seq,
        key=row.key,
        at=row.at,
        state=state_from(row.state, row.schema),
        events=events_from(row.events, row.schema),
    )
