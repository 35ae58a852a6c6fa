"""An HTTP shop's JSON as the tasks' data, by the mapping. What must be there and is not makes ShopDown: nothing is invented."""

from dataclasses import dataclass
from datetime import date, tzinfo
from typing import Any, cast

from actions import Customer, Name, Order, OrderLine, Return, ShopDown
from actions.money import Invoice, InvoiceWish, Payment, PaymentState, Refund, RefundState
from actions.order import OrderState, Product
from frontdesk.adapters.http_shop.mapping import NONE, STATES, Fields, ShopMapping
from frontdesk.adapters.http_shop.paths import found, items, there
from frontdesk.adapters.http_shop.values import cents, day, state


@dataclass(frozen=True, slots=True)
class Told:
    """One object of an answer, read by its fields."""

    document: Any
    fields: Fields
    mapping: ShopMapping
    zone: tzinfo

    def text(self, name: str) -> str | None:
        path = self.fields.paths.get(name)
        value = found(self.document, path) if path else None
        return str(value).strip() or None if value is not None and not isinstance(value, dict | list) else None

    def texts(self, name: str) -> tuple[str, ...]:
        """All that stands at the field's paths, where `text` takes the first."""
        told = (found(self.document, way) for way in self.fields.paths.get(name, "").split("|") if way)
        return tuple(str(one).strip() for one in told if one is not None and not isinstance(one, dict | list))

    def must(self, name: str) -> str:
        value = self.text(name)
        if value is None:
            raise ShopDown(f"The shop's answer lacks {name}; nothing is guessed. See the mapping's objects.")
        return value

    def amount(self, name: str) -> int:
        path = self.fields.paths.get(name)
        value = there(self.document, path) if path else None
        if value in (None, ""):
            raise ShopDown(f"The shop's answer lacks {name}; nothing is guessed. See the mapping's objects.")
        return cents(value, self.mapping.money)

    def day(self, name: str) -> date | None:
        path = self.fields.paths.get(name)
        return day(found(self.document, path), self.zone) if path else None

    def state(self, kind: str) -> str:
        """The state in our words, by the rules or as it stands there."""
        told = state(self.document, self.fields.states) if self.fields.states else self.text("state")
        if told not in STATES[kind]:
            raise ShopDown("The shop told a state the mapping does not know; add it to the mapping's objects.")
        return told

    def is_one(self) -> bool:
        """Whether it is what it was asked for; a mapping may say that some of a list are not."""
        return not self.fields.states or state(self.document, self.fields.states) != NONE

    def name(self, name: str) -> Name | None:
        said = self.text(name)
        return Name(said, self.text(f"{name}_zh") or said) if said else None

    def each(self, name: str, kind: str) -> list["Told"]:
        path = self.fields.paths.get(name, "")
        fields = self.mapping.objects.get(kind, Fields())
        return [Told(one, fields, self.mapping, self.zone) for one in items(self.document, path)] if path else []


def order_of(told: Told, today: date) -> Order:
    """An order; number, customer, state and day must be there."""
    number = told.must("number").removeprefix(told.mapping.prefix)
    placed = told.day("placed_on")
    if placed is None:
        raise ShopDown("The shop's answer lacks placed_on; nothing is guessed. See the mapping's objects.")
    return Order(
        number=number,
        customer_id=told.must("customer_id"),
        state=cast("OrderState", told.state("order")),
        as_of=today,
        placed_on=placed,
        lines=tuple(_line(one) for one in told.each("lines", "line")),
        expected_on=told.day("expected_on"),
        delivered_on=told.day("delivered_on"),
        carrier=told.name("carrier"),
        tracking=told.text("tracking"),
        returnable_until=told.day("returnable_until"),
        return_number=told.text("return_number"),
        exchange_number=told.text("exchange_number"),
        currency=told.text("currency") or told.mapping.currency,
        address=told.text("address"),
        phone=told.text("phone"),
        email=told.text("email"),
    )


def _line(told: Told) -> OrderLine:
    name = told.name("name")
    if name is None:
        raise ShopDown("The shop told goods without a name; see objects.line in the mapping.")
    quantity = told.text("quantity") or "1"
    if not quantity.isdigit():
        raise ShopDown("The shop told a quantity that is none; see objects.line in the mapping.")
    return OrderLine(sku=told.text("sku") or "", name=name, quantity=int(quantity), price=told.amount("price"))


def customer_of(told: Told, customer: str) -> Customer:
    tier = told.text("tier")
    return Customer(
        id=customer,
        name=told.text("name") or "",
        phone=told.text("phone") or "",
        tier="gold" if tier == "gold" else "silver" if tier == "silver" else "standard",
        lang="zh" if (told.text("lang") or "").lower().startswith("zh") else "en",
        email=told.text("email"),
    )


def payment_of(told: Told, order: Order) -> Payment:
    method = told.name("method") or Name("card", "银行卡")
    return Payment(
        id=told.must("id"),
        order_number=order.number,
        amount=told.amount("amount"),
        currency=told.text("currency") or order.currency,
        state=cast("PaymentState", told.state("payment")),
        paid_on=told.day("paid_on") or order.placed_on,
        method=method,
    )


def refund_of(told: Told, order: Order, *, new: bool = False) -> Refund:
    return Refund(
        number=told.must("number"),
        order_number=order.number,
        amount=told.amount("amount"),
        currency=told.text("currency") or order.currency,
        state=cast("RefundState", told.state("refund")),
        requested_on=told.day("requested_on") or order.as_of,
        expected_on=told.day("expected_on"),
        paid_on=told.day("paid_on"),
        new=new,
    )


def invoice_of(told: Told, order: Order, wish: InvoiceWish | None = None, *, new: bool = False) -> Invoice:
    kind = told.text("kind") or "personal"
    known = InvoiceWish(
        kind="company" if kind == "company" else "vat_special" if kind == "vat_special" else "personal",
        title=told.text("title") or "",
        tax_number=told.text("tax_number"),
        email=told.text("email") or "",
    )
    return Invoice(
        number=told.must("number"),
        order_number=order.number,
        wish=wish or known,
        issued=told.text("issued") is not None,
        new=new,
    )


def product_of(told: Told) -> Product:
    name = told.name("name")
    if name is None:
        raise ShopDown("The shop told goods without a name; see objects.product in the mapping.")
    path = told.fields.paths.get("stock")
    stock = there(told.document, path) if path else None
    return Product(
        sku=told.text("sku") or "",
        name=name,
        price=told.amount("price"),
        currency=told.text("currency") or told.mapping.currency,
        stock=int(stock) if isinstance(stock, int | float) else None,
    )


def opened_of(told: Told, order: Order) -> Return:
    """A return or exchange that was opened; where the shop does not tell whether it is new, it is."""
    new = there(told.document, told.fields.paths["new"]) if "new" in told.fields.paths else True
    return Return(number=told.must("number"), order_number=order.number, new=new is not False)
