"""What went out to paid numbers, in SQL: counted and written in one transaction, so that two processes keep one cap."""

from collections.abc import Callable

from sqlalchemy import case, delete, func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import outgoing
from handoff.outgoing import DAY_S, HOUR_S, Sum


class SqlOutgoingLog:
    """The OutgoingLog port on SQLite or PostgreSQL. What is older than a day is forgotten."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def take(self, number: str, cost: float, at: float, within: Callable[[Sum], bool]) -> Sum | None:
        async with self._database.write() as connection:
            if not self._database.sqlite:  # SQLite has one writer; here the second waits for the first
                await connection.execute(text("LOCK TABLE outgoing IN SHARE ROW EXCLUSIVE MODE"))
            await connection.execute(delete(outgoing).where(outgoing.c.at <= at - DAY_S))
            there = await _sum(connection, number, at)
            if not within(there):
                return there
            await connection.execute(insert(outgoing).values(number=number, at=at, cost=cost))
        return None


async def _sum(connection: AsyncConnection, number: str, at: float) -> Sum:
    lately = outgoing.c.at > at - HOUR_S
    found = await connection.execute(
        select(
            func.coalesce(func.sum(case((lately & (outgoing.c.number == number), 1), else_=0)), 0),
            func.coalesce(func.sum(case((lately, 1), else_=0)), 0),
            func.coalesce(func.sum(outgoing.c.cost), 0.0),
        )
    )
    to_number, in_all, spent = found.one()
    return Sum(to_number=int(to_number), in_all=int(in_all), cost=float(spent))
