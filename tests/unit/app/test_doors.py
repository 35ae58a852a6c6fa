"""The application around the doors: failures as sentences, and a stop that is announced."""

import os
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import application
from frontdesk.app.house import House
from frontdesk.app.rounds import old_recordings
from frontdesk.app.settings import Settings
from frontdesk.core.errors import StaleSession
from tests.house.tree import ROOT

NOW = 1_772_434_800.0
Client = TestClient[web.Request, web.Application]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    """The whole house on an empty SQLite file; its dialogue is down."""
    settings = Settings(data_dir=tmp_path, flows_dir=ROOT / "ivr_flows", rasa_url="http://127.0.0.1:9", _env_file=None)
    async with open_house(settings, lambda text: None) as found:
        yield found


async def _break(request: web.Request) -> web.Response:
    raise ValueError("the inside of the house")


async def _stale(request: web.Request) -> web.Response:
    raise StaleSession("Another process changed the session first; load it again.")


@pytest.fixture
async def client(house: House) -> AsyncIterator[Client]:
    """A browser at its doors, with two doors that fail."""
    app = application(house)
    app.router.add_get("/api/broken", _break)
    app.router.add_get("/api/stale", _stale)
    async with TestClient(TestServer(app)) as found:
        yield found


async def test_a_failure_of_ours_shows_nothing_of_the_inside(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """The visitor gets a sentence with a number; the same number finds the reason in the log."""
    response = await client.get("/api/broken")
    said = (await response.json())["error"]
    assert response.status == 500
    assert "inside" not in said
    number = said.split("number ")[1].split(")")[0]
    assert any(number in record.getMessage() for record in caplog.records)


async def test_a_failure_that_passes_says_to_try_again(client: Client) -> None:
    """What is wrong for a moment only is 503, in a sentence."""
    response = await client.get("/api/stale")
    assert response.status == 503
    assert "try again" in (await response.json())["error"]


async def test_unknown_addresses_are_404(client: Client) -> None:
    """Nothing else answers."""
    assert (await client.get("/nowhere")).status == 404


@pytest.mark.stands("R14")
async def test_a_house_that_stops_says_so(client: Client, house: House) -> None:
    """While it drains, the load balancer is told to send customers elsewhere; the process still lives."""
    assert (await client.get("/readyz")).status == 200
    house.ops.draining = True
    assert (await client.get("/readyz")).status == 503
    assert (await client.get("/healthz")).status == 200


async def test_a_dialogue_that_is_down_does_not_close_the_house(client: Client) -> None:
    """Menus and people answer without the bot, so the house is ready; the part's state is told."""
    ready = await (await client.get("/readyz")).json()
    assert ready["ready"]
    assert ready["parts"]["dialogue"] == "down"


@pytest.mark.stands("S7")
async def test_who_rings_all_the_time_is_turned_away(client: Client) -> None:
    """One address can't fill the lines: the browser's phone and the chat each take so many connections at once."""
    calls, chats = "/phone/ws", "/socket.io/?EIO=4&transport=polling"
    refused = [(await client.get(calls)).status == 403 for _ in range(70)]
    assert not any(refused[:50])
    assert all(refused[65:])
    assert (await client.get(chats)).status == 200


@pytest.mark.stands("S21")
async def test_where_nothing_is_recorded_any_more_recordings_still_end(house: House) -> None:
    """`RECORDINGS=off` stops new ones; those there are go when their time is over, not before."""
    assert house.settings.recordings == "off"
    folder = house.settings.recordings_dir
    folder.mkdir(parents=True, exist_ok=True)
    old, new = (folder / f"RE{letter * 32}.wav" for letter in "ab")
    for file, age_days in ((old, house.settings.recordings_days + 1), (new, house.settings.recordings_days - 1)):
        file.write_bytes(b"RIFF")
        os.utime(file, (NOW - age_days * 86400,) * 2)
    await old_recordings(house, NOW)
    assert [file.name for file in folder.iterdir()] == [new.name]
