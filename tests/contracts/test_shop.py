"""Every Shop keeps the same promises: in memory, in SQL on SQLite and PostgreSQL, and over HTTP by each mapping that comes along.

What a shop's interface can't do raises ShopCannot; what it does not tell is left out, never made up.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from actions import Customer, Order, Shop
from actions.money import InvoiceWish
from actions.reading.contacts import contact_in
from actions.shop import CaseWish
from frontdesk.adapters.demo_money import CHARGED_TWICE, demo_payments, demo_products, demo_refunds
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import demo_memory_shop
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import create_and_fill, sql_shop
from frontdesk.adapters.sql.shop_tables import cases
from tests.bench_shop import SHOPS
from tests.contracts.kept_shop import Kept, served

KEY = b"tries"
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


EVERY = ["memory", "sqlite", pytest.param("postgres", marks=pytest.mark.postgres), *SHOPS]


@pytest.fixture(params=EVERY)
async def kept(request: pytest.FixtureRequest, clock: Clock) -> AsyncIterator[Kept]:
    name: str = request.param
    if name in SHOPS:
        async with served(name, clock) as behind_http:
            yield behind_http
    elif name == "memory":
        yield Kept(demo_memory_shop(clock, UTC), name)
    else:
        opened = Database(request.getfixturevalue(f"{name}_url"))
        await create_and_fill(opened, TODAY)
        yield Kept(sql_shop(opened, clock, UTC, KEY), name)
        await opened.close()


@pytest.fixture
def shop(kept: Kept) -> Shop:
    return kept.shop


async def test_tells_every_order_and_customer(shop: Shop, kept: Kept) -> None:
    """What was filled in comes out as it was, of all that the interface tells."""
    for order in demo_orders(TODAY)[:60]:
        assert await shop.orders.order(order.number) == kept.order(order)
    for customer in list(demo_customers())[:20]:
        assert await shop.orders.customer(kept.id(customer.id)) == kept.customer(customer)


async def test_unknown_is_none(shop: Shop) -> None:
    """What is not there is None, whatever the words."""
    assert await shop.orders.order("99999") is None
    assert await shop.orders.order("' OR 1=1 --") is None
    assert await shop.orders.customer("-") is None


async def test_orders_are_told_as_of_now(shop: Shop, clock: Clock) -> None:
    """`as_of` is the day on which the shop is asked."""
    clock.now += 86_400
    order = await shop.orders.order("10023")
    assert order is not None
    assert order.as_of == date(2026, 11, 23)


async def test_one_return_per_order(shop: Shop, kept: Kept) -> None:
    """Asked again, even at the same time, the return is the same and new only once; the order shows it."""
    if await kept.cannot(shop.changes.open_return, "10024", "too loud"):
        return
    opened = await asyncio.gather(*(shop.changes.open_return("10024", "too loud") for _ in range(8)))
    assert {r.number for r in opened} == {"R10024"}
    assert [r.new for r in opened].count(True) == 1
    order = await shop.orders.order("10024")
    assert order is not None
    assert order.return_number == "R10024"


async def test_tries_run_out(shop: Shop) -> None:
    """Tries made at the same time do not pass the limit together; other numbers are not touched."""
    given = await asyncio.gather(*(shop.tries.take_try("10023", limit=5, within_s=3600) for _ in range(12)))
    assert given.count(True) == 5
    assert await shop.tries.take_try("99999", limit=5, within_s=3600)


async def test_tries_come_back(shop: Shop, clock: Clock) -> None:
    """A try counts for its time only, and not at all once forgotten; a refused one never counts."""
    assert await shop.tries.take_try("10023", limit=2, within_s=100)
    clock.now += 60
    assert await shop.tries.take_try("10023", limit=2, within_s=100)
    assert not await shop.tries.take_try("10023", limit=2, within_s=100)
    clock.now += 41
    assert await shop.tries.take_try("10023", limit=2, within_s=100)
    assert not await shop.tries.take_try("10023", limit=2, within_s=100)
    await shop.tries.forget_tries("10023")
    assert await shop.tries.take_try("10023", limit=2, within_s=100)


async def test_filling_again_moves_the_days(database: Database, clock: Clock) -> None:
    """Filled on a later day the shop lives on that day; returns that customers opened stay."""
    shop = sql_shop(database, clock, UTC, KEY)
    await shop.changes.open_return("10024", "too loud")
    clock.now += 7 * 86_400
    await asyncio.gather(*(create_and_fill(database, date(2026, 11, 29)) for _ in range(3)))
    fresh = {o.number: o for o in demo_orders(date(2026, 11, 29))}
    assert await shop.orders.order("10023") == fresh["10023"]
    returned = await shop.orders.order("10024")
    assert returned is not None
    assert returned.return_number == "R10024"


async def test_same_people_everywhere(database: Database, clock: Clock) -> None:
    """The customer behind an order is found by what the order says."""
    shop = sql_shop(database, clock, UTC, KEY)
    order: Order | None = await shop.orders.order("10031")
    assert order is not None
    customer: Customer | None = await shop.orders.customer(order.customer_id)
    assert customer is not None
    assert customer.phone.endswith("6688")


COMPANY = InvoiceWish(kind="company", title="Lane Ltd", tax_number="GB123456782", email="a@example.com")


async def test_newest_orders_first(shop: Shop, kept: Kept) -> None:
    """A customer's orders, newest first, no more than asked for, and nobody else's."""
    newest = await shop.orders.orders_of(kept.id("C0007"), 3)
    assert [o.number for o in newest] == ["10025", "10023", "10024"]
    assert {o.customer_id for o in await shop.orders.orders_of(kept.id("C0007"), 100)} == {kept.id("C0007")}
    assert await shop.orders.orders_of("-", 3) == ()


AVERYS = ["10025", "10023", "10024"]


@pytest.mark.parametrize(
    "given",
    [
        "avery.lane@example.com",
        "Avery.Lane@EXAMPLE.com",
        "ａvery.lane＠example.com",
        "+1 415 555 0198",
        "(415) 555-0198",
    ],
)
async def test_orders_of_a_contact(shop: Shop, kept: Kept, given: str) -> None:
    """The newest orders placed with it, in whatever shape it is given; each tells or leads to the customer it belongs to."""
    contact = contact_in(given)
    assert contact is not None
    found = await shop.orders.orders_by(contact, 3)
    assert [order.number for order in found] == AVERYS
    assert {order.customer_id for order in found} == {kept.id("C0007")}


@pytest.mark.parametrize(
    "given",
    [
        "very.lane@example.com",
        "avery.lane@example.co",
        "avery.lane+shop@example.com",
        "аvery.lane@example.com",  # its first letter is Cyrillic
        "avery_lane@example.com",
        "%@example.com",
        "+44 415 555 0198",
        "555 0199 0198",
        "9999999",
    ],
)
async def test_what_only_looks_like_a_contact_finds_nothing(shop: Shop, given: str) -> None:
    """A shop's search may find what looks alike; it is not told."""
    contact = contact_in(given)
    assert contact is not None
    assert await shop.orders.orders_by(contact, 3) == ()


async def test_cancelled_once_and_the_money_goes_back(shop: Shop, kept: Kept) -> None:
    """A paid order is cancelled once however often it is asked for, and its refund is one, where the shop tells of it."""
    assert set(await asyncio.gather(*(shop.changes.cancel("10025") for _ in range(6)))) == {True}
    order, refund = await shop.orders.order("10025"), await shop.money.refund("10025")
    assert order is not None
    assert order.state == "cancelled"
    assert kept.changes_asked() <= 1
    if kept.name == "woocommerce":  # tells a refund when the money has gone
        assert refund is None
        return
    assert refund is not None
    assert (refund.state, refund.amount) == ("approved", order.total)
    if not await kept.cannot(shop.money.ask_refund, "10025", "again"):
        assert (await shop.money.ask_refund("10025", "again")).new is False


async def test_gone_too_far(shop: Shop) -> None:
    """What has left is neither cancelled nor sent elsewhere, and stays as it was."""
    before = await shop.orders.order("10023")
    assert not await shop.changes.cancel("10023")
    assert not await shop.changes.readdress("10023", "5 Other Road, Fairhaven")
    assert await shop.orders.order("10023") == before


async def test_sent_elsewhere(shop: Shop) -> None:
    """The new address is the order's; cancelling afterwards keeps it."""
    assert await shop.changes.readdress("10025", "5 Other Road, Fairhaven")
    order = await shop.orders.order("10025")
    assert order is not None
    assert order.address == "5 Other Road, Fairhaven"
    assert await shop.changes.cancel("10025")
    assert not await shop.changes.readdress("10025", "6 Third Road, Fairhaven")


async def test_one_exchange_per_order(shop: Shop, kept: Kept) -> None:
    """Asked again it is the same one, and the order shows it."""
    if await kept.cannot(shop.changes.open_exchange, "10024", "size M"):
        return
    opened = await asyncio.gather(*(shop.changes.open_exchange("10024", "size M") for _ in range(4)))
    assert {r.number for r in opened} == {"E10024"}
    assert [r.new for r in opened].count(True) == 1
    order = await shop.orders.order("10024")
    assert order is not None
    assert order.exchange_number == "E10024"


async def test_books_are_told_as_they_are(shop: Shop, kept: Kept) -> None:
    """Payments and refunds come out as they went in; of an order that was not paid, none."""
    for payment in demo_payments(demo_orders(TODAY))[:40]:
        told = {(p.amount, p.currency) for p in await shop.money.payments(payment.order_number)}
        assert (payment.amount, payment.currency) in told
    for refund in demo_refunds(demo_orders(TODAY))[:10]:
        known = await shop.money.refund(refund.order_number)
        if kept.name == "woocommerce" and refund.state != "paid":
            assert known is None
            continue
        assert known is not None
        assert (known.amount, known.state) == (refund.amount, refund.state)
    unpaid = next(order.number for order in demo_orders(TODAY) if order.state == "placed")
    assert await shop.money.payments(unpaid) == ()


async def test_a_double_charge_is_seen(shop: Shop, kept: Kept) -> None:
    """Two charges are two payments; what only held the money is none. WooCommerce knows one payment an order."""
    for number in CHARGED_TWICE:
        charged = [p for p in await shop.money.payments(number) if p.state == "paid"]
        assert len(charged) == (1 if kept.name == "woocommerce" else 2)


async def test_one_refund_per_order(shop: Shop, kept: Kept) -> None:
    """Asked for at the same time, it is new only once."""
    if await kept.cannot(shop.money.ask_refund, "10028", "late"):
        return
    asked = await asyncio.gather(*(shop.money.ask_refund("10028", "late") for _ in range(6)))
    assert [r.new for r in asked].count(True) == 1
    assert {r.number for r in asked} == {"F10028"}
    assert {r.state for r in asked} == {"requested"}


async def test_invoices(shop: Shop, kept: Kept) -> None:
    """The same wish again is the same invoice, another wish a new one; there is one that holds."""
    if await kept.cannot(shop.money.ask_invoice, "10023", COMPANY):
        return
    assert await shop.money.invoice("10023") is None
    made = await shop.money.ask_invoice("10023", COMPANY)
    assert made.new
    again = await shop.money.ask_invoice("10023", COMPANY)
    assert (again.number, again.new) == (made.number, False)
    personal = InvoiceWish(kind="personal", title="A", tax_number=None, email="b@e.com")
    other = await shop.money.ask_invoice("10023", personal)
    assert other.number != made.number
    held = await shop.money.invoice("10023")
    assert held is not None
    assert (held.number, held.wish) == (other.number, personal)


async def test_goods_are_found_by_their_names(shop: Shop, kept: Kept) -> None:
    """By number, and by a name within a question of either language; nothing is found where nothing is named."""
    for product in demo_products():
        assert await shop.goods.product(product.sku) == kept.product(product)
    assert await shop.goods.product("XX-000") is None
    assert [p.sku for p in await shop.goods.find("how much is the desk lamp?", 2)] == ["HO-115"]
    if kept.whole:
        assert [p.sku for p in await shop.goods.find("and the kettle?", 2)] == ["KI-204"]
        assert [p.sku for p in await shop.goods.find("电饭煲多少钱", 2)] == ["KI-251"]
    assert await shop.goods.find("how are you", 2) == ()


async def test_a_case_is_opened_once(shop: Shop) -> None:
    """One per kind and order, even at the same time; another kind is another; an anonymous complaint is always new."""
    lost = CaseWish(kind="lost", customer_id="C0007", order_number="10028", details="gone")
    cases = await asyncio.gather(*(shop.cases.open_case(lost) for _ in range(6)))
    assert len({c.number for c in cases}) == 1
    assert [c.new for c in cases].count(True) == 1
    other = await shop.cases.open_case(CaseWish(kind="damaged", customer_id="C0007", order_number="10028"))
    assert other.number != cases[0].number
    nobody = [await shop.cases.open_case(CaseWish(kind="complaint", customer_id="", details=d)) for d in ("a", "b")]
    assert all(c.new for c in nobody)
    for before in nobody:
        more = CaseWish(kind="complaint", customer_id="C0007", order_number="10028", details="c", beside=before.number)
        added = await shop.cases.open_case(more)
        assert (added.number, added.order_number, added.new) == (before.number, "", False)
    other = await shop.cases.open_case(CaseWish(kind="fraud", customer_id="", details="d", beside=nobody[1].number))
    assert other.new
    own = await shop.cases.open_case(CaseWish(kind="complaint", customer_id="C0001", details="e"))
    for stranger in ("", "C0007"):
        guess = CaseWish(kind="complaint", customer_id=stranger, order_number="10028", details="f", beside=own.number)
        assert (await shop.cases.open_case(guess)).number != own.number


async def test_what_is_said_of_an_open_case_is_kept_with_it(database: Database, clock: Clock) -> None:
    """ "I added what you said" is true; the same words stand there once."""
    shop = sql_shop(database, clock, UTC, KEY)
    for said in ("at the back door", "the bell is broken", "at the back door"):
        wish = CaseWish(kind="delivery_note", customer_id="C0001", order_number="10023", details=said)
        await shop.cases.open_case(wish)
    async with database.read() as connection:
        rows = (await connection.execute(select(cases.c.details))).scalars().all()
    assert rows == ["at the back door\nthe bell is broken"]


async def test_a_case_is_found_by_whose_it_is(shop: Shop) -> None:
    """Under its number, with the day it was opened; not by somebody else, nor under a number that is none."""
    opened = await shop.cases.open_case(CaseWish(kind="late", customer_id="C0001", order_number="10023", details="?"))
    found = await shop.cases.case_of("C0001", opened.number)
    assert found is not None
    assert (found.number, found.kind, found.order_number) == (opened.number, "late", "10023")
    assert found.opened_on == found.as_of
    for customer, number in (("C0002", opened.number), ("", opened.number), ("C0001", "C999999"), ("C0001", "C١")):
        assert await shop.cases.case_of(customer, number) is None


async def test_links_go_to_the_customers_own_address(shop: Shop, kept: Kept) -> None:
    """The address told is masked."""
    if await kept.cannot(shop.cases.send_link, "C0007", "password"):
        return
    assert await shop.cases.send_link("C0007", "password") == "a***@example.com"


async def test_filling_again_keeps_what_customers_did(database: Database, clock: Clock) -> None:
    """Cancelled, readdressed, refunded and invoiced stay so when the demo is filled on a later day."""
    shop = sql_shop(database, clock, UTC, KEY)
    await shop.changes.cancel("10025")
    await shop.changes.readdress("10033", "云湖市新路1号101室")
    await shop.money.ask_refund("10028", "late")
    await shop.money.ask_invoice("10024", COMPANY)
    clock.now += 3 * 86_400
    await create_and_fill(database, date(2026, 11, 25))
    cancelled, moved = await shop.orders.order("10025"), await shop.orders.order("10033")
    refund, invoice = await shop.money.refund("10028"), await shop.money.invoice("10024")
    assert cancelled is not None
    assert cancelled.state == "cancelled"
    assert moved is not None
    assert moved.address == "云湖市新路1号101室"
    assert refund is not None
    assert refund.state == "requested"
    assert invoice is not None
    assert invoice.wish == COMPANY
