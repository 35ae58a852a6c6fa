"""A shop behind HTTP in bad weather: deadlines, another try where it is safe, the breaker, keys, tokens, and wrong answers."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from actions import TASKS, ShopCannot, ShopDown
from actions.shop import Shop
from frontdesk.adapters.chosen_shop import ShopChoice, open_shop
from frontdesk.adapters.circuit import PAUSE_S
from frontdesk.adapters.http_shop.answers import LARGEST
from frontdesk.adapters.http_shop.auth import Secrets
from frontdesk.adapters.http_shop.check import check_shop
from frontdesk.adapters.http_shop.client import ShopClient, Ways, WrongAddress
from frontdesk.adapters.http_shop.mapping import Auth, ShopMapping, find_mapping, read_mapping
from frontdesk.adapters.http_shop.shop import HttpShop
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop_filling import create_tables
from tests.bench_shop import Bench, bench

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC).timestamp()


def answers(status: int, body: bytes = b"{}", **headers: str) -> Handler:
    """A server that answers so once."""

    async def handle(request: web.Request) -> web.StreamResponse:
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        return web.Response(status=status, body=body, headers=given)

    return handle


async def hangs(request: web.Request) -> web.StreamResponse:
    await asyncio.sleep(30)
    return web.Response()


async def breaks_off(request: web.Request) -> web.StreamResponse:
    """The change is made, and the line breaks before the answer."""
    assert request.transport is not None
    request.transport.close()
    return web.Response()


@pytest.fixture
async def plain() -> AsyncIterator[Bench]:
    async with bench("plain") as made:
        yield made


@pytest.fixture
async def shopify() -> AsyncIterator[Bench]:
    async with bench("shopify") as made:
        yield made


@pytest.mark.parametrize("trouble", [answers(503), answers(429), answers(502), breaks_off])
async def test_a_question_is_asked_again(plain: Bench, trouble: Handler) -> None:
    """What passes is not noticed by a customer: a question may be asked twice."""
    plain.fake.troubles = [trouble]
    assert await plain.one.order("10023") is not None
    assert len(plain.fake.asked) == 2


async def test_three_tries_and_no_more(plain: Bench) -> None:
    """A shop that keeps failing is left after the third try, with a sentence."""
    plain.fake.troubles = [answers(500) for _ in range(9)]
    with pytest.raises(ShopDown, match="it answered 500"):
        await plain.one.order("10023")
    assert len(plain.fake.asked) == 3


async def test_a_change_carries_one_key_through_all_tries(plain: Bench) -> None:
    """Sent again after the line broke, it has the same key, and the shop does it once."""

    async def done_and_gone(request: web.Request) -> web.StreamResponse:
        await plain.fake.world.open_return("10024", "late")
        return await breaks_off(request)

    async def fine(request: web.Request) -> web.StreamResponse:
        return web.json_response({"number": "R10024", "new": False})

    plain.fake.after = {"POST": [done_and_gone, fine]}
    opened = await plain.one.open_return("10024", "late")
    assert (opened.number, len(plain.fake.keys), len(set(plain.fake.keys))) == ("R10024", 2, 1)


async def test_a_change_without_a_key_is_sent_once(shopify: Bench) -> None:
    """Where the shop takes no key, nobody knows whether a broken change was done: it is not sent again."""
    shopify.fake.after = {"orderCancel": [answers(500), answers(500)]}
    with pytest.raises(ShopDown):
        await shopify.one.cancel("10025")
    assert shopify.fake.named.count("orderCancel") == 1


async def test_what_was_surely_not_done_is_sent_again(shopify: Bench) -> None:
    """Too many requests (429) means that it was not done."""
    shopify.fake.after = {"orderCancel": [answers(429)]}
    assert await shopify.one.cancel("10025")
    assert shopify.fake.named.count("orderCancel") == 2


async def test_the_same_change_from_another_state_is_another_one(plain: Bench) -> None:
    """There and back again: the third change has the words of the first, and is done all the same."""
    for address in ("1 First Road, Fairhaven", "2 Second Road, Fairhaven", "1 First Road, Fairhaven"):
        assert await plain.one.readdress("10025", address)
        order = await plain.one.order("10025")
        assert order is not None
        assert order.address == address


async def test_a_wait_longer_than_the_deadline_is_not_waited_for(plain: Bench) -> None:
    """The customer hears it at once."""
    plain.fake.troubles = [answers(429, Retry_After="60")]
    async with asyncio.timeout(1):
        with pytest.raises(ShopDown):
            await plain.one.order("10023")


async def test_a_hanging_shop_costs_two_customers_their_patience_and_no_more(plain: Bench) -> None:
    """After that everybody hears it at once; after a pause one tries for all, and an answer opens the door again."""
    quick = bench_of(plain, deadline_s=0.2)
    plain.fake.troubles = [hangs, hangs]
    for _ in range(2):
        with pytest.raises(ShopDown, match="within"):
            await quick.one.order("10023")
    asked = len(plain.fake.asked)
    with pytest.raises(ShopDown, match="others"):
        await quick.one.order("10023")
    assert len(plain.fake.asked) == asked
    quick.now += PAUSE_S
    assert await quick.one.order("10023") is not None
    await quick.client.close()


def bench_of(other: Bench, **changed: Any) -> Bench:
    """Another client of the same server."""
    return Bench.made(other.fake, other.url, replace(other.mapping, **changed))


@pytest.mark.parametrize(
    ("trouble", "says"),
    [
        (answers(401), "SHOP_KEY"),
        (answers(403), "allowed"),
        (answers(302, Location="https://elsewhere.example/"), "leads elsewhere"),
        (answers(405), "path"),
        (answers(200, b"<html>"), "not JSON"),
        (answers(200, b"[]"), "lacks"),
        (answers(200, b'{"number": "99"}'), "another order"),
        (answers(200, b'{"number": "10023", "customer_id": "C1", "placed_on": "soon"}'), "day that is none"),
        (
            answers(200, b'{"number": "10023", "customer_id": "C1", "placed_on": "2026-11-20", "state": "gone"}'),
            "state",
        ),
        (answers(200, b" " * (LARGEST + 1)), "too large"),
    ],
)
async def test_wrong_answers_are_no_orders(plain: Bench, trouble: Handler, says: str) -> None:
    """Nothing is guessed and nothing invented; the message says where to look. It is no outage, so nobody is shut out."""
    plain.fake.troubles = [trouble]
    with pytest.raises(ShopDown, match=says):
        await plain.one.order("10023")
    assert await plain.one.order("10023") is not None


async def test_answers_in_pieces_are_read_whole(plain: Bench) -> None:
    """A body that comes slowly in chunks is one body."""

    async def slowly(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"Content-Type": "application/json"})
        await response.prepare(request)
        for piece in (b'{"customer_id": "C0007", "phone": ', b'"+14155550198", "name": ', b'"Avery"}'):
            await response.write(piece)
            await asyncio.sleep(0.01)
        return response

    plain.fake.troubles = [slowly]
    customer = await plain.one.customer("C0007")
    assert customer is not None
    assert customer.name == "Avery"


async def test_errors_in_an_answer_called_a_success(shopify: Bench) -> None:
    """GraphQL tells troubles with status 200."""
    shopify.fake.troubles = [answers(200, b'{"errors": [{"message": "Throttled"}]}')]
    with pytest.raises(ShopDown, match="errors"):
        await shopify.one.order("10023")


async def test_refused_by_the_shop_is_not_done(shopify: Bench) -> None:
    """A cancellation with user errors is no cancellation."""
    shopify.fake.after = {
        "orderCancel": [answers(200, b'{"data": {"orderCancel": {"orderCancelUserErrors": [{"message": "no"}]}}}')]
    }
    with pytest.raises(ShopDown, match="orderCancelUserErrors"):
        await shopify.one.cancel("10025")


@pytest.mark.parametrize("number", ["../customers/C0007", "10023/../10024", "10023?x=1", "..", "%2e%2e", "10023#a"])
async def test_no_value_leaves_its_place(plain: Bench, number: str) -> None:
    """Whatever stands in a number, the request stays the order's."""
    assert await plain.one.order(number) is None
    assert all(path.startswith("/orders/") and "/customers" not in path for _, path in plain.fake.asked)


async def test_a_token_is_fetched_kept_and_renewed() -> None:
    """Client credentials: one token for many requests, a new one when it is refused."""
    given: list[str] = []

    async def token(request: web.Request) -> web.StreamResponse:
        form = await request.post()
        assert form["grant_type"] == "client_credentials"
        assert aiohttp.BasicAuth.decode(request.headers["Authorization"]).login == "me"
        given.append(f"t{len(given)}")
        return web.json_response({"access_token": given[-1], "expires_in": 3600})

    async def order(request: web.Request) -> web.StreamResponse:
        return web.json_response({}, status=404 if request.headers["Authorization"] == "Bearer t1" else 401)

    app = web.Application()
    app.router.add_post("/oauth/token", token)
    app.router.add_get("/orders/{number}", order)
    async with TestServer(app) as server:
        auth = Auth(kind="oauth2", token_path="/oauth/token")
        mapping = replace(read_mapping(find_mapping("plain")), auth=auth)
        client = ShopClient(str(server.make_url("/")), mapping, Secrets(key="me", secret="s"), _still())
        shop = HttpShop(client, mapping, lambda: NOW, UTC)
        assert await shop.order("1") is None  # t0 is refused, t1 taken
        assert await shop.order("2") is None
        assert given == ["t0", "t1"]
        await client.close()


def _still() -> Ways:
    return Ways(clock=lambda: 0.0, chance=lambda: 0.0)


def test_secrets_are_never_shown() -> None:
    """Neither of them is in what a log might print."""
    assert "hidden" not in repr(ShopChoice(url="https://x", secrets=Secrets(key="hidden", secret="hidden")))


def test_only_web_addresses() -> None:
    """No file, no other scheme."""
    for url in ("file:///etc/passwd", "shop.example.com", "ftp://x"):
        with pytest.raises(WrongAddress, match="SHOP_URL"):
            ShopClient(url, ShopMapping(name="", auth=Auth()), Secrets(), _still())


async def test_what_the_interface_lacks_is_a_colleagues(shopify: Bench) -> None:
    """A return over Shopify: nothing is asked, the customer hears that a colleague does it, and is offered one."""
    with pytest.raises(ShopCannot):
        await shopify.one.open_return("10024", "late")
    facts = {"customer_id": "7", "order_number": "10024"}
    world = shopify.fake.world
    shop = Shop(orders=shopify.one, changes=shopify.one, money=shopify.one, goods=shopify.one, cases=world, tries=world)
    told = await TASKS["request_invoice"].run({**facts, "invoice_kind": "personal"}, shop, "en", "text")
    assert told.outcome == "needs_person"
    assert told.words


async def test_the_check_says_in_words_what_is_there(plain: Bench, shopify: Bench) -> None:
    """Each request that reads is tried, none that changes; a wrong key is named."""
    found = {f.operation: f async for f in check_shop(plain.one, plain.mapping, "10024")}
    assert found["order"].words.startswith("Order 10024 is delivered, with 2 kinds of goods")
    assert {f.standing for f in found.values()} <= {"works", "none", "untried"}
    assert not any(method in ("POST", "PUT") for method, _ in plain.fake.asked)
    lacking = {f.operation: f.standing async for f in check_shop(shopify.one, shopify.mapping, "10024")}
    assert (lacking["cancel"], lacking["open_return"], lacking["customer"]) == ("untried", "cannot", "works")
    shopify.fake.troubles = [answers(401) for _ in range(20)]
    refused = [f async for f in check_shop(shopify.one, shopify.mapping, "")]
    assert "SHOP_KEY" in refused[0].words


async def test_the_demo_shop_is_there_without_a_setting(sqlite_url: str) -> None:
    """No SHOP_URL: everything embedded; with one, cases and tries stay with us."""
    database = Database(sqlite_url)
    await create_tables(database)
    assert open_shop(ShopChoice(), database, lambda: NOW, UTC).client is None
    opened = open_shop(ShopChoice(url="http://127.0.0.1:9"), database, lambda: NOW, UTC)
    assert await opened.shop.tries.take_try("order:1", limit=1, within_s=60)
    with pytest.raises(ShopDown, match="reached"):
        await opened.shop.orders.order("10023")
    assert opened.client is not None
    await opened.client.close()
    await database.close()
