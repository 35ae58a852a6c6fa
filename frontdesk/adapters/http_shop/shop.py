"""A shop behind HTTP, as the tasks' ports. What its interface can't do raises ShopCannot; its answers must fit the questions."""

import asyncio
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, tzinfo
from typing import Any
from weakref import WeakValueDictionary

from actions import Customer, Order, Return, ShopCannot, ShopDown
from actions.money import Invoice, InvoiceWish, Payment, Refund
from actions.order import Product
from actions.reading.contacts import Contact, email_of, same
from actions.reading.number_kinds import OrderDigits
from frontdesk.adapters.demo_money import masked
from frontdesk.adapters.found_goods import found_goods
from frontdesk.adapters.http_shop.answers import Refused
from frontdesk.adapters.http_shop.client import ShopClient
from frontdesk.adapters.http_shop.looked_up import newest, wanted
from frontdesk.adapters.http_shop.mapping import Fields, Operation, ShopMapping
from frontdesk.adapters.http_shop.objects import (
    Told,
    customer_of,
    invoice_of,
    opened_of,
    order_of,
    payment_of,
    product_of,
    refund_of,
)
from frontdesk.adapters.http_shop.paths import found, items

NOBODYS = "0"  # the number of an account, or of an order, that nobody has
SETTLING_S = (0.1, 0.3)  # after a cancellation: looked at at once, and again after each of these
CANCELLABLE, READDRESSABLE = frozenset({"placed", "paid"}), frozenset({"placed", "paid", "packed"})


class HttpShop:
    """Keeps the promises of Orders, Changes, Money and Goods. `clock` tells epoch seconds, `zone` where the shop's days begin."""

    def __init__(self, client: ShopClient, mapping: ShopMapping, clock: Callable[[], float], zone: tzinfo) -> None:
        self._client, self._mapping, self._clock, self._zone = client, mapping, clock, zone
        self._changing: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    @property
    def order_digits(self) -> OrderDigits:
        return self._mapping.order_digits

    async def order(self, number: str) -> Order | None:
        told = await self._order(number)
        return order_of(told, self._today()) if told else None

    async def orders_of(self, customer: str, limit: int) -> tuple[Order, ...]:
        """A guest, who is known by an address alone, has the orders that were placed with it without an account."""
        values = {"customer": customer, "limit": str(limit)}
        address = email_of(customer)
        if address and "by_email" in self._mapping.operations and not self._fits("orders_of", values):
            orders = await self.orders_by(Contact("email", address), limit)
        else:
            many = await self._many("orders_of", "order", values)
            orders = tuple(order_of(told, self._today()) for told in many)
        return newest((order for order in orders if order.customer_id == customer), limit)

    async def orders_by(self, contact: Contact, limit: int) -> tuple[Order, ...]:
        """The shop's search finds what looks alike, too: only orders that tell this very contact are taken."""
        values = {**wanted(contact, self._mapping.region), "limit": str(limit)}
        many = await self._many(f"by_{contact.kind}", "order", values)
        exact = [told for told in many if any(same(contact, kept) for kept in told.texts(contact.kind))]
        return newest((order_of(told, self._today()) for told in exact), limit)

    async def customer(self, customer: str) -> Customer | None:
        """Whoever can have no account, a guest, is asked for as nobody: how long it takes tells nothing."""
        if self._fits("customer", {"customer": customer}):
            told = await self._one("customer", "customer", {"customer": customer})
            return customer_of(told, customer) if told else None
        with suppress(Refused):  # a shop may not like such a number; nobody is nobody
            await self._one("customer", "customer", {"customer": NOBODYS})
        return None

    async def cancel(self, order_number: str) -> bool:
        self._operation("cancel")
        async with self._alone(order_number):
            order, values = await self._known(order_number)
            if order.state not in CANCELLABLE:
                return order.state == "cancelled"
            await self._send("cancel", values, was=order.state)
            return await self._settled(order_number)

    async def _settled(self, order_number: str) -> bool:
        """Whether it is cancelled now. Some shops do it a moment later; what left meanwhile is too late."""
        for pause_s in (*SETTLING_S, None):
            after = await self.order(order_number)
            if after is not None and after.state not in CANCELLABLE:
                return after.state == "cancelled"
            if pause_s is not None:
                await asyncio.sleep(pause_s)
        raise ShopDown("The shop took the cancellation and still shows the order as open; look at it by hand.")

    async def readdress(self, order_number: str, address: str) -> bool:
        self._operation("readdress")
        async with self._alone(order_number):
            order, values = await self._known(order_number)
            if order.state not in READDRESSABLE:
                return False
            await self._send("readdress", {**values, "address": address}, was=order.address or "")
            return True

    async def open_return(self, order_number: str, reason: str) -> Return:
        self._operation("open_return")
        async with self._alone(order_number):
            order, values = await self._known(order_number)
            if order.return_number:
                return Return(number=order.return_number, order_number=order_number, new=False)
            return opened_of(await self._made("open_return", "opened", {**values, "reason": reason}), order)

    async def open_exchange(self, order_number: str, wish: str) -> Return:
        self._operation("open_exchange")
        async with self._alone(order_number):
            order, values = await self._known(order_number)
            if order.exchange_number:
                return Return(number=order.exchange_number, order_number=order_number, new=False)
            return opened_of(await self._made("open_exchange", "opened", {**values, "wish": wish}), order)

    async def payments(self, order_number: str) -> tuple[Payment, ...]:
        order, values = await self._known(order_number)
        return tuple(payment_of(told, order) for told in await self._many("payments", "payment", values))

    async def refund(self, order_number: str) -> Refund | None:
        order, values = await self._known(order_number)
        told = await self._one("refund", "refund", values)
        return refund_of(told, order) if told else None

    async def ask_refund(self, order_number: str, reason: str) -> Refund:
        self._operation("ask_refund")
        async with self._alone(order_number):
            known = await self.refund(order_number)
            if known is not None:
                return known
            order, values = await self._known(order_number)
            return refund_of(await self._made("ask_refund", "refund", {**values, "reason": reason}), order, new=True)

    async def invoice(self, order_number: str) -> Invoice | None:
        order, values = await self._known(order_number)
        told = await self._one("invoice", "invoice", values)
        return invoice_of(told, order) if told else None

    async def ask_invoice(self, order_number: str, wish: InvoiceWish) -> Invoice:
        self._operation("ask_invoice")
        async with self._alone(order_number):
            order, values = await self._known(order_number)
            known = await self.invoice(order_number) if "invoice" in self._mapping.operations else None
            given = {"kind": wish.kind, "title": wish.title, "tax_number": wish.tax_number or "", "email": wish.email}
            was = known.number if known else ""
            told = await self._made("ask_invoice", "invoice", {**values, **given}, was=was)
            made = invoice_of(told, order, wish)
            return replace(made, new=made.number != was)

    async def product(self, sku: str) -> Product | None:
        told = await self._one("product", "product", {"sku": sku})
        product = product_of(told) if told else None
        return product if product and product.sku == sku else None

    async def find(self, words: str, limit: int) -> tuple[Product, ...]:
        """The shop's own search is asked, and only what is named in the words is taken."""
        many = await self._many("find", "product", {"words": words[:100], "limit": str(limit * 5)})
        return found_goods((product_of(told) for told in many), words, limit)

    async def send_link(self, customer: str, about: str) -> str:
        """The shop's own address of the customer, masked by us whatever it answers."""
        told = await self._made("send_link", "link", {"customer": customer, "about": about})
        return masked(told.must("address"))

    def _alone(self, order_number: str) -> asyncio.Lock:
        """Changes of one order, one after the other: the second finds what the first did."""
        return self._changing.setdefault(order_number, asyncio.Lock())

    async def _order(self, number: str) -> Told | None:
        told = await self._one("order", "order", {"number": number})
        if told is not None and told.must("number").removeprefix(self._mapping.prefix) != number:
            raise ShopDown("The shop answered with another order than was asked for; see the mapping.")
        return told

    async def _known(self, number: str) -> tuple[Order, Mapping[str, str]]:
        """An order that is there, and what requests about it may name."""
        told = await self._order(number)
        if told is None:
            raise ShopDown("An order vanished between two questions; the shop's answers contradict each other.")
        order = order_of(told, self._today())
        values = {"number": number, "ref": told.text("ref") or number, "customer": order.customer_id}
        cents = self._mapping.money == "cents"
        amount = str(order.total) if cents else f"{order.total // 100}.{order.total % 100:02d}"
        return order, {**values, "amount": amount, "currency": order.currency}

    def _operation(self, name: str) -> Operation:
        operation = self._mapping.operations.get(name)
        if operation is None:
            raise ShopCannot(f"{self._mapping.name} has no {name} over its interface.")
        return operation

    async def _send(self, name: str, values: Mapping[str, str], *, was: str = "") -> Any:
        operation = self._operation(name)
        if not self._fits(name, values):
            if operation.reads:
                return None
            raise ShopCannot(f"{self._mapping.name} has no {name} for such an order.")
        return await self._client.ask(operation, values, was=was)

    def _fits(self, name: str, values: Mapping[str, str]) -> bool:
        """Whether the values are such as the request takes."""
        when = self._operation(name).when
        return all(pattern.fullmatch(values.get(key, "")) for key, pattern in when.items())

    async def _many(self, name: str, kind: str, values: Mapping[str, str], *, was: str = "") -> list[Told]:
        """All objects of an answer: the list at `items`, or the one at `at`; without either, the answer itself."""
        operation = self._operation(name)
        answer = await self._send(name, values, was=was)
        if operation.items:
            listed = items(answer, operation.items)
        else:
            one = found(answer, operation.at or "$")
            listed = [one] if one is not None else []
        return [told for told in (self._told(document, kind) for document in listed) if told.is_one()]

    async def _one(self, name: str, kind: str, values: Mapping[str, str], *, was: str = "") -> Told | None:
        """The object, or the first of a list; None when there is none."""
        return next(iter(await self._many(name, kind, values, was=was)), None)

    async def _made(self, name: str, kind: str, values: Mapping[str, str], *, was: str = "") -> Told:
        told = await self._one(name, kind, values, was=was)
        if told is None:
            raise ShopDown("The shop did not say what it made of a change; look at the order by hand.")
        return told

    def _told(self, document: Any, kind: str) -> Told:
        return Told(document, self._mapping.objects.get(kind, Fields()), self._mapping, self._zone)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), self._zone).date()
