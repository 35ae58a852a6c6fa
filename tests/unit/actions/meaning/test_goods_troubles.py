"""What is said of one's own goods, and what is not said of them."""

import pytest

from actions.meaning.goods_troubles import displeases, fails, reports_delivery
from actions.meaning.kinds import kind_of
from actions.reading.orders_named import only_number


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the headphones don't charge", True),
        ("my speaker won't charge anymore", True),
        ("the headphones don't work", True),
        ("does the speaker charge by usb?", False),
        ("my card doesn't work", False),
        ("the tracking link doesn't work", False),
    ],
)
def test_goods_that_fail(text: str, *, meant: bool) -> None:
    """They are told of, not asked about; what is the shop's is none of them."""
    assert fails(text) is meant


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("the speaker is too quiet", True),
        ("the headphones hurt my ears", True),
        ("my headphones are too small", True),
        ("the speaker sounds bad", True),
        ("10034跟图片不一样", True),
        ("10034有色差", True),
        ("is the speaker too quiet?", False),
        ("the delivery is too slow", False),
        ("背包会不会太小吗", False),
    ],
)
def test_goods_that_do_not_please(text: str, *, meant: bool) -> None:
    """Why they may go back is told; a question is no reason."""
    assert displeases(text) is meant


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("you sent me the wrong speaker", "wrong_item"),
        ("I got the wrong headphones", "wrong_item"),
        ("I got someone else's order", "wrong_item"),
        ("i sent it to the wrong address", None),
        ("I gave you the wrong number", None),
        ("there is something missing from 10024", "incomplete"),
    ],
)
def test_what_went_wrong(text: str, kind: str | None) -> None:
    """Whatever the goods are called; the wrong address is none of them."""
    assert kind_of("issue", text) == kind


def test_a_delivery_is_to_be_looked_into() -> None:
    """In the bot's own words for it, or in a word where an order is named."""
    assert reports_delivery("那就帮我反映快递问题", of_order=False)
    assert reports_delivery("10109帮我反映一下", of_order=True)
    assert not reports_delivery("帮我反映一下", of_order=False)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("10031", True),
        ("订单号是10031", True),
        ("one zero zero two four", True),
        ("it's order 10024", True),
        ("10024 never came", False),
        ("快递员态度很差", False),
    ],
)
def test_a_number_alone_tells_nothing(text: str, *, only: bool) -> None:
    """What happened is still to be told."""
    assert only_number(text) is only
