"""A wish for what delivery cost alone, and what only sounds like one."""

import pytest

from actions.meaning.postage import postage_alone


@pytest.mark.parametrize(
    "text",
    [
        "i want my postage refunded for order 10024", "can i get the shipping costs back?", "shipping fee refund please",
        "please refund the delivery fee, it came late", "i only want the shipping refunded, not the lamp",
        "can you reimburse me for the postage", "give me my delivery charge back", "refund my shipping",
        "我要退运费，订单10032", "运费能退给我吗", "只退邮费，东西我留着", "晚了三天，運費退我", "配送费要求返还",
    ],
)  # fmt: skip
def test_only_the_postage(text: str) -> None:
    """Nothing goes back for it."""
    assert postage_alone(text)


@pytest.mark.parametrize(
    "text",
    [
        "refund my order including shipping", "do i get postage back if i return it", "who pays return shipping",
        "full refund and postage", "refund my delivery", "how much is shipping", "my shipping is late, refund me",
        "i want to return it and get my postage back",
        "you refunded shipping, thanks, and the lamp?", "do i have to pay the shipping to send it back",
        "can i have shipping notifications back", "give me the shipping label back",
        "才退回来运费 大头没退", "只退了运费", "发错的我不想出邮费退", "退回运费到付收不收", "搬运费退款在审核",
        "退货运费谁出", "退货退运费吗", "退款和运费一起退", "运费多少", "有运费险吗", "退货运费能退吗",
    ],
)  # fmt: skip
def test_more_than_the_postage(text: str) -> None:
    """The goods, or the rule."""
    assert not postage_alone(text)
