"""One database with its connections: short read and write transactions. Knows SQLite and PostgreSQL, no table."""

import asyncio
import math
import shutil
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial, wraps
from pathlib import Path
from typing import Any, Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import URL, event, text
from sqlalchemy import Connection as SyncConnection
from sqlalchemy.exc import DBAPIError, DisconnectionError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from frontdesk.adapters.as_json import text_of, value_of
from frontdesk.adapters.sql.direct import Busy, Connection, Direct, NotAtOnce
from frontdesk.adapters.sql.trouble import DISK_FULL, DatabaseDown, down, is_down, unfit
from frontdesk.adapters.sql.urls import async_url

BUSY_TIMEOUT_S = 10
CONNECT_WITHIN_S = 5.0
CONNECTIONS = 20  # to PostgreSQL, at most
WRITERS = (
    8  # of them, at most: commits wait for each other at the log's head, and whoever reads must not wait behind them
)
MOMENTS_S = (0.0, 0.001, 0.001, 0.002, 0.004, 0.008)  # between looks at whether SQLite is free to be written
LEAST_FREE_BYTES = 1_000_000  # with less on its disk SQLite can't be trusted to keep the next turn
TRUSTED_S = 5.0  # a connection used so lately is taken for alive, unless the driver knows that it was cut
_WRITES = "frontdesk_writes"
P = ParamSpec("P")
T = TypeVar("T")
QuickWork = Callable[[Connection], Coroutine[Any, Any, T]]


def _nothing(_: Any) -> None:
    return None


class Database:
    """Connections to one database. Every store of a process shares one; `close` it at the end.

    `answer_within_s`: how long PostgreSQL may take over one statement, waiting for others included.
    """

    def __init__(self, url: str, *, answer_within_s: float = 15.0) -> None:
        address = self._address = async_url(url)
        self.sqlite = address.get_backend_name() == "sqlite"
        self._file = Path(address.database) if self.sqlite and address.database not in (None, "", ":memory:") else None
        self._engine = _sqlite_engine(address) if self.sqlite else _postgres_engine(address, answer_within_s)
        self._writing = self._engine.execution_options(**{_WRITES: True})
        # For single statements, which need no transaction around them: one trip to PostgreSQL instead of three.
        self._single = self._engine if self.sqlite else self._engine.execution_options(isolation_level="AUTOCOMMIT")
        # SQLite has one writer: within the process they queue up in order here instead of polling for the file.
        self._turnstile = asyncio.Lock() if self.sqlite else asyncio.Semaphore(WRITERS)
        self._running: set[asyncio.Future[Any]] = set()
        self._direct = Direct(self._file, text_of) if self._file is not None else None

    async def ask(self, statement: Any, **values: Any) -> Sequence[Any]:
        """The rows that one reading statement, made once, finds. On SQLite it is asked at once."""
        if self._direct is not None:
            try:
                return self._direct.ask(statement, values)
            except NotAtOnce:
                pass
        return await self.finish(self._ask(statement, values))

    async def _ask(self, statement: Any, values: Mapping[str, Any]) -> Sequence[Any]:
        async with self._glance() as connection:
            return (await connection.execute(statement, values)).all()

    async def look(self, work: QuickWork[T]) -> T:
        """Run `work`, which reads a few rows by statements made once, each at its own moment. On SQLite it is done at once."""
        if self._direct is not None:
            try:
                return self._direct.look(work)
            except NotAtOnce:
                pass
        return await self.finish(self._patiently(work, self._glance))

    async def change(self, work: QuickWork[T], then: Callable[[T], None] = _nothing, *, alone: bool = False) -> T:
        """Run `work` as one transaction, by statements made once. On SQLite that is done at once, unless others write.

        `then` is called with its result once that is kept, even when nobody waits for it any more. `alone`: if run at once, it
        writes by one statement and needs nothing around that.
        """
        if self._direct is not None:
            try:
                done = self._direct.change(work, alone=alone)
            except NotAtOnce:
                pass
            else:
                then(done)
                return done
        return await self.finish(self._change(work, then))

    async def _change(self, work: QuickWork[T], then: Callable[[T], None]) -> T:
        done = await self._in_a_moment(work) if self._direct is not None else await self._patiently(work, self.write)
        then(done)
        return done

    async def _in_a_moment(self, work: QuickWork[T]) -> T:
        """As soon as who writes just now is done: others of this process leave by the turnstile, another process (the
        bot's worker keeps its conversations in the same file) within a millisecond or so."""
        assert self._direct is not None
        async with self._turnstile:
            for pause_s in MOMENTS_S:
                try:
                    return self._direct.change(work)
                except Busy:
                    await asyncio.sleep(pause_s)
                except NotAtOnce:
                    break
        return await self._patiently(work, self.write)

    async def _patiently(
        self, work: QuickWork[T], way: Callable[[], AbstractAsyncContextManager[AsyncConnection]]
    ) -> T:
        async with way() as connection:
            return await work(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that only reads. Open it within `finish` (`@whole`), as `write`."""
        with _down_when_unreachable():
            async with self._engine.begin() as connection:
                yield connection

    @asynccontextmanager
    async def _glance(self) -> AsyncIterator[AsyncConnection]:
        """For reading statements, each at its own moment."""
        with _down_when_unreachable():
            async with self._single.connect() as connection:
                yield connection

    @asynccontextmanager
    async def write(self) -> AsyncIterator[AsyncConnection]:
        """A transaction that writes: kept whole when the block ends well, else nothing of it. Keep it short."""
        with _down_when_unreachable():
            async with self._turnstile, self._writing.begin() as connection:
                yield connection

    async def vacuum(self) -> bool:
        """Write over what was freed. False when others are too busy with the database just now."""
        try:
            if self._file is not None:
                await asyncio.to_thread(_vacuum_file, self._file)
            else:
                alone = self._engine.execution_options(isolation_level="AUTOCOMMIT")
                async with alone.connect() as connection:
                    await connection.exec_driver_sql("VACUUM")
        except (DBAPIError, sqlite3.OperationalError):
            return False
        return True

    async def ping(self) -> None:
        """Return when the database answers; raises DatabaseDown when it does not."""
        await self.finish(self._ping())

    async def _ping(self) -> None:
        async with self.read() as connection:
            await connection.execute(text("SELECT 1"))
        if self._file is not None and not await asyncio.to_thread(self._file.exists):
            raise DatabaseDown("The database's file is gone; what is written now is lost when we stop. Restore it.")
        if self._file is not None and (await asyncio.to_thread(shutil.disk_usage, self._file)).free < LEAST_FREE_BYTES:
            raise DatabaseDown(DISK_FULL)

    async def reach(self) -> None:
        """Return when the database lets us in; raises DatabaseUnfit with where it is and what to change when it does not."""
        try:
            async with self._engine.connect() as connection:
                await connection.execute(text("SELECT count(*) FROM sqlite_master" if self.sqlite else "SELECT 1"))
        except (DBAPIError, OSError) as error:
            raise unfit(self._address, error) from error

    async def close(self) -> None:
        """Wait for what is running, then let go of all connections."""
        if self._running:
            await asyncio.wait(self._running)
        if self._direct is not None:
            self._direct.close()
        await self._engine.dispose()

    async def finish(self, work: Coroutine[Any, Any, T]) -> T:
        """Run `work` to its end, whether or not the caller goes on waiting for it.

        A transaction broken off by a cancelled caller can leave a connection behind that holds SQLite's only write
        lock for good. A deadline may end the waiting; the transaction ends by itself, kept whole or undone.
        """
        task = asyncio.ensure_future(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return await asyncio.shield(task)

    def _ended(self, task: asyncio.Future[Any]) -> None:
        self._running.discard(task)
        if not task.cancelled():
            task.exception()  # seen by the caller, if there still is one


def _vacuum_file(file: Path) -> None:
    connection = sqlite3.connect(file, timeout=BUSY_TIMEOUT_S, isolation_level=None)
    try:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        connection.close()


class HasDatabase(Protocol):
    """A store on a database."""

    @property
    def _database(self) -> Database: ...


S = TypeVar("S", bound=HasDatabase)


def whole(
    method: Callable[Concatenate[S, P], Coroutine[Any, Any, T]],
) -> Callable[Concatenate[S, P], Coroutine[Any, Any, T]]:
    """For each method of a store that opens a transaction: it runs to its end by `Database.finish`."""

    @wraps(method)
    async def run(store: S, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await store._database.finish(method(store, *args, **kwargs))

    return run


class _down_when_unreachable:  # noqa: N801  # reads as a statement
    """Turns the driver's errors of reaching the database into DatabaseDown; errors in data pass."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: object) -> None:
        if error is not None and is_down(error):
            raise down(error) from error


def _postgres_engine(address: URL, answer_within_s: float) -> AsyncEngine:
    engine = create_async_engine(
        address,
        connect_args={"timeout": CONNECT_WITHIN_S, "command_timeout": answer_within_s},
        json_serializer=text_of,
        json_deserializer=value_of,
        hide_parameters=True,  # they hold what customers said, and errors are logged
        pool_size=CONNECTIONS // 2,
        max_overflow=CONNECTIONS // 2,
        pool_timeout=BUSY_TIMEOUT_S,
    )
    event.listen(engine.sync_engine, "checkin", _used)
    event.listen(engine.sync_engine, "checkout", partial(_alive, engine.dialect))
    return engine


def _used(_: object, record: Any) -> None:
    record.info["used"] = time.monotonic()


def _alive(dialect: Any, connection: Any, record: Any, _: object) -> None:
    """A connection that was cut is replaced unseen. Asking PostgreSQL each time would cost more than what is asked then."""
    if connection.driver_connection.is_closed():
        raise DisconnectionError
    if time.monotonic() - record.info.get("used", math.inf) > TRUSTED_S:
        try:
            dialect.do_ping(connection)
        except Exception as error:
            raise DisconnectionError from error


def _sqlite_engine(address: URL) -> AsyncEngine:
    assert address.database is not None
    Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_async_engine(
        address,
        json_serializer=text_of,
        json_deserializer=value_of,
        hide_parameters=True,
        pool_timeout=BUSY_TIMEOUT_S,
    )
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # the driver must not open transactions by itself; _begin_sqlite does
    # synchronous=NORMAL: a killed process loses nothing; a power cut may lose the last moments, never consistency.
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout={BUSY_TIMEOUT_S * 1000}",
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_sqlite(connection: SyncConnection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
