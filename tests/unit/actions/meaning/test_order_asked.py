"""Which one fact of an order is asked for."""

import pytest

from actions.meaning.order_asked import BOTH, TRACKING, asks_bare_number, asks_day, asks_tracking, fact_asked


@pytest.mark.parametrize(
    "text",
    [
        "what's the tracking number", "can i have the tracking code please", "tracking number?", "give me the tracking no",
        "快递单号多少", "运单号给我", "报一下快递单号", "物流单号是什么",
    ],
)  # fmt: skip
def test_the_number(text: str) -> None:
    """It is asked for in many ways."""
    assert asks_tracking(text)
    assert fact_asked(text) == TRACKING


@pytest.mark.parametrize(
    "text",
    [
        "i only have the tracking number", "the tracking says delivered", "my tracking number doesn't work",
        "track my order", "the tracking number for my return", "只有快递单号", "快递单号查不到", "我的快递到哪了",
    ],
)  # fmt: skip
def test_no_number(text: str) -> None:
    """Who gives one, or says what its page shows, asks for none."""
    assert not asks_tracking(text)


def test_its_way_too() -> None:
    """Where it is is told, too."""
    assert fact_asked("where is it and what is the tracking number") == BOTH


@pytest.mark.parametrize("text", ["when?", "and when will it come", "什么时候到", "还要多久"])
def test_the_day(text: str) -> None:
    """Nothing else is asked."""
    assert asks_day(text)
    assert not asks_day(f"{text} and where is my other order, i want it cancelled now please")


def test_bare() -> None:
    """Of what was just told."""
    assert asks_bare_number("单号发我")
    assert asks_bare_number("which courier")
    assert not asks_bare_number("10025")
