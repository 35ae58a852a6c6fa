"""Text messages and voice messages in the real house."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest
from lxml import etree
from ruamel.yaml import YAML
from twilio.request_validator import RequestValidator

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.settings import Settings
from frontdesk.carrier.scripted import ScriptedHandset
from tests.servers import free_port
from tests.whole.conftest import FLOWS, FakeRasa, Person

MESSAGES = Path(__file__).parents[1] / "scenarios/language/flows"


async def texted(house: House, text: str, number: int, caller: str = "+447700900123") -> str:
    """Write a text message as the carrier delivers it; what comes back."""
    assert house.phone.exchange is not None
    base = house.settings.base_url
    form = {"MessageSid": f"SM{number:032x}", "From": caller, "To": "+15550100000", "Body": text}
    signer = RequestValidator(house.phone.exchange.account.auth_token)
    headers = {"X-Twilio-Signature": signer.compute_signature(f"{base}/twilio/message", form)}
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{base}/twilio/message", data=form, headers=headers) as answer,
    ):
        return "\n".join(one.text or "" for one in etree.fromstring(await answer.read()))


async def test_a_text_conversation(house: House, rasa: FakeRasa, amy: Person) -> None:
    """The bot answers by text, a person can be asked for, and the desk shows it as any chat; nothing runs twice."""
    first = await texted(house, "hello there", 1)
    assert "You said: hello there" in first
    assert await texted(house, "hello there", 1) == first
    assert len(rasa.asked) == 1
    rasa.answers["a person please"] = [{"custom": {"frontdesk": {"note": "handoff", "reason": "asked"}}}]
    assert "colleague" in await texted(house, "a person please", 2)
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    assert desk["mine"][0]["channel"] == "chat"


async def rest(house: House, text: str, sender: str) -> list[str]:
    """Write over Rasa's REST channel; the texts that come back."""
    url = f"{house.settings.base_url}/webhooks/rest/webhook"
    async with aiohttp.ClientSession() as http, http.post(url, json={"sender": sender, "message": text}) as answer:
        return [one["text"] for one in await answer.json()]


async def test_who_asks_at_once_is_answered_not_asked(house: House, rasa: FakeRasa) -> None:
    """A first message that is a request: a short greeting that asks nothing, then the answer; by REST and by text."""
    asked = {"where is order 10023?": "It is on its way.", "订单10023到哪了": "正在路上。"}
    rasa.answers |= {question: [{"text": answer}] for question, answer in asked.items()}
    for number, (question, answer) in enumerate(asked.items()):
        greeting, *told = await rest(house, question, f"at-once-{number}")
        assert told == [answer]
        assert len(greeting) < 40
        assert not set("?？") & set(greeting)
        assert await texted(house, question, 10 + number, f"+44770090020{number}") == f"{greeting}\n\n{answer}"


def flows_that_take_messages(folder: Path) -> Path:
    """The language's own test flows, with the prompts of the house that the shipped ones have."""
    shutil.copytree(MESSAGES, folder)
    yaml = YAML()
    for lang in ("en", "zh"):
        ours, theirs = folder / "prompts" / f"{lang}.yml", FLOWS / "prompts" / f"{lang}.yml"
        read, shipped = yaml.load(ours), yaml.load(theirs)
        read["prompts"].update({k: v for k, v in shipped["prompts"].items() if k.startswith("system.")})
        with ours.open("w", encoding="utf-8") as out:
            yaml.dump(read, out)
    return folder


@pytest.fixture
async def recording_house(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    """A house whose flows take messages, with recording on."""
    settings = Settings(
        port=free_port(),
        data_dir=tmp_path,
        database_url=sqlite_url,
        rasa_url=rasa.url,
        flows_dir=flows_that_take_messages(tmp_path / "flows"),
        recordings="messages",
        _env_file=None,
    )
    async with open_house(settings, lambda _: None) as opened, serving(opened):
        yield opened


async def test_a_voice_message_is_kept(recording_house: House, caller: ScriptedHandset, tmp_path: Path) -> None:
    """Consent, tone, words, hash: the message names its recording, and the sound is in the house."""
    house = recording_house
    assert house.phone.exchange is not None
    house.phone.exchange.call(caller)
    await caller.press("5")
    await caller.press("1")
    await caller.until_heard("recorded")
    await caller.until_listening()
    caller.talk("My parcel came without the blue cup.")
    caller.press_now("#")
    await caller.until_heard("Voice message")
    async with asyncio.timeout(5):
        while not list((tmp_path / "recordings").glob("RE*.wav")):  # noqa: ASYNC110 - looks from outside, as an owner does
            await asyncio.sleep(0.05)
    (sound,) = (tmp_path / "recordings").glob("RE*.wav")
    assert sound.read_bytes()[:4] == b"RIFF"
    assert any(sound.stem in words for words in caller.heard)
