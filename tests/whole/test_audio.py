"""Recordings in a real call: the caller hears them where there are some, and the carrier's voice elsewhere."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from frontdesk.adapters.audio import mulaw
from frontdesk.adapters.audio.phrases import PAUSE
from frontdesk.adapters.audio.shelf import By, Listing, Shelf, Sound
from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.scripted import ScriptedHandset
from tests.servers import free_port
from tests.whole.conftest import FLOWS, FakeRasa

SAID = {
    "Welcome to customer service": "recording",
    "For": "recording",
    "press": "recording",
    "English": "recording",
    "one": "recording",
    PAUSE: "silence",
    "You are still in the queue. A colleague will be with you as soon as one is free": "recording",
}


def shelve(folder: Path) -> None:
    """Sounds as `frontdesk audio build` leaves them, made of different silences."""
    shelf = Shelf(folder)

    def sound(words: str, by: By, length: int) -> Sound:
        return Sound(shelf.keep(mulaw.wav(bytes([length]) * 800)), words, by, "test", 0.1)

    found = {words: sound(words, by, n) for n, (words, by) in enumerate(SAID.items())}  # type: ignore[arg-type]
    hold = sound("You are still in the queue", "recording", 99)
    shelf.publish(Listing({"en": found}, {"en": hold}))


@pytest.fixture
async def house(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """The house with some recordings."""
    shelve(tmp_path / "audio")
    settings = Settings(
        port=free_port(), data_dir=tmp_path, database_url=sqlite_url, rasa_url=rasa.url, flows_dir=FLOWS, _env_file=None
    )
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


async def test_a_caller_hears_recordings_and_the_voice(house: House, caller: ScriptedHandset) -> None:
    """Whole prompts and those with values are played, what is not recorded is spoken, and the queue has its sound."""
    assert house.phone.exchange is not None
    house.phone.exchange.call(caller)
    await caller.press("1")
    assert caller.heard[0] == "Welcome to customer service"
    assert "For English press one" in caller.heard
    assert any("press 2" in words or "按2" in words for words in caller.heard)
    async with aiohttp.ClientSession() as http:
        for address in caller.played:
            async with http.get(address) as answer:
                assert mulaw.samples(await answer.read())
    before = len(caller.played)
    await caller.press("0")
    await caller.until_held()
    async with asyncio.timeout(5):
        await caller.until(lambda: len(caller.played) > before, "the hold sound")
    assert caller.heard[-1] == "You are still in the queue"
