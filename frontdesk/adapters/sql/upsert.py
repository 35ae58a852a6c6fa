"""INSERT … ON CONFLICT for both databases: the same words, two dialects. Each statement is made once and kept."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite

from frontdesk.adapters.sql.direct import Connection

Row = dict[str, Any]


def _insert(dialect: str, table: Table) -> Any:
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


@cache
def _new(dialect: str, table: Table, columns: tuple[str, ...]) -> Any:
    """Which columns are given is part of a statement that is made once, though it does not name them."""
    return _insert(dialect, table).on_conflict_do_nothing()


@cache
def _put(dialect: str, table: Table, columns: tuple[str, ...]) -> Any:
    insert = _insert(dialect, table)
    keys = {column.name for column in table.primary_key}
    changes = {name: insert.excluded[name] for name in columns if name not in keys}
    return insert.on_conflict_do_update(index_elements=sorted(keys), set_=changes)


async def insert_new(connection: Connection, table: Table, row: Row) -> bool:
    """Insert, unless a row stands in the way by any unique constraint. Returns whether it was inserted."""
    statement = _new(connection.dialect.name, table, tuple(row))
    return bool((await connection.execute(statement, row)).rowcount == 1)


async def put(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Add or replace rows by primary key, all in one go."""
    if rows:
        statement = _put(connection.dialect.name, table, tuple(rows[0]))
        await connection.execute(statement, list(rows))
