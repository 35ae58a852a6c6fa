"""Real PostgreSQL and Redis servers for tests: brought up on free ports in temporary folders, taken down at the end."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_OWNER = "postgres"


class PartMissing(Exception):
    """A program the test needs is not on this machine; the message names it."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class PostgresServer:
    """One running server. Databases are copied from a template, which is quicker than making their tables again."""

    bin: Path
    port: int
    control: tuple[str, ...] = ()

    def url(self, database: str) -> str:
        return f"postgresql://{_OWNER}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str, template: str = "template0") -> str:
        self._client("createdb", "--template", template, database)
        return self.url(database)

    def restart(self) -> None:
        """Every connection is cut, and for a moment nobody answers. What was committed is kept, as a server with care would."""
        _run([*self.control, "--mode", "fast", "restart"])

    def drop(self, database: str) -> None:
        self._client("dropdb", "--force", "--if-exists", database)

    def _client(self, program: str, *arguments: str) -> None:
        where = ("--host", "127.0.0.1", "--port", str(self.port), "--username", _OWNER, "--no-password")
        _run([str(self.bin / program), *where, *arguments])


@contextmanager
def postgres() -> Iterator[PostgresServer]:
    """A server of its own, without care for power cuts, gone with all its data afterwards."""
    programs = _postgres_programs()
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-pg-"))
    data, port = folder / "data", free_port()
    settings = (
        f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} "
        "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=120"
    )
    as_owner = _as_owner(folder)
    try:
        login = ("--auth", "trust", "--username", _OWNER)
        _run([*as_owner, str(programs / "initdb"), "--pgdata", str(data), *login, "--encoding", "UTF8", "--no-sync"])
        control = [*as_owner, str(programs / "pg_ctl"), "--pgdata", str(data), "--log", str(folder / "log"), "-w"]
        _run([*control, "--options", settings, "start"])
        try:
            yield PostgresServer(programs, port, tuple(control))
        finally:
            _run([*control, "--mode", "immediate", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _postgres_programs() -> Path:
    """The folder with initdb, by Debian's places or the PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4].split(".")[0]))
    found = str(debian[-1]) if debian else shutil.which("initdb")
    if found is None:
        raise PartMissing("PostgreSQL (initdb was not found; on Debian install postgresql)")
    return Path(found).resolve().parent


def _as_owner(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: hand the folder to another user and run as that one."""
    if os.geteuid() != 0:
        return []
    if shutil.which("runuser") is None:
        raise PartMissing("PostgreSQL (it does not run as root, and runuser was not found)")
    try:
        shutil.chown(folder, _OWNER, _OWNER)
    except LookupError as error:
        raise PartMissing(f"PostgreSQL (it does not run as root, and there is no user {_OWNER})") from error
    return ["runuser", "-u", _OWNER, "--"]


@dataclass(slots=True)
class RedisServer:
    """One Redis server that tests may stop and start again on the same port."""

    port: int
    folder: Path
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        program = shutil.which("redis-server")
        if program is None:
            raise PartMissing("Redis (redis-server was not found)")
        options = ("--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", str(self.folder))
        self.process = subprocess.Popen(
            [program, "--port", str(self.port), *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
        _wait_for(self.port)

    def stop(self) -> None:
        if self.process is not None:
            self.process.kill()
            self.process.wait()
            self.process = None


@contextmanager
def redis() -> Iterator[RedisServer]:
    folder = Path(tempfile.mkdtemp(prefix="frontdesk-redis-"))
    server = RedisServer(free_port(), folder)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_for(port: int, patience_s: float = 10.0) -> None:
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError(f"Nothing answers on port {port} after {patience_s} s.")


def _run(command: Sequence[str]) -> None:
    """Run to the end; what it wrote is shown when it fails. Output goes to a file: a daemon may keep a pipe open."""
    with tempfile.TemporaryFile() as output:
        environment = os.environ | {"LC_ALL": "C.UTF-8"}
        done = subprocess.run(command, stdout=output, stderr=output, cwd="/", env=environment, check=False)
        if done.returncode != 0:
            output.seek(0)
            raise RuntimeError(f"{command[-1]} failed: {output.read().decode(errors='replace')[-2000:]}")
