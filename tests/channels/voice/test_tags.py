"""Speaking and listening have their own language tags."""

import pytest

from frontdesk.carrier.languages import GATHER, SAY
from frontdesk.channels.voice import tags
from frontdesk.core.language import LANGS


@pytest.mark.parametrize("lang", LANGS)
def test_every_language_of_the_house_has_a_voice_and_an_ear_carriers_know(lang: str) -> None:
    """Each tag is in its own verb's table."""
    assert tags.voice_of(lang).language in SAY
    assert tags.ear_of(lang) in GATHER


def test_chinese_is_spoken_and_heard_under_different_names() -> None:
    """`cmn-CN` speaks with a neural voice, `cmn-Hans-CN` listens; `zh-CN` would be wrong in one of them."""
    assert tags.voice_of("zh") == tags.Voice("cmn-CN", "Polly.Zhiyu-Neural")
    assert tags.ear_of("zh") == "cmn-Hans-CN"
    assert tags.ear_of("en") == "en-US"


@pytest.mark.parametrize(
    ("lang", "ear"), [("zh-CN", "cmn-Hans-CN"), ("zh_TW", "cmn-Hans-CN"), ("fr", "en-US"), ("", "en-US")]
)
def test_locales_fall_back_to_their_language_then_to_english(lang: str, ear: str) -> None:
    """An unknown locale never breaks a call."""
    assert tags.ear_of(lang) == ear
