"""A house that really serves on a free port, a scripted Rasa beside it, and people who use it over HTTP."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp
import pytest
from aiohttp import web

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from tests.servers import free_port

FLOWS = Path(__file__).parents[2] / "ivr_flows"
HUMAN = [{"text": "Of course."}, {"custom": {"frontdesk": {"note": "handoff", "reason": "asked"}}}]


@dataclass(slots=True)
class FakeRasa:
    """Rasa's REST channel with answers by message; `mood` as a real one can be: fine, hangs, empty, error, garbage."""

    port: int
    answers: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    mood: str = "fine"
    asked: list[dict[str, Any]] = field(default_factory=list)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def webhook(self, request: web.Request) -> web.Response:
        body = await request.json()
        self.asked.append(body)
        match self.mood:
            case "hangs":
                await asyncio.sleep(30)
            case "empty":
                return web.json_response([])
            case "error":
                return web.Response(status=500)
            case "garbage":
                return web.Response(text="<html>", content_type="application/json")
        return web.json_response(self.answers.get(body["message"], [{"text": f"You said: {body['message']}"}]))

    async def status(self, request: web.Request) -> web.Response:
        return web.json_response({"ok": True})


@asynccontextmanager
async def scripted_rasa() -> AsyncIterator[FakeRasa]:
    """The scripted Rasa, serving."""
    fake = FakeRasa(free_port())
    app = web.Application()
    app.router.add_post("/webhooks/rest/webhook", fake.webhook)
    app.router.add_get("/status", fake.status)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", fake.port).start()
    yield fake
    await runner.cleanup()


@pytest.fixture
async def rasa() -> AsyncIterator[FakeRasa]:
    """The scripted Rasa of one test."""
    async with scripted_rasa() as fake:
        yield fake


@pytest.fixture
def flows_dir(tmp_path: Path) -> Path:
    """The flows the house serves; a story that needs other rules gives its own."""
    return FLOWS


@pytest.fixture
async def house(rasa: FakeRasa, sqlite_url: str, tmp_path: Path, flows_dir: Path) -> AsyncIterator[House]:
    """Everything `frontdesk up` opens, on a free port; only the bot is scripted."""
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path,
        database_url=sqlite_url,
        rasa_url=rasa.url,
        flows_dir=flows_dir,
        _env_file=None,
    )
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


@dataclass(slots=True)
class Person:
    """Somebody at a browser, by the API the pages use."""

    http: aiohttp.ClientSession
    base: str

    async def get(self, path: str) -> Any:
        async with self.http.get(self.base + path) as response:
            assert response.status == 200, await response.text()
            return await response.json()

    async def post(self, path: str, expect: int = 200, **body: Any) -> Any:
        async with self.http.post(self.base + path, json=body, headers={"X-Frontdesk": "1"}) as response:
            assert response.status == expect, await response.text()
            return await response.json()

    async def until(self, path: str, holds: Any, what: str, patience: float = 8) -> Any:
        """Ask until `holds(answer)`; fails with what was last answered."""
        last = None
        try:
            async with asyncio.timeout(patience):
                while not holds(last := await self.get(path)):  # noqa: ASYNC110 - asks from outside, as a page does
                    await asyncio.sleep(0.05)
        except TimeoutError as error:
            raise AssertionError(f"Waited in vain for {what}: {last}") from error
        return last


async def logged_in(house: House, name: str) -> Person:
    """Somebody who logged in with the demo password."""
    jar = aiohttp.CookieJar(unsafe=True)
    person = Person(aiohttp.ClientSession(cookie_jar=jar), house.settings.base_url)
    await person.post("/api/login", username=name, password="frontdesk")
    return person


@pytest.fixture
async def amy(house: House) -> AsyncIterator[Person]:
    """An agent, logged in and ready."""
    person = await logged_in(house, "amy")
    await person.post("/api/desk/status", status="ready")
    yield person
    await person.http.close()


@pytest.fixture
async def olivia(house: House) -> AsyncIterator[Person]:
    """The owner, logged in."""
    person = await logged_in(house, "olivia")
    yield person
    await person.http.close()


@pytest.fixture
def exchange(house: House) -> Exchange:
    """The embedded carrier."""
    assert house.phone.exchange is not None
    return house.phone.exchange


@pytest.fixture
def caller() -> ScriptedHandset:
    """A telephone nobody has called with yet."""
    return ScriptedHandset()
