"""The FlowStore port in SQL: editions are written once, publications only added."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, func, select

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import flow_editions, flow_publications
from frontdesk.adapters.sql.upsert import insert_new
from frontdesk.conversation.flows import Edition, Publication


class SqlFlowStore:
    """The FlowStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def publish(self, edition: Edition, *, at: float, who: str, note: str) -> Publication:
        made = None
        while made is None:
            made = await self._try(edition, {"version": edition.version, "at": at, "who": who, "note": note})
        return made

    async def _try(self, edition: Edition, row: dict[str, Any]) -> Publication | None:
        """One try for the next number; None when somebody else took it first."""
        async with self._database.write() as connection:
            await insert_new(connection, flow_editions, {"version": edition.version, "files": dict(edition.files)})
            last = (await connection.execute(select(func.max(flow_publications.c.number)))).scalar() or 0
            taken = await insert_new(connection, flow_publications, {"number": last + 1, **row})
        return Publication(number=last + 1, **row) if taken else None

    @whole
    async def publications(self, limit: int) -> Sequence[Publication]:
        newest = select(flow_publications).order_by(flow_publications.c.number.desc()).limit(limit)
        async with self._database.read() as connection:
            return tuple(_publication(row) for row in await connection.execute(newest))

    @whole
    async def publication(self, number: int) -> Publication | None:
        wanted = select(flow_publications).where(flow_publications.c.number == number)
        async with self._database.read() as connection:
            row = (await connection.execute(wanted)).first()
        return None if row is None else _publication(row)

    @whole
    async def edition(self, version: str) -> Edition | None:
        wanted = select(flow_editions.c.files).where(flow_editions.c.version == version)
        async with self._database.read() as connection:
            row = (await connection.execute(wanted)).first()
        return None if row is None else Edition(version=version, files=row.files)


def _publication(row: Row[Any]) -> Publication:
    return Publication(number=row.number, version=row.version, at=row.at, who=row.who, note=row.note)
