"""The four digits that prove an order, wherever they stand beside it; and what is none."""

import time

import pytest

from actions.reading.number_kinds import EMBEDDED
from actions.reading.orders_named import stumbled_in
from actions.reading.phone_endings import before_order, glued_in, last4_in


@pytest.mark.parametrize(
    "said",
    [
        "return 10024 0198, not the speaker",
        "exchange only the headphones 10024 0198, same model",
        "return 10024, 0198, only the speaker",
        "10024 and 0198, return please",
        "return um one zero zero two four and um zero one nine eight and it's the headphones",
        "change my address please one zero zero two five zero one nine eight",
        "I want to change the address, number 0198, order 10025, to 9 Birch Lane, Salem, MA 01970",
        "my new address for 10025: 9 Birch Lane, Salem, MA 01970. phone 0198",
        "10025: send it to 9 Birch Lane, Salem, MA 01970, my phone ends in 0198",
    ],
)
def test_the_digits_are_heard_beside_an_order(said: str) -> None:
    """Behind a comma, an "and", a filler, in one breath; and beside an address."""
    assert last4_in(said, None, {}, EMBEDDED) == "0198"


@pytest.mark.parametrize(
    "said",
    [
        "10034先退货再开发票 6688",
        "10033改地址，6688，改成江苏省南京市鼓楼区中山路1号",
        "退货幺零零三二六六八八",
        "查一下幺零零三一嗯六六八八",
    ],
)
def test_the_digits_are_heard_beside_an_order_in_chinese(said: str) -> None:
    """Typed and said."""
    assert last4_in(said, None, {}, EMBEDDED) == "6688"


@pytest.mark.parametrize(
    "said",
    [
        "收货人改成李四，电话13512345678，订单10033",
        "10033改地址，收件人李四，电话13512345678，杭州市西湖区文三路90号",
        "订单号10032，开票信息：上海云帆科技有限公司，0755-88888888",
        "退货10032，我老婆电话13512345678",
        "return 10024, my wife's phone is 415 555 0123",
        "the recipient's phone should be 415-555-0123 on order 10025",
        "send 10025 to 12 Oak Street, Springfield, IL 62704",
        "invoice for 10024, tax number 471234567",
        "return order 10024 bought in 2025",
        "my order 10024 cost 1200 dollars",
        "is 1002 my order number? 10023",
    ],
)
def test_other_numbers_prove_nothing(said: str) -> None:
    """Of a recipient, a firm, a house, a postcode, a year, a price."""
    assert last4_in(said, None, {}, EMBEDDED) is None


def test_the_digits_before_an_order() -> None:
    """Called so, wherever they stand; an order's own number is no proof."""
    assert before_order("the address, number 0198, order 10025, to", EMBEDDED) == ("0198", "10025")
    assert before_order("order number 1002, no 10025", EMBEDDED) is None


def test_one_breath() -> None:
    """Nine digits are an order and its proof where nothing calls them otherwise."""
    assert glued_in("one zero zero two five zero one nine eight", EMBEDDED) == ("10025", "0198")
    assert glued_in("the e i n is four seven one two three four five six seven, my tax number", EMBEDDED, None) is None


@pytest.mark.parametrize(
    ("said", "number"),
    [("幺零零三呃三二", "10032"), ("one zero zero two uh two four", "10024"), ("幺零零呃三二", None), ("1002", None)],
)
def test_a_number_that_is_gone_on_with_from_its_last_digit(said: str, number: str | None) -> None:
    """The digit said twice is one."""
    assert stumbled_in(said, EMBEDDED) == number


def test_hostile_words_stay_quick() -> None:
    """However they repeat."""
    started = time.thread_time()
    for piece in ("10024 and ", "zero one ", "number 0198 ", "电话", "收件人1", "幺零呃", "0755-"):
        last4_in((piece * 100)[:400], None, {}, EMBEDDED)
        stumbled_in(piece * 500, EMBEDDED)
    assert time.thread_time() - started < 0.5
