"""Fixtures every test may use: addresses of fresh SQLite and PostgreSQL databases, a Redis server, and honest skips."""

import itertools
import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from frontdesk.adapters.sql import direct
from frontdesk.adapters.sql.migrate import upgrade
from frontdesk.channels.voice import app as voice
from frontdesk.channels.voice.signature import guard
from tests import documents, servers

_numbers = itertools.count(1)


def missing(part: servers.PartMissing | str) -> None:
    """Skip by the name of what is missing; where CI=true nothing may be missing, so fail."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"missing on this machine: {part}")
    pytest.skip(f"missing on this machine: {part}")


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite file to copy."""
    file = tmp_path_factory.mktemp("sqlite") / "template.db"
    upgrade(f"sqlite:///{file}")
    return file


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """DATABASE_URL of a fresh migrated SQLite database."""
    file = tmp_path / f"frontdesk{next(_numbers)}.db"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[servers.PostgresServer]:
    """A real PostgreSQL server with a migrated database named `template_frontdesk`."""
    try:
        with servers.postgres() as server:
            upgrade(server.create("template_frontdesk"))
            yield server
    except servers.PartMissing as part:
        missing(part)


@pytest.fixture
def postgres_url(postgres_server: servers.PostgresServer) -> Iterator[str]:
    """DATABASE_URL of a fresh migrated PostgreSQL database."""
    name = f"frontdesk{next(_numbers)}"
    yield postgres_server.create(name, template="template_frontdesk")
    postgres_server.drop(name)


@pytest.fixture(scope="session")
def redis_server() -> Iterator[servers.RedisServer]:
    """A real Redis server. Tests that stop it start it again."""
    try:
        with servers.redis() as server:
            yield server
    except servers.PartMissing as part:
        missing(part)


@pytest.fixture
def redis_url(redis_server: servers.RedisServer) -> str:
    """BUS_URL of a running Redis server."""
    return redis_server.url


@pytest.fixture(autouse=True)
def only_right_statements(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A statement that SQLite does not understand on the quick way would go the patient way each time, unseen and many
    times as dear: in any test it is a failure."""
    wrong: list[str] = []
    told = direct.not_at_once

    def listening(error: sqlite3.OperationalError) -> direct.NotAtOnce:
        if getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) == sqlite3.SQLITE_ERROR:
            wrong.append(str(error))
        return told(error)

    monkeypatch.setattr(direct, "not_at_once", listening)
    yield
    assert not wrong


@pytest.fixture(autouse=True)
def only_legal_documents(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every document a voice door of ours answers with, in any test, is checked; an illegal one fails the test."""
    illegal: list[str] = []
    monkeypatch.setattr(voice, "guard", lambda signatures: documents.checking(guard(signatures), illegal))
    yield
    assert not illegal, "Illegal documents were answered:\n" + "\n".join(illegal)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was not tested, so that a green run does not claim more than it saw."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    terminalreporter.section("not tested here")
    for report in sorted(skipped, key=lambda r: str(r.nodeid)):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
        terminalreporter.write_line(f"{report.nodeid}: {reason.removeprefix('Skipped: ')}")
