"""Which order is meant: the only one, or one of those that are told."""

from datetime import UTC, datetime

import pytest

from actions import TASKS, TaskResult
from actions.shop import whole_shop
from actions.task import Medium
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import MemoryShop

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


async def chosen(orders: int, medium: Medium, customer: str = "C0007") -> TaskResult:
    """With so many orders of the customer."""
    own = [order for order in demo_orders(NOW.date()) if order.customer_id == "C0007"]
    shop = whole_shop(MemoryShop(demo_customers(), own[:orders], NOW.timestamp, UTC))
    return await TASKS["choose_order"].run({"customer_id": customer}, shop, "en", medium)


async def test_a_single_order_is_meant() -> None:
    """Its number is learnt, and it is told."""
    result = await chosen(1, "voice")
    assert (result.outcome, result.facts["order_number"]) == ("one", "10019")
    assert "1 0 0 1 9" in result.spoken


@pytest.mark.parametrize(("medium", "count"), [("voice", 2), ("text", 3)])
async def test_of_several_none_is_guessed(medium: Medium, count: int) -> None:
    """As many are told as can be kept in mind; which one, the customer says."""
    result = await chosen(6, medium)
    assert result.outcome == "several"
    assert "order_number" not in result.facts
    assert len(result.facts["order_numbers"].split()) == count


async def test_nobodys_orders_are_none() -> None:
    """Neither without orders nor without a verified customer."""
    assert (await chosen(0, "text")).outcome == "none"
    assert (await chosen(6, "text", "C0042")).outcome == "none"
    assert (await chosen(6, "text", "")).outcome == "identity_needed"
