"""Migrations: they make the tables the code knows, from any start, by whoever comes first."""

import asyncio
import threading
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.migrate import config, newest, script_folder, upgrade, upgrade_async
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
