"""Golden conversations: every task in English and Chinese, on chat and phone, through the real engine and the real bot."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.core.inputs import NothingHeard
from tests.bot.engine import AtTheEngine, Heard, standing
from tests.bot.in_process import BotHere

pytestmark = pytest.mark.rasa
FOLDER = Path(__file__).parent / "golden"
CHANNELS, LANGS = ("chat", "voice"), ("en", "zh")


def conversations() -> list[Any]:
    """Each on each channel in each language it is told in."""
    told = [one for file in sorted(FOLDER.glob("*.yml")) for one in yaml.safe_load(file.read_text(encoding="utf-8"))]
    return [
        pytest.param(one, channel, lang, id=f"{one['name']}-{lang}-{channel}")
        for one in told
        for channel in one.get("channels", CHANNELS)
        for lang in LANGS
        if lang in one
    ]


@pytest.mark.parametrize(("story", "channel", "lang"), conversations())
async def test_golden(bot_here: BotHere, shop: MemoryShop, story: Any, channel: Any, lang: str) -> None:
    """The answers hold the key facts, the task ends as it should, and the shop is as it should be."""
    at = AtTheEngine(bot_here, shop, channel, lang)
    await at.start(story.get("menu", "3"))
    for turn in story[lang]:
        heard = await _said(at, turn)
        missing = _missing(turn, heard, at.channel)
        assert not missing, _shown(story, at, f"{missing} at {turn.get('say', 'silence')!r}")
    for number, expected in story.get("after", {}).get(lang, {}).items():
        found = standing(shop, str(number))
        wrong = {key: (value, found[key]) for key, value in expected.items() if found[key] != value}
        assert not wrong, _shown(story, at, f"order {number} (wanted, found): {wrong}")


async def _said(at: AtTheEngine, turn: Any) -> Heard:
    if turn.get("silent"):
        return await at.take(NothingHeard(at=0.0), "(silence)")
    return await at.say(turn.get("spoken", turn["say"]) if at.channel == "voice" else turn["say"])


def _missing(turn: Any, heard: Heard, channel: str) -> str:
    """What of the turn was not there, in words; empty when all was."""
    wanted = turn.get("aloud", turn.get("hears", [])) if channel == "voice" else turn.get("hears", [])
    words = [wanted] if isinstance(wanted, str) else wanted
    gone = [word for word in words if word.lower() not in heard.words.lower()]
    if gone:
        return f"not heard: {gone}"
    if (unwanted := turn.get("lacks")) and unwanted.lower() in heard.words.lower():
        return f"heard: {unwanted}"
    if "does" in turn and turn["does"] not in heard.does:
        return f"not done: {turn['does']}, but {heard.does}"
    if heard.handoff != turn.get("handoff"):
        return f"handed over: {heard.handoff}, not {turn.get('handoff')}"
    return ""


def _shown(story: Any, at: AtTheEngine, why: str) -> str:
    return "\n".join([f"{story['name']} ({at.channel}, {at.lang}): {why}", "", *at.written])
