"""The shop that settings choose: the embedded demo, or yours behind HTTP with cases and tries in our own database."""

import hashlib
import hmac
import random  # noqa: TID251  # see below
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import tzinfo

from actions.shop import Shop
from frontdesk.adapters.http_shop.auth import Secrets
from frontdesk.adapters.http_shop.cases import HttpCases
from frontdesk.adapters.http_shop.client import ShopClient, Ways
from frontdesk.adapters.http_shop.mapping import find_mapping, read_mapping
from frontdesk.adapters.http_shop.shop import HttpShop
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.shop import sql_shop
from frontdesk.adapters.sql.shop_cases import SqlCases, SqlTries
from frontdesk.adapters.sql.shop_rows import ShopDay


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopChoice:
    """SHOP_URL (empty: the demo), SHOP_MAPPING, what shows who we are, and the key that hides what tries are about."""

    url: str = ""
    mapping: str = "plain"
    secrets: Secrets = field(default_factory=Secrets)
    tries_key: bytes = field(default=b"", repr=False)


def tries_key(house_secret: bytes) -> bytes:
    """The key by which all processes of a house count the same tries; it leads back to no other secret."""
    return hmac.new(house_secret, b"tries", hashlib.sha256).hexdigest().encode()


@dataclass(frozen=True, slots=True)
class OpenShop:
    """A shop, and its connections where it has some."""

    shop: Shop
    client: ShopClient | None = None

    async def close(self) -> None:
        if self.client is not None:
            await self.client.close()


def open_shop(choice: ShopChoice, database: Database, clock: Callable[[], float], zone: tzinfo) -> OpenShop:
    """Raises WrongMapping and WrongAddress. `clock` tells epoch seconds, `zone` where the shop's days begin."""
    if not choice.url:
        return OpenShop(sql_shop(database, clock, zone, choice.tries_key))
    client, one = http_shop(choice, clock, zone)
    day = ShopDay(clock, zone)
    cases = HttpCases(one, SqlCases(database, day))
    tries = SqlTries(database, day, choice.tries_key)
    digits = one.order_digits
    shop = Shop(orders=one, changes=one, money=one, goods=one, cases=cases, tries=tries, order_digits=digits)
    return OpenShop(shop, client)


def http_shop(choice: ShopChoice, clock: Callable[[], float], zone: tzinfo) -> tuple[ShopClient, HttpShop]:
    """The shop behind HTTP and its client."""
    mapping = read_mapping(find_mapping(choice.mapping))
    ways = Ways(clock=time.monotonic, chance=random.random)  # pauses between tries only
    client = ShopClient(choice.url, mapping, choice.secrets, ways)
    return client, HttpShop(client, mapping, clock, zone)
