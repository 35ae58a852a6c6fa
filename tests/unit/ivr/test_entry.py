"""What customers key, say and type is read as dates, amounts and sound numbers, or not at all."""

from datetime import date

import pytest

from frontdesk.core.inputs import KeysPressed, TextTyped, WordsSpoken
from frontdesk.ivr.entry.checks import luhn, mod11
from frontdesk.ivr.entry.dates import a_date
from frontdesk.ivr.entry.form import When
from frontdesk.ivr.entry.money import money
from frontdesk.ivr.entry.pattern import fits, unsafe

SUNDAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("said", "cents"),
    [
        ("12.50", "1250"), ("12,500", "1250000"), ("$3.05", "305"), ("１２．５０", "1250"), ("about 300 yuan", "30000"),
        ("twelve dollars and fifty cents", "1250"), ("twelve dollars fifty", "1250"), ("50 cents", "50"),
        ("one hundred and twenty", "12000"), ("十二块五", "1250"), ("一百二十元", "12000"), ("12元5角3分", "1253"),
        ("三百块零五分", "30005"), ("一百五", "15000"), ("两千元", "200000"), ("no", None), ("", None),
        ("12 dollars or 13 dollars", None), ("12.5.3", None), ("一百零五块", "10500"),
    ],
)  # fmt: skip
def test_amounts_in_words(said: str, cents: str | None) -> None:
    """One amount, in either language, as hundredths; two amounts are none."""
    assert money(WordsSpoken(at=0.0, text=said)) == cents


@pytest.mark.parametrize(
    ("keys", "cents"),
    [("12*50", "1250"), ("12", "1200"), ("*5", "50"), ("12*5#", "1250"), ("*", None), ("1*2*3", None)],
)
def test_amounts_by_keys(keys: str, cents: str | None) -> None:
    """The star is the point; without one the keys are whole units."""
    assert money(KeysPressed(at=0.0, digits=keys)) == cents


@pytest.mark.parametrize(
    ("said", "when", "day"),
    [
        ("next Friday", "any", "2026-11-27"), ("下周五", "any", "2026-11-27"), ("上周三", "any", "2026-11-11"),
        ("friday", "future", "2026-11-27"), ("friday", "past", "2026-11-20"), ("周五", "past", "2026-11-20"),
        ("27 November", "future", "2026-11-27"), ("27 November", "past", "2025-11-27"), ("十一月二十七号", "any", "2026-11-27"),
        ("the twenty seventh of november", "any", "2026-11-27"), ("November 3rd 2027", "any", "2027-11-03"),
        ("明天", "any", "2026-11-23"), ("the day after tomorrow", "any", "2026-11-24"), ("February 29", "future", "2028-02-29"),
        ("2026-02-30", "any", None), ("1127", "any", "2026-11-27"), ("may", "any", None), ("later", "any", None),
        ("2026年11月27日", "any", "2026-11-27"), ("大后天", "any", "2026-11-25"),
    ],
)  # fmt: skip
def test_days_in_words(said: str, when: When, day: str | None) -> None:
    """`when` chooses the year and the week that were not said."""
    assert a_date(TextTyped(at=0.0, text=said), when, SUNDAY) == day


@pytest.mark.parametrize(
    ("keys", "day"), [("1127", "2026-11-27"), ("20270101", "2027-01-01"), ("0230", None), ("112", None), ("9999", None)]
)
def test_days_by_keys(keys: str, day: str | None) -> None:
    """Month and day, with or without the year before them; what the calendar lacks is no day."""
    assert a_date(KeysPressed(at=0.0, digits=keys), "any", SUNDAY) == day


def test_check_digits() -> None:
    """Luhn and mod 11 hold for sound numbers and break with one digit."""
    assert luhn("79927398713")
    assert not luhn("79927398710")
    assert mod11("0306406152")
    assert not mod11("0306406153")


def test_patterns_end_quickly() -> None:
    """What could be matched in endlessly many ways is refused; what remains matches whole values."""
    for bad in ("(a+)+", "a*", ".", "a|", "^a$", "[0-9]{0,9}a?b?c?", "x" * 101, "[z-a]"):
        assert unsafe(bad), bad
    for good in (r"SO\d{5}", "[A-Z]{2}-[0-9]{4,6}", "A|B{3}"):
        assert unsafe(good) is None, good
    assert fits(r"SO\d{5}", "so10023")
    assert not fits(r"SO\d{5}", "SO100234")


def test_long_words_are_no_amount() -> None:
    """Nobody says an amount in hundreds of words."""
    assert money(WordsSpoken(at=0.0, text="a " * 1000)) is None
    assert money(TextTyped(at=0.0, text="12.50 " + "please " * 60)) is None
