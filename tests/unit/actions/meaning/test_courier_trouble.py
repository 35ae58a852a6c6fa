"""What couriers did, and what they are to be told beforehand."""

import pytest

from actions.meaning.courier_trouble import courier_trouble, delivery_need
from actions.meaning.kinds import kind_of


@pytest.mark.parametrize(
    "text",
    [
        "the driver left it in a parcel locker without asking",
        "I refused the parcel at the door",
        "the courier asked me for money",
        "the courier asked me for ten dollars",
        "快递放驿站了，没问我",
        "我拒收了",
        "快递员找我要钱",
        "東西被扔在門口",
    ],
)
def test_a_trouble_without_a_name(text: str) -> None:
    """It is a delivery problem of its own kind."""
    assert courier_trouble(text)
    assert delivery_need(text, "order_status") == "delivery_problem"
    assert delivery_need(text, "change_order") is None
    assert kind_of("issue", text) == "other"


@pytest.mark.parametrize(
    "text",
    [
        "can it be left with a neighbour",
        "says left with a neighbour but nobody has it",
        "怎么拒收",
        "可以放驿站吗",
        "请放门口",
        "放驿站了但是找不到",
    ],
)
def test_a_wish_and_a_loss_are_none(text: str) -> None:
    """What is asked for did not happen; what is gone is not there."""
    assert not courier_trouble(text)


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("I won't be home, can they leave it somewhere", "change_order"),
        ("我明天不在家，能放门口吗", "change_order"),
        ("will the olive tree survive a winter left outside", None),
        ("会员自动续费谁让你们扣的，25块", None),
        ("催发货", "delivery_problem"),
        ("please ship order one zero zero two five faster", "delivery_problem"),
        ("送到哪个驿站呀", None),
        ("家里没人怎么办 今天送吗", None),
        ("我说了不在家改天送 结果还是来了", None),
        ("where is my order", None),
        ("什么时候发货", None),
    ],
)
def test_the_need_behind_it(text: str, need: str | None) -> None:
    """Where it sounds like a question for the order."""
    assert delivery_need(text, "order_status") == need


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("怎么还没发货", "not_sent"),
        ("it has not been shipped yet", "not_sent"),
        ("it is late", "late"),
        ("broken", "damaged"),
    ],
)
def test_what_went_wrong(text: str, kind: str) -> None:
    """An order that is not sent is not late on its way."""
    assert kind_of("issue", text) == kind
