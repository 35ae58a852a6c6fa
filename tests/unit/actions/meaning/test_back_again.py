"""A wait that is asked for, and words that say no more than that it is over."""

import time

import pytest

from actions.meaning.hesitating import only_back, waits


@pytest.mark.parametrize(
    "said",
    [
        "ok",
        "Okay.",
        "ok I'm back",
        "alright",
        "fine",
        "ok thanks",
        "go ahead",
        "好的",
        "好了",
        "嗯",
        "可以了",
        "我回来了",
        "好的，久等了",
    ],
)
def test_a_wait_is_over(said: str) -> None:
    """It may be a yes where nobody asked to wait."""
    assert only_back(said)


@pytest.mark.parametrize(
    "said", ["yes", "ok yes", "yes please", "ok cancel it", "no", "是的", "对", "好的取消吧", "确定", "不用了"]
)
def test_an_answer_is_more_than_that(said: str) -> None:
    """A yes, a no, and what names the act."""
    assert not only_back(said)


def test_a_wait_is_none_once_it_is_over() -> None:
    """Or every "ok" after "I'm back" would be none."""
    assert [waits(said) for said in ("hold on", "等一下", "I'm back", "回来了")] == [True, True, False, False]


def test_hostile_words_stay_quick() -> None:
    """Words that almost fit, over and over, cost no time worth telling."""
    begun = time.thread_time()
    for unit in ("嗯", "继续说", "好了", "ok ", "so ", "i'm back "):
        only_back((unit * 100)[:39] + "x")
    assert time.thread_time() - begun < 1
