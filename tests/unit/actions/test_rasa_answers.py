"""Answers beside a plain yes or no: an order taken back, a yes with its verb, one part of an address put right."""

import pytest

from actions.rasa_answers import goes_ahead, retracts
from actions.rasa_turn import CustomerTurn


@pytest.mark.parametrize(
    "text", ["oh wait wrong one", "sorry that's the wrong order", "not that one", "单号错了", "不是这一单"]
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
    "text", ["yes ask them", "yeah report it please", "yes cancel the whole thing", "好的，帮我问一下", "对，取消吧"]
)
def test_a_yes_with_its_verb(text: str) -> None:
    """Unless the words are another request."""
    assert goes_ahead(CustomerTurn(text=text, intent="affirm"), "delivery_problem")
    assert not goes_ahead(CustomerTurn(text=text, intent="return_item"), "cancel_order")


@pytest.mark.parametrize(
    "text",
    [
        "yes but not yet",
        "yes if it is free",
        "yes 10026",
        "yes how long",
        "yes, only the speaker",
        "好的，先别取消",
        "可以退吗",
    ],
)
def test_a_yes_with_a_condition_is_none(text: str) -> None:
    """Nothing is done on it."""
    assert not goes_ahead(CustomerTurn(text=text, intent="affirm"), "cancel_order")
