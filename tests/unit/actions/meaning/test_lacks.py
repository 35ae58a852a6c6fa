"""A no that describes what came is a fact, and no answer."""

import time

import pytest

from actions.meaning.lacks import tells_fact


@pytest.mark.parametrize(
    "said",
    [
        "it has no sound", "no sound", "there's no sound at all", "there is no power", "no charger in the box",
        "they make no noise", "nothing happens", "it doesn't turn on", "it's not working", "no, it doesn't charge",
        "the screen has no picture", "the left side isn't working", "it won't connect", "no light comes on",
        "没有声音", "没声音", "没有反应", "没电", "没有充电器", "一点声音都没有反应", "屏幕没有显示", "不亮", "它不响",
        "不能开机", "里面没有说明书",
    ],
)  # fmt: skip
def test_what_is_not_there_is_a_fact(said: str) -> None:
    """Whatever it begins with."""
    assert tells_fact(said)


@pytest.mark.parametrize(
    "said",
    [
        "no", "no thanks", "no thank you", "no need", "no don't report it", "no report please", "no not now", "no problem",
        "it's not needed", "it is not broken", "it doesn't matter", "i don't want that", "i have no time", "no way",
        "there is no problem", "no it's fine", "nothing", "does it have no sound?",
        "没有", "没有啊", "没有了", "没有必要", "没关系", "没事", "没事了", "没问题", "不用", "不要", "不登记", "没有坏",
        "没有收到", "不是", "没有别的了", "不想要了",
    ],
)  # fmt: skip
def test_an_answer_is_none(said: str) -> None:
    """Nor is a wish, or what says that nothing is wrong."""
    assert not tells_fact(said)


def test_hostile_words_stay_quick() -> None:
    """Words that almost fit, over and over, cost no time worth telling."""
    begun = time.thread_time()
    for unit in ("就是", "没有", "是的", "no ", "just ", "the thing is ", "it "):
        tells_fact((unit * 100)[:99] + "x")
    assert time.thread_time() - begun < 1
