"""Secrets planted through every door come out nowhere: not in the database's bytes, files, logs, measures, exports, the bot."""

import csv
import logging
from datetime import date
from pathlib import Path

import aiohttp
import pytest

from frontdesk.app import record
from frontdesk.app.house import House
from frontdesk.carrier.scripted import ScriptedHandset
from tests.whole.conftest import FakeRasa, Person

CARD, SPOKEN_CARD, IDENTITY, PASSWORD, BORN = (
    "4111111111111111",
    "5555555555554444",
    "11010519491231002X",
    "Hunter2!xyz",
    "1985-03-12",
)
SAID = (
    f"my card is {CARD[:4]} {CARD[4:8]} {CARD[8:12]} {CARD[12:]}",
    f"卡号{CARD}，身份证{IDENTITY}",
    f"the password is {PASSWORD} and my date of birth is {BORN}",
    f"我的密码是{PASSWORD}，生日是{BORN}",
    "four one one one, one one one one, one one one one, one one one one",
)
SPELT = "one one one one, one one one one"
CANARIES = (CARD, "4111 1111", "5555 5555", SPOKEN_CARD, IDENTITY, IDENTITY[:17], PASSWORD, BORN, SPELT)


@pytest.mark.stands("S14")
async def test_planted_secrets_come_out_nowhere(
    house: House,
    rasa: FakeRasa,
    caller: ScriptedHandset,
    olivia: Person,
    caplog: pytest.LogCaptureFixture,
    tmp_path: Path,
) -> None:
    """Cards, identity numbers, passwords and days of birth, typed, keyed and spoken, in both languages."""
    caplog.set_level(logging.DEBUG)
    async with aiohttp.ClientSession() as http:
        for text in SAID:
            body = {"sender": "canary", "message": text}
            async with http.post(f"{house.settings.base_url}/webhooks/rest/webhook", json=body) as answer:
                assert answer.status == 200
        assert house.phone.exchange is not None
        house.phone.exchange.call(caller)
        await caller.press("1")
        await caller.until_listening()
        await caller.speak(f"my card number is {SPOKEN_CARD}")
        await caller.press(CARD)
        await caller.until_listening()
        async with http.get(f"{house.settings.base_url}/metrics") as answer:
            measures = await answer.text()
    caller.hangup()
    await house.catch_up()
    board = await olivia.get("/api/board")
    assert len(board["sessions"]) == 2
    stories = [str(await olivia.get(f"/api/board/sessions/{one['id']}")) for one in board["sessions"]]
    assert "[secret]" in "".join(stories)
    found = {"measures": measures, "board": str(board), "stories": "".join(stories), "log": caplog.text,
             "bot": str(rasa.asked), "export": await _exported(house, tmp_path)}  # fmt: skip
    found |= _files(tmp_path)
    assert any(name.endswith("-wal") for name in found), "the database's journal is looked at too"
    leaks = [(where, canary) for where, text in found.items() for canary in CANARIES if canary in text]
    assert leaks == []


def _files(folder: Path) -> dict[str, str]:
    """Every byte on the disk: the database with its journal, files, keys, exports."""
    return {path.name: path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file()}


async def _exported(house: House, folder: Path) -> str:
    """Every table that leaves the house."""
    today, text = record.today(house.settings), ""
    for what in ("sessions", "events", "figures"):
        file = folder / f"{what}.csv"
        period = record.Period(first=date(2020, 1, 1) if what == "events" else today, last=today)
        await record.export(house.settings, what, period, (file, "csv"))  # type: ignore[arg-type]
        rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        assert len(rows) > 2
        text += str(rows)
    return text
