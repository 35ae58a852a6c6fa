"""A no that tells something is told from one that only closes the talk."""

import pytest

from actions.meaning.taking_back import takes_back
from actions.meaning.telling_no import money_not_there, tells_something


@pytest.mark.parametrize(
    "said",
    [
        "no, I never got it",
        "no it isn't there",
        "no i dont see it",
        "I checked my account, it is not there",
        "nothing came",
        "my card shows nothing",
        "没有，我没收到",
        "不，账户里没有",
        "没看到",
        "我查了账户，没有",
    ],
)
def test_money_is_said_not_to_be_there(said: str) -> None:
    """In whatever words, with a no before them or not."""
    assert money_not_there(said)


@pytest.mark.parametrize(
    "said",
    [
        "no",
        "no thanks that's all",
        "nope nothing",
        "not today",
        "no I don't need anything",
        "when is it there?",
        "没有了",
        "不用了",
    ],
)
def test_a_plain_no_says_nothing_of_money(said: str) -> None:
    """Nor does a question, which is answered."""
    assert not money_not_there(said)


@pytest.mark.parametrize(
    "said",
    [
        "and not leave it outside",
        "no the amount is wrong",
        "no it has not moved for days",
        "no, the courier was rude",
        "没有，金额不对",
        "不是，地址写错了",
    ],
)
def test_a_no_may_tell_what_is_wrong(said: str) -> None:
    """Then the talk is not over."""
    assert tells_something(said)


@pytest.mark.parametrize(
    "said",
    [
        "no you've been great, have a lovely day",
        "no I don't think so",
        "no i can't think of anything",
        "no that's not it",
        "no there isn't",
        "no i didn't",
        "no and thank you",
        "没有别的了",
        "不过谢谢你",
        "没有不对的地方",
    ],
)
def test_a_no_may_only_close_the_talk(said: str) -> None:
    """However it is said."""
    assert not tells_something(said)


def test_what_one_does_not_think_takes_nothing_back() -> None:
    """Only a "don't" to the bot, or what is not wanted, does."""
    assert takes_back("actually no, don't")
    assert takes_back("no i don't want it cancelled")
    assert not takes_back("no I don't think so")
