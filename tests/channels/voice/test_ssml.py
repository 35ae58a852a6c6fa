"""The pace of speech: SSML where it is wanted, plain text where it is not, the same words in both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from frontdesk.carrier.twiml import check_document
from frontdesk.channels.voice.ssml import speak
from frontdesk.channels.voice.tags import Voice
from frontdesk.channels.voice.twiml import legal, say
from frontdesk.channels.voice.urls import Line
from frontdesk.channels.voice.verbs import document
from frontdesk.core.pace import OWN_PACE, Pace
from tests.unit.ivr.bench import read


def said(text: str, pace: Pace, lang: str = "en") -> etree._Element:
    page = document(say([Line(text, lang, "", pace)])).encode()
    assert check_document(page) == []
    return etree.fromstring(page)


def parts(text: str, pace: Pace) -> list[tuple[str, str]]:
    return [(one.get("rate", ""), one.text or "") for one in said(text, pace).iter("prosody")]


def test_at_the_voices_own_pace_nothing_is_marked() -> None:
    """A carrier whose voice knows no SSML is given none."""
    [one] = said("I have 1 0 0 2 3.", OWN_PACE)
    assert (one.tag, one.text, len(one)) == ("Say", "I have 1 0 0 2 3.", 0)


def test_a_rate_is_the_whole_sentences() -> None:
    """In per cent of the voice's own."""
    assert parts("Good morning.", Pace(rate=0.9)) == [("90%", "Good morning.")]


@pytest.mark.parametrize("number", ["1 0 0 2 3", "1 3 8, 0 0 1 3, 8 0 0 0"])
def test_digits_are_read_more_slowly(number: str) -> None:
    """Only numbers read digit by digit; prices, dates and keys keep the pace."""
    pace = Pace(rate=0.9, digits=0.8)
    assert parts(f"Is it {number}?", pace) == [("90%", "Is it "), ("72%", number), ("90%", "?")]
    assert parts("On November 27, 2026 you paid 12 yuan. Press 1.", Pace(digits=0.8)) == []


@given(st.text(max_size=60), st.floats(0.1, 3), st.floats(0.1, 3))
def test_no_word_is_lost_or_added(text: str, rate: float, digits: float) -> None:
    """Whatever is said, at whatever pace: a legal document with the same words."""
    page = said(f"a {text} 1 2 3 b", Pace(rate, digits))
    assert "".join("".join(page.itertext()).split()) == "".join(legal(f"a {text} 1 2 3 b").split())


def test_a_voice_without_pace_gets_words() -> None:
    """The text fallback."""
    slow = speak("Slow.", Voice("en-US", "alice", paced=False), Pace(rate=0.8))
    assert slow == '<Say language="en-US" voice="alice">Slow.</Say>'


def test_pace_by_language_and_region() -> None:
    """A region's counts before its language's; what it does not say stays the language's."""
    calms = read(
        patience='languages:\n  en: {rate: 0.9, digits_rate: 0.8}\nregions:\n  hk: {callers: ["+852"], rate: 1.1}\n'
    ).book.calms
    assert calms.of("en", None).pace == Pace(0.9, 0.8)
    assert calms.of("en", "+85221230000").pace == Pace(1.1, 0.8)
    assert calms.of("zh", None).pace == OWN_PACE
    assert [issue.code for issue in read(patience="languages:\n  en: {rate: 3}\n").issues] == ["FLOW006"]


@pytest.mark.parametrize(
    "inside",
    [
        '<prosody rate="300%">x</prosody>',
        '<prosody rate="quick">x</prosody>',
        '<break time="1h"/>',
        '<prosody rate="90%"><Dial>+1</Dial></prosody>',
    ],
)
def test_the_carrier_refuses_speech_no_voice_can_do(inside: str) -> None:
    """Our exchange looks into a Say as a carrier does."""
    assert check_document(f"<Response><Say>{inside}</Say></Response>".encode()) != []
