"""A yes that names the thing, a no that wavers, and what is neither."""

import time

import pytest

from actions.meaning.agreeing import LONGEST, agrees, names_act, urges


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("嗯嗯取消", "cancel_order"),
        ("取消吧", "cancel_order"),
        ("算了取消吧", "cancel_order"),
        ("好的谢谢您", "cancel_order"),
        ("嗯嗯退吧谢谢你", "return_item"),
        ("yes cancel it", "cancel_order"),
        ("cancel it please", "cancel_order"),
        ("退吧", "return_item"),
        ("对，帮我退", "return_item"),
        ("yes return it", "return_item"),
        ("嗯登记", "delivery_problem"),
        ("对对对快点", "refund_request"),
        ("系啊", "change_address"),
    ],
)
def test_a_yes_that_names_it(said: str, need: str) -> None:
    """Naming what was read back, or nothing but words for yes."""
    assert agrees(said, need) is True


@pytest.mark.parametrize("said", ["等等 先别取消", "我再想想", "hold on, let me think", "先不取消了", "not yet"])
def test_who_wavers_says_no(said: str) -> None:
    """Nothing is done for somebody who is not sure."""
    assert agrees(said, "cancel_order") is False


@pytest.mark.parametrize(
    "said",
    [
        "取消",
        "cancel",
        "别取消",
        "不要取消",
        "取消不了吗",
        "好的多久退款",
        "对不起",
        "对了",
        "好了好了",
        "不",
        "换吧",
        "",
        "行不行",
    ],
)
def test_what_is_neither(said: str) -> None:
    """A bare "cancel" may be meant for the talk; a no, a question and another wish are told by others."""
    assert agrees(said, "cancel_order") is None


def test_hostile_words_stay_quick() -> None:
    """However its words repeat."""
    started = time.thread_time()
    for text in ("好 " * (LONGEST // 2 - 1) + "x", "可" * (LONGEST - 1) + "x", "帮我" * 11 + "x", "好" * 100_000):
        agrees(text, "cancel_order")
    assert time.thread_time() - started < 0.5


@pytest.mark.parametrize("said", ["嗯……", "嗯。。。", "呃…", "hmm..."])
def test_who_hesitates_says_neither(said: str) -> None:
    """A sound with dots behind it is no yes to anything."""
    assert agrees(said, "return_item") is None


def test_a_no_that_names_the_thing() -> None:
    """不申请了 to claiming the difference, and a change of mind after it."""
    assert agrees("不申请了", "price_protection") is False
    assert agrees("算了不改了", "change_address") is False
    assert agrees("还是申请吧", "price_protection") is True
    assert names_act("还是申请吧", "price_protection")
    assert not names_act("申请", "price_protection")
    assert not names_act("还是算了", "price_protection")


def test_haste_alone() -> None:
    """快点 wants nothing else; with a wish beside it it may."""
    assert all(urges(said) for said in ("快点", "赶紧的", "搞快点！", "hurry up"))
    assert not any(urges(said) for said in ("快递", "快点发货", "急需退款", "hurry up and cancel it"))
