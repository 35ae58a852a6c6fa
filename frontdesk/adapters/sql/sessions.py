"""Sessions and their turns in SQL: one turn is one transaction, checked against the session's version."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, func, select, update

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.head import APPEND, TAKE_BY_ROW
from frontdesk.adapters.sql.kept_turns import KeptTurns
from frontdesk.adapters.sql.tickets import check_phone, check_room, keep_ticket
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.adapters.stored import SCHEMA, events_from, state_from
from frontdesk.conversation.ports import Standing, StoredTurn
from frontdesk.core.desk_events import HandoffTaken, HelperInvited
from frontdesk.core.errors import StaleSession
from frontdesk.core.events import HandoffOffered
from frontdesk.core.rooms import State

_sessions, _turns = tables.sessions, tables.turns
_AT = select(tables.addresses.c.session).where(tables.addresses.c.address == bindparam("address"))
_NEWEST = select(func.max(_turns.c.seq).label("seq")).where(_turns.c.session == bindparam("session"))
# From the newest turn that is known on, so that it is seen whether that one is still there.
_KEYS_FROM = (
    select(_turns.c.seq, _turns.c.key)
    .where(_turns.c.session == bindparam("session"), _turns.c.seq >= bindparam("seq"))
    .order_by(_turns.c.seq)
)
# On PostgreSQL who writes tickets holds the session's row first, as two that write the same tickets would wait for each other.
_HOLD = select(_sessions.c.id).where(_sessions.c.id == bindparam("session")).with_for_update(key_share=True)
# The same as `_KEYS_FROM` with the session an address has; with nothing to tell, that alone.
_AT_WITH_KEYS = (
    select(tables.addresses.c.session, _turns.c.seq, _turns.c.key)
    .outerjoin(_turns, (_turns.c.session == bindparam("session")) & (_turns.c.seq >= bindparam("seq")))
    .where(tables.addresses.c.address == bindparam("address"))
)
_END = (
    update(_sessions)
    .where(_sessions.c.id == bindparam("of"), _sessions.c.over != bindparam("ended"))
    .values(over=bindparam("ended"))
)


class SqlSessionStore:
    """The SessionStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._kept = KeptTurns()

    async def session_at(self, address: str, *, lately: bool = False) -> str | None:
        if lately and (known := self._kept.at(address)) is not None:
            return known
        found = await self._ask(_AT, address=address)
        self._kept.bind(address, found)
        return None if found is None else str(found)

    async def load(self, session: str) -> State | None:
        seq = await self._ask(_NEWEST, session=session)
        known = self._kept.turn(session, seq)
        return known.state if known is not None else await self._load(session) if seq is not None else None

    @whole
    async def _load(self, session: str) -> State | None:
        newest = (
            select(_turns.c.state, _turns.c.schema)
            .where(_turns.c.session == session)
            .order_by(_turns.c.seq.desc())
            .limit(1)
        )
        async with self._database.read() as connection:
            row = (await connection.execute(newest)).first()
        return None if row is None else state_from(row.state, row.schema)

    async def commit(
        self, turn: StoredTurn, *, address: str | None = None, then: Callable[[], None] | None = None
    ) -> None:
        async def keep(connection: Connection) -> None:
            await self._check(connection, turn)
            await self._keep_session(connection, turn)
            if address is not None:
                await put(connection, tables.addresses, [{"address": address, "session": turn.session}])
            for ticket in turn.state.all_tickets:
                await keep_ticket(connection, turn.session, ticket)
            await _check_agents(connection, turn)
            await _keep_turn(connection, turn)  # last: from here on every other commit waits

        def done(_: None) -> None:
            self._kept.keep(turn)
            if address is not None:
                self._kept.bind(address, turn.session)
            if then is not None:
                then()

        await self._database.change(keep, done, alone=address is None and self._alone(turn))

    async def standing(self, session: str, key: str, *, at: str | None = None) -> Standing:
        newest, elsewhere = await self._catch_up(session, at)
        if elsewhere is not None or not newest:
            return Standing(None, None, elsewhere)
        seq = self._kept.told(session, key)
        told = None if seq is None else self._kept.turn(session, seq) or await self._turn(session, seq)
        now = self._kept.turn(session, newest)
        return Standing(now.state if now is not None else await self._load(session), told)

    async def _catch_up(self, session: str, at: str | None) -> tuple[int, str | None]:
        """Know the keys of all its turns; returns the number of the newest, 0 where there is none or nobody is at the
        address, and who else is there.

        Asked again when so many others spoke meanwhile that what was known of the session is forgotten, and when the newest
        turn known is not there: a database that was restored, or took over from a lost one, may be behind its processes.
        """
        while True:
            known = self._kept.upto(session)
            if at is None:
                keys = await self._database.ask(_KEYS_FROM, session=session, seq=known)
            else:
                found = await self._database.ask(_AT_WITH_KEYS, session=session, seq=known, address=at)
                if (there := found[0].session if found else None) != session:
                    self._kept.bind(at, there)
                    return 0, there
                keys = sorted((row.seq, row.key) for row in found if row.seq is not None)
            if not known or self._kept.has(session, keys):
                self._kept.learn(session, keys)
                return self._kept.upto(session), None
            self._kept.forget(session)

    def _alone(self, turn: StoredTurn) -> bool:
        """Whether the turn is all there is to write, and to look at before: as most are, in menus and with the bot."""
        before = self._kept.turn(turn.session, turn.seq - 1)
        known = (
            before is not None and self._kept.upto(turn.session) == before.seq and before.state.over == turn.state.over
        )
        return known and bool(turn.events) and not turn.state.all_tickets

    async def _check(self, connection: Connection, turn: StoredTurn) -> None:
        """Find that the turn follows what is stored and its key is new, as far as can be seen before it is written.

        A turn whose forerunner is known needs no look: when somebody else was first, it can't be written.
        """
        session, before = turn.session, turn.seq - 1
        if turn.state.all_tickets and before and connection.dialect.name != "sqlite":
            await connection.execute(_HOLD, {"session": session})
        if (known := self._kept.upto(session)) != before or turn.state.all_tickets:
            values = {"session": session, "seq": known}
            keys = (await connection.execute(_KEYS_FROM, values)).all()
            if known and not self._kept.has(session, keys):
                self._kept.forget(session)
            self._kept.learn(session, keys)
        if self._kept.upto(session) != before:
            raise _stale(turn)
        if self._kept.told(session, turn.key) is not None:
            raise StaleSession("A turn with this key is stored already; load it by its key instead of stepping again.")

    async def _keep_session(self, connection: Connection, turn: StoredTurn) -> None:
        """The session's row, which changes at its beginning and its end."""
        before, over = self._kept.turn(turn.session, turn.seq - 1), turn.state.over
        if turn.seq == 1:
            row = {"id": turn.session, "channel": turn.state.channel, "started_at": turn.state.started_at, "over": over}
            if not await insert_new(connection, _sessions, row):
                raise _stale(turn)
        elif before is None or before.state.over != over:
            await connection.execute(_END, {"of": turn.session, "ended": over})

    @whole
    async def _turn(self, session: str, seq: int) -> StoredTurn | None:
        found = await self._read(select(_turns).where(_turns.c.session == session, _turns.c.seq == seq))
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


def _stale(turn: StoredTurn) -> StaleSession:
    return StaleSession(f"Turn {turn.seq} does not follow what is stored; load the session again and repeat the turn.")


async def _keep_turn(connection: Connection, turn: StoredTurn) -> None:
    """Write the turn, its events at the next positions of the log. On PostgreSQL the counter's row is held until the commit."""
    count = len(turn.events)
    row: dict[str, Any] = {
        "session": turn.session,
        "seq": turn.seq,
        "key": turn.key,
        "at": turn.at,
        "schema": SCHEMA,
        "events": turn.events,
        "state": turn.state,
    }
    if count and connection.dialect.name == "sqlite":
        kept = (await connection.execute(APPEND, row | {"count": count})).rowcount == 1
    else:
        position = (await connection.execute(TAKE_BY_ROW, {"count": count})).scalar() if count else None
        kept = await insert_new(connection, _turns, row | {"position": position})
    if not kept:
        raise _stale(turn)


def _stored(row: Row[Any]) -> StoredTurn:
    return StoredTurn(
        session=row.session,
        seq=row.seq,
        key=row.key,
        at=row.at,
        state=state_from(row.state, row.schema),
        events=events_from(row.events, row.schema),
    )
