"""Questions about the bot's own questions are told from answers, and from questions about orders."""

import pytest

from actions.meaning.whys import asks_known_address, asks_where_number, wants_to_buy, why_asked


@pytest.mark.parametrize(
    ("said", "slot"),
    [
        ("why?", "wish"),
        ("what for?", "wish"),
        ("why do you need that?", "wish"),
        ("is that necessary", "wish"),
        ("do you really need my phone number", "last4"),
        ("why do you need the last four digits of my phone number", "last4"),
        ("what do you need my e-mail for", "email"),
        ("do i have to give a reason", "return_reason"),
        ("为什么要这个", "wish"),
        ("要订单号干嘛", "order_number"),
        ("为啥要告诉你地址", "new_address"),
        ("一定要税号吗", "tax_number"),
    ],
)
def test_why_something_is_asked_for(said: str, slot: str) -> None:
    """What is named decides; else it is what is asked for just now."""
    assert why_asked(said, "wish") == slot


@pytest.mark.parametrize(
    "said",
    [
        "why is it delayed",
        "why did you cancel it",
        "why not",
        "do you have it in black",
        "what",
        "为什么要退货",
        "为什么还没发货",
        "为什么退不了",
    ],
)
def test_other_whys_are_none(said: str) -> None:
    """Why an order is late, or what can't be done, is another matter."""
    assert why_asked(said, "wish") is None


def test_the_address_that_is_known() -> None:
    """Of an order; not the shop's, nor where returns or mails go."""
    for said in ("which address do you have?", "what's the current address", "登记的是哪个地址", "现在的地址是什么"):
        assert asks_known_address(said), said
    for said in (
        "what is your address",
        "what address do you have for returns",
        "登记的邮箱是哪个",
        "你们的地址是什么",
    ):
        assert not asks_known_address(said), said


def test_to_buy() -> None:
    """ "I'll take one" says it only right after a price."""
    assert wants_to_buy("ok i'll take one", priced=True)
    assert wants_to_buy("给我来一个吧", priced=True)
    assert not wants_to_buy("ok i'll take one", priced=False)
    assert wants_to_buy("i want to buy one", priced=False)
    assert not wants_to_buy("i want to return one", priced=True)


def test_where_the_number_stands() -> None:
    """Where, and which; not where a parcel is."""
    for said in ("where can i find that?", "which number do you mean", "哪里找", "什么号"):
        assert asks_where_number(said), said
    for said in ("where is my parcel", "到哪了", "在哪", "where is it going"):
        assert not asks_where_number(said), said
