"""Starts the servers to compare, each with the database and action server it needs, and reads their CPU time and memory."""

import asyncio
import datetime
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import create_and_fill

ROOT = Path(__file__).resolve().parents[1]
START_S = 300.0
QUIET = {"RASA_TELEMETRY_ENABLED": "false", "TF_CPP_MIN_LOG_LEVEL": "3", "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True, slots=True)
class Server:
    """A running server with everything it needs."""

    name: str
    url: str
    processes: Sequence[psutil.Process]

    def cpu_s(self) -> float:
        """CPU seconds taken so far, children included, to the clock tick."""
        return sum(_cpu(process) for process in self._all())

    def rss_mb(self) -> float:
        return sum(process.memory_info().rss for process in self._all()) / 1e6

    def _all(self) -> Iterator[psutil.Process]:
        for process in self.processes:
            yield process
            yield from process.children(recursive=True)


def _cpu(process: psutil.Process) -> float:
    """To the nanosecond where the system tells it (Linux), else by ticks."""
    with suppress(OSError, ValueError):
        tasks = Path(f"/proc/{process.pid}/task")
        return sum(int((task / "schedstat").read_text().split()[0]) for task in tasks.iterdir()) / 1e9
    times = process.cpu_times()
    return float(times.user + times.system)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def started(command: Sequence[str], folder: Path, more: Mapping[str, str], ready: str) -> Iterator[psutil.Process]:
    """The process, once `ready` answers with status 200; ended afterwards."""
    with (folder / "log").open("ab") as log:
        process = subprocess.Popen(
            [sys.executable, *command], cwd=folder, env={**os.environ, **QUIET, **more}, stdout=log, stderr=log
        )
    try:
        _wait(process, ready, folder)
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(10)
        process.kill()


def _wait(process: "subprocess.Popen[bytes]", ready: str, folder: Path) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and process.poll() is None:
        with suppress(urllib.error.URLError, OSError):
            if urllib.request.urlopen(ready, timeout=2).status == 200:
                return
        time.sleep(0.2)
    words = (folder / "log").read_text(encoding="utf-8", errors="replace")[-2000:]
    raise SystemExit(f"A server did not start; its last words:\n{words}")


@contextmanager
def demo_shop() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder with a database of the demo shop, and what servers must know of it."""
    with tempfile.TemporaryDirectory(prefix="turns-") as name:
        url = f"sqlite:///{name}/shop.db"

        async def fill() -> None:
            database = Database(url)
            await create_and_fill(database, datetime.datetime.now(datetime.UTC).date())  # a benchmark's own clock
            await database.close()

        asyncio.run(fill())
        yield Path(name), {"DATABASE_URL": url}


@contextmanager
def our_worker(model: Path) -> Iterator[Server]:
    """Frontdesk's worker, conversations kept in SQLite."""
    with ExitStack() as stack:
        folder, more = stack.enter_context(demo_shop())
        port = free_port()
        command = ["-m", "frontdesk.rasa_worker", "--model", str(model), "--port", str(port)]
        url = f"http://127.0.0.1:{port}"
        process = stack.enter_context(started(command, folder, more, f"{url}/status"))
        yield Server("our worker", url, [process])


@contextmanager
def stock_rasa(model: Path) -> Iterator[Server]:
    """`rasa run` as it comes (conversations in memory), and the action server it asks."""
    with ExitStack() as stack:
        folder, more = stack.enter_context(demo_shop())
        actions, port = free_port(), free_port()
        (folder / "endpoints.yml").write_text(f"action_endpoint:\n  url: http://127.0.0.1:{actions}/webhook\n")
        (folder / "credentials.yml").write_text("rest:\n")
        asked = ["-m", "rasa_sdk", "--actions", "actions", "--port", str(actions)]
        helper = stack.enter_context(started(asked, folder, more, f"http://127.0.0.1:{actions}/health"))
        run = ["-m", "rasa", "run", "--model", str(model), "--port", str(port), "--log-file", str(folder / "rasa.log")]
        files = ["--endpoints", "endpoints.yml", "--credentials", "credentials.yml"]
        url = f"http://127.0.0.1:{port}"
        process = stack.enter_context(started([*run, *files], folder, more, f"{url}/webhooks/rest/"))
        yield Server("stock rasa run", url, [process, helper])
