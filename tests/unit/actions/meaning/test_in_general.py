"""Questions about how the shop does things."""

import pytest

from actions.meaning.in_general import asks_in_general


@pytest.mark.parametrize(
    "text",
    [
        "do you ship to Canada?", "how long do refunds take?", "can I return opened items?", "what if my parcel is lost",
        "can i cancel an order after it shipped", "do i need the receipt to return", "who pays for return shipping",
        "is it possible to return a gift", "发货后还能取消吗", "退货要自己付邮费吗", "退款一般多久到",
        "包裹丢了怎么办", "能开公司发票吗",
    ],
)  # fmt: skip
def test_general(text: str) -> None:
    """They name nothing of one's own."""
    assert asks_in_general(text)


@pytest.mark.parametrize(
    "text",
    [
        "can i return it", "can you cancel my order", "where is my order", "do you have my order 10025",
        "when will my order arrive",
        "i want to return an item", "can i return the speaker", "can i get a refund", "我要退货", "帮我取消", "我的包裹丢了",
        "能取消吗",
        "10025能退吗",
    ],
)  # fmt: skip
def test_of_ones_own(text: str) -> None:
    """Who wants something done names their own, or no rule."""
    assert not asks_in_general(text)
