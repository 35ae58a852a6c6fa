"""Another phone number for a delivery is told from an account's, and from a proof."""

import pytest

from actions.meaning.phone_wishes import phone_told, wants_other_phone


@pytest.mark.parametrize(
    "said",
    [
        "10031改收货电话",
        "收货电话写错了",
        "换一下收件人的手机号",
        "change the phone number for the delivery of 10023",
        "the phone number on order 10023 is wrong",
        "i need to update the contact number",
    ],
)
def test_another_phone_is_wanted(said: str) -> None:
    """In whatever words."""
    assert wants_other_phone(said)


@pytest.mark.parametrize(
    "said",
    [
        "change my phone number in my account",
        "账号手机号怎么改",
        "change the house number",
        "my phone number ends in 0198",
    ],
)
def test_no_other_phone_is_wanted(said: str) -> None:
    """An account's is another matter, and so is a proof."""
    assert not wants_other_phone(said)


def test_the_number_that_is_told() -> None:
    """The only one that can be rung; an order's is too short."""
    assert phone_told("10031收货电话改成13812345678") == "13812345678"
    assert phone_told("10031改收货电话") is None
