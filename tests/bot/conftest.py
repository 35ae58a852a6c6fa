"""A real worker process on a real database with the demo shop; the model comes from var/models and trains at most once."""

import asyncio
import contextlib
import datetime
import itertools
import os
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import AsyncIterator, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

import pytest
import pytest_asyncio

from actions.shop import whole_shop
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.adapters.rasa.client import RasaDialogue
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import create_and_fill
from frontdesk.core.inputs import DialogueReply
from frontdesk.core.waits import AskDialogue
from frontdesk.rasa_worker.fingerprint import default_models
from frontdesk.rasa_worker.train import ensure_model, reporter
from tests.bot.in_process import BotHere, new_shop
from tests.fakes.collector import Collector
from tests.servers import free_port

ROOT = Path(__file__).parents[2]
START_S = 100.0
_sessions = itertools.count(1)


@pytest.fixture(scope="session")
def model() -> Path:
    """The model of the present content."""
    return ensure_model(ROOT, (ROOT / default_models()).resolve(), reporter(lambda line: None))


@dataclass(frozen=True, slots=True)
class Worker:
    """A running worker."""

    url: str
    database_url: str
    process: subprocess.Popen[bytes]


def start_worker(model: Path, database_url: str, **env: str) -> Worker:
    port = free_port()
    command = [sys.executable, "-m", "frontdesk.rasa_worker", "--model", str(model), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "DATABASE_URL": database_url, **env})
    worker = Worker(f"http://127.0.0.1:{port}", database_url, process)
    _wait_until_ready(worker)
    return worker


def _wait_until_ready(worker: Worker) -> None:
    end = time.monotonic() + START_S
    while time.monotonic() < end and worker.process.poll() is None:
        with contextlib.suppress(urllib.error.URLError, OSError):
            if urllib.request.urlopen(f"{worker.url}/status", timeout=5).status == 200:
                return
        time.sleep(0.2)
    worker.process.kill()
    pytest.fail("the worker did not become ready")


async def _open_demo_shop(url: str) -> None:
    database = Database(url)
    await create_and_fill(database, datetime.datetime.now(datetime.UTC).date())  # noqa: TID251  # the worker's own clock
    await database.close()


@pytest.fixture(scope="session")
def collector() -> Iterator[Collector]:
    """Where the worker's traces go."""
    with Collector() as taking:
        yield taking


@pytest.fixture(scope="session")
def worker(model: Path, collector: Collector, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Worker]:
    """One worker for all conversations."""
    url = f"sqlite:///{tmp_path_factory.mktemp('worker') / 'worker.db'}"
    asyncio.run(_open_demo_shop(url))
    traced = {"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "50"}
    running = start_worker(model, url, **traced)
    yield running
    running.process.terminate()
    assert running.process.wait(20) == 0


class Asked(Protocol):
    """The bot, wherever it is."""

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply: ...


@dataclass(slots=True)
class Talk:
    """One customer's conversation with the bot, through the front desk's own client."""

    dialogue: Asked
    lang: str = "en"
    medium: str = "text"
    known: Mapping[str, str] = field(default_factory=dict)
    session: str = ""

    async def say(self, text: str) -> DialogueReply:
        request = AskDialogue(text=text, lang=self.lang, medium=self.medium, known=self.known)  # type: ignore[arg-type]
        return await self.dialogue.ask(request, session=self.session)

    async def __call__(self, *texts: str) -> DialogueReply:
        """Say these one after the other; the answer to the last."""
        reply = DialogueReply()
        for text in texts:
            reply = await self.say(text)
        return reply


@pytest_asyncio.fixture
async def dialogue(worker: Worker) -> AsyncIterator[RasaDialogue]:
    client = RasaDialogue(worker.url)
    yield client
    await client.close()


class Talks:
    """Starts conversations, each with a session of its own."""

    def __init__(self, dialogue: Asked) -> None:
        self._dialogue = dialogue

    def __call__(self, lang: str = "en", medium: str = "text", known: Mapping[str, str] | None = None) -> Talk:
        session = f"S-{os.getpid()}-{next(_sessions)}"
        return Talk(self._dialogue, lang, medium, known or {}, session)


@pytest.fixture
def talks(dialogue: RasaDialogue) -> Talks:
    return Talks(dialogue)


@pytest.fixture(scope="session")
def bot_here(model: Path, sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[BotHere]:
    """The bot in this process, loaded once."""
    file = tmp_path_factory.mktemp("bot") / "here.db"
    shutil.copyfile(sqlite_template, file)
    bot = BotHere(model, f"sqlite:///{file}")
    yield bot
    bot.close()


@pytest.fixture
def shop(bot_here: BotHere) -> MemoryShop:
    """A fresh shop, which the bot in this process asks."""
    made = new_shop()
    bot_here.hand_in(whole_shop(made))
    return made


@pytest.fixture
def here(bot_here: BotHere, shop: MemoryShop) -> Talks:
    """Conversations with the bot in this process, over the fresh shop."""
    return Talks(bot_here)


def words(reply: DialogueReply) -> str:
    """All the bot said in one answer."""
    return " ".join(m.text for m in reply.messages)


def outcomes(reply: DialogueReply) -> list[tuple[str, str]]:
    """The tasks run and how they ended."""
    return [(t.task, t.outcome) for t in reply.tasks]
