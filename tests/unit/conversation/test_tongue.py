"""The language is asked for, or clearly spoken, at any point; nobody is led astray by a hello."""

from dataclasses import replace
from functools import lru_cache

import pytest

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.core.events import InputNotMatched, LanguageChosen, Said
from frontdesk.core.inputs import (
    ContactStarted,
    Input,
    KeysPressed,
    MachineReplied,
    NothingHeard,
    TextTyped,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.language import clearly_spoken
from frontdesk.core.pace import STEPS
from frontdesk.core.rooms import InMenu, InSurvey, InTalk, State, WithHuman
from frontdesk.core.turn import Turn
from frontdesk.ivr.loader import read_book, read_files
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tongues import asked_for
from tests.unit.ivr.bench import AT, SHIPPED


@lru_cache(maxsize=1)
def book() -> FlowBook:
    return read_book(list(read_files([SHIPPED])), TASKS).book


def goes(*given: str, channel: str = "voice", lang: str = "en") -> Turn:
    """A contact that goes as written: keys, "-" for silence, "staffed" for the estimate of the wait, words."""
    start = ContactStarted(at=AT, channel=channel)  # type: ignore[arg-type]
    turn = step(book(), State(session="S-1", channel=channel, lang=lang, started_at=AT), start)  # type: ignore[arg-type]
    for one in given:
        turn = step(book(), turn.state, _input(one, channel))
    return turn


def _input(one: str, channel: str) -> Input:
    if one == "staffed":
        return MachineReplied(
            at=AT, reply=WaitReply(position=1, staffed=1, options=("bot", "message"), low_s=0, high_s=90)
        )
    if one == "-":
        return NothingHeard(at=AT)
    if one.isdigit() and channel == "voice":
        return KeysPressed(at=AT, digits=one)
    return WordsSpoken(at=AT, text=one) if channel == "voice" else TextTyped(at=AT, text=one)


def said(turn: Turn) -> list[tuple[str, str | None]]:
    return [(event.lang, event.prompt) for event in turn.events if isinstance(event, Said)]


@pytest.mark.parametrize(
    ("before", "room", "again"),
    [
        (("1",), InMenu, "menu.ask"),
        (("1", "1"), InMenu, "order.ask_number"),
        (("1", "3"), InTalk, "system.ask_anything"),
    ],
)
def test_asking_for_a_language_puts_the_question_in_it(before: tuple[str, ...], room: type, again: str) -> None:
    """In every room; it is no miss, and nothing that was reached is lost."""
    turn = goes(*before, "请说中文")

    assert turn.state.lang == "zh"
    assert LanguageChosen(lang="zh", how="asked") in turn.events
    assert isinstance(turn.state.room, room)
    assert said(turn)[0] == ("zh", again)
    assert not any(isinstance(event, InputNotMatched) for event in turn.events)


def test_who_waits_in_a_chat_is_told_in_the_language_asked_for() -> None:
    """The person who is looked for speaks it, too."""
    turn = goes("0", "staffed", "说中文", channel="chat")

    assert isinstance(turn.state.room, WithHuman)
    assert turn.state.ticket is not None
    assert turn.state.ticket.lang == "zh"
    assert ("zh", "system.waiting_still") in said(turn)


def test_the_last_question_is_put_in_it_too() -> None:
    """The survey keeps nobody in a language they do not speak."""
    asked = replace(goes("1").state, room=InSurvey(question="ces2"))
    assert said(step(book(), asked, _input("说中文", "voice"))) == [("zh", "system.survey_ces2")]


def test_a_wish_for_a_person_who_speaks_it_brings_one() -> None:
    """The language is settled, and the person fetched."""
    turn = goes("1", "我要中文人工客服")

    assert turn.state.lang == "zh"
    assert turn.state.ticket is not None
    assert turn.state.ticket.lang == "zh"


def test_chinese_after_the_key_for_english_is_answered_in_chinese() -> None:
    """Who pressed the wrong key is understood all the same; the request goes on as what it is."""
    turn = goes("1", "查订单")

    assert LanguageChosen(lang="zh", how="detected") in turn.events
    assert said(turn)[0] == ("zh", "order.ask_number")


def test_a_hello_chooses_no_language() -> None:
    """At the very first question it is asked for again, in both; later nothing changes."""
    first = goes("hello")
    assert not first.state.lang_settled
    assert {("en", "language.welcome"), ("zh", "language.welcome")} <= set(said(first))
    assert goes("2", "hello").state.lang == "zh"
    assert goes("2", "ok thank you").state.lang == "zh"


def test_until_a_language_is_chosen_each_one_is_spoken_in_the_queue_too() -> None:
    """Three silences bring a person, and everything on the way is heard in both languages."""
    for turn in (goes("-", "-", "-"), goes("-", "-", "-", "staffed")):
        prompts = said(turn)
        assert prompts
        for _, prompt in prompts:
            assert {lang for lang, one in prompts if one == prompt} == {"en", "zh"}
    assert {lang for lang, _ in said(goes("1", "-", "-", "-"))} == {"en"}


@pytest.mark.parametrize(
    ("text", "at_first", "in_en", "in_zh"),
    [
        ("English please", "en", None, "en"),
        ("can we speak English please", "en", None, "en"),
        ("能不能说中文", "zh", "zh", None),
        ("不好意思，请讲普通话", "zh", "zh", None),
        ("someone who speaks Mandarin", "zh", "zh", None),
        ("I don't speak Chinese", "en", None, "en"),
        ("sorry I don't understand, English please", "zh", "zh", "en"),
        ("我听不懂英语", "zh", "zh", None),
        ("英语书到了吗", None, None, None),
        ("where is my English book", None, None, None),
        ("hello", None, None, None),
    ],
)
def test_what_asks_for_a_language(text: str, at_first: str | None, in_en: str | None, in_zh: str | None) -> None:
    """Its name with nothing else of weight around it; one somebody does not know means the other."""
    assert [asked_for(book(), text, now) for now in (None, "en", "zh")] == [at_first, in_en, in_zh]


@pytest.mark.parametrize(
    ("text", "at_first", "in_en", "in_zh"),
    [
        ("where is my order", "en", "en", "en"),
        ("returns", "en", "en", None),
        ("iPhone 15 Pro", "en", "en", None),
        ("ok thank you", None, None, None),
        ("how are you", "en", "en", None),
        ("退货", "zh", "zh", "zh"),
        ("iPhone 的订单", "zh", "zh", "zh"),
        ("你好", None, None, None),
        ("喂", None, None, None),
    ],
)
def test_what_is_clearly_of_a_language(text: str, at_first: str | None, in_en: str | None, in_zh: str | None) -> None:
    """Politeness is none; names are none; a sentence is."""
    assert [clearly_spoken(text, now) for now in (None, "en", "zh")] == [at_first, in_en, in_zh]


@pytest.mark.parametrize(
    ("before", "asks", "again"),
    [
        ((), "slower please", "menu.ask"),
        (("1",), "can you say that again more slowly", "menu.ask"),
        (("2", "1"), "麻烦您说慢一点", "order.ask_number"),
        (("1", "3"), "that was too fast", "system.ask_anything"),
    ],
)
def test_a_pace_asked_for_holds_for_the_rest_of_the_call(before: tuple[str, ...], asks: str, again: str) -> None:
    """In every room; what was asked is asked again, it is no miss, and "faster" undoes it."""
    turn = goes(*before, asks)
    assert said(turn)[0][1] == again
    assert not any(isinstance(event, InputNotMatched) for event in turn.events)
    slow = turn.state.pace
    assert slow < 1
    later = goes(*before, asks, "0", "staffed")
    assert later.state.pace == slow
    assert goes(*before, asks, "speak faster").state.pace == 1


def test_a_pace_has_its_bounds_and_is_asked_for_by_nothing_else() -> None:
    """Asked often it stays within what can be followed; a slow delivery, and what is said to a chat, are no wish for it."""
    assert goes("1", *["slower"] * 9).state.pace == STEPS[0]
    assert goes("1", *["faster"] * 9).state.pace == STEPS[-1]
    for other in ("my delivery is slower than before", "that's too slow", "发货慢一点没关系"):
        assert goes("1", other).state.pace == 1
    assert goes("slower please", channel="chat").state.pace == 1
