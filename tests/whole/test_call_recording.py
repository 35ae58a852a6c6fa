"""A whole call is recorded in the real house: asked first, silent at secrets, heard by few, gone when it is to be."""

import asyncio
import json
import zipfile
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import aiohttp
import pytest

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.privacy import Privacy
from frontdesk.app.settings import Settings
from frontdesk.carrier.recording import Recording
from frontdesk.carrier.scripted import ScriptedHandset
from tests.keypad_tones import keys_in
from tests.servers import free_port
from tests.whole.conftest import FLOWS, FakeRasa, Person, logged_in


@pytest.fixture
async def house(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house that records calls."""
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path,
        database_url=sqlite_url,
        rasa_url=rasa.url,
        flows_dir=FLOWS,
        recordings="calls",
        _env_file=None,
    )
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


async def until(holds: Callable[[], object], what: str) -> None:
    async with asyncio.timeout(8):
        while not holds():  # noqa: ASYNC110 - looks from outside, as an owner does
            await asyncio.sleep(0.02)
    assert holds(), what


def recordings_of(house: House) -> list[Recording]:
    """What the carrier records of the newest call."""
    assert house.phone.exchange is not None
    *_, leg = house.phone.exchange.calls.legs.values()
    return leg.recordings.active()


async def call(house: House, caller: ScriptedHandset, *keys: str) -> None:
    """Choose English, agree in silence, go on by keys."""
    assert house.phone.exchange is not None
    house.phone.exchange.call(caller)
    await caller.press("1")
    await caller.until_heard("record this call")
    assert recordings_of(house) == [], "nothing is recorded before the answer"
    await caller.silence()
    await until(lambda: recordings_of(house), "the recording")
    for pressed in keys:
        await caller.press(pressed)


async def story_of(supervisor: Person) -> tuple[str, list[dict[str, object]]]:
    board = await supervisor.until("/api/board", lambda b: b["sessions"] and b["sessions"][0]["ended_at"], "the end")
    session = board["sessions"][0]["id"]
    told = await supervisor.until(
        f"/api/board/sessions/{session}",
        lambda t: any(item["kind"] == "recording_ended" for item in t["story"]),
        "the recording's end",
    )
    return session, told["story"]


@pytest.mark.stands("S14")
@pytest.mark.stands("S21")
async def test_a_call_is_recorded_but_for_its_secret(house: House, caller: ScriptedHandset, tmp_path: Path) -> None:
    """S14, S21: asked before; the keys of the proof of identity are not in the sound, those before and after are; the carrier's
    copy is deleted; a supervisor hears it, an agent and the owner do not, each hearing is written down; export has it, erasing
    takes it away."""
    await call(house, caller, "1", "10023", "1")
    await until(lambda: recordings_of(house)[0].status == "paused", "the pause before the secret")
    await caller.press("0198")
    await caller.until_heard("anything else")
    await until(lambda: recordings_of(house)[0].status == "in-progress", "the recording going on")
    await caller.press("2")
    await caller.press("6")
    await caller.until_ended()

    kept = tmp_path / "recordings"
    await until(lambda: list(kept.glob("RE*.wav")), "the file")
    (file,) = kept.glob("RE*.wav")
    assert keys_in(file.read_bytes()) == "1" + "10023" + "1" + "2" + "6"
    assert house.phone.exchange is not None
    await until(lambda: file.stem not in house.phone.exchange.services.recordings, "the carrier's copy to go")  # type: ignore[union-attr]

    supervisor = await logged_in(house, "sam")
    session, story = await story_of(supervisor)
    told = [(item["kind"], item["text"]) for item in story if str(item["kind"]).startswith("recording")]
    assert [kind for kind, _ in told] == [
        "recording_answered",
        "recording_started",
        "recording_paused",
        "recording_resumed",
        "recording_ended",
    ]
    await heard_by_few(house, supervisor, session, file)
    await exported_and_erased(house, session, file, tmp_path)
    await supervisor.http.close()


def bytes_of(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""


async def heard_by_few(house: House, supervisor: Person, session: str, file: Path) -> None:
    path = f"/api/recordings/{session}/{file.stem}"
    async with supervisor.http.get(supervisor.base + path) as answer:
        assert (answer.status, answer.content_type) == (200, "audio/wav")
        assert await answer.read() == bytes_of(file)
    for other in (f"/api/recordings/S-other/{file.stem}", f"{path[:-1]}x"):
        async with supervisor.http.get(supervisor.base + other) as answer:
            assert answer.status == 404
    for name in ("amy", "olivia"):
        person = await logged_in(house, name)
        async with person.http.get(person.base + path) as answer:
            assert answer.status == 403
        await person.http.close()
    entries = [one for one in await house.stores.audit.entries() if one.deed == "recording_heard"]
    assert [(one.who, one.about, one.note) for one in entries] == [("sam", session, file.stem)]


async def exported_and_erased(house: House, session: str, file: Path, tmp_path: Path) -> None:
    privacy = Privacy(house.stores, house.settings)
    await privacy.export([session], tmp_path / "customer.zip", "ada", "test")
    with zipfile.ZipFile(tmp_path / "customer.zip") as packed:
        assert packed.read(f"recordings/{file.name}") == bytes_of(file)
        assert file.stem in json.dumps(json.loads(packed.read("data.json")))
    assert await privacy.erase([session], "ada", "test") == 1
    assert bytes_of(file) == b""
    kept = await privacy.find(session)
    assert file.stem not in json.dumps([await privacy._data.kept(one) for one in kept])


async def test_who_says_no_is_not_recorded(house: House, caller: ScriptedHandset) -> None:
    """One key, a word, and the call goes on as ever."""
    assert house.phone.exchange is not None
    house.phone.exchange.call(caller)
    await caller.press("2")
    await caller.until_heard("录音")
    await caller.press("2")
    await caller.until_heard("不会录音")
    await caller.press("0")
    assert recordings_of(house) == []
    caller.hangup()


@pytest.mark.stands("R5")
@pytest.mark.stands("S1")
async def test_a_status_that_is_late_repeated_or_forged(house: House, caller: ScriptedHandset, tmp_path: Path) -> None:
    """R5: told again after the end nothing is fetched twice; of a call nobody agreed in nothing is kept; unsigned is refused."""
    await call(house, caller, "1", "10023")
    caller.hangup()
    await caller.until_ended()
    assert house.phone.exchange is not None
    kept = tmp_path / "recordings"
    await until(lambda: list(kept.glob("RE*.wav")), "the file")
    (file,) = kept.glob("RE*.wav")
    at = file.stat().st_mtime_ns
    *_, leg = house.phone.exchange.calls.legs.values()
    base = house.settings.base_url
    form = {
        "AccountSid": house.phone.exchange.account.sid,
        "CallSid": leg.sid,
        "RecordingSid": file.stem,
        "RecordingStatus": "completed",
        "RecordingUrl": f"{base}/2010-04-01/Accounts/{house.phone.exchange.account.sid}/Recordings/{file.stem}",
        "RecordingDuration": "2",
    }
    post = house.phone.exchange.services.webhooks.post
    for _ in range(3):
        assert (await post(f"{base}/twilio/voice/recording", "POST", form)).status == 204
    other = {**form, "RecordingSid": "RE" + "f" * 32}
    assert (await post(f"{base}/twilio/voice/recording", "POST", other)).status == 204
    async with aiohttp.ClientSession() as http, http.post(f"{base}/twilio/voice/recording", data=other) as answer:
        assert answer.status == 403
    await asyncio.sleep(0.2)
    assert [one.name for one in kept.glob("*.wav")] == [file.name]
    assert file.stat().st_mtime_ns == at
    session = await house.stores.sessions.session_at(f"voice:{leg.sid}")
    events = [entry.event.kind for entry in await house.stores.log.of_session(session or "")]
    assert events.count("recording_ended") == 1
