"""Turns become TwiML: legal, small, with only the verbs we mean."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import etree

from frontdesk.carrier.legality import MAX_BYTES
from frontdesk.carrier.twiml import check_document
from frontdesk.channels.voice.twiml import asked_once, lines_of, pieces, render, room_name, spoken_once
from frontdesk.channels.voice.urls import CallUrls, Line
from frontdesk.core.events import CustomerSpoke, Event, Said
from frontdesk.core.pace import OWN_PACE
from frontdesk.core.waits import AskDialogue, Choice, ForAgent, ForCustomer, ForNobody, ForReply, Wait
from frontdesk.core.words import OfHouse
from tests.channels.voice.house import agent_said

URLS = CallUrls(base="https://desk.example.com", step=7)
WAITS: tuple[Wait, ...] = (
    ForCustomer(),
    ForAgent(ticket="T-1-1"),
    ForAgent(ticket="T-1-1", connected=True),
    ForNobody(),
    ForReply(request=AskDialogue(text="hi", lang="en", medium="voice"), deadline_s=1.0),
)
INJECTIONS = (
    "</Say><Dial>+900123</Dial>",
    "]]><Redirect>http://evil.example</Redirect>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>&e;",
    "\x00\x08\ud800\ufffe tone",
    '" onload="',
    "&" * 100_000,
    "😀" * 30_000,
    "字" * 100_000,
)
HOSTILE = st.one_of(st.sampled_from(INJECTIONS), st.text(st.characters(), max_size=300))


def said(text: str, lang: str = "en", spoken: str | None = None) -> Said:
    return Said(text=text, spoken=spoken or text, lang=lang)


def tree(document: str) -> etree._Element:
    body = document.encode()
    assert check_document(body) == []
    return etree.fromstring(body)


def spoken_only(said: Said) -> str:
    return ""


def page(wait: Wait, *events: Event, lang: str = "en", urls: CallUrls = URLS) -> etree._Element:
    return tree(render(lines_of(events, spoken_only), wait, lang, urls))


def verbs(root: etree._Element) -> list[str]:
    return [str(child.tag) for child in root]


def test_only_what_is_said_to_everybody_is_kept_in_memory() -> None:
    """Documents and words that hold an order, an address or a button of the bot's are made anew each time."""
    own = ("I will send it to: 5 Quay Street.", "Order 1 0 0 2 3: press 1.")
    menu, listed = (ForCustomer(choices=(Choice(label=label, payload="x"),)) for label in (OfHouse("Orders"), "10023"))
    for once in (asked_once, spoken_once):
        once.cache_clear()
    for _ in range(2):
        for text in own:
            page(menu, said(OfHouse("Welcome.")), said(text))
        page(listed, said(OfHouse("Welcome.")))
    assert (asked_once.cache_info().currsize, spoken_once.cache_info().currsize) == (0, 1)
    for _ in range(2):
        page(menu, said(OfHouse("Welcome.")))
    assert asked_once.cache_info().hits == 1


def test_a_question_is_spoken_while_listening_and_silence_is_told() -> None:
    """The words stand inside the Gather; where nothing comes, the session hears of it at the same step."""
    root = page(ForCustomer(max_digits=5, hints=("order", "return, exchange")), said("Your order?"))
    gather = root[0]
    assert verbs(root) == ["Gather", "Redirect"]
    assert dict(gather.attrib) == {
        "input": "dtmf speech",
        "action": "https://desk.example.com/twilio/voice/turn?step=7",
        "method": "POST",
        "timeout": "5",
        "numDigits": "5",
        "finishOnKey": "#",
        "speechTimeout": "auto",
        "language": "en-US",
        "hints": "order, return exchange",
        "bargeIn": "true",
        "actionOnEmptyResult": "true",
    }
    assert [say.text for say in gather] == ["Your order?"]
    assert root[1].text == "https://desk.example.com/twilio/voice/turn?step=7&silent=1"


def test_a_key_and_a_whole_number_are_both_an_answer() -> None:
    """One key counts after a short pause, five at once; who says nothing has the whole time."""
    root = page(ForCustomer(max_digits=5, timeout_s=6, between_s=2), said("Is it about order 1 0 0 2 3?"))
    assert verbs(root) == ["Gather", "Gather", "Redirect"]
    assert [(g.get("timeout"), g.get("numDigits"), g.get("actionOnEmptyResult"), len(g)) for g in root[:2]] == [
        ("2", "5", "false", 1),
        ("4", "5", "true", 0),
    ]


def test_words_are_spoken_in_their_own_language_and_heard_in_the_sessions() -> None:
    """A line keeps its language; the ear follows the session."""
    root = page(ForCustomer(), said("Order 10023", spoken="Order 1 0 0 2 3"), said("中文请按2", "zh"), lang="zh")
    lines = [(say.get("language"), say.get("voice"), say.text) for say in root[0]]
    assert lines == [
        ("en-US", "Polly.Joanna-Neural", "Order 1 0 0 2 3"),
        ("cmn-CN", "Polly.Zhiyu-Neural", "中文请按2"),
    ]
    assert root[0].get("language") == "cmn-Hans-CN"


@pytest.mark.parametrize(
    ("wait", "expected", "absent"),
    [
        (ForCustomer(accepts=("keys",)), "dtmf", "language"),
        (ForCustomer(accepts=("speech",)), "speech", "finishOnKey"),
        (ForCustomer(accepts=("text",)), "dtmf speech", "numDigits"),
    ],
)
def test_the_gather_listens_for_what_the_wait_accepts(wait: ForCustomer, expected: str, absent: str) -> None:
    """Keys, speech or both; a question meant for a keyboard takes both."""
    gather = page(wait, said("Go on."))[0]
    assert gather.get("input") == expected
    assert absent not in gather.attrib


@pytest.mark.parametrize(("key", "written"), [("#", "#"), ("", ""), ("*", "*"), ("##", "#"), ("x", "#")])
def test_the_finish_key_is_one_key_or_none(key: str, written: str) -> None:
    """What is no key of a phone never reaches the carrier."""
    assert page(ForCustomer(finish_key=key), said("Go on."))[0].get("finishOnKey") == written


@pytest.mark.parametrize(("seconds", "written"), [(0.0, "1"), (4.2, "5"), (1e9, "600")])
def test_the_timeout_is_whole_seconds(seconds: float, written: str) -> None:
    """Rounded up, never zero, never endless."""
    assert page(ForCustomer(timeout_s=seconds), said("Go on."))[0].get("timeout") == written


def test_a_question_without_words_is_soon_asked_again() -> None:
    """A turn that says nothing listens, but only shortly: the caller is not left in silence."""
    root = page(ForCustomer(timeout_s=8.0))
    assert verbs(root) == ["Gather", "Redirect"]
    assert root[0].get("timeout") == "2"


def test_waiting_is_a_queue_named_by_the_ticket() -> None:
    """The words come first, then the queue; leaving it is told."""
    root = page(ForAgent(ticket="T-1-1"), said("One moment."))
    assert verbs(root) == ["Say", "Enqueue"]
    assert root[1].text == "T-1-1"
    assert root[1].get("waitUrl") == "https://desk.example.com/twilio/voice/wait?step=7&lang=en"
    assert root[1].get("action") == "https://desk.example.com/twilio/voice/queue-left?step=7"


def test_being_connected_is_a_conference_named_by_the_ticket() -> None:
    """Who leaves ends it for both; what comes after it is asked of us."""
    root = page(ForAgent(ticket="T-1-1", connected=True), said("Amy is here."))
    assert verbs(root) == ["Say", "Dial"]
    assert root[1].get("action") == "https://desk.example.com/twilio/voice/dial-ended?step=7"
    assert root[1][0].text == "T-1-1"
    assert root[1][0].get("endConferenceOnExit") == "true"


def test_the_end_is_said_and_hung_up() -> None:
    """After the goodbye the call ends."""
    assert verbs(page(ForNobody(), said("Goodbye."))) == ["Say", "Hangup"]


def test_only_words_meant_for_the_voice_are_spoken() -> None:
    """An agent's chat message and what the customer said are not read out."""
    root = page(ForNobody(), agent_said("hello"), CustomerSpoke(text="1", via="keys"))
    assert verbs(root) == ["Hangup"]


@pytest.mark.parametrize("wait", WAITS)
def test_a_turn_without_events_is_never_an_empty_document(wait: Wait) -> None:
    """An empty document would end the call."""
    assert len(page(wait)) > 0


def test_after_a_failure_the_mark_stays_in_every_address() -> None:
    """The next failure is then known to be the second."""
    root = page(ForCustomer(), said("Go on."), urls=CallUrls(base="https://h", step=7, tried=True))
    assert root[0].get("action") == "https://h/twilio/voice/turn?step=7&tried=1"
    assert (root[1].text or "").endswith("tried=1")


def test_long_words_are_cut_where_a_sentence_ends() -> None:
    """No Say is longer than carriers take, and no word of a text that fits one document is lost."""
    text = "This is a sentence of the bot. " * 500
    parts = pieces(text)
    assert all(len(part) <= 4096 for part in parts)
    assert all(part.endswith(".") for part in parts)
    assert " ".join(parts).split() == text.split()


@given(st.text(max_size=400), st.integers(5, 50))
def test_pieces_keep_every_word(text: str, limit: int) -> None:
    """Cutting loses nothing but blanks."""
    parts = pieces(text, limit)
    assert all(0 < len(part) <= limit for part in parts)
    assert "".join("".join(parts).split()) == "".join(text.split())


@given(st.text(max_size=200))
def test_a_room_has_a_name_carriers_take(ticket: str) -> None:
    """At most 64 plain characters, and two tickets never share a room."""
    name = room_name(ticket)
    assert 0 < len(name) <= 64
    assert name.replace("-", "").replace("_", "").isascii()
    assert name != room_name(ticket + "x")


def test_a_recording_is_played_and_the_rest_is_spoken() -> None:
    """Where a sound says exactly the words it is played in their place, inside the question."""
    sound = "https://desk.example.com/audio/0123456789abcdef.wav"
    events = [said("Your order?"), said("For Amy, press 1.")]
    lines = lines_of(events, lambda event: sound if event.text == "Your order?" else "")
    gather = tree(render(lines, ForCustomer(), "en", URLS))[0]
    assert [(child.tag, child.text) for child in gather] == [("Play", sound), ("Say", "For Amy, press 1.")]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.builds(said, HOSTILE, st.sampled_from(["en", "zh"])), max_size=4),
    st.sampled_from(WAITS) | st.builds(ForCustomer, hints=st.lists(HOSTILE, max_size=4).map(tuple)),
    st.lists(st.builds(Line, HOSTILE, st.sampled_from(["en", "zh", "x"]), st.just(""), st.just(OWN_PACE)), max_size=2),
)
@example([said(text) for text in INJECTIONS], ForCustomer(hints=INJECTIONS), [])
@example([said("字" * 4096)] * 30, ForAgent(ticket="T-1-1"), [])
@pytest.mark.stands("S5")
def test_hostile_words_stay_words(events: list[Said], wait: Wait, before: list[Line]) -> None:
    """Whatever is said, the document is legal, below 64 KB, has only the verbs we mean, and is the same each time."""
    lines = [*before, *lines_of(events, spoken_only)]
    document = render(lines, wait, "en", URLS)
    assert document == render(lines, wait, "en", URLS)
    assert len(document.encode()) < MAX_BYTES
    root = tree(document)
    plain = render([], wait, "en", URLS)
    expected = {el.tag for el in etree.fromstring(plain.encode()).iter()} | {"Say"}
    assert {el.tag for el in root.iter()} <= expected
    for attribute in ("action", "waitUrl"):
        assert all(str(el.get(attribute, "https://desk.")).startswith("https://desk.") for el in root.iter())
