"""What is to be different about goods, and why they come back."""

import time

from actions.meaning.goods_wishes import in_or_out, items_in, names_items_only, reason_in
from actions.meaning.wishes import wish_in


def test_items() -> None:
    """The words as they stand, without their courtesy."""
    assert items_in("10033能改成红色的吗") == "改成红色的"
    assert items_in("change it to two please") == "change it to two"
    assert items_in("10033能改為紅色的嗎") == "改為紅色的"
    assert items_in("我想改一下") is None


def test_goods_in_and_out() -> None:
    """What is to be put into an order or taken out, in the customer's words."""
    assert in_or_out("no, just remove the phone charger from it please") == "remove the phone charger from it"
    assert in_or_out("帮我去掉充电器，谢谢") == "去掉充电器"
    assert in_or_out("please add my address") is None


def test_reasons_and_wishes() -> None:
    """Only the words that say it."""
    assert reason_in("it's too small, sorry, and it is only the charger") == "too small"
    assert wish_in("想换大一码的") == "换大一码的"
    assert wish_in("a blue one please") is None
    assert wish_in("a blue one please", alone=True) == "a blue one please"
    assert names_items_only("the colour")
    assert not names_items_only("the red colour")


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in ("change it to " * 5_000, "改成" * 20_000, "remove a" * 5_000, "去掉" * 20_000, "换个" * 20_000):
        items_in(text)
        in_or_out(text)
        names_items_only(text[:2_000])
        reason_in(text[:2_000])
        wish_in(text[:2_000])
    assert time.thread_time() - started < 0.5


def test_one_of_two_is_to_go() -> None:
    """A part of an order, not the order."""
    assert in_or_out("下了两个 取消一个行不") == "取消一个"
    assert in_or_out("就留一个") == "就留一个"
    assert in_or_out("取消一个订单") is None
    assert wish_in("换个大一点的") == "换个大一点的"
