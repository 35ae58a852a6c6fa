"""Who wants time: to look something up, or to think."""

import time

import pytest

from actions.meaning.hesitating import called_away, pauses, puts_off, wavers


@pytest.mark.parametrize(
    "text",
    [
        "等一下 我找找",
        "稍等",
        "我看看",
        "hang on, let me check",
        "one moment please",
        "等一下啊",
        "I'll send it in a minute",
        "let me look it up",
        "先等一下，我找找地址",
        "我明天再告诉你",
        "等一下有人敲门",
        "诶等下有电话",
        "sorry hold on the baby's crying",
        "sec",
        "brb",
        "ok i'm back",
        "我回来了",
        "actually hold on",
    ],
)
def test_a_moment_to_look(text: str) -> None:
    """Nothing is said yet."""
    assert pauses(text)


@pytest.mark.parametrize(
    "text",
    [
        "等一下，不要取消",
        "我看看10032",
        "let me check 10023",
        "等了三天了",
        "wait, it is 10024",
        "I'll send it back",
        "我看看物流",
        "hold on the parcel is broken",
        "等一下还有个订单10032",
        "send it back",
        "等一下有个订单没到",
        "等一下有人拿了我的快递",
        "hold on my phone is broken",
    ],
)
def test_more_than_a_moment(text: str) -> None:
    """What else is said counts."""
    assert not pauses(text)


@pytest.mark.parametrize("text", ["等等 先别取消", "我再想想", "hold on, let me think", "hang on", "not yet", "等一下"])
def test_who_puts_it_off(text: str) -> None:
    """A bare wait is both: where a yes was asked for, none is given."""
    assert wavers(text)


@pytest.mark.parametrize(
    "text", ["等了三天了", "yes", "let me check", "先生贵姓", "i have been holding on to the parcel all day"]
)
def test_who_does_not(text: str) -> None:
    """Time that went by, or a moment to look."""
    assert not wavers(text)


def test_hostile_words_stay_quick() -> None:
    """However they repeat."""
    started = time.thread_time()
    for text in (
        "好，" * 13 + "x",
        "等等" * 12 + "x",
        "wait, " * 6 + "x",
        "我看看" * 13,
        "please, " * 5,
        "等" * 100_000,
        "one sec " * 5,
        "等一下我" * 10,
    ):
        pauses(text)
        wavers(text)
    assert time.thread_time() - started < 0.5


@pytest.mark.parametrize(
    "text", ["电话", "孩子", "有人", "有人吗", "phone", "the phone", "电话多少", "my phone is broken"]
)
def test_a_word_alone_calls_nobody_away(text: str) -> None:
    """It may be a question, or an answer."""
    assert not called_away(text)


@pytest.mark.parametrize(
    "text",
    [
        "let me think",
        "hold on, let me think",
        "i'll ask my wife",
        "我问下我老公",
        "考虑一下",
        "来电话了",
        "my phone is ringing",
    ],
)
def test_who_thinks_or_is_called_wants_a_moment(text: str) -> None:
    """Nothing is pressed for meanwhile."""
    assert called_away(text)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "I'll think about it",
            "wait, let me think",
            "let me ask my husband first",
            "hmm i don't know",
            "next week maybe",
        ),
        *(
            "maybe later",
            "hold on, I'll look outside",
            "sure let me ask my husband",
            "not sure if I should",
            "ask me later",
        ),
        *("我再想想", "问下我老公", "明天再说", "还没想好", "等我老婆回来再说", "等下我问下邻居"),
    ],
)
def test_it_is_put_off(text: str) -> None:
    """What was asked is not decided, or something else comes first."""
    assert puts_off(text)


@pytest.mark.parametrize(
    "text",
    ["hold on", "等一下", "ok", "let me look it up", "i don't know the number", "later today please deliver", "好"],
)
def test_it_is_not_put_off(text: str) -> None:
    """A short wait, an answer, or another wish."""
    assert not puts_off(text)


@pytest.mark.parametrize("text", ["好了你说", "可以了", "我好了", "ready", "诶等一下啊"])
def test_ready_again_or_not_yet(text: str) -> None:
    """Neither is an answer."""
    assert pauses(text)
