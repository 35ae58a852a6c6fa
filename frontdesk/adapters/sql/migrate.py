"""Brings a database to the present tables by the migrations in `migrations/`. Many processes may call it at once."""

import asyncio
import re
from contextlib import suppress
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING

from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

import frontdesk
from frontdesk.adapters.sql.database import Database
from frontdesk.core.errors import FrontdeskError

if TYPE_CHECKING:
    from alembic.config import Config

_ADVISORY_KEY = 7_120_351  # any number, the same in every process
MIGRATE_WITHIN_S = 3600.0  # for one statement, and for waiting until another process has migrated
_one_at_a_time = Lock()  # Alembic keeps the present migration in module globals


def upgrade(url: str, revision: str = "head") -> None:
    """Bring the database at `url` up to `revision`; does nothing when it is there already.

    Works with and without a running event loop, which it holds up; from async code prefer `upgrade_async`.
    """
    failures: list[BaseException] = []

    def run() -> None:
        try:
            asyncio.run(_upgrade(url, revision))
        except BaseException as error:  # handed on to the caller's thread
            failures.append(error)

    with _one_at_a_time:
        thread = Thread(target=run, name="migrate")
        thread.start()
        thread.join()
    if failures:
        raise failures[0]


async def upgrade_async(url: str, revision: str = "head") -> None:
    """`upgrade` from async code; the event loop goes on meanwhile."""
    await asyncio.to_thread(upgrade, url, revision)


def script_folder() -> Path:
    """Where the migrations are: beside the package in a checkout, inside it when installed."""
    package = Path(frontdesk.__file__).parent
    for folder in (package.parent / "migrations", package / "migrations"):
        if (folder / "env.py").is_file():
            return folder
    raise FrontdeskError("The folder migrations/ is missing beside the frontdesk package; run from a whole checkout.")


def newest(folder: Path) -> str:
    """The revision no other one follows, read from the migrations as text: a start that has nothing to do needs no Alembic."""
    found = [path.read_text(encoding="utf-8") for path in (folder / "versions").glob("*.py")]
    made, followed = (
        {match[1] for text in found if (match := re.search(rf'^{name} = "([^"]+)"', text, re.MULTILINE))}
        for name in ("revision", "down_revision")
    )
    (last,) = made - followed
    return last


def config() -> "Config":
    """Alembic's settings, without an ini file."""
    from alembic.config import Config  # noqa: PLC0415 - only where there is something to migrate

    settings = Config()
    settings.set_main_option("script_location", str(script_folder()).replace("%", "%%"))
    settings.set_main_option("path_separator", "os")
    return settings


async def _upgrade(url: str, revision: str) -> None:
    database = Database(url, answer_within_s=MIGRATE_WITHIN_S)
    try:
        await database.reach()
        if revision == "head" and await _revision(database) == newest(script_folder()):
            return
        async with database.write() as connection:
            await _alone(connection, database)
            await connection.run_sync(_run, revision)
    finally:
        await database.close()


async def _revision(database: Database) -> str | None:
    """What the database says it is at; None where it says nothing."""
    with suppress(DBAPIError, FrontdeskError):
        async with database.read() as connection:
            return (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar()
    return None


async def _alone(connection: AsyncConnection, database: Database) -> None:
    if not database.sqlite:  # SQLite's write transaction is alone already
        await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_KEY})


def _run(connection: Connection, revision: str) -> None:
    from alembic import command  # noqa: PLC0415 - only where there is something to migrate

    settings = config()
    settings.attributes["connection"] = connection
    command.upgrade(settings, revision)
