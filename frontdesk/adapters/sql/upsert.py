"""INSERT … ON CONFLICT for both databases: the same words, two dialects."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Row = dict[str, Any]


def _insert(connection: AsyncConnection, table: Table) -> Any:
    return sqlite.insert(table) if connection.dialect.name == "sqlite" else postgresql.insert(table)


async def insert_new(connection: AsyncConnection, table: Table, row: Row) -> bool:
    """Insert, unless a row stands in the way by any unique constraint. Returns whether it was inserted."""
    key = table.primary_key.columns.values()[0]
    statement = _insert(connection, table).values(row).on_conflict_do_nothing().returning(key)
    return (await connection.execute(statement)).first() is not None


async def put(connection: AsyncConnection, table: Table, rows: Sequence[Row]) -> None:
    """Add or replace rows by primary key, all in one go."""
    if not rows:
        return
    insert = _insert(connection, table)
    keys = {column.name for column in table.primary_key}
    changes = {name: insert.excluded[name] for name in rows[0] if name not in keys}
    await connection.execute(insert.on_conflict_do_update(index_elements=sorted(keys), set_=changes), list(rows))
