"""Answers beside a plain yes or no: an order taken back, what is kept."""

import pytest

from actions.talk.answers import keeps, retracts
from actions.talk.turn import CustomerTurn


@pytest.mark.parametrize(
    "text",
    [
        "oh wait wrong one",
        "yes that's the wrong one",
        "sorry that's the wrong order",
        "not that one",
        "单号错了",
        "不是这一单",
    ],
)
def test_an_order_is_taken_back(text: str) -> None:
    """Only while something is asked about it."""
    turn = CustomerTurn(text=text)
    assert retracts(turn, "last4")
    assert retracts(turn, "confirmed")
    assert not retracts(turn, None)
    assert not retracts(turn, "issue")


@pytest.mark.parametrize("text", ["you sent the wrong one to my sister", "i got the wrong order", "发错货了", "0198"])
def test_what_takes_no_order_back(text: str) -> None:
    """What was sent wrongly is a complaint about goods."""
    assert not retracts(CustomerTurn(text=text), "confirmed")


@pytest.mark.parametrize(
    "text",
    ["keep it", "ok then keep it", "yes, keep it please", "all right, forget it", "好吧留着吧", "算了我自己留着"],
)
def test_what_is_kept_is_no_yes(text: str) -> None:
    """Whatever it begins with; of what is not given away nothing can be kept."""
    assert keeps(CustomerTurn(text=text), "cancel_order")
    assert not keeps(CustomerTurn(text=text), "change_address")


@pytest.mark.parametrize("text", ["yes", "keep the speaker", "i want to return it", "留个言"])
def test_what_keeps_nothing(text: str) -> None:
    """A part that is kept says that the rest goes back."""
    assert not keeps(CustomerTurn(text=text), "return_item")
