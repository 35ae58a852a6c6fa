"""The shop as the tasks need it: orders, customers, returns, and the tries of whoever says an order is theirs."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, Protocol

OrderState = Literal[
    "placed",
    "paid",
    "packed",
    "shipped",
    "out_for_delivery",
    "delivered",
    "cancelled",
    "returned",
    "delayed",
    "lost",
]
Locale = Literal["en", "zh"]
Tier = Literal["standard", "silver", "gold"]


class ShopDown(Exception):
    """The shop can't be reached or answered nonsense; say so to the customer and offer a human, never invent an order."""


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called, in each language; as it stands within a sentence ("wireless headphones")."""

    en: str
    zh: str

    def of(self, locale: Locale) -> str:
        return self.zh if locale == "zh" else self.en


@dataclass(frozen=True, slots=True, kw_only=True)
class Customer:
    """Somebody who has ordered. `phone` as it stands in the shop, with country code."""

    id: str
    name: str
    phone: str
    tier: Tier = "standard"
    lang: Locale = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One product of an order. Prices are in cents."""

    sku: str
    name: Name
    quantity: int = 1
    price: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as the shop tells it on the day `as_of`. All dates are days where the shop is.

    `returnable_until` is set once the goods may be sent back; `return_number` once a return was opened.
    """

    number: str
    customer_id: str
    state: OrderState
    as_of: date
    placed_on: date
    lines: tuple[OrderLine, ...]
    expected_on: date | None = None
    delivered_on: date | None = None
    carrier: Name | None = None
    tracking: str | None = None
    returnable_until: date | None = None
    return_number: str | None = None
    currency: str = "USD"


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A return of an order. `new` tells whether this call opened it."""

    number: str
    order_number: str
    new: bool


class Shop(Protocol):
    """The shop's back end. Every method raises ShopDown when it can't answer."""

    async def order(self, number: str) -> Order | None: ...

    async def customer(self, customer: str) -> Customer | None: ...

    async def open_return(self, order_number: str, reason: str) -> Return:
        """Open the return of an order; if one is open already, that one, unchanged."""
        ...

    async def take_try(self, order_number: str, *, limit: int, within_s: float) -> bool:
        """Use up one of `limit` tries in any `within_s` seconds for this number, whether such an order exists or not.

        False when none is left (then none is used up). Tries made at the same time never pass the limit together.
        """
        ...

    async def forget_tries(self, order_number: str) -> None:
        """Give all tries back: the customer proved to be the right one."""
        ...
