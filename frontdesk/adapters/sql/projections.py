"""Rows of projections in SQL. Rows and position change in one transaction, so nothing is lost or counted twice."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.folding import folding, started_at
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.head import HEAD
from frontdesk.adapters.sql.log import entries_after
from frontdesk.adapters.sql.tables import projection_positions as positions
from frontdesk.adapters.sql.tables import projection_rows as kept
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.record.ports import Folding, Place, Projection, Row, WideProjection

_ROW = select(kept.c.row).where(kept.c.name == bindparam("shelf"), kept.c.key == bindparam("of"))
_STANDS = select(
    HEAD,
    select(positions.c.position).where(positions.c.name == bindparam("of")).scalar_subquery().label("stands"),
)
_KEYS_AT_ONCE = 500  # bound variables of one statement are limited


class SqlProjectionStore:
    """The ProjectionStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def advance(self, projection: Projection | WideProjection, limit: int = 500) -> int:
        name = projection.name
        if not await self._behind(name):  # so that polling an idle log takes no lock
            return 0
        async with self._database.write() as connection:
            position = await held_position(connection, name)
            entries = await entries_after(connection, position, limit)
            if not entries:
                return 0
            await keep_rows(connection, await run_fold(connection, folding(projection, entries)))
            forward = update(positions).where(positions.c.name == name).values(position=entries[-1].position)
            await connection.execute(forward)
        return len(entries)

    @whole
    async def reset(self, name: str) -> None:
        ours = (kept.c.name == name) | kept.c.name.startswith(f"{name}/", autoescape=True)
        async with self._database.write() as connection:
            await held_position(connection, name)
            await connection.execute(delete(kept).where(ours))
            await connection.execute(update(positions).where(positions.c.name == name).values(position=0))

    @whole
    async def rows(
        self, name: str, *, since: float | None = None, until: float | None = None, part: str | None = None
    ) -> Mapping[str, Mapping[str, Any]]:
        row = kept.c.row if part is None else kept.c.row[part]
        wanted = select(kept.c.key, kept.c.started_at, row.label("row")).where(kept.c.name == name).order_by(kept.c.key)
        if since is not None:
            wanted = wanted.where(kept.c.started_at >= since)
        if until is not None:
            wanted = wanted.where(kept.c.started_at < until)
        async with self._database.read() as connection:
            found = await connection.execute(wanted)
            if part is None:
                return {one.key: one.row for one in found}
            return {one.key: {"started_at": one.started_at, part: one.row} for one in found}

    async def row(self, name: str, key: str) -> Mapping[str, Any] | None:
        found = await self._database.ask(_ROW, shelf=name, of=key)
        return found[0].row if found else None

    @whole
    async def newest(self, name: str, before: tuple[float, str], limit: int) -> Sequence[tuple[str, Row]]:
        at, key = before
        older = (kept.c.started_at < at) | ((kept.c.started_at == at) & (kept.c.key < key))
        wanted = (
            select(kept.c.key, kept.c.row)
            .where(kept.c.name == name, kept.c.started_at <= at, older)
            .order_by(kept.c.started_at.desc(), kept.c.key.desc())
            .limit(limit)
        )
        async with self._database.read() as connection:
            return [(row.key, row.row) for row in await connection.execute(wanted)]

    async def _behind(self, name: str) -> bool:
        ((head, position),) = await self._database.ask(_STANDS, of=name)
        return bool(head > (position or 0))


async def held_position(connection: AsyncConnection, name: str) -> int:
    """Where the projection stands; a second worker waits here until the first has committed."""
    held = select(positions.c.position).where(positions.c.name == name).with_for_update()
    position = await connection.scalar(held)
    if position is None:
        await insert_new(connection, positions, {"name": name, "position": 0})
        position = await connection.scalar(held)
    assert position is not None
    return int(position)


async def run_fold(connection: AsyncConnection, work: Folding) -> Mapping[Place, Row | None]:
    """Run the fold, giving it the rows it asks for."""
    try:
        wanted = next(work)
        while True:
            wanted = work.send(await _found(connection, wanted))
    except StopIteration as done:
        changed: Mapping[Place, Row | None] = done.value
        return changed


async def _found(connection: AsyncConnection, wanted: Collection[Place]) -> dict[Place, Row]:
    by_shelf: dict[str, list[str]] = defaultdict(list)
    for shelf, key in sorted(wanted):
        by_shelf[shelf].append(key)
    found: dict[Place, Row] = {}
    for shelf, keys in by_shelf.items():
        found |= {(shelf, key): row for key, row in (await _rows(connection, shelf, keys)).items()}
    return found


async def keep_rows(connection: AsyncConnection, changed: Mapping[Place, Row | None]) -> None:
    await put(connection, kept, [_row(*place, row) for place, row in sorted(changed.items()) if row is not None])
    for shelf, key in sorted(place for place, row in changed.items() if row is None):
        await connection.execute(delete(kept).where(kept.c.name == shelf, kept.c.key == key))


async def _rows(connection: AsyncConnection, name: str, keys: Sequence[str]) -> dict[str, Row]:
    found: dict[str, Row] = {}
    for start in range(0, len(keys), _KEYS_AT_ONCE):
        some = keys[start : start + _KEYS_AT_ONCE]
        wanted = select(kept.c.key, kept.c.row).where(kept.c.name == name, kept.c.key.in_(some))
        found |= {row.key: row.row for row in await connection.execute(wanted)}
    return found


def _row(name: str, key: str, row: Row) -> dict[str, Any]:
    return {"name": name, "key": key, "started_at": started_at(row), "row": dict(row)}
