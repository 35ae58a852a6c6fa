"""Typing and read marks in SQL, so that all processes see them."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import case, delete, select

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import marks
from frontdesk.adapters.sql.upsert import insert_new
from frontdesk.conversation.marks import Marks, Side


class SqlMarkStore:
    """The MarkStore port on SQLite or PostgreSQL. The clock dates marks."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database, self._clock = database, clock

    @whole
    async def typing(self, session: str, side: Side, until: float) -> None:
        await self._change(session, side, {"typing_until": until})

    @whole
    async def away(self, session: str, side: Side, since: float) -> None:
        await self._change(session, side, {"away_since": since})

    @whole
    async def read(self, session: str, side: Side, seq: int) -> bool:
        newer = case((marks.c.read_seq < seq, seq), else_=marks.c.read_seq)
        return await self._change(session, side, {"read_seq": newer}, marks.c.read_seq < seq)

    @whole
    async def marks(self, sessions: Sequence[str]) -> Mapping[tuple[str, Side], Marks]:
        if not sessions:
            return {}
        async with self._database.read() as connection:
            rows = await connection.execute(select(marks).where(marks.c.session.in_(list(sessions))))
            return {
                (row.session, row.side): Marks(
                    typing_until=row.typing_until, read=row.read_seq, away_since=row.away_since
                )
                for row in rows
            }

    @whole
    async def forget(self, before: float) -> None:
        async with self._database.write() as connection:
            await connection.execute(delete(marks).where(marks.c.at < before))

    async def _change(self, session: str, side: Side, values: dict[str, Any], only: Any = None) -> bool:
        new = {
            "session": session,
            "side": side,
            "typing_until": 0.0,
            "read_seq": 0,
            "away_since": 0.0,
            "at": self._clock(),
        }
        change = marks.update().where(marks.c.session == session, marks.c.side == side)
        if only is not None:
            change = change.where(only)
        async with self._database.write() as connection:
            await insert_new(connection, marks, new)
            return (await connection.execute(change.values(**values, at=self._clock()))).rowcount > 0
