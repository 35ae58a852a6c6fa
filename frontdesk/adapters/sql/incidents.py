"""Incidents in SQL."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import incidents as kept
from frontdesk.record.incidents import Incident, NoSuchIncident


class SqlIncidents:
    """The Incidents port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def within(self, since: float, until: float) -> Sequence[Incident]:
        lasted = kept.c.ended_at.is_(None) | (kept.c.ended_at > since)
        wanted = select(kept).where(kept.c.began_at < until, lasted).order_by(kept.c.began_at, kept.c.number)
        async with self._database.read() as connection:
            return [_incident(row) for row in await connection.execute(wanted)]

    @whole
    async def add(self, incident: Incident) -> Incident:
        async with self._database.write() as connection:
            added = await connection.execute(insert(kept).values(**_row(incident)).returning(kept))
            return _incident(added.one())

    @whole
    async def change(self, incident: Incident) -> None:
        async with self._database.write() as connection:
            changed = update(kept).where(kept.c.number == incident.number).values(**_row(incident))
            if (await connection.execute(changed)).rowcount == 0:
                raise NoSuchIncident(incident.number)

    @whole
    async def incident(self, number: int) -> Incident:
        async with self._database.read() as connection:
            row = (await connection.execute(select(kept).where(kept.c.number == number))).one_or_none()
        if row is None:
            raise NoSuchIncident(number)
        return _incident(row)

    @whole
    async def remove(self, number: int) -> None:
        async with self._database.write() as connection:
            if (await connection.execute(delete(kept).where(kept.c.number == number))).rowcount == 0:
                raise NoSuchIncident(number)


def _row(incident: Incident) -> dict[str, Any]:
    return {
        "began_at": incident.began_at,
        "ended_at": incident.ended_at,
        "words": incident.words,
        "by": incident.by,
    }


def _incident(row: Any) -> Incident:
    return Incident(number=row.number, began_at=row.began_at, ended_at=row.ended_at, words=row.words, by=row.by)
