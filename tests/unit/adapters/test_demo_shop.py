"""The demo shop is the same every time, varied enough to try everything, and as its page tells."""

from collections import Counter
from datetime import date, timedelta
from pathlib import Path

from actions import Order
from frontdesk.adapters.demo_shop import demo_customers, demo_orders

TODAY = date(2026, 11, 22)
PAGE = Path(__file__).parents[3] / "docs/reference/demo-shop.md"
NAMED = ("10023", "10024", "10031", "10032")


def _state(order: Order) -> str:
    said = order.state.replace("_", " ")
    if order.state != "delivered" or order.returnable_until is None:
        return said
    if order.return_number:
        return f"{said}, return open"
    return f"{said}, can be returned" if order.returnable_until >= order.as_of else f"{said}, too late to return"


def _rows() -> list[str]:
    """The named orders, then the first of each other kind."""
    orders, people = demo_orders(TODAY), {c.id: c for c in demo_customers()}
    named = [o for o in orders if o.number in NAMED]
    first: dict[str, Order] = {}
    for order in orders:
        first.setdefault(_state(order), order)
    shown = named + sorted((o for o in first.values() if o not in named), key=lambda o: o.number)
    return [
        f"| {o.number} | {people[o.customer_id].phone[-4:]} | {people[o.customer_id].name} | {_state(o)} |"
        for o in shown
    ]


def test_the_page_tells_what_is_there() -> None:
    """Every row of the page is true, and none is missing."""
    page = PAGE.read_text(encoding="utf-8").splitlines()
    assert [line for line in page if line.startswith("| 1")] == _rows()


def test_large_and_varied() -> None:
    """At least 200 orders of 60 customers, of every state, some of several goods."""
    orders = demo_orders(TODAY)
    states = Counter(o.state for o in orders)
    assert len(orders) >= 200
    assert len({o.customer_id for o in orders}) >= 60
    assert min(states.values()) >= 10
    assert len(states) == 10
    assert {len(o.lines) for o in orders} == {1, 2, 3}


def test_no_two_people_share_the_last_four_digits() -> None:
    """Last four digits tell the demo's people apart."""
    assert len({c.phone[-4:] for c in demo_customers()}) == len(demo_customers())


def test_days_count_from_as_of() -> None:
    """On another day everything is the same, moved by as many days."""
    for now, later in zip(demo_orders(TODAY), demo_orders(TODAY + timedelta(days=400)), strict=True):
        assert later.placed_on - now.placed_on == timedelta(days=400)
        assert (later.state, later.lines, later.return_number) == (now.state, now.lines, now.return_number)


def test_days_make_sense() -> None:
    """Nothing arrives before it was ordered or is delivered in the future."""
    for order in demo_orders(TODAY):
        assert order.placed_on <= TODAY
        if order.delivered_on:
            assert order.placed_on < order.delivered_on <= TODAY
