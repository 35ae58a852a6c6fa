"""Ten or eleven bare digits: an order's or a phone's."""

import pytest

from actions.reading.number_kinds import USUAL, OrderDigits, looks_like_phone
from actions.talk.heard import hear
from actions.talk.turn import CustomerTurn
from frontdesk.rasa_worker.entities import entities

LONG = OrderDigits(10, 11)


def heard(text: str, asked: str | None, digits: OrderDigits) -> dict[str, str | bool]:
    found = {one.kind: one.value for one in reversed(entities(text))}
    told = hear(CustomerTurn(text=text, intent="inform", confidence=0.9, entities=found), asked, digits)
    return {slot: value for slot, value in told.items() if slot in ("order_number", "contact", "last4")}


PHONES = [
    ("13812345678", "13812345678"),
    ("it's 4155550198", "4155550198"),
    ("07946551203 please", "07946551203"),
    ("幺三八一二三四五六七八", "13812345678"),
    ("four one five five five five oh one nine eight", "4155550198"),
    ("415-555-0198", "4155550198"),
]


@pytest.mark.parametrize("asked", [None, "order_number", "proof"])
@pytest.mark.parametrize(("text", "number"), PHONES)
def test_a_phones_shape_where_no_order_number_is_so_long(text: str, number: str, asked: str | None) -> None:
    """It is a contact, and its end proves nothing."""
    assert heard(text, asked, USUAL) == {"contact": number}


@pytest.mark.parametrize("asked", [None, "order_number", "proof"])
@pytest.mark.parametrize(("text", "number"), [*PHONES, ("1000234567", "1000234567")])
def test_where_order_numbers_are_as_long_it_is_one_at_first(text: str, number: str, asked: str | None) -> None:
    """Asked or not; its own last digits are not the phone's."""
    assert heard(text, asked, LONG) == {"order_number": number}


@pytest.mark.parametrize("asked", [None, "order_number"])
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("my phone is 4155550198", "contact"),
        ("+86 138 1234 5678 is my phone", "contact"),
        ("手机13812345678", "contact"),
        ("order number 4155550198", "order_number"),
        ("订单号13812345678", "order_number"),
    ],
)
@pytest.mark.parametrize("digits", [USUAL, LONG])
def test_what_is_called_by_its_name_is_that(text: str, kind: str, asked: str | None, digits: OrderDigits) -> None:
    """Whatever its shape."""
    assert kind in heard(text, asked, digits)
    assert {"contact": "order_number", "order_number": "contact"}[kind] not in heard(text, asked, digits)


def test_in_the_midst_of_first_words_a_number_is_as_it_was_read() -> None:
    """ "Ring bob on …" is nobody's wish to find an order by it."""
    assert "contact" not in heard("bob lives there, 13812345678, next week", None, USUAL)


@pytest.mark.parametrize("number", ["10023", "1000234567", "20231105123", "10345678901", "1155550198"])
def test_no_phones_shape(number: str) -> None:
    """Short ones, and what no country's plan knows."""
    assert not looks_like_phone(number)


EIGHT, SHORT = OrderDigits(8, 8), OrderDigits(3, 4)


@pytest.mark.parametrize(
    ("text", "asked", "digits", "told"),
    [
        ("20000123, 4455", None, EIGHT, {"order_number": "20000123", "last4": "4455"}),
        ("4455, 20000123", "order_number", EIGHT, {"order_number": "20000123", "last4": "4455"}),
        ("two zero zero zero zero one two three", "order_number", EIGHT, {"order_number": "20000123"}),
        ("2oooo123", "order_number", EIGHT, {"order_number": "20000123"}),
        ("not 20000123, 20000124", "order_number", EIGHT, {"order_number": "20000124"}),
        ("2000012301, 4455", None, OrderDigits(10, 10), {"order_number": "2000012301", "last4": "4455"}),
        ("1234", "order_number", SHORT, {"order_number": "1234"}),
        ("1234", "last4", SHORT, {"last4": "1234"}),
        ("1234", None, SHORT, {}),
    ],
)
def test_the_lengths_of_the_shop_are_those_everywhere(
    text: str, asked: str | None, digits: OrderDigits, told: dict[str, str]
) -> None:
    """Beside the four digits of a phone, in words, with a slip, in a correction; short ones only where they are asked for."""
    assert heard(text, asked, digits) | told == heard(text, asked, digits)
    assert ("order_number" in heard(text, asked, digits)) == ("order_number" in told)
