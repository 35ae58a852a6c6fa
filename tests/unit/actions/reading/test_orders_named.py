"""Orders as messages name them: several, some that are not meant, in two pieces; as long as the shop's numbers are."""

import pytest

from actions.reading.number_kinds import ANY, USUAL, OrderDigits, orders_in
from actions.reading.orders_named import (
    beside,
    called_order,
    denied_in,
    joins_two,
    of_pieces,
    piece_of,
    surely_order,
    without_order,
    without_others,
)

EIGHT, TEN, SHORT = OrderDigits(8, 8), OrderDigits(10, 10), OrderDigits(3, 4)


@pytest.mark.parametrize(
    ("text", "first", "digits", "others"),
    [
        ("10023 and 10024", "10023", USUAL, ("10024",)),
        ("10023、10024和10025", "10023", USUAL, ("10024", "10025")),
        ("20000123 and 20000124", "20000123", EIGHT, ("20000124",)),
        ("2000012301, 2000012302", "2000012301", TEN, ("2000012302",)),
        ("20000123 and 20000124", "20000123", USUAL, ()),
        ("10023 not 10024, 10025", "10023", USUAL, ("10025",)),
        ("10021 10022 10023 10024 10025", "10021", USUAL, ()),
        ("1234 and 1235", "1234", SHORT, ()),
    ],
)
def test_orders_beside_the_first(text: str, first: str, digits: OrderDigits, others: tuple[str, ...]) -> None:
    """None that is not meant, none of another length than the shop's; of too many none at all."""
    assert beside(text, first, digits) == others


def test_two_that_stand_side_by_side() -> None:
    """Both as long as the shop's are."""
    assert joins_two("10023 and also order 10024", USUAL)
    assert joins_two("20000123、20000124", EIGHT)
    assert not joins_two("20000123、20000124", USUAL)
    assert not joins_two("1234 and 1235", SHORT)
    assert not joins_two("10023 costs 10024", USUAL)


@pytest.mark.parametrize("text", ["not 10032 10034", "not 10032, 10034", "not 1 00 32, 10034", "不是一零零三二，10034"])
def test_what_is_denied_ends_where_the_next_number_begins(text: str) -> None:
    """A blank between two whole numbers joins them no more than a comma does."""
    assert denied_in(text) == {"10032"}


@pytest.mark.parametrize(
    ("pieces", "digits", "whole"),
    [
        (("one zero zero", "two three"), USUAL, "10023"),
        (("10023", "45"), USUAL, None),
        (("2000", "0123"), EIGHT, "20000123"),
        (("2000", "0123"), TEN, None),
        (("hello", "10023"), USUAL, None),
    ],
)
def test_two_pieces_are_a_number_of_the_shops(pieces: tuple[str, str], digits: OrderDigits, whole: str | None) -> None:
    """Only where neither is one by itself, and both together are."""
    assert of_pieces(*pieces, digits) == whole


@pytest.mark.parametrize(
    ("before", "said", "digits", "there"),
    [
        ("", "one zero zero", USUAL, "100"),
        ("", "it's 1 0", USUAL, "10"),
        ("", "幺零零", USUAL, "100"),
        ("100", "zero", USUAL, "1000"),
        ("", "zero", USUAL, None),
        ("", "three weeks ago, 12 or so", USUAL, None),
        ("1234", "five six seven eight", USUAL, None),
        ("1234", "five six seven eight", EIGHT, "12345678"),
        ("100", "no that's wrong", USUAL, None),
    ],
)
def test_a_number_grows_piece_by_piece(before: str, said: str, digits: OrderDigits, there: str | None) -> None:
    """By messages that hold nothing but digits, as long as it can still be one of the shop's."""
    assert piece_of(before, said, digits) == there


@pytest.mark.parametrize(
    ("said", "asked", "order"),
    [
        ("where is my order 2000012301", None, "2000012301"),
        ("订单号2000012301到哪了", None, "2000012301"),
        ("2000012301", TEN, "2000012301"),
        ("2000012301", USUAL, ""),
        ("2000012301", None, ""),
        ("order 4155550198", TEN, ""),
        ("2000012301 or 2000012302", TEN, ""),
    ],
)
def test_what_can_only_be_an_order(said: str, asked: OrderDigits | None, order: str) -> None:
    """By what it is called, or by what was asked for; never what looks like a phone's."""
    assert surely_order(said, asked) == order


def test_a_phone_that_is_called_one_is_no_order() -> None:
    """However long the shop's numbers are; and it may be any shop's."""
    assert orders_in("call me on 4155550198 about 2000012301", TEN) == ("2000012301",)
    assert orders_in("call me on 4155550198 about 10023", ANY) == ("10023",)


@pytest.mark.parametrize(
    "text", ["5 Quay Street for order 10023", "5 Quay Street, order number 10023", "5 Quay Street订单号10023"]
)
def test_an_order_called_one_is_taken_out(text: str) -> None:
    """Of what is to be written down somewhere else."""
    assert (called_order(text), without_order(text).strip()) == ("10023", "5 Quay Street")


@pytest.mark.parametrize(
    "text",
    [
        "my postcode is 12345", "zip 90210", "邮编100080", "my customer number is 88123", "会员卡号：88123",
        "验证码是123456", "the voucher code 55123 fails", "i paid 10000 dollars", "花了10000块", "it was £10023",
    ],
)  # fmt: skip
def test_a_number_that_is_called_something_else_is_no_order(text: str) -> None:
    """An order beside it stays one."""
    assert orders_in(without_others(text)) == ()
    assert orders_in(without_others(f"{text}, order 10024")) == ("10024",)


@pytest.mark.parametrize(
    ("text", "denied"),
    [
        ("退货10034啊不对10032", {"10034"}),
        ("退10034，不对，退10032", {"10034"}),
        ("我要退10034，哦不，10032那个手表", {"10034"}),
        ("取消10033啊不是10034", {"10033"}),
        ("取消那个幺零零三三啊不是幺零零三四", {"10033"}),
        ("不是10033，是10031", {"10033"}),
        ("cancel one zero zero two five no wait return one zero zero two four", {"10025"}),
        ("cancel 10025 not 10026", {"10026"}),
        ("退10034哦不要退10032", {"10032"}),
    ],
)
def test_an_order_put_right_within_one_message(text: str, denied: set[str]) -> None:
    """What is taken back is not meant, though a verb stands between; what an "oh no" leads to is."""
    assert denied_in(text) == denied
