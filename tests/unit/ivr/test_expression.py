"""Expressions compute what they say, are typed before they run, and are nothing but expressions."""

from datetime import date

import pytest

from frontdesk.ivr.expression import Wrong, read_expression
from frontdesk.ivr.marks import Marked

TODAY = date(2026, 11, 22)
FACTS = {
    "amount": "125050",
    "wanted_date": "2026-11-27",
    "goal": "order_status",
    "agreed": "yes",
    "order_number": "10023",
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("amount > 1250", True), ("amount == 1250.5", True), ("amount * 2 - 1 <= 2500", True), ("-amount < 0", True),
        ("goal == 'order_status' and agreed", True), ("not agreed or goal != 'x'", True), ("agreed == no", False),
        ("days_until(wanted_date)", 5), ("wanted_date > today", True), ("wanted_date == '2026-11-27'", True),
        ("known(customer_id)", False), ("known(amount) and amount > 5", True), ("'text'", "text"), ("100 < amount < 2000", True),
        ("customer_tier == 'gold'", False), ("order_number == '10023'", True),
    ],
)  # fmt: skip
def test_values(text: str, value: object) -> None:
    """Money counts in whole units, dates in days, yes and no are themselves; what is unknown is nothing."""
    assert read_expression(Marked(text)).value(FACTS, TODAY) == value


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("amount * 2", "250100"),
        ("amount >= 10", "yes"),
        ("known(customer_id)", "no"),
        ("today", "2026-11-22"),
        ("'a b'", "a b"),
    ],
)
def test_values_as_facts(text: str, kept: str) -> None:
    """A value is kept as its fact is: hundredths, yes or no, a date, text."""
    assert read_expression(Marked(text)).text(FACTS, TODAY) == kept


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os')", "().__class__",
        "[x for x in today]", "lambda: 1", "goal.upper()", "goal[0]",
        "f'{goal}'", "1 if agreed else 2",
        "amount ** 9", "'a' * 9", "known('amount')", "known(amount, goal)", "last4 == '1234'", "amount > 'x'", "goal + 1", "True",
        "agreed < no", "days_until(5)", "goal", "amount >", "x" * 300, "(" * 150 + ")" * 150,
        "goal in 'abc'", "None", "b'x'", "9 @ 9",
        "(amount := 5)", "*goal", "...",
    ],
)  # fmt: skip
def test_nothing_else_is_read(text: str) -> None:
    """Anything but the few forms, and any clash of types, is refused before it ever runs, with a whole sentence."""
    if text == "goal":
        assert read_expression(Marked(text)).type == "text"
        return
    with pytest.raises(Wrong, match=r"\.$"):
        read_expression(Marked(text))


def test_what_is_asked_for_is_proved() -> None:
    """Facts asked for by known() and joined with and are known wherever the expression is yes; with or they are not."""
    both = read_expression(Marked("known(amount) and amount > 5 and known(goal)"))
    assert (both.reads, both.asks, both.proves) == ({"amount"}, {"amount", "goal"}, {"amount", "goal"})
    assert read_expression(Marked("known(amount) or agreed")).proves == frozenset()
