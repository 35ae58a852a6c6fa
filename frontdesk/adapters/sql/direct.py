"""SQLite on the event loop's own thread, for transactions of a few tenths of a millisecond. Knows no table.

A thread, a task and a compiled statement per call cost ten times what SQLite itself takes. What would have to wait for
another writer is not done here: `Busy` says so, and the caller takes the patient way through SQLAlchemy.
"""

import sqlite3
from collections import namedtuple
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from functools import partial
from operator import itemgetter
from pathlib import Path
from typing import Any, NamedTuple, Protocol, TypeVar

from sqlalchemy import JSON, Float
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import IntegrityError

T = TypeVar("T")
Row = Mapping[str, Any]
Values = Row | list[Row]
Treat = Callable[[Any], Any]
CHECKPOINT_PAGES = 20_000  # the patient connections checkpoint long before; this is for when there are none


class NotAtOnce(Exception):
    """The file can't be used this way just now; try the patient way, which says what is wrong with it."""


class Busy(NotAtOnce):
    """Another connection is writing; again in a moment, or the patient way."""


def not_at_once(error: sqlite3.OperationalError) -> NotAtOnce:
    """What an error of SQLite's is to who asked."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR)  # none when the driver itself has refused something
    busy = code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
    return Busy() if busy else NotAtOnce()


class Found(Protocol):
    """What a statement gave, as far as the stores look: SQLAlchemy's results can do the same."""

    @property
    def rowcount(self) -> int: ...

    def first(self) -> Any: ...

    def scalar(self) -> Any: ...


class Connection(Protocol):
    """What a quick transaction needs of a connection, SQLAlchemy's or ours. Statements are made once and kept."""

    @property
    def dialect(self) -> Any: ...

    def execute(self, statement: Any, parameters: Any = None) -> Awaitable[Any]: ...


class _Statement:
    """A statement as SQL, with what must be done to values on the way in and out. `names`: the values it will be given."""

    def __init__(self, statement: Any, dialect: Any, names: Sequence[str]) -> None:
        compiled = statement.compile(dialect=dialect, column_keys=names)
        sql, marks = _marks(compiled)
        columns = compiled._result_columns
        self.kept = statement  # so that its id stays its own
        self.sql = sql
        self.outward = [column.type.dialect_impl(dialect).result_processor(dialect, None) for column in columns]
        self.finds = bool(columns)
        self._row = _row_class([column.keyname for column in columns])
        self.read: Treat = self._treated if any(self.outward) else self._row._make
        treats = [(at, treat) for at, mark in enumerate(marks) if (treat := _inward(mark.kind, dialect)) is not None]
        constants = {mark.name: mark.value for mark in marks if not mark.given}
        self.bound = _binding([mark.name for mark in marks], constants, treats)

    def _treated(self, row: Sequence[Any]) -> Any:
        return self._row._make(
            value if treat is None else treat(value) for value, treat in zip(row, self.outward, strict=True)
        )


class _Mark(NamedTuple):
    """A question mark of a statement: whose value stands there, of which type, and the value if it is always the same."""

    name: str
    kind: Any
    given: bool
    value: Any = None


def _marks(compiled: Any) -> tuple[str, list[_Mark]]:
    """The statement as SQL, and its marks in order: one for each value of an `IN` of values that are always the same."""
    sql, marks = str(compiled), list[_Mark]()
    for name in compiled.positiontup:
        bind = compiled.binds[name]
        if not bind.expanding:
            marks.append(_Mark(name, bind.type, bind.required, bind.value))
            continue
        assert not bind.required, f"How many values {name} has must be known when the statement is made."
        values = list(bind.value)
        sql = sql.replace(f"__[POSTCOMPILE_{name}]", ", ".join("?" * len(values)) or "NULL")
        marks += [_Mark(f"{name}_{at}", bind.type, given=False, value=value) for at, value in enumerate(values)]
    return sql, marks


def _row_class(names: list[str]) -> Any:
    """A row's fields are known when its statement is, not before."""
    return namedtuple("Row", names, rename=True)


def _binding(
    names: Sequence[str], constants: Row, treats: Sequence[tuple[int, Treat]]
) -> Callable[[Row], Sequence[Any]]:
    """How a statement's values are put in the order of its marks, as they go in."""
    in_order: Callable[[Row], Sequence[Any]] = itemgetter(*names) if len(names) > 1 else partial(_few, names)
    if constants:
        return lambda values: _treated(treats, in_order({**constants, **values}))
    if len(treats) == 1:  # as most that are written: their JSON
        return partial(_treated_at, in_order, *treats[0])
    return (lambda values: _treated(treats, in_order(values))) if treats else in_order


def _treated_at(in_order: Callable[[Row], Sequence[Any]], at: int, treat: Treat, values: Row) -> Sequence[Any]:
    given = [*in_order(values)]
    given[at] = treat(given[at])
    return given


def _treated(treats: Sequence[tuple[int, Treat]], values: Sequence[Any]) -> Sequence[Any]:
    given = list(values)
    for at, treat in treats:
        given[at] = treat(given[at])
    return given


def _few(names: Sequence[str], values: Row) -> Sequence[Any]:
    """Of one name `itemgetter` makes no tuple."""
    return [values[name] for name in names]


def _inward(kind: Any, dialect: Any) -> Treat | None:
    """What is done to values of this type on their way in. JSON is written as it is; SQL's own NULL in its place is not known.
    SQLite makes what goes into a column of such numbers one by itself."""
    if isinstance(kind, JSON):
        to_json: Treat = dialect._json_serializer
        return to_json
    if isinstance(kind, Float):
        return None
    treat: Treat | None = kind.dialect_impl(dialect).bind_processor(dialect)
    return treat


class _Result:
    """Rows as they came; what is asked for is read when it is asked for."""

    __slots__ = ("_rows", "_statement", "rowcount")

    def __init__(self, statement: _Statement, rows: list[Any], rowcount: int) -> None:
        self._statement, self._rows, self.rowcount = statement, rows, rowcount

    def first(self) -> Any:
        return self._statement.read(self._rows[0]) if self._rows else None

    def scalar(self) -> Any:
        if not self._rows:
            return None
        treat = self._statement.outward[0]
        return self._rows[0][0] if treat is None else treat(self._rows[0][0])

    def all(self) -> list[Any]:
        return [self._statement.read(row) for row in self._rows]


class Direct:
    """One connection to a SQLite file; opened at first use, on the thread of the loop."""

    def __init__(self, file: Path, to_json: Callable[[Any], str]) -> None:
        self.dialect: Any = sqlite.dialect(json_serializer=to_json, paramstyle="qmark")
        self._file = file
        self._open: sqlite3.Connection | None = None
        self._statements: dict[int, _Statement] = {}

    async def execute(self, statement: Any, parameters: Values | None = None) -> Any:
        """Never suspends: it is async so that the same code runs on SQLAlchemy's connections."""
        return self.run(statement, parameters or {})

    def run(self, statement: Any, parameters: Values) -> Any:
        """What one statement gives: rows, or how many it changed."""
        known = self._statements.get(id(statement)) or self._know(statement, parameters)
        connection = self._open or self._connection()
        if isinstance(parameters, list):
            return connection.executemany(known.sql, list(map(known.bound, parameters)))
        cursor = connection.execute(known.sql, known.bound(parameters))
        return _Result(known, cursor.fetchall(), cursor.rowcount) if known.finds else cursor

    def _know(self, statement: Any, parameters: Values) -> _Statement:
        names = list(parameters[0] if isinstance(parameters, list) else parameters)
        known = self._statements[id(statement)] = _Statement(statement, self.dialect, names)
        return known

    def ask(self, statement: Any, parameters: Row) -> list[Any]:
        """The rows one statement finds. Raises NotAtOnce."""
        known = self._statements.get(id(statement)) or self._know(statement, parameters)
        try:
            rows = (self._open or self._connection()).execute(known.sql, known.bound(parameters)).fetchall()
        except sqlite3.OperationalError as error:
            raise not_at_once(error) from error
        return [known.read(row) for row in rows]

    def look(self, work: Callable[[Connection], Coroutine[Any, Any, T]]) -> T:
        """Run `work`, which only reads. Raises NotAtOnce."""
        try:
            return at_once(work(self))
        except sqlite3.OperationalError as error:
            raise not_at_once(error) from error

    def change(self, work: Callable[[Connection], Coroutine[Any, Any, T]], *, alone: bool = False) -> T:
        """Run `work` in a transaction: kept whole, or nothing of it. Raises NotAtOnce when nothing was done.

        `alone`: it writes by one statement, which is a transaction of its own.
        """
        try:
            connection = self._connection()
            if not alone:
                connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise not_at_once(error) from error
        try:
            done = at_once(work(self))
            if not alone:
                connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.IntegrityError):
                raise IntegrityError("a row stands in the way", None, error) from error
            if isinstance(error, sqlite3.OperationalError):
                raise not_at_once(error) from error
            raise
        return done

    def close(self) -> None:
        if self._open is not None:
            self._open.close()
            self._open = None

    def _connection(self) -> sqlite3.Connection:
        if self._open is None:
            opened = sqlite3.connect(self._file, timeout=0, isolation_level=None, check_same_thread=False)
            for pragma in (
                "journal_mode=WAL",
                "synchronous=NORMAL",
                "foreign_keys=ON",
                f"wal_autocheckpoint={CHECKPOINT_PAGES}",
            ):
                opened.execute(f"PRAGMA {pragma}")
            self._open = opened
        return self._open


def at_once(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine that waits for nothing."""
    try:
        work.send(None)
    except StopIteration as done:
        result: T = done.value
        return result
    work.close()
    raise AssertionError("A quick transaction must not wait for anything but its own statements.")
