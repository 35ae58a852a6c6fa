"""The application and the pages that describe it say the same."""

import re
from pathlib import Path

from aiohttp import web

from frontdesk.app.settings import Settings
from frontdesk.channels.limits import Limiter
from frontdesk.channels.texts.door import TextDoor
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.channels.voice.words import BUILT_IN
from frontdesk.core.language import LANGS
from frontdesk.ivr.lint.unused_prompt import DOORS
from tests.channels.voice.conftest import BASE, TOKEN
from tests.channels.voice.house import House, HouseWords

HOW_TO = Path("docs/how-to/connect-twilio.md")


def made() -> web.Application:
    house = House()
    deps = VoiceDeps(turns=house, tickets=house, briefing=house, clock=lambda: 0.0, base_url=BASE, words=HouseWords())
    texts = TextDoor(
        turns=house,
        clock=lambda: 0.0,
        words=HouseWords(),
        secret=b"key",
        limiter=Limiter(lambda: 0.0, rate=1, burst=9),
    )
    return voice_app(deps, Signatures(BASE, (TOKEN,)), texts)


def test_the_how_to_names_every_address_and_no_other() -> None:
    """What is to be entered at Twilio exists, and what exists is named."""
    named = set(re.findall(r"/twilio(/[a-z/-]+)", HOW_TO.read_text(encoding="utf-8")))
    served = {resource.canonical for resource in made().router.resources()}
    assert named == served


def test_the_how_to_names_settings_that_exist() -> None:
    """Each setting is one of ours."""
    named = set(re.findall(r"`((?:TWILIO|PUBLIC)_[A-Z0-9_]+)`", HOW_TO.read_text(encoding="utf-8")))
    assert named <= {name.upper() for name in Settings.model_fields}
    assert {"PUBLIC_BASE_URL", "TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_2"} <= named


def test_the_how_to_names_every_word_that_can_be_changed() -> None:
    """An owner can give each of the door's words as a prompt, and the lint of prompts does not mind."""
    named = set(re.findall(r"`((?:voice|texts)\.[a-z_]+)`", HOW_TO.read_text(encoding="utf-8")))
    assert named == set(BUILT_IN)
    assert all(key.startswith(DOORS) for key in named)


def test_the_doors_own_words_are_there_in_every_language() -> None:
    """A caller we know nothing of is spoken to in all of them."""
    assert all(set(words) == set(LANGS) and all(words.values()) for words in BUILT_IN.values())
