"""The front desk's client against a hand-made Rasa: what is asked, and every way not to be answered."""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from frontdesk.adapters.rasa.client import RasaDialogue
from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.waits import AskDialogue
from tests.servers import free_port

REQUEST = AskDialogue(text="hello", lang="zh", medium="voice", known={"customer_id": "C0001"})
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


class FakeRasa:
    """Answers as it is told to; remembers what it was asked."""

    def __init__(self) -> None:
        self.asked: list[Any] = []
        self.answer: Answer = self._hello

    async def _hello(self, request: web.Request) -> web.StreamResponse:
        return web.json_response([{"recipient_id": "S", "text": "Hi."}])

    async def handle(self, request: web.Request) -> web.StreamResponse:
        self.asked.append(await request.json() if request.method == "POST" else request.path)
        return await self.answer(request)

    def says(self, status: int, body: bytes) -> None:
        async def answer(request: web.Request) -> web.StreamResponse:
            return web.Response(status=status, body=body)

        self.answer = answer

    def hangs(self) -> None:
        async def answer(request: web.Request) -> web.StreamResponse:
            await asyncio.sleep(30)
            return web.Response()

        self.answer = answer


@pytest_asyncio.fixture
async def rasa() -> AsyncIterator[tuple[FakeRasa, RasaDialogue]]:
    fake, app, port = FakeRasa(), web.Application(), free_port()
    app.router.add_route("*", "/{path:.*}", fake.handle)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", port).start()
    client = RasaDialogue(f"http://127.0.0.1:{port}/", longest_s=0.5)
    yield fake, client
    await client.close()
    await runner.cleanup()


async def test_asks_as_the_contract_says(rasa: tuple[FakeRasa, RasaDialogue]) -> None:
    """Sender is the session; language, medium and what is known travel as metadata."""
    fake, client = rasa
    assert (await client.ask(REQUEST, session="S-1")).messages[0].text == "Hi."
    metadata = {"lang": "zh", "medium": "voice", "known": {"customer_id": "C0001"}}
    assert fake.asked == [{"sender": "S-1", "message": "hello", "metadata": metadata}]


@pytest.mark.parametrize("status", [400, 404, 500, 503])
async def test_http_error_is_down(rasa: tuple[FakeRasa, RasaDialogue], status: int) -> None:
    """A status other than 200 is a bot that is not there."""
    rasa[0].says(status, b"[]")
    with pytest.raises(MachineDown):
        await rasa[1].ask(REQUEST, session="S-1")


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b"{}", b"null", b'[{"text": 1}]', b"\xff\xfe", b"[" * 300_000])
async def test_unreadable_is_nonsense(rasa: tuple[FakeRasa, RasaDialogue], body: bytes) -> None:
    """Bad JSON, `[]`, wrong shapes and endless bodies are nonsense."""
    rasa[0].says(200, body)
    with pytest.raises(MachineNonsense):
        await rasa[1].ask(REQUEST, session="S-1")


async def test_hanging_is_down(rasa: tuple[FakeRasa, RasaDialogue]) -> None:
    """A bot that never answers is let go of."""
    rasa[0].hangs()
    with pytest.raises(MachineDown):
        await rasa[1].ask(REQUEST, session="S-1")
    assert not await rasa[1].ready()


async def test_nobody_there_is_down_and_not_ready() -> None:
    """Nobody listening is told quickly."""
    client = RasaDialogue(f"http://127.0.0.1:{free_port()}")
    with pytest.raises(MachineDown):
        await client.ask(REQUEST, session="S-1")
    assert not await client.ready()
    await client.close()


async def test_ready_when_status_is_200(rasa: tuple[FakeRasa, RasaDialogue]) -> None:
    """The probe asks /status; a worker that still loads (503) is not ready."""
    assert await rasa[1].ready()
    assert rasa[0].asked == ["/status"]
    rasa[0].says(503, b"{}")
    assert not await rasa[1].ready()


@pytest.mark.parametrize("module", ["frontdesk.adapters.rasa.client", "frontdesk.app.bootstrap", "frontdesk.app.cli"])
def test_front_desk_imports_neither_rasa_nor_tensorflow(module: str) -> None:
    """The front desk's process starts in about a second because it never loads them."""
    code = (
        f"import sys, {module}\n"
        "heavy = {'rasa', 'rasa_sdk', 'tensorflow', 'sklearn', 'skops'} & {m.partition('.')[0] for m in sys.modules}\n"
        "sys.exit(f'imported: {sorted(heavy)}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
