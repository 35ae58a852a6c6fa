"""Every Shop keeps the same promises: the one in memory, and the SQL one on SQLite and on PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest

from actions import Customer, Order, Shop
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import demo_memory_shop
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import SqlShop, create_and_fill

TODAY = date(2026, 11, 22)


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """A database with a filled shop."""
    opened = Database(request.getfixturevalue(f"{request.param}_url"))
    await create_and_fill(opened, TODAY)
    yield opened
    await opened.close()


@pytest.fixture(params=["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
async def shop(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[Shop]:
    if request.param == "memory":
        yield demo_memory_shop(clock, UTC)
        return
    opened = Database(request.getfixturevalue(f"{request.param}_url"))
    await create_and_fill(opened, TODAY)
    yield SqlShop(opened, clock, UTC)
    await opened.close()


async def test_tells_every_order_and_customer(shop: Shop) -> None:
    """What was filled in comes out as it was, whole."""
    for order in demo_orders(TODAY):
        assert await shop.order(order.number) == order
    for customer in demo_customers():
        assert await shop.customer(customer.id) == customer


async def test_unknown_is_none(shop: Shop) -> None:
    """What is not there is None, whatever the words."""
    assert await shop.order("99999") is None
    assert await shop.order("' OR 1=1 --") is None
    assert await shop.customer("-") is None


async def test_orders_are_told_as_of_now(shop: Shop, clock: Clock) -> None:
    """`as_of` is the day on which the shop is asked."""
    clock.now += 86_400
    order = await shop.order("10023")
    assert order is not None
    assert order.as_of == date(2026, 11, 23)


async def test_one_return_per_order(shop: Shop) -> None:
    """Asked again, even at the same time, the return is the same and new only once; the order shows it."""
    opened = await asyncio.gather(*(shop.open_return("10024", "too loud") for _ in range(8)))
    assert {r.number for r in opened} == {"R10024"}
    assert [r.new for r in opened].count(True) == 1
    order = await shop.order("10024")
    assert order is not None
    assert order.return_number == "R10024"


async def test_tries_run_out(shop: Shop) -> None:
    """Tries made at the same time do not pass the limit together; other numbers are not touched."""
    given = await asyncio.gather(*(shop.take_try("10023", limit=5, within_s=3600) for _ in range(12)))
    assert given.count(True) == 5
    assert await shop.take_try("99999", limit=5, within_s=3600)


async def test_tries_come_back(shop: Shop, clock: Clock) -> None:
    """A try counts for its time only, and not at all once forgotten; a refused one never counts."""
    assert await shop.take_try("10023", limit=2, within_s=100)
    clock.now += 60
    assert await shop.take_try("10023", limit=2, within_s=100)
    assert not await shop.take_try("10023", limit=2, within_s=100)
    clock.now += 41
    assert await shop.take_try("10023", limit=2, within_s=100)
    assert not await shop.take_try("10023", limit=2, within_s=100)
    await shop.forget_tries("10023")
    assert await shop.take_try("10023", limit=2, within_s=100)


async def test_filling_again_moves_the_days(database: Database, clock: Clock) -> None:
    """Filled on a later day the shop lives on that day; returns that customers opened stay."""
    shop = SqlShop(database, clock, UTC)
    await shop.open_return("10024", "too loud")
    clock.now += 7 * 86_400
    await asyncio.gather(*(create_and_fill(database, date(2026, 11, 29)) for _ in range(3)))
    fresh = {o.number: o for o in demo_orders(date(2026, 11, 29))}
    assert await shop.order("10023") == fresh["10023"]
    returned = await shop.order("10024")
    assert returned is not None
    assert returned.return_number == "R10024"


async def test_same_people_everywhere(database: Database, clock: Clock) -> None:
    """The customer behind an order is found by what the order says."""
    shop = SqlShop(database, clock, UTC)
    order: Order | None = await shop.order("10031")
    assert order is not None
    customer: Customer | None = await shop.customer(order.customer_id)
    assert customer is not None
    assert customer.phone.endswith("6688")
