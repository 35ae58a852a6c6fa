"""What begins nothing, and what only looks like it."""

import pytest

from actions.meaning.loose_ends import (
    called_otherwise,
    declines_so,
    had_no_luck,
    has_sent_back,
    has_waited,
    not_to_be_cancelled,
    of_parcel_back,
    tries,
)


@pytest.mark.parametrize(
    "text", ["i sent it back 2 weeks ago", "i already returned it", "我两周前就寄回去了", "退回去好久了", "我早就退了"]
)
def test_goods_that_went_back(text: str) -> None:
    """Told, not wanted."""
    assert has_sent_back(text)


@pytest.mark.parametrize(
    "text",
    [
        "i want to send it back",
        "can i send it back",
        "退了吧",
        "算了不退了",
        "还没寄回去",
        "寄回去了吗",
        "return it",
        "i sent the speaker to my brother",
        "我寄给朋友了",
    ],
)
def test_goods_that_did_not_go_back(text: str) -> None:
    """A wish, a question and a no tell nothing of the kind."""
    assert not has_sent_back(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("no i have no return number", True),
        ("the courier was UPS", True),
        ("单号SF1234567890", True),
        ("不是 我没有退货单号", True),
        ("where is order 10025", False),
        ("cancel 10025", False),
        ("no thanks", False),
    ],
)
def test_what_is_told_of_a_parcel_that_went_back(text: str, told: bool) -> None:
    """Its number, its carrier and its day; nothing that asks or wants."""
    assert of_parcel_back(text) is told


@pytest.mark.parametrize(
    "text", ["it's been 3 weeks", "are you going to refund me or not", "都半个月了", "你们到底退不退", "等了一个星期了"]
)
def test_who_has_waited(text: str) -> None:
    """Only how long, or whether it comes at all."""
    assert has_waited(text)


@pytest.mark.parametrize("text", ["ok i'll check spam", "let me try that", "ok i'll wait", "我去看看", "我试试"])
def test_who_tries(text: str) -> None:
    """And wants nothing meanwhile."""
    assert tries(text)


@pytest.mark.parametrize("text", ["i'll return it", "let me cancel that", "我看看别的订单", "i'll try another size"])
def test_who_wants_something(text: str) -> None:
    """What is wanted is not left at that."""
    assert not tries(text)


@pytest.mark.parametrize("text", ["nothing there", "still nothing", "i didn't get the link", "还是没有", "没收到"])
def test_no_luck(text: str) -> None:
    """What was tried brought nothing."""
    assert had_no_luck(text)


@pytest.mark.parametrize("text", ["so don't cancel it then", "那不取消了吧", "please do not cancel my order", "别取消"])
def test_no_cancellation(text: str) -> None:
    """Nothing else is said."""
    assert not_to_be_cancelled(text)


@pytest.mark.parametrize(
    "text", ["don't cancel it, change the address", "不取消了改地址", "don't cancel my return", "cancel it"]
)
def test_more_than_no_cancellation(text: str) -> None:
    """What else is wanted is heard."""
    assert not not_to_be_cancelled(text)


def test_numbers_of_carriers() -> None:
    """A receipt's number is none of an order."""
    assert called_otherwise("here is the receipt number 77281", "77281")
    assert called_otherwise("顺丰SF123456789", "123456789")
    assert not called_otherwise("and 10025", "10025")


def test_a_no_to_what_was_offered() -> None:
    """It names the deed that is not wanted."""
    assert declines_so("算了不退了")
    assert not declines_so("不退了换一个吧")
    assert not declines_so("退了")
