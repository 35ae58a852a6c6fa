"""The shop as the tasks need it: a few small ports, side by side in `Shop`. Knows no shop in particular."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal, Protocol

from actions.money import Invoice, InvoiceWish, Payment, Refund
from actions.order import Customer, Locale, Name, Order, OrderLine, OrderState, Product, Tier
from actions.reading.contacts import Contact
from actions.reading.number_kinds import EMBEDDED, USUAL, OrderDigits

CaseKind = Literal[
    "late",
    "lost",
    "not_received",
    "wrong_item",
    "damaged",
    "incomplete",
    "not_sent",
    "other",
    "delivery_note",
    "fraud",
    "change_items",
    "payment",
    "price_protection",
    "complaint",
]


class ShopDown(Exception):
    """The shop can't be reached or answered nonsense; say so to the customer and offer a human, never invent an order."""


class ShopCannot(Exception):
    """The shop has no such thing over its interface; say that a person must do it, never that it was done."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Return:
    """A return, or an exchange, of an order. `new` tells whether this call opened it."""

    number: str
    order_number: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseWish:
    """What people of the shop shall look into. `order_number` is empty where it is about none. `beside`: the number of a case
    opened in the same talk, to which it is added if it is of the kind and nobody else's."""

    kind: CaseKind
    customer_id: str
    order_number: str = ""
    details: str = ""
    beside: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """Something that people of the shop look into. `new` tells whether this call opened it."""

    number: str
    kind: CaseKind
    order_number: str
    new: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCase:
    """A case that is looked up, as it is known on the day `as_of`: what came of it is told by who looks into it."""

    number: str
    kind: CaseKind
    order_number: str
    opened_on: date
    as_of: date


class Orders(Protocol):
    """What the shop knows. Here as below, every method raises ShopDown when it can't answer, ShopCannot when it never can."""

    async def order(self, number: str) -> Order | None: ...

    async def orders_of(self, customer: str, limit: int) -> tuple[Order, ...]:
        """The newest orders of a customer, newest first."""
        ...

    async def orders_by(self, contact: Contact, limit: int) -> tuple[Order, ...]:
        """The newest orders placed with exactly this address or phone number, newest first, whoever's they are.

        It proves nothing about who asks. A shop whose own search finds more than was asked for is looked through again.
        """
        ...

    async def customer(self, customer: str) -> Customer | None: ...


class Changes(Protocol):
    """What may be changed about an order. Asking twice changes once."""

    async def cancel(self, order_number: str) -> bool:
        """Cancel; True when it is cancelled now, by this call or before, False when it has gone too far."""
        ...

    async def readdress(self, order_number: str, address: str) -> bool:
        """Send it elsewhere; False when it has gone too far."""
        ...

    async def open_return(self, order_number: str, reason: str) -> Return:
        """Open the return of an order; if one is open already, that one, unchanged."""
        ...

    async def open_exchange(self, order_number: str, wish: str) -> Return:
        """Open an exchange; if one is open already, that one, unchanged."""
        ...


class Money(Protocol):
    """Payments, refunds, invoices. One refund and one invoice per order."""

    async def payments(self, order_number: str) -> tuple[Payment, ...]: ...

    async def refund(self, order_number: str) -> Refund | None: ...

    async def ask_refund(self, order_number: str, reason: str) -> Refund:
        """Ask for the order's money; if that was done already, that refund, unchanged."""
        ...

    async def invoice(self, order_number: str) -> Invoice | None: ...

    async def ask_invoice(self, order_number: str, wish: InvoiceWish) -> Invoice:
        """Have an invoice made out and sent; the same wish again sends the same invoice again, another one corrects it."""
        ...


class Goods(Protocol):
    """What the shop sells now."""

    async def product(self, sku: str) -> Product | None: ...

    async def find(self, words: str, limit: int) -> tuple[Product, ...]:
        """Products whose name is in the words, in any language; none when there is none."""
        ...


class Cases(Protocol):
    """What people of the shop are asked to look into, and what the shop sends to customers."""

    async def open_case(self, wish: CaseWish) -> Case:
        """Open a case; while one of the kind is open about the order, that one, and what is said now is kept beside the rest."""
        ...

    async def case_of(self, customer: str, number: str) -> KeptCase | None:
        """A case of this customer; None when there is none under the number, or when it is somebody else's."""
        ...

    async def send_link(self, customer: str, about: str) -> str:
        """Have the shop send a link (to a new password, to the profile) to the customer's own address; tells it masked."""
        ...


class Tries(Protocol):
    """The tries of whoever says to be somebody, by whom or what they are about ("order:10023")."""

    async def take_try(self, about: str, *, limit: int, within_s: float) -> bool:
        """Use up one of `limit` tries in any `within_s` seconds, whether such an order exists or not.

        False when none is left (then none is used up). Tries made at the same time never pass the limit together.
        """
        ...

    async def forget_tries(self, about: str) -> None:
        """Give all tries back: the customer proved to be the right one."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Shop:
    """All of it. The parts may be of different makes: orders over HTTP, tries and cases in our own database."""

    orders: Orders
    changes: Changes
    money: Money
    goods: Goods
    cases: Cases
    tries: Tries
    order_digits: OrderDigits = USUAL


def whole_shop(one: Any) -> Shop:
    """An embedded shop whose parts are all of one make. `one` must have every method of the ports."""
    return Shop(orders=one, changes=one, money=one, goods=one, cases=one, tries=one, order_digits=EMBEDDED)


__all__ = [
    "Case",
    "CaseKind",
    "CaseWish",
    "Cases",
    "Changes",
    "Contact",
    "Customer",
    "Goods",
    "KeptCase",
    "Locale",
    "Money",
    "Name",
    "Order",
    "OrderDigits",
    "OrderLine",
    "OrderState",
    "Orders",
    "Product",
    "Return",
    "Shop",
    "ShopCannot",
    "ShopDown",
    "Tier",
    "Tries",
    "whole_shop",
]
