"""Contacts as they are given and kept: what is the same one, what can be none, and what proves what."""

from dataclasses import replace
from datetime import date

import pytest

from actions.order import Customer, Order
from actions.reading.contacts import Contact, contact_in, email_of, placed_with, proves, same

ORDER = Order(
    number="10023", customer_id="C1", state="paid", as_of=date(2026, 11, 22), placed_on=date(2026, 11, 21), lines=()
)
AVERY = Customer(id="C1", name="Avery", phone="+14155550198", email="avery.lane@example.com")
EMAIL, PHONE = Contact("email", "avery.lane@example.com"), Contact("phone", "+14155550198")


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("+1 (415) 555-0198", "+14155550198"),
        ("001 415 555 0198", "+14155550198"),
        ("＋１４１５５５５０１９８", "+14155550198"),
        ("415/555 0198", "4155550198"),
        ("138 0013 8000", "13800138000"),
        ("一三八零零一三八零零零", "13800138000"),
        ("+44 (0)20 7946 0958", "+442079460958"),
        ("020 7946 0958", "02079460958"),
    ],
)
def test_numbers_in_every_shape(said: str, phone: str) -> None:
    """With the country code where it was given."""
    assert contact_in(said) == Contact("phone", phone)


@pytest.mark.parametrize(
    "said",
    [
        *("", "hello", "10023", "1234567890123456", "a@b", "a b@example.com", "@example.com", "a@b@example.com"),
        *('"a b"@example.com', "a@example.com\nBcc: x@example.com", "*@example.com", "a@example.com OR name:*"),
        *(
            "a@example.com'--",
            "a@exam ple.com",
            "(a)@example.com",
            'x"@example.com',
            "{customer}@example.com",
            "x:y@example.com",
        ),
        f"{'a' * 65}@example.com",
        f"a@{'b.' * 130}com",
    ],
)
def test_what_is_no_contact(said: str) -> None:
    """Neither what is none nor what would widen a search."""
    assert contact_in(said) is None


@pytest.mark.parametrize(
    "address", ["o'brien@example.ie", "a+b@example.com", "用户@例子.公司", "a_b-c@mail.example.co.uk"]
)
def test_addresses_that_are_some(address: str) -> None:
    """Signs that addresses have, and addresses of other scripts."""
    assert email_of(address) == address


@pytest.mark.parametrize(
    ("given", "kept", "is_same"),
    [
        ("+14155550198", "(415) 555-0198", True),
        ("4155550198", "+14155550198", True),
        ("04155550198", "+614155550198", True),
        ("+14155550198", "+44 4155550198", False),
        ("5550198", "+14155550198", True),
        ("4155550198", "4155550199", False),
        ("4155550198", "0198", False),
        ("4155550198", "", False),
        ("4155550198", "none", False),
    ],
)
def test_the_same_number(given: str, kept: str, *, is_same: bool) -> None:
    """Whole, however the shop writes it."""
    assert same(Contact("phone", given), kept) is is_same


def test_the_orders_own_contact_counts_before_the_accounts() -> None:
    """Whoever ordered for somebody else gave that one's."""
    other = replace(ORDER, email="gift@example.com")
    assert placed_with(EMAIL, ORDER, AVERY)
    assert not placed_with(EMAIL, other, AVERY)
    assert placed_with(Contact("email", "gift@example.com"), other, AVERY)
    assert not placed_with(EMAIL, ORDER, None)


def test_one_proves_the_other() -> None:
    """The last four digits to an address, the whole address to a number; nothing proves itself."""
    assert proves(EMAIL, "0198", ORDER, AVERY)
    assert proves(PHONE, "Avery.Lane@example.com", ORDER, AVERY)
    for wrong in ("0199", "", "----", "avery.lane@example.com", "+14155550198"):
        assert not proves(EMAIL, wrong, ORDER, AVERY)
    for wrong in ("0198", "", "-", "avery.lane@example.co", "+14155550198"):
        assert not proves(PHONE, wrong, ORDER, AVERY)
    assert not proves(EMAIL, "0198", ORDER, None)
    assert not proves(EMAIL, "----", ORDER, replace(AVERY, phone=""))
    assert not proves(PHONE, "-", ORDER, replace(AVERY, email=None))


@pytest.mark.parametrize("address", ["13800138000@139.com", "m13800138000@example.com"])
def test_an_address_with_the_number_in_it_proves_nothing(address: str) -> None:
    """Whoever reads the one knows the other."""
    li = replace(AVERY, phone="+8613800138000", email=address)
    assert not proves(Contact("email", address), "8000", ORDER, li)
    assert not proves(Contact("phone", "13800138000"), address, ORDER, li)
    assert proves(Contact("email", "li1984@example.com"), "8000", ORDER, replace(li, email="li1984@example.com"))
