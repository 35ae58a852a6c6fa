"""Tries a configured shop without changing it: each request that reads, told in words. Knows no terminal."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from typing import Literal

from actions import Order, ShopCannot, ShopDown
from actions.reading.contacts import contacts_of
from frontdesk.adapters.http_shop.mapping import OPERATIONS, READS, ShopMapping
from frontdesk.adapters.http_shop.shop import NOBODYS, HttpShop

Standing = Literal["works", "none", "cannot", "fails", "untried"]


@dataclass(frozen=True, slots=True)
class Found:
    """How one request stands. `words` are a whole sentence."""

    operation: str
    standing: Standing
    words: str


async def check_shop(shop: HttpShop, mapping: ShopMapping, order_number: str) -> AsyncIterator[Found]:
    """One after the other. Without an order's number only the connection, the keys and the goods are tried."""
    order: Order | None = None
    if order_number:
        order, found = await _order(shop, order_number)
        yield found
    else:
        yield await _tried("order", shop.order, NOBODYS, said=_nobodys)
    if order is not None:
        for operation, asks, given in _of(order, shop):
            yield await _tried(operation, asks, *given)
    yield await _tried("find", shop.find, "", 1, said=lambda _: "The goods can be listed.")
    for operation in OPERATIONS:
        if operation not in READS:
            yield _change(operation, mapping)


async def _order(shop: HttpShop, number: str) -> tuple[Order | None, Found]:
    try:
        order = await shop.order(number)
    except ShopDown as error:
        return None, Found("order", "fails", str(error))
    if order is None:
        return None, Found("order", "none", f"There is no order {number}; give one that is there, and see `prefix`.")
    phone = "a phone number" if order.phone else "no phone number (then the customer's account must have one)"
    goods = f"{len(order.lines)} kind{'s' if len(order.lines) != 1 else ''} of goods"
    return order, Found("order", "works", f"Order {order.number} is {order.state}, with {goods} and {phone}.")


def _of(order: Order, shop: HttpShop) -> list[tuple[str, Callable[..., Awaitable[object]], tuple[object, ...]]]:
    sku = next((line.sku for line in order.lines if line.sku), "")
    return [
        ("customer", shop.customer, (order.customer_id,)),
        ("orders_of", shop.orders_of, (order.customer_id, 3)),
        *((f"by_{contact.kind}", shop.orders_by, (contact, 3)) for contact in contacts_of(order)),
        ("payments", shop.payments, (order.number,)),
        ("refund", shop.refund, (order.number,)),
        ("invoice", shop.invoice, (order.number,)),
        ("product", shop.product, (sku,)),
    ]


async def _tried(
    operation: str, asks: Callable[..., Awaitable[object]], *given: object, said: Callable[[object], str] | None = None
) -> Found:
    try:
        answer = await asks(*given)
    except ShopCannot:
        return Found(operation, "cannot", "The mapping has no such request; the bot says that a colleague does it.")
    except ShopDown as error:
        return Found(operation, "fails", str(error))
    if said is not None:
        return Found(operation, "works", said(answer))
    if answer in (None, ()):
        return Found(operation, "none", "It answers that there is none for this order.")
    return Found(operation, "works", "It answers, and the answer can be read.")


def _nobodys(answer: object) -> str:
    return "It answers, and that there is no order 0. Give the number of a real one to try the rest."


def _change(operation: str, mapping: ShopMapping) -> Found:
    if operation not in mapping.operations:
        return Found(operation, "cannot", "The mapping has no such request; the bot says that a colleague does it.")
    return Found(operation, "untried", "It would change the shop, so it is not tried.")
