"""A day told as a condition beside an address."""

import pytest

from actions.reading.day_conditions import depends_on_day, without_day


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("if it can arrive before Thursday send it to 12 Oak Street", "send it to 12 Oak Street"),
        ("12 Oak Street, 2010 Northport if it gets there by friday", "12 Oak Street, 2010 Northport"),
        ("12 Oak Street as long as it's there tomorrow", "12 Oak Street"),
        ("要是周四前能到就送到北京市朝阳区建国路8号", "送到北京市朝阳区建国路8号"),
        ("北京市朝阳区建国路8号，如果周五能到的话", "北京市朝阳区建国路8号"),
    ],
)
def test_the_address_is_left_of_it(text: str, left: str) -> None:
    """Before the address or behind it."""
    assert depends_on_day(text)
    assert without_day(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "12 Oak Street, 2010 Northport",
        "when does it arrive tomorrow",
        "if I get this wrong sorry, 12 Oak Street",
        "周四送到",
    ],
)
def test_what_is_no_condition(text: str) -> None:
    """An address, a question, a wish for a day."""
    assert not depends_on_day(text)
    assert without_day(text) == text
