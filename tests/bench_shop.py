"""An HTTP shop with its fake server and a clock set by hand, for tests."""

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from aiohttp.test_utils import TestServer

from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.http_shop.auth import Secrets
from frontdesk.adapters.http_shop.client import ShopClient, Ways
from frontdesk.adapters.http_shop.mapping import ShopMapping, find_mapping, read_mapping
from frontdesk.adapters.http_shop.shop import HttpShop
from frontdesk.adapters.memory_shop import MemoryShop
from tests.fakes.http_shops import KEY, SECRET, FakeShop, PlainShop, WooShop
from tests.fakes.shopify_shop import ShopifyShop

SHOPS: Mapping[str, type[FakeShop]] = {"plain": PlainShop, "woocommerce": WooShop, "shopify": ShopifyShop}
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@dataclass(slots=True)
class Bench:
    """The client's side (`one`) and the server's (`fake`)."""

    fake: FakeShop
    url: str
    mapping: ShopMapping
    client: ShopClient
    one: HttpShop
    now: float = 0.0

    @staticmethod
    def made(fake: FakeShop, url: str, mapping: ShopMapping, clock: Callable[[], float] = NOW.timestamp) -> "Bench":
        """A client of its own for the server. `clock` tells the day, `now` the seconds of the breaker."""
        ways = Ways(clock=lambda: bench.now, chance=lambda: 0.0)
        client = ShopClient(url, mapping, Secrets(key=KEY, secret=SECRET), ways)
        bench = Bench(fake, url, mapping, client, HttpShop(client, mapping, clock, UTC))
        return bench


@asynccontextmanager
async def bench(name: str, clock: Callable[[], float] = NOW.timestamp) -> AsyncIterator[Bench]:
    """One of the shipped mappings against its fake server."""
    today = datetime.fromtimestamp(clock(), UTC).date()
    world = MemoryShop(demo_customers(), demo_orders(today), clock, UTC)
    fake = SHOPS[name](world)
    async with TestServer(fake.app()) as server:
        made = Bench.made(fake, str(server.make_url("/")), read_mapping(find_mapping(name)), clock)
        yield made
        await made.client.close()
