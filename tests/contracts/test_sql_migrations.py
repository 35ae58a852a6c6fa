"""Migrations: they make the tables the code knows, from any start, by whoever comes first."""

import asyncio
import json
import threading
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.migrate import config, newest, script_folder, upgrade, upgrade_async
from frontdesk.adapters.stored import event_from
from frontdesk.core.staffing import AgentStatusChanged
from tests.contracts.conftest import SQL_BACKENDS, database_url
from tests.servers import PostgresServer

OWN = set(tables.metadata.tables)


@pytest.mark.parametrize("backend", SQL_BACKENDS)
async def test_the_migrations_make_the_tables_the_code_knows(backend: str, request: pytest.FixtureRequest) -> None:
    """A change of tables.py without a migration, or the other way round, is a difference."""
    assert await _ask(database_url(backend, request), _differences) == []


@pytest.mark.parametrize("backend", SQL_BACKENDS)
async def test_upgrading_twice_changes_nothing(backend: str, request: pytest.FixtureRequest) -> None:
    """Every start of the program may upgrade."""
    url = database_url(backend, request)
    await upgrade_async(url)
    upgrade(url)  # from within a running loop as well
    assert await _ask(url, _differences) == []


def test_the_newest_revision_is_known_without_alembic() -> None:
    """What is read from the files as text is what Alembic finds: else a start would migrate in vain, or not at all."""
    assert newest(script_folder()) == ScriptDirectory.from_config(config()).get_current_head()


def test_a_new_sqlite_file_is_made_with_its_folder(tmp_path: Any) -> None:
    """Nothing has to be prepared by hand."""
    upgrade(f"sqlite:///{tmp_path}/var/new/frontdesk.db")
    assert (tmp_path / "var/new/frontdesk.db").is_file()


def test_many_may_upgrade_a_new_sqlite_file_at_once(tmp_path: Any) -> None:
    """The first migrates, the others wait and find it done."""
    _at_once(f"sqlite:///{tmp_path}/frontdesk.db")


@pytest.mark.postgres
def test_many_may_upgrade_a_new_postgres_database_at_once(postgres_server: PostgresServer) -> None:
    """The first migrates, the others wait and find it done."""
    _at_once(postgres_server.create("unborn"))
    postgres_server.drop("unborn")


async def test_who_is_at_work_begins_the_staff_log_of_sqlite(tmp_path: Any) -> None:
    """A house that upgrades while people work counts them from the status they have, at the next positions of its log."""
    await _staff_log_begins(f"sqlite:///{tmp_path}/frontdesk.db")


@pytest.mark.postgres
async def test_who_is_at_work_begins_the_staff_log_of_postgres(postgres_server: PostgresServer) -> None:
    """A house that upgrades while people work counts them from the status they have, at the next positions of its log."""
    await _staff_log_begins(postgres_server.create("unstaffed"))
    postgres_server.drop("unstaffed")


async def _staff_log_begins(url: str) -> None:
    await upgrade_async(url, "0012")
    database = Database(url)
    async with database.write() as connection:
        await connection.exec_driver_sql("UPDATE log_head SET position = 40")
        for name, status, since in (("amy", "ready", 70.0), ("bob", "offline", 60.0), ("cy", "break", 50.0)):
            here = f"'{name}', 'Name', 'agent', '[]', '', '', 1, '{status}', {since}"
            await connection.exec_driver_sql(
                "INSERT INTO agents (id, name, role, langs, phone, password_hash, chats, status, status_since) "
                f"VALUES ({here})"
            )
    await upgrade_async(url)
    log = SqlLogReader(database)
    entries, head = [(e.position, e.at, e.event) for e in await log.after(0, 9)], await log.head()
    await database.close()
    assert head == 42
    assert entries == [
        (41, 70.0, AgentStatusChanged(agent="amy", status="ready")),
        (42, 50.0, AgentStatusChanged(agent="cy", status="break")),
    ]


async def test_the_log_moves_into_the_turns_of_sqlite(tmp_path: Any) -> None:
    """What stood in rows of its own is read as before, at the same positions, and the way back leaves what was there."""
    await _log_moves(f"sqlite:///{tmp_path}/frontdesk.db")


@pytest.mark.postgres
async def test_the_log_moves_into_the_turns_of_postgres(postgres_server: PostgresServer) -> None:
    """What stood in rows of its own is read as before, at the same positions, and the way back leaves what was there."""
    await _log_moves(postgres_server.create("moving"))
    postgres_server.drop("moving")


OLD_LOG = (  # position, session, seq, schema, event: two sessions at once; an event that was written again since
    (1, "S-1", 1, 1, {"kind": "session_opened", "channel": "chat", "lang": "en", "flow_version": "3f2a"}),
    (2, "S-1", 1, 2, {"kind": "customer_spoke", "text": "wo ist “10023”? \U0001f600", "via": "text"}),
    (3, "S-2", 1, 2, {"kind": "session_opened", "channel": "voice", "lang": "zh", "flow_version": "3f2a"}),
    (5, "S-1", 3, 2, {"kind": "customer_spoke", "text": "password is Hunter2!", "via": "text"}),
    (6, "S-1", 3, 2, {"kind": "session_ended", "reason": "idle"}),
)


async def _log_moves(url: str) -> None:
    await upgrade_async(url, "0017")
    database = Database(url)
    async with database.write() as connection:
        for session, turns in (("S-1", 3), ("S-2", 1)):
            row = {"id": session, "seq": turns, "channel": "chat", "at": 1.0}
            insert = "INSERT INTO sessions (id, seq, channel, started_at, over) VALUES (:id, :seq, :channel, :at, true)"
            await connection.execute(text(insert), row)
            insert = "INSERT INTO turns (session, seq, key, at, schema, state) VALUES (:id, :n, :key, :at, 2, :state)"
            for seq in range(1, turns + 1):
                row = {"id": session, "n": seq, "key": f"k{seq}", "at": 10.0 + seq, "state": '{"seq": 1}'}
                await connection.execute(text(insert), row)
        for position, session, seq, schema, event in OLD_LOG:
            row = {
                "id": session,
                "n": seq,
                "at": 10.0 + seq,
                "schema": schema,
                "position": position,
                "kind": event["kind"],
            }
            insert = (
                "INSERT INTO log (position, session, seq, at, kind, schema, event) "
                "VALUES (:position, :id, :n, :at, :kind, :schema, :event)"
            )
            await connection.execute(text(insert), row | {"event": json.dumps(event)})
        await connection.execute(text("UPDATE log_head SET position = 6"))
    before = await _ask(url, _report)
    await upgrade_async(url)
    log = SqlLogReader(database)
    entries = await log.after(0, 9)
    assert [(e.position, e.session, e.seq, e.at) for e in entries] == [
        (position, session, seq, 10.0 + seq) for position, session, seq, _, _ in OLD_LOG
    ]
    assert [e.event for e in entries] == [event_from(event, schema) for *_, schema, event in OLD_LOG]
    assert await log.after(1, 3) == entries[1:4]  # who had read half a turn goes on within it
    assert await log.of_session("S-1") == tuple(e for e in entries if e.session == "S-1")
    assert await _ask(url, _report) == before
    async with database.write() as connection:
        await connection.run_sync(_downgrade, "0017")
    await database.close()
    assert await _ask(url, _report) == before


def _downgrade(connection: Connection, revision: str) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.downgrade(settings, revision)


def _report(connection: Connection) -> list[Any]:
    return list(connection.execute(text("SELECT * FROM report_events ORDER BY position")))


def _at_once(url: str) -> None:
    failures: list[BaseException] = []

    def one() -> None:
        try:
            upgrade(url)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=one) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert set(asyncio.run(_ask(url, lambda c: inspect(c).get_table_names()))) >= OWN


def _differences(connection: Connection) -> list[Any]:
    def ours(thing: Any, name: str | None, kind: str, _reflected: bool, _other: Any) -> bool:
        return kind != "table" or name in OWN

    context = MigrationContext.configure(connection, opts={"include_object": ours})
    return list(compare_metadata(context, tables.metadata))


async def _ask(url: str, question: Any) -> Any:
    database = Database(url)
    async with database.read() as connection:
        answer = await connection.run_sync(question)
    await database.close()
    return answer
