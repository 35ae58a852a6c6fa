"""The demo shop's books: what was charged, what goes back, invoices, present prices. By arithmetic, like its orders."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from actions import Name, Order
from actions.money import Invoice, InvoiceWish, Payment, Refund
from actions.order import Product
from frontdesk.adapters.demo_goods import GOODS

CHARGED_TWICE = frozenset({"10026", "10034"})
REFUND_DAYS = 5
METHODS: tuple[Name, ...] = (
    Name("card", "银行卡"),
    Name("Alipay", "支付宝"),
    Name("WeChat Pay", "微信支付"),
    Name("PayPal", "PayPal"),
)
CHEAPER_NOW = 4  # every so-many-th product costs a tenth less than it did
SOLD_OUT = frozenset({"GA-130", "HO-140"})


def refund_number(order_number: str) -> str:
    return f"F{order_number}"


def exchange_number(order_number: str) -> str:
    return f"E{order_number}"


def invoice_number(order_number: str, edition: int = 1) -> str:
    return f"N{order_number}" if edition == 1 else f"N{order_number}-{edition}"


def case_number(count: int) -> str:
    """The number of the so-many-th case."""
    return f"C{100_000 + count}"


def case_count(number: str) -> int:
    """Which case a number is of; zero, which is none, for what is no such number."""
    digits = number.removeprefix("C")
    return max(0, int(digits) - 100_000) if digits.isascii() and digits.isdigit() and len(digits) <= 9 else 0


def demo_products() -> tuple[Product, ...]:
    """What is sold now, at today's prices."""
    return tuple(
        Product(
            sku=sku,
            name=Name(en, zh),
            price=price * 9 // 10 if i % CHEAPER_NOW == 1 else price,
            stock=0 if sku in SOLD_OUT else 5 + i * 7 % 40,
        )
        for i, (sku, en, zh, price) in enumerate(GOODS)
    )


def demo_payments(orders: Iterable[Order]) -> tuple[Payment, ...]:
    """A charge per order that was paid; two for those that were charged twice; none for what waits to be paid."""
    return tuple(payment for order in orders for payment in _payments(order))


def _payments(order: Order) -> Iterable[Payment]:
    if order.state == "placed":
        return
    for k in range(2 if order.number in CHARGED_TWICE else 1):
        yield Payment(
            id=f"P{order.number}-{k + 1}",
            order_number=order.number,
            amount=order.total,
            currency=order.currency,
            state="given_back" if order.state in ("cancelled", "returned") and _repaid(order) else "paid",
            paid_on=order.placed_on,
            method=METHODS[int(order.number) % len(METHODS)],
        )


def _repaid(order: Order) -> bool:
    return order.placed_on + timedelta(days=REFUND_DAYS + 12) < order.as_of


def demo_refunds(orders: Iterable[Order]) -> tuple[Refund, ...]:
    """Of what was cancelled or came back: paid if it is long ago, else approved."""
    return tuple(_refund(order) for order in orders if order.state in ("cancelled", "returned"))


def _refund(order: Order) -> Refund:
    asked = order.placed_on + timedelta(days=1)
    paid = _repaid(order)
    return Refund(
        number=refund_number(order.number),
        order_number=order.number,
        amount=order.total,
        currency=order.currency,
        state="paid" if paid else "approved",
        requested_on=asked,
        expected_on=None if paid else refund_day(order.as_of),
        paid_on=asked + timedelta(days=REFUND_DAYS) if paid else None,
    )


def refund_day(asked_on: date) -> date:
    """By when money that is asked for on a day is back."""
    return asked_on + timedelta(days=REFUND_DAYS)


def demo_invoices(orders: Sequence[Order], names: dict[str, tuple[str, str]]) -> tuple[Invoice, ...]:
    """Every fourth delivered order has a personal invoice. `names`: name and e-mail by customer."""
    return tuple(
        Invoice(
            number=invoice_number(order.number),
            order_number=order.number,
            wish=InvoiceWish(
                kind="personal",
                title=names[order.customer_id][0],
                tax_number=None,
                email=names[order.customer_id][1],
            ),
            issued=True,
        )
        for order in orders
        if order.state == "delivered" and int(order.number) % 4 == 0
    )


def masked(email: str) -> str:
    """An address its owner recognises and nobody else learns: `a***@example.com`."""
    name, _, host = email.partition("@")
    return f"{name[:1]}***@{host}"
