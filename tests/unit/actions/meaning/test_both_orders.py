"""Two orders at once: what is wanted of both, and when only the goods of one are meant."""

import time

import pytest

from actions.meaning.both_orders import both_wanted, of_all, of_orders, several_orders


@pytest.mark.parametrize(
    ("said", "need"),
    [
        ("cancel both", "cancel_order"),
        ("Can you cancel both of my orders please?", "cancel_order"),
        ("return both", "return_item"),
        ("send back both parcels", "return_item"),
        ("where are both of my orders?", "order_status"),
        ("track both", "order_status"),
        ("两个都取消", "cancel_order"),
        ("把两个订单都退了", "return_item"),
        ("两个都到哪了", "order_status"),
        ("查一下我的两个订单", "order_status"),
        ("cancel both 10025 and 10023", None),
        ("both are fine", None),
        ("don't cancel both", None),
        ("两个都好", None),
        ("they were both broken", None),
    ],
)
def test_what_is_wanted_of_both_is_the_need_of_its_verb(said: str, need: str | None) -> None:
    """Only where nothing else is said, and no order is named."""
    assert both_wanted(said) == need


def test_all_may_be_the_goods_of_one_order_and_both_orders_are_not() -> None:
    """全退 is said of all that was read back; 两单 are orders."""
    assert [of_all(said) for said in ("全退", "都退", "return all", "两个都退", "return both")] == [True] * 3 + [
        False
    ] * 2
    assert [of_orders(said) for said in ("两单都退", "return both orders", "return both")] == [True, True, False]
    assert [several_orders(said) for said in ("yes, cancel both", "cancel it")] == [True, False]


def test_hostile_words_stay_quick() -> None:
    """Words that almost fit, over and over, cost no time worth telling."""
    begun = time.thread_time()
    for unit in ("我的", "两", "帮我", "please ", "can you ", "i want to ", "both ", "all "):
        both_wanted((unit * 100)[:79] + "x")
        several_orders((unit * 100)[:79] + "x")
    assert time.thread_time() - begun < 1
