"""What the SQL stores rest on: addresses, transactions, and the order of the log under real concurrency."""

import asyncio
import multiprocessing
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import event, insert, select, text
from sqlalchemy.exc import IntegrityError

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.adapters.sql.sessions import SqlSessionStore, _keep_turn
from frontdesk.adapters.sql.tickets import SqlTicketQueue
from frontdesk.adapters.sql.trouble import DatabaseDown, DatabaseUnfit
from frontdesk.adapters.sql.urls import WrongDatabaseUrl, async_url
from frontdesk.core.codec import NotDecodable
from frontdesk.core.errors import StaleSession
from tests.contracts import made
from tests.contracts.test_projection_store import EventCount
from tests.servers import free_port

Another = Callable[[], Database]


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("sqlite:///var/frontdesk.db", "sqlite+aiosqlite:///var/frontdesk.db"),
        ("sqlite:////srv/frontdesk.db", "sqlite+aiosqlite:////srv/frontdesk.db"),
        ("sqlite+aiosqlite:///f.db", "sqlite+aiosqlite:///f.db"),
        (" postgresql://u:p%40ss@h:5433/d\n", "postgresql+asyncpg://u:p%40ss@h:5433/d"),
        ("postgres://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql+asyncpg://u@h/d", "postgresql+asyncpg://u@h/d"),
        ("postgresql://u@h/d?sslmode=require", "postgresql+asyncpg://u@h/d?ssl=require"),
    ],
)
def test_addresses_are_taken_as_people_write_them(given: str, taken: str) -> None:
    """The usual forms work as they are; the driver is our business."""
    assert async_url(given).render_as_string(hide_password=False) == taken


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("", "not a database address"),
        ("frontdesk.db", "not a database address"),
        ("mysql://u@h/d", "'mysql', which Frontdesk cannot use"),
        ("sqlite://var/frontdesk.db", "three slashes"),
        ("sqlite://", "must name a file"),
        ("sqlite:///:memory:", "must name a file"),
        ("postgresql://u:secret@h/d?sslmod=require", "option 'sslmod'"),
        ("postgresql://u:secret@h", "no database"),
        ("postgresql://u:secret@h:port/d", "not a database address"),
    ],
)
def test_other_addresses_are_refused_with_what_is_right(given: str, said: str) -> None:
    """The message names the setting and never shows the password."""
    with pytest.raises(WrongDatabaseUrl, match=said) as refused:
        async_url(given)
    assert "DATABASE_URL" in str(refused.value)
    assert "secret" not in str(refused.value)


async def test_sqlite_is_set_up_for_many_readers_and_one_writer(sqlite_url: str) -> None:
    """WAL, a busy timeout, foreign keys on, on each connection."""
    database = Database(sqlite_url)
    async with database.read() as connection:
        asked = ("journal_mode", "busy_timeout", "foreign_keys")
        assert [await connection.scalar(text(f"PRAGMA {p}")) for p in asked] == ["wal", 10_000, 1]
    await database.close()


async def test_sqlite_writers_take_the_lock_first(sqlite_url: str) -> None:
    """A write transaction begins immediate, so that it never fails in its middle; a read takes no lock."""
    one, other = Database(sqlite_url), Database(sqlite_url)
    began: list[str] = []
    event.listen(one._engine.sync_engine, "before_cursor_execute", lambda *seen: began.append(seen[2]))
    async with one.write(), other.read() as reader:
        assert await reader.scalar(select(tables.log_head.c.position)) == 0
    assert began == ["BEGIN IMMEDIATE"]
    await one.close()
    await other.close()


async def test_a_write_that_breaks_leaves_nothing(databases: Another) -> None:
    """All of a write transaction or nothing of it."""
    database = databases()

    async def half_done() -> None:
        async with database.write() as connection:
            await connection.execute(insert(tables.projection_positions).values(name="x", position=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await half_done()
    async with database.read() as connection:
        assert (await connection.execute(select(tables.projection_positions))).all() == []


async def test_a_database_that_is_away_is_told_as_such() -> None:
    """One kind of error, whatever the driver raised; its sentence shows no address."""
    database = Database(f"postgresql://u:secret@127.0.0.1:{free_port()}/d")
    with pytest.raises(DatabaseDown) as down:
        await database.ping()
    assert "secret" not in str(down.value)
    await database.close()


@pytest.mark.postgres
async def test_a_database_that_does_not_answer_in_time_is_told_as_down(postgres_url: str) -> None:
    """A statement that hangs ends by its limit; the connection is not used again, and the next transaction works."""
    database = Database(postgres_url, answer_within_s=0.2)

    async def hang() -> None:
        async with database.write() as connection:
            await connection.execute(text("SELECT pg_sleep(20)"))

    with pytest.raises(DatabaseDown):
        await database.finish(hang())
    await database.ping()
    await database.close()


async def test_processes_racing_for_a_session_are_refused_all_but_one(databases: Another) -> None:
    """The version check holds between processes, not only within one."""
    stores = [SqlSessionStore(databases()) for _ in range(4)]
    await stores[0].commit(made.turn(seq=1))

    async def won(n: int) -> bool:
        try:
            await stores[n % 4].commit(made.turn(seq=2, key=f"try-{n}"))
        except StaleSession:
            return False
        return True

    assert sum(await asyncio.gather(*(won(n) for n in range(20)))) == 1


async def test_workers_of_several_processes_do_not_double(databases: Another) -> None:
    """The position row is locked while a worker folds."""
    sessions = SqlSessionStore(databases())
    for seq in range(1, 21):
        await sessions.commit(made.turn(seq=seq))
    workers = [SqlProjectionStore(databases()) for _ in range(4)]
    advances = [workers[n % 4].advance(EventCount(), limit=7) for n in range(12)]
    assert sum(await asyncio.gather(*advances)) == 40
    assert await workers[0].row("count", "all") == {"n": 40, "last": 40}


@pytest.mark.postgres
async def test_a_slow_commit_cannot_slip_in_behind_a_reader(postgres_url: str) -> None:
    """Two transactions interleaved: the second must not become visible at a later position before the first.

    With positions from a sequence, the second would commit at once, a reader would go past the first's position, and
    the first's events would never be read.
    """
    database = Database(postgres_url)
    log = SqlLogReader(database)
    async with asyncio.TaskGroup() as group:
        async with database.write() as slow:
            await SqlSessionStore(database)._keep_session(slow, made.turn("S-slow"))
            await _keep_turn(slow, made.turn("S-slow"))
            quick = group.create_task(SqlSessionStore(database).commit(made.turn("S-quick")))
            await asyncio.sleep(0.3)
            assert not quick.done()
            assert await log.after(0, 100) == ()
        await quick
    assert [(e.position, e.session) for e in await log.after(0, 100)] == [
        (1, "S-slow"),
        (2, "S-slow"),
        (3, "S-quick"),
        (4, "S-quick"),
    ]
    await database.close()


async def test_a_reader_that_follows_commits_misses_nothing(databases: Another) -> None:
    """A reader polling beside sixty racing commits sees each position once, in order."""
    stores = [SqlSessionStore(databases()) for _ in range(3)]
    seen: list[int] = []

    async def follow() -> None:
        log = SqlLogReader(databases())
        while len(seen) < 120:
            seen.extend(entry.position for entry in await log.after(seen[-1] if seen else 0, 50))

    async with asyncio.timeout(30), asyncio.TaskGroup() as group:
        group.create_task(follow())
        for n in range(60):
            group.create_task(stores[n % 3].commit(made.turn(f"S-{n}")))
    assert seen == list(range(1, 121))


def _commit_in_a_process(url: str, who: int, turns: int) -> None:
    async def run() -> None:
        database = Database(url)
        store = SqlSessionStore(database)
        for seq in range(1, turns + 1):
            await store.commit(made.turn(f"S-{who}", seq))
        await database.close()

    asyncio.run(run())


async def test_real_processes_share_one_sqlite_file(sqlite_url: str) -> None:
    """Three processes write at once: nobody is refused, the log has no gap."""
    spawn = multiprocessing.get_context("spawn")
    processes = [spawn.Process(target=_commit_in_a_process, args=(sqlite_url, who, 10)) for who in range(3)]
    for process in processes:
        process.start()
    for process in processes:
        await asyncio.to_thread(process.join)
    assert [process.exitcode for process in processes] == [0, 0, 0]
    database = Database(sqlite_url)
    assert [e.position for e in await SqlLogReader(database).after(0, 100)] == list(range(1, 61))
    await database.close()


async def test_who_finds_sqlite_busy_takes_the_first_free_moment(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another process writes for some milliseconds, as the bot's worker does at each turn: who waits for it goes on the quick
    way, in the order they came."""
    monkeypatch.setattr(Database, "_patiently", None)
    database = Database(sqlite_url)
    store = SqlSessionStore(database)
    await store.commit(made.turn("S-0"))
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(0.003, other.execute, "COMMIT")
    await asyncio.gather(*(store.commit(made.turn(f"S-{n}")) for n in range(1, 5)))
    assert [e.session for e in await SqlLogReader(database).after(2, 100)] == [
        f"S-{n}" for n in (1, 1, 2, 2, 3, 3, 4, 4)
    ]
    other.close()
    await database.close()


async def test_reading_many_turns_or_tickets_takes_few_statements(databases: Another) -> None:
    """The number of statements does not grow with the number of rows."""
    database = databases()
    sessions = SqlSessionStore(database)
    for n in range(10):
        await sessions.commit(made.ticket_turn(f"S-{n}", made.ticket(f"T-{n}")))
        await sessions.commit(made.turn("S-many", n + 1))
    ran: list[str] = []
    event.listen(database._engine.sync_engine, "before_cursor_execute", lambda *seen: ran.append(seen[2]))
    assert len(await sessions.turns_after("S-many", 0)) == 10
    assert len(await SqlTicketQueue(database).open_tickets()) == 10
    assert await SqlProjectionStore(database).advance(EventCount()) == 40
    assert len([statement for statement in ran if not statement.startswith("BEGIN")]) <= 12


async def test_data_of_another_schema_is_not_guessed_at(databases: Another) -> None:
    """A state written by a newer version is an error that says what to do."""
    database = databases()
    store = SqlSessionStore(database)
    await store.commit(made.turn())
    async with database.write() as connection:
        await connection.execute(tables.turns.update().values(schema=99))
    store = SqlSessionStore(database)  # a process that did not write it
    with pytest.raises(NotDecodable, match="schema 99"):
        await store.load("S-1")


async def test_an_error_of_the_database_shows_no_data(databases: Another) -> None:
    """Errors are logged; what customers said must not come along. PostgreSQL itself names a key that is there twice."""
    database = databases()
    row = {"address": "chat:canary-4929", "session": "S-canary"}
    with pytest.raises(IntegrityError) as caught:
        async with database.write() as connection:
            await connection.execute(insert(tables.addresses), [row, row])
    assert "canary" not in str(caught.value).split("DETAIL")[0]


async def test_a_deleted_file_is_found_out(tmp_path: Path) -> None:
    """SQLite goes on writing into a file that was deleted under it; who asks whether the database is there is told."""
    database = Database(f"sqlite:///{tmp_path / 'frontdesk.db'}")
    await database.ping()
    (tmp_path / "frontdesk.db").unlink()
    with pytest.raises(DatabaseDown, match="file is gone"):
        await database.ping()
    await database.close()


async def test_a_file_that_is_no_database_is_named_before_it_is_touched(tmp_path: Path) -> None:
    """DATABASE_URL names somebody's text: it stays as it was, and who wrote the setting reads which file is meant."""
    (file := tmp_path / "notes.txt").write_text("shopping list" * 100)
    database = Database(f"sqlite:///{file}")
    with pytest.raises(DatabaseUnfit, match=r"notes\.txt is damaged, or no SQLite database.*DATABASE_URL"):
        await database.reach()
    await database.close()
    assert file.read_text() == "shopping list" * 100


async def test_a_server_that_is_not_there_is_named_without_the_password() -> None:
    """Host, port and database are what was mistyped, most likely."""
    database = Database(f"postgresql://u:secret@127.0.0.1:{(port := free_port())}/d")
    with pytest.raises(DatabaseUnfit, match=f"127.0.0.1, port {port}, database d.*does not answer") as unfit:
        await database.reach()
    await database.close()
    assert "secret" not in str(unfit.value)


@pytest.mark.postgres
async def test_what_the_server_refuses_is_told_in_its_words(postgres_url: str) -> None:
    """No such database, no such role: PostgreSQL says it better than we could."""
    database = Database(postgres_url.rsplit("/", 1)[0] + "/nowhere")
    with pytest.raises(DatabaseUnfit, match='database "nowhere" does not exist'):
        await database.reach()
    await database.close()


async def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    """Not as a database that does not run: nobody would look at the disk."""
    database = Database(f"sqlite:///{tmp_path / 'frontdesk.db'}")

    async def fill() -> None:
        async with database.write() as connection:
            await connection.execute(text("PRAGMA max_page_count = 3"))
            await connection.execute(text("CREATE TABLE t (x TEXT)"))
            await connection.execute(text("INSERT INTO t VALUES (hex(zeroblob(100000)))"))

    with pytest.raises(DatabaseDown, match="disk of the database is full; free some room"):
        await database.finish(fill())
    await database.close()


async def test_who_asks_is_told_that_the_disk_is_nearly_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The load balancer sends nobody to a house that can keep nothing."""
    database = Database(f"sqlite:///{tmp_path / 'frontdesk.db'}")
    await database.ping()
    monkeypatch.setattr("frontdesk.adapters.sql.database.LEAST_FREE_BYTES", 1 << 62)
    with pytest.raises(DatabaseDown, match="disk of the database is full"):
        await database.ping()
    await database.close()
