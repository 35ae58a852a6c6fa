"""Digits are found however people say them."""

import pytest

from frontdesk.core.spoken import digit_runs, digits_in, without_digits


@pytest.mark.parametrize(
    ("said", "digits"),
    [
        ("10023", "10023"),
        ("one zero zero two three", "10023"),
        ("one oh oh two three", "10023"),
        ("It's one double zero, twenty three.", "10023"),
        ("１００２３", "10023"),
        ("一零零二三", "10023"),
        ("幺〇〇两三", "10023"),
        ("一万零二十三", "10023"),
        ("twenty oh five", "2005"),
        ("triple four seven", "4447"),
        ("oh dear", ""),
        ("十二", "12"),
        ("four three uh two one", "4321"),
        ("", ""),
        ("no number here", ""),
    ],
)
def test_digits_are_read(said: str, digits: str) -> None:
    """Words, figures, full-width figures and Chinese numerals all count."""
    assert digits_in(said) == digits


def test_groups_stay_apart() -> None:
    """Words between numbers keep them apart; punctuation does not."""
    assert digit_runs("order 1-0-0-2-3 of 4 May") == ("10023", "4")
    assert digit_runs("查一下订单10023") == ("1", "10023")


def test_the_rest_is_what_was_no_number() -> None:
    """What remains tells whether somebody said only a number."""
    assert without_digits("press two please") == "press please"
    assert without_digits("一") == ""
