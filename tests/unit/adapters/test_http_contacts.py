"""Orders by a contact at a shop behind HTTP: guests, country codes, nothing that leaves its place, nothing told by the time."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from actions.reading.contacts import Contact, contact_in
from frontdesk.adapters.http_shop.looked_up import wanted
from tests.bench_shop import Bench, bench


@pytest.fixture(params=["plain", "woocommerce", "shopify"])
async def one_of_all(request: pytest.FixtureRequest) -> AsyncIterator[Bench]:
    async with bench(request.param) as made:
        yield made


@pytest.mark.parametrize(
    ("given", "region", "asked"),
    [
        ("+14155550198", "", {"phone": "+14155550198", "national": "4155550198"}),
        ("4155550198", "US", {"phone": "+14155550198", "national": "4155550198"}),
        ("13800138000", "CN", {"phone": "+8613800138000", "national": "13800138000"}),
        ("02079460958", "GB", {"phone": "+442079460958", "national": "2079460958"}),
        ("4155550198", "", {"phone": "4155550198", "national": "4155550198"}),
    ],
)
def test_country_codes(given: str, region: str, asked: dict[str, str]) -> None:
    """What the customer leaves out the mapping's region adds, as the country writes its numbers."""
    assert wanted(Contact("phone", given), region) == asked


@pytest.mark.parametrize(
    "address", ["a%26b@example.com", "a&customer=7@example.com", "a/../b@example.com", "a#b@example.com"]
)
async def test_an_address_stays_in_its_place(one_of_all: Bench, address: str) -> None:
    """Signs that an address may have and a web address or a query means something by."""
    contact = contact_in(address)
    assert contact is not None
    assert await one_of_all.one.orders_by(contact, 3) == ()
    ((_, path),) = one_of_all.fake.asked
    assert "#" not in path
    assert "customer=" not in path
    assert "/.." not in path


@pytest.mark.parametrize("given", ["avery.lane@example.com", "nobody@example.com"])
async def test_as_many_questions_for_a_contact_nobody_has(one_of_all: Bench, given: str) -> None:
    """Whether anybody has it does not show in how long it takes: the search, and one account."""
    contact = contact_in(given)
    assert contact is not None
    orders = await one_of_all.one.orders_by(contact, 5)
    await one_of_all.one.customer(orders[0].customer_id if orders else "-")
    assert len(one_of_all.fake.asked) == 2


async def test_a_guest_has_the_orders_of_the_address() -> None:
    """Who ordered without an account is known by the address; the orders of an account with the same one are not theirs."""
    async with bench("woocommerce") as at:
        world = at.fake.world
        world.orders["10023"] = replace(world.orders["10023"], customer_id="C0000")
        world._customers["C0000"] = replace(world._customers["C0007"], id="C0000")
        found = await at.one.orders_of("avery.lane@example.com", 5)
        assert [order.number for order in found] == ["10023"]
        assert await at.one.customer("avery.lane@example.com") is None
