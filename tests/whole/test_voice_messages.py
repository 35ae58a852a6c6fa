"""A caller in the queue leaves a message instead of waiting: it reaches the desk with its sound, however the recording ends."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.scripted import ScriptedHandset
from handoff import keeping
from tests.servers import free_port
from tests.whole.conftest import FakeRasa, Person, logged_in

SAID = "My parcel came without the blue cup."


@pytest.fixture
async def house(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """The house as shipped, with messages recorded."""
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path,
        database_url=sqlite_url,
        rasa_url=rasa.url,
        recordings="messages",
        _env_file=None,
    )
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


async def begins_a_message(house: House, caller: ScriptedHandset) -> None:
    """Nobody is free; the caller chooses to leave a message, hears that it is recorded, and speaks."""
    assert house.phone.exchange is not None
    house.phone.exchange.call(caller, "+441632960012")
    await caller.press("1")
    await caller.press("0")
    await caller.until_heard("a message to a colleague")
    key = next(str(i) for i in range(1, 4) if any(f"press {i}" in t and "message" in t for t in caller.heard))
    await caller.press(key)
    await caller.until_heard("recorded")
    await caller.until_listening()
    caller.talk(SAID)


@pytest.mark.parametrize("ends", ["#", "hangs up", "longest"])
async def test_a_message_reaches_the_desk_and_is_heard_there(
    house: House, amy: Person, caller: ScriptedHandset, ends: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With #, by hanging up in the middle, at its longest: one ticket, promised an answer, whose sound its agent can hear."""
    await amy.post("/api/desk/status", status="break")
    if ends == "longest":
        monkeypatch.setattr(keeping, "MESSAGE_S", 1.0)
    await begins_a_message(house, caller)
    if ends == "#":
        caller.press_now("#")
    elif ends == "hangs up":
        await _a_moment()
        caller.hangup()
    await amy.until("/api/desk", lambda d: [one for one in d["queue"] if one["mode"] == "message"], "the message")
    if ends != "hangs up":
        await caller.until_heard("I've passed it on")
    await amy.post("/api/desk/status", status="ready")
    card = (await amy.until("/api/desk", lambda d: d["mine"], "the offer"))["mine"][0]
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")
    told = await amy.get(f"/api/desk/tickets/{card['id']}")
    (line,) = [one for one in told["transcript"] if "Voice message" in one["text"] and one["from"] == "customer"]
    sound = f"/api/recordings/{card['session']}/{line['text'].split()[-1]}"
    assert await _heard(amy, sound) == 200
    olivia = await logged_in(house, "olivia")
    assert await _heard(olivia, sound) == 403, "whoever has nothing to answer does not hear it"
    await olivia.http.close()
    await amy.post(f"/api/desk/tickets/{card['id']}/close", disposition="solved", note="")
    assert await _heard(amy, sound) == 403, "nor does its agent, once it is answered"
    assert not (await amy.get("/api/desk"))["queue"], "one message, one ticket"


async def _heard(person: Person, path: str) -> int:
    """What asking for the sound is answered with; 404 only until the carrier's copy is here."""
    for _ in range(60):
        async with person.http.get(person.base + path) as answer:
            if answer.status == 200:
                assert (await answer.read())[:4] == b"RIFF"
            if answer.status != 404:
                return answer.status
        await _a_moment()
    return 404


async def _a_moment() -> None:
    await asyncio.sleep(0.05)
