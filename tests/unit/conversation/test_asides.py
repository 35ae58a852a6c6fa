"""Words about the talk itself: a moment to look for something, and whether anybody hears."""

import pytest

from frontdesk.core.events import CustomerSpoke, InputNotMatched, Said
from frontdesk.core.rooms import InMenu, InTalk, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer, ForReply
from frontdesk.ivr.listen import wants_time

from .test_tongue import book, goes, said


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("hold on, let me find it", True),
        ("just a second please", True),
        ("ok hang on I'm still looking for the email", True),
        ("等一下，我找找短信", True),
        ("稍等哈", True),
        ("hold on, where do I find it", False),
        ("wait a minute, that's wrong", False),
        ("hold on I want to cancel it", False),
        ("等一下，我要退货", False),
        ("等等，还是取消吧", False),
        ("let me check my order status", False),
        ("hold on where is my order", False),
        ("hold on, where is my order number", True),
        ("let me see my order", False),
        ("one moment please find my order", False),
        ("等一下请你看看我的订单", False),
    ],
)
def test_time_alone_is_asked_for(text: str, time: bool) -> None:
    """What is wished beside it is no wish for time."""
    assert wants_time(book(), text) == time


@pytest.mark.parametrize("held", ["hold on let me find it", "等一下我找找"])
def test_who_looks_for_the_number_has_time(held: str) -> None:
    """The question stands, is not put again and nothing was missed; what comes then is its answer."""
    asked = goes("1", "1")
    turn = goes("1", "1", held)
    assert turn.state.room == asked.state.room
    assert [prompt for _, prompt in said(turn)] == ["system.take_your_time"]
    assert isinstance(turn.state.wait, ForCustomer)
    assert turn.state.wait.timeout_s > 15
    then = goes("1", "1", held, "10023").state.room
    assert isinstance(then, InMenu)
    assert then.pending == "10023"


def test_digits_beside_it_are_the_answer() -> None:
    """A secret said after "hold on" is neither kept nor lost."""
    turn = goes("1", "1", "10023", "1", "hold on it's oh one nine eight")
    assert isinstance(turn.state.wait, ForReply)
    assert not any("nine" in event.text for event in turn.events if isinstance(event, CustomerSpoke))


@pytest.mark.parametrize("heard", ["hello?", "what?", "sorry, what?", "喂？", "喂喂，听得到吗"])
def test_who_did_not_hear_is_asked_again(heard: str) -> None:
    """It is no miss, no wish and no greeting; in a chat it may be any of them."""
    turn = goes("1", "1", heard)
    assert turn.state.room == goes("1", "1").state.room
    assert [prompt for _, prompt in said(turn)] == ["order.ask_number"]
    assert not any(isinstance(event, InputNotMatched) for event in turn.events)
    assert isinstance(goes("hello?", channel="chat").state.room, InTalk)


def test_at_the_bot_s_question_the_bot_says_it_again() -> None:
    """Only it knows the words."""
    turn = goes("1", "3", "hello?")
    assert [prompt for _, prompt in said(turn)] == ["system.ask_anything"]


def test_a_phone_that_is_read_back_stands_in_no_words_of_a_call() -> None:
    """Nor do its first digits; the caller hears all of it. Who chats has to see it."""
    for keyed, prompt, heard in (
        ("4155550198", "order.read_back_phone", "0 1 9 8"),
        ("41555", "system.digits_so_far", "5 5"),
    ):
        [back] = [e for e in goes("1", "1", "1", keyed).events if isinstance(e, Said) and e.prompt == prompt]
        assert "****" in back.text
        assert not any(digit in back.text for digit in keyed)
        assert heard in back.spoken
    chat = Draft(State(session="S-1", channel="chat", lang="en", started_at=0))
    chat.say_given(book(), "system.number_right", {"number": "4155550198"})
    assert isinstance(chat.events[0], Said)
    assert "0198" in chat.events[0].text


@pytest.mark.parametrize(
    ("held", "back"), [("hold on", "ok"), ("等一下", "好的"), ("one moment please", "ok i'm back")]
)
def test_ok_after_a_wait_is_no_yes(held: str, back: str) -> None:
    """What was read back is read back again; the yes to that is one."""
    asked = goes("1", "1", "10023")
    turn = goes("1", "1", "10023", held, back)
    assert turn.state.room == asked.state.room
    assert [prompt for _, prompt in said(turn)] == [prompt for _, prompt in said(asked)]
    assert goes("1", "1", "10023", held, back, "ok").state.room != asked.state.room
