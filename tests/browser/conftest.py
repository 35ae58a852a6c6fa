"""`frontdesk up` as its own process with the real dialogue worker, and a real Chromium to look at it with."""

import asyncio
import os
import shutil
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, async_playwright

from frontdesk.app import pages_build
from tests.conftest import missing
from tests.servers import free_port

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "screenshots"
CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
    "--disable-component-update",
]


@dataclass(frozen=True, slots=True)
class Running:
    """A running `frontdesk up`."""

    base: str
    process: "subprocess.Popen[bytes]"

    def worker_pid(self) -> int:
        """The process id of its dialogue worker."""
        found = subprocess.run(
            ["pgrep", "-P", str(self.process.pid), "-f", "frontdesk.rasa_worker "],
            capture_output=True,
            text=True,
            check=False,
        )
        return int(found.stdout.split()[0])

    def ready(self) -> str:
        """What /readyz says of the dialogue; empty while the server is not there."""
        try:
            with urllib.request.urlopen(self.base + "/readyz", timeout=2) as answer:
                body = answer.read().decode()
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            return ""
        return "ready" if '"dialogue": "ready"' in body else "serving"

    async def until(self, state: str, patience: float) -> None:
        """Wait for `serving` or `ready`."""
        try:
            async with asyncio.timeout(patience):
                while self.ready() not in (state, "ready"):  # noqa: ASYNC110 - asks from outside, as an operator does
                    await asyncio.sleep(0.2)
        except TimeoutError as error:
            raise AssertionError(f"`frontdesk up` was not {state} after {patience} s.") from error


def build_pages() -> None:
    """The pages as they are in the checkout; without Node there is nothing to try."""
    try:
        pages_build.build(lambda _: None)
    except pages_build.PagesNotBuilt as error:
        missing(f"Node, to build the pages ({error})")


@pytest.fixture(scope="session")
def up(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """A server with a fresh database; the trained model is shared with the checkout, so that it is trained once."""
    build_pages()
    data = tmp_path_factory.mktemp("up")
    models = ROOT / "var" / "models"
    models.mkdir(parents=True, exist_ok=True)
    (data / "models").symlink_to(models)
    port = free_port()
    env = {**os.environ, "DATA_DIR": str(data), "HOST": "127.0.0.1", "PORT": str(port)}
    with (data / "up.log").open("wb") as log:
        command = [sys.executable, "-m", "frontdesk.app", "up", "--no-build"]
        process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
    yield Running(f"http://127.0.0.1:{port}", process)
    process.terminate()
    process.wait(30)


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Chromium, headless."""
    path = next((found for name in CHROMIUM if (found := shutil.which(name))), None)
    if path is None:
        missing("Chromium")
    async with async_playwright() as playwright:
        opened = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield opened
        await opened.close()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A Chromium of one test."""
    async with chromium() as opened:
        yield opened
