"""The outbox and the outside's names in SQL. What is taken in and the place in the log change in one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.head import HEAD
from frontdesk.adapters.sql.log import entries_after
from frontdesk.adapters.sql.tables import outbox, outside_links, outside_open, tickets, turns
from frontdesk.adapters.sql.tables import projection_positions as positions
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.conversation.outbox import Translate
from frontdesk.core.tickets import OPEN
from frontdesk.record.log import LogEntry
from handoff.outside import Parcel, System

NAME = "outbox.1"  # its place in the log
PARCELS = 1000  # more than one reading can lead to, so that numbers grow in order


class SqlOutbox:
    """The Outbox and Links ports on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def take_in(self, translate: Translate, limit: int = 200) -> int:
        """Translating asks other stores, so it is done between a reading and a writing transaction."""
        before, entries, open_now = await self._new(limit)
        if not entries:
            return 0
        parcels, touched = list[Parcel](), set[str]()
        for entry in entries:
            taken = await translate(entry, open_now.get(entry.session))
            parcels += taken.parcels
            if taken.open_ticket != open_now.get(entry.session):
                touched.add(entry.session)
            open_now[entry.session] = taken.open_ticket
        changes = {session: open_now[session] for session in touched}
        kept = await self._keep(before, entries[-1].position, parcels, changes)
        return len(entries) if kept else 0

    @whole
    async def _new(self, limit: int) -> tuple[int, Sequence[LogEntry], dict[str, str | None]]:
        async with self._database.read() as connection:
            position = await connection.scalar(select(positions.c.position).where(positions.c.name == NAME))
            if position is not None:
                entries = await entries_after(connection, position, limit)
                return position, entries, await _open(connection, entries)
        async with self._database.write() as connection:
            head = await _beginning(connection)
            await insert_new(connection, positions, {"name": NAME, "position": head})
        return head, (), {}

    @whole
    async def _keep(
        self, before: int, after: int, parcels: Sequence[Parcel], changes: Mapping[str, str | None]
    ) -> bool:
        async with self._database.write() as connection:
            forward = update(positions).where(positions.c.name == NAME, positions.c.position == before)
            if not (await connection.execute(forward.values(position=after))).rowcount:
                return False
            for place, parcel in enumerate(parcels):
                await insert_new(connection, outbox, _row(parcel, before * PARCELS + place))
            for session, ticket in changes.items():
                if ticket is None:
                    await connection.execute(delete(outside_open).where(outside_open.c.session == session))
                else:
                    await put(connection, outside_open, [{"session": session, "ticket": ticket}])
        return True

    @whole
    async def due(self, now: float, *, lease_s: float, limit: int = 20) -> Sequence[Parcel]:
        first = (
            select(outbox.c.ticket, func.min(outbox.c.number).label("number"))
            .where(outbox.c.settled_at.is_(None))
            .group_by(outbox.c.ticket)
            .subquery()
        )
        oldest = (outbox.c.ticket == first.c.ticket) & (outbox.c.number == first.c.number)
        ready = select(outbox).join(first, oldest).where(outbox.c.settled_at.is_(None), outbox.c.next_at <= now)
        async with self._database.read() as connection:
            rows = (await connection.execute(ready.order_by(outbox.c.number).limit(limit))).all()
        if not rows:
            return ()
        async with self._database.write() as connection:
            return [_parcel(row) for row in rows if await _lease(connection, row, now + lease_s)]

    @whole
    async def settle(self, parcel: Parcel, *, at: float, link: Mapping[str, str]) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(outbox).where(outbox.c.id == parcel.id).values(settled_at=at, error=""))
            await _name(connection, parcel.system, parcel.ticket, link)

    @whole
    async def put_off(self, parcel: Parcel, *, until: float, error: str) -> None:
        async with self._database.write() as connection:
            later = update(outbox).where(outbox.c.id == parcel.id).values(next_at=until, error=error)
            await connection.execute(later)

    @whole
    async def give_up(self, parcel: Parcel, *, at: float, error: str) -> None:
        async with self._database.write() as connection:
            over = update(outbox).where(outbox.c.id == parcel.id).values(settled_at=at, error=error[:500] or "-")
            await connection.execute(over)

    @whole
    async def link(self, ticket: str) -> Mapping[str, str]:
        wanted = select(outside_links.c.name, outside_links.c.value).where(outside_links.c.ticket == ticket)
        async with self._database.read() as connection:
            return {row.name: row.value for row in await connection.execute(wanted)}

    @whole
    async def ticket_of(self, system: System, name: str, value: str) -> str | None:
        links = outside_links.c
        fits = select(links.ticket).where(links.system == system, links.name == name, links.value == value)
        async with self._database.read() as connection:
            found = await connection.scalar(fits.order_by(links.at.desc()).limit(1))
        return None if found is None else str(found)

    @whole
    async def add(self, system: System, ticket: str, link: Mapping[str, str]) -> None:
        async with self._database.write() as connection:
            await _name(connection, system, ticket, link)

    @whole
    async def stuck(self, since: float) -> int:
        late = outbox.c.settled_at.is_(None) & (outbox.c.tries > 0)
        lost = (outbox.c.settled_at >= since) & (outbox.c.error != "")
        async with self._database.read() as connection:
            return int(await connection.scalar(select(func.count()).select_from(outbox).where(late | lost)) or 0)


async def _beginning(connection: AsyncConnection) -> int:
    """Where the first reading ever begins: before the oldest customer who waits now, else at the log's end."""
    waiting = select(tickets.c.session).where(tickets.c.status.in_(sorted(OPEN)))
    before = turns.c.position - func.json_array_length(turns.c.events)
    first = await connection.scalar(select(func.min(before)).where(turns.c.session.in_(waiting)))
    if first is not None:
        return int(first)
    return await connection.scalar(select(HEAD)) or 0


async def _open(connection: AsyncConnection, entries: Sequence[LogEntry]) -> dict[str, str | None]:
    sessions = sorted({entry.session for entry in entries})
    wanted = select(outside_open).where(outside_open.c.session.in_(sessions))
    return {row.session: row.ticket for row in await connection.execute(wanted)}


async def _lease(connection: AsyncConnection, row: Row[Any], until: float) -> bool:
    """Take the parcel, unless somebody else just did."""
    mine = update(outbox).where(outbox.c.id == row.id, outbox.c.next_at == row.next_at, outbox.c.settled_at.is_(None))
    return bool((await connection.execute(mine.values(next_at=until, tries=row.tries + 1))).rowcount)


async def _name(connection: AsyncConnection, system: System, ticket: str, link: Mapping[str, str]) -> None:
    if not link:
        return
    newest = await connection.scalar(select(func.max(outside_links.c.at)))
    at = (newest or 0) + 1
    rows = [{"ticket": ticket, "name": n, "system": system, "value": v, "at": at} for n, v in sorted(link.items())]
    await put(connection, outside_links, rows)


def _row(parcel: Parcel, number: int) -> dict[str, Any]:
    return {
        "id": parcel.id,
        "number": number,
        "system": parcel.system,
        "ticket": parcel.ticket,
        "session": parcel.session,
        "kind": parcel.kind,
        "at": parcel.at,
        "body": dict(parcel.body),
    }


def _parcel(row: Row[Any]) -> Parcel:
    return Parcel(
        id=row.id,
        system=row.system,
        ticket=row.ticket,
        session=row.session,
        kind=row.kind,
        at=row.at,
        body=row.body,
        tries=row.tries + 1,
    )
