"""Orders, the people who placed them and the goods in them, as a shop tells them. Plain data; knows no shop in particular."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

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
    "sent",  # it left the shop; whether it arrived, its system does not tell
]
Locale = Literal["en", "zh"]
Tier = Literal["standard", "silver", "gold"]


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
    email: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderLine:
    """One product of an order. `price` is what one piece was paid with, in cents."""

    sku: str
    name: Name
    quantity: int = 1
    price: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """An order as the shop tells it on the day `as_of`. All dates are days where the shop is.

    `returnable_until` is set once the goods may be sent back; `return_number` once a return was opened, `exchange_number`
    once an exchange was. `phone` and `email` are those given with the order, where the shop keeps them there.
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
    exchange_number: str | None = None
    currency: str = "USD"
    address: str | None = None
    phone: str | None = None
    email: str | None = None

    @property
    def total(self) -> int:
        """What all the goods cost, in cents."""
        return sum(line.quantity * line.price for line in self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Product:
    """Something the shop sells now. `price` in cents; `stock` None where the shop does not tell."""

    sku: str
    name: Name
    price: int
    currency: str = "USD"
    stock: int | None = None
