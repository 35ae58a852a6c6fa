"""Orders that are pointed at by how they stand, their age or their price."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from actions.meaning.order_facts import fitting, points_by_facts
from frontdesk.adapters.demo_shop import demo_orders

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OWN = {order.number: order for order in demo_orders(NOW.date())}
LISTED = [OWN["10025"], OWN["10023"], OWN["10024"]]  # paid, on its way, delivered; the newest first, the dearest last


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("the one on its way", "10023"),
        ("on its way", "10023"),
        ("the one that came", "10024"),
        ("the one I already have", "10024"),
        ("the one that isn't here yet", "10025 10023"),
        ("the one you haven't sent", "10025"),
        ("the oldest", "10024"),
        ("the older one", "10023 10024"),
        ("the cheapest one", "10025"),
        ("the $54 one", "10025"),
        ("the late one", ""),
        ("还没到的那个", "10025 10023"),
        ("还没发货的那个", "10025"),
        ("已经签收的", "10024"),
        ("早一点的那单", "10023 10024"),
        ("最便宜的", "10025"),
        ("最贵的那个", "10024"),
    ],
)
def test_those_that_fit(text: str, numbers: str) -> None:
    """All that fit, in the order they were told; of more than two the older one may be any but the newest."""
    fit = fitting(text, LISTED)
    assert fit is not None
    assert [order.number for order in fit] == numbers.split()


@pytest.mark.parametrize(
    ("text", "number"), [("the older one", "10024"), ("贵的那个", "10024"), ("the newer one", "10023")]
)
def test_of_two_it_is_one(text: str, number: str) -> None:
    """A comparison of two leaves one."""
    fit = fitting(text, LISTED[1:])
    assert fit is not None
    assert [order.number for order in fit] == [number]


def test_as_old_as_each_other() -> None:
    """What can't be told apart stays."""
    twins = [replace(OWN["10023"], placed_on=OWN["10024"].placed_on), OWN["10024"]]
    assert fitting("the older one", twins) == twins


@pytest.mark.parametrize(
    "text", ["the grinder", "10025", "how much does it cost", "has it arrived", "the second one", "不对", "我不知道"]
)
def test_no_fact(text: str) -> None:
    """Goods, numbers, places and questions are none."""
    assert fitting(text, LISTED) is None
    assert not points_by_facts(text)
