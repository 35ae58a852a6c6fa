"""How figures stand to their targets, in SQL: of many processes that see a change one keeps it."""

from collections.abc import Mapping

from sqlalchemy import select, update

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import target_standings as kept
from frontdesk.adapters.sql.upsert import insert_new
from frontdesk.record.standing import Standing


class SqlStandings:
    """The Standings port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def standings(self) -> Mapping[str, Standing]:
        async with self._database.read() as connection:
            rows = (await connection.execute(select(kept))).all()
        return {
            row.figure: Standing(figure=row.figure, left=row.missed, since=row.since, told=row.told, said=row.said)
            for row in rows
        }

    @whole
    async def change(self, new: Standing) -> bool:
        row = {"missed": new.left, "since": new.since, "told": new.told, "said": dict(new.said)}
        async with self._database.write() as connection:
            if await insert_new(connection, kept, {"figure": new.figure, **row}):
                return True
            other = update(kept).where(kept.c.figure == new.figure, kept.c.missed.is_not(new.left))
            return (await connection.execute(other.values(**row))).rowcount > 0

    @whole
    async def settle(self, standing: Standing) -> None:
        told = update(kept).where(kept.c.figure == standing.figure, kept.c.since == standing.since)
        async with self._database.write() as connection:
            await connection.execute(told.values(told=True))
