"""What complains by its words, and what only asks how one does."""

import time

import pytest

from actions.meaning.grievances import aggrieved, asks_how_to_complain


@pytest.mark.parametrize(
    "text",
    [
        "your service is terrible",
        "I want to make a complaint",
        "this is a joke",
        "你们太差了",
        "我要投訴",
        "什么破公司",
        "呵呵，又晚了",
    ],
)
def test_words_of_grievance(text: str) -> None:
    """Any of them is enough."""
    assert aggrieved(text)


@pytest.mark.parametrize(
    "text",
    [
        "i'm not a customer yet i just wondered do you sell bicycles",
        "the line is bad can you repeat that",
        "I got a call from you",
        "老客户呢",
        "我真的寄了",
    ],
)
def test_no_word_of_grievance(text: str) -> None:
    """What sounds like a complaint and may be none."""
    assert not aggrieved(text)


@pytest.mark.parametrize(
    "text",
    [
        "how do I complain?",
        "where can i make a complaint",
        "do you have a complaints department",
        "怎么投诉",
        "请问在哪里投诉你们",
    ],
)
def test_how_one_complains(text: str) -> None:
    """A question, and no complaint yet."""
    assert asks_how_to_complain(text)


@pytest.mark.parametrize(
    "text", ["i want to complain", "我要投诉你们", "how do i complain about your rude driver. he spat at me"]
)
def test_a_complaint_is_no_question(text: str) -> None:
    """Who says what happened complains."""
    assert not asks_how_to_complain(text)


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in ("hi, how do i " * 5_000, "请问怎么" * 5_000, "tell me, " * 5_000, "没人没人" * 5_000):
        aggrieved(text)
        asks_how_to_complain(text)
    assert time.thread_time() - started < 0.5
