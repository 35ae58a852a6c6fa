"""A shop in memory: the twin of the SQL shop for tests and trials, with the same promises. Forgets all when it goes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, tzinfo

from actions import Customer, Order, Return, Shop
from actions.money import Invoice, InvoiceWish, Payment, Refund
from actions.order import Product
from actions.reading.contacts import Contact, placed_with
from actions.shop import Case, CaseWish, KeptCase, whole_shop
from frontdesk.adapters.demo_money import (
    case_number,
    demo_invoices,
    demo_payments,
    demo_products,
    demo_refunds,
    exchange_number,
    invoice_number,
    masked,
    refund_day,
    refund_number,
)
from frontdesk.adapters.demo_shop import demo_customers, demo_orders, return_number
from frontdesk.adapters.found_goods import found_goods

CANCELLABLE, READDRESSABLE = frozenset({"placed", "paid"}), frozenset({"placed", "paid", "packed"})


class MemoryShop:
    """Keeps all of the shop's ports within one process. `clock` tells epoch seconds, `zone` where the shop's days begin."""

    def __init__(
        self, customers: Iterable[Customer], orders: Iterable[Order], clock: Callable[[], float], zone: tzinfo
    ) -> None:
        self._customers = {c.id: c for c in customers}
        self.orders = {o.number: o for o in orders}
        self._clock, self._zone = clock, zone
        self._tries: dict[str, list[float]] = {}
        listed = tuple(self.orders.values())
        names = {c.id: (c.name, c.email or "") for c in self._customers.values()}
        self.paid: tuple[Payment, ...] = demo_payments(listed)
        self.refunds = {r.order_number: r for r in demo_refunds(listed)}
        self.invoices = {i.order_number: i for i in demo_invoices(listed, names)}
        self.products = {p.sku: p for p in demo_products()}
        self.cases: dict[str, Case] = {}
        self._whose: dict[str, str] = {}  # customers, by the cases' numbers
        self._opened: dict[str, date] = {}
        self.links: list[tuple[str, str]] = []

    async def order(self, number: str) -> Order | None:
        order = self.orders.get(number)
        return replace(order, as_of=self._today()) if order else None

    async def orders_of(self, customer: str, limit: int) -> tuple[Order, ...]:
        own = [replace(o, as_of=self._today()) for o in self.orders.values() if o.customer_id == customer]
        return tuple(sorted(own, key=lambda o: (o.placed_on, o.number), reverse=True)[:limit])

    async def orders_by(self, contact: Contact, limit: int) -> tuple[Order, ...]:
        found = [
            replace(order, as_of=self._today())
            for order in self.orders.values()
            if placed_with(contact, order, self._customers.get(order.customer_id))
        ]
        return tuple(sorted(found, key=lambda o: (o.placed_on, o.number), reverse=True)[:limit])

    async def customer(self, customer: str) -> Customer | None:
        return self._customers.get(customer)

    async def cancel(self, order_number: str) -> bool:
        order = self.orders[order_number]
        if order.state in CANCELLABLE:
            self.orders[order_number] = replace(order, state="cancelled", expected_on=None)
            if order.state == "paid":
                self.refunds[order_number] = self._refund(order, approved=True)
        return self.orders[order_number].state == "cancelled"

    async def readdress(self, order_number: str, address: str) -> bool:
        order = self.orders[order_number]
        if order.state not in READDRESSABLE:
            return False
        self.orders[order_number] = replace(order, address=address)
        return True

    async def open_return(self, order_number: str, reason: str) -> Return:
        order = self.orders[order_number]
        if order.return_number:
            return Return(number=order.return_number, order_number=order_number, new=False)
        number = return_number(order_number)
        self.orders[order_number] = replace(order, return_number=number)
        return Return(number=number, order_number=order_number, new=True)

    async def open_exchange(self, order_number: str, wish: str) -> Return:
        order = self.orders[order_number]
        if order.exchange_number:
            return Return(number=order.exchange_number, order_number=order_number, new=False)
        number = exchange_number(order_number)
        self.orders[order_number] = replace(order, exchange_number=number)
        return Return(number=number, order_number=order_number, new=True)

    async def payments(self, order_number: str) -> tuple[Payment, ...]:
        return tuple(payment for payment in self.paid if payment.order_number == order_number)

    async def refund(self, order_number: str) -> Refund | None:
        return self.refunds.get(order_number)

    async def ask_refund(self, order_number: str, reason: str) -> Refund:
        known = self.refunds.get(order_number)
        if known is not None:
            return known
        self.refunds[order_number] = self._refund(self.orders[order_number], approved=False)
        return replace(self.refunds[order_number], new=True)

    async def invoice(self, order_number: str) -> Invoice | None:
        return self.invoices.get(order_number)

    async def ask_invoice(self, order_number: str, wish: InvoiceWish) -> Invoice:
        known = self.invoices.get(order_number)
        if known is not None and known.wish == wish:
            return known
        edition = 2 if known else 1
        made = Invoice(number=invoice_number(order_number, edition), order_number=order_number, wish=wish, issued=True)
        self.invoices[order_number] = made
        return replace(made, new=True)

    async def product(self, sku: str) -> Product | None:
        return self.products.get(sku)

    async def find(self, words: str, limit: int) -> tuple[Product, ...]:
        return found_goods(self.products.values(), words, limit)

    async def open_case(self, wish: CaseWish) -> Case:
        known = self._known(wish)
        if known is not None:
            return replace(known, new=False)
        number = case_number(len(self.cases) + 1)
        self.cases[number] = Case(number=number, kind=wish.kind, order_number=wish.order_number, new=True)
        self._whose[number], self._opened[number] = wish.customer_id, self._today()
        return self.cases[number]

    def _known(self, wish: CaseWish) -> Case | None:
        """The case of the same talk, or the open one about the same."""
        of_kind = [case for case in self.cases.values() if case.kind == wish.kind]
        whose, about = ("", wish.customer_id), (wish.order_number, wish.customer_id)
        same_talk = [case for case in of_kind if case.number == wish.beside and self._whose[case.number] in whose]
        same = [case for case in of_kind if any(about) and (case.order_number, self._whose[case.number]) == about]
        return next(iter([*same_talk, *same]), None)

    async def case_of(self, customer: str, number: str) -> KeptCase | None:
        case = self.cases.get(number) if customer and self._whose.get(number) == customer else None
        if case is None:
            return None
        opened, today = self._opened[case.number], self._today()
        return KeptCase(number=number, kind=case.kind, order_number=case.order_number, opened_on=opened, as_of=today)

    async def send_link(self, customer: str, about: str) -> str:
        self.links.append((customer, about))
        return masked(self._customers[customer].email or "")

    async def take_try(self, about: str, *, limit: int, within_s: float) -> bool:
        now = self._clock()
        recent = [at for at in self._tries.get(about, []) if at > now - within_s]
        allowed = len(recent) < limit
        self._tries[about] = [*recent, now] if allowed else recent
        return allowed

    async def forget_tries(self, about: str) -> None:
        self._tries.pop(about, None)

    def _refund(self, order: Order, *, approved: bool) -> Refund:
        today = self._today()
        return Refund(
            number=refund_number(order.number),
            order_number=order.number,
            amount=order.total,
            currency=order.currency,
            state="approved" if approved else "requested",
            requested_on=today,
            expected_on=refund_day(today),
        )

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), self._zone).date()


def memory_shop(
    customers: Iterable[Customer], orders: Iterable[Order], clock: Callable[[], float], zone: tzinfo
) -> Shop:
    """A shop all of whose parts are in memory."""
    return whole_shop(MemoryShop(customers, orders, clock, zone))


def demo_memory_shop(clock: Callable[[], float], zone: tzinfo) -> Shop:
    """The demo shop as of today, in memory."""
    today = datetime.fromtimestamp(clock(), zone).date()
    return memory_shop(demo_customers(), demo_orders(today), clock, zone)
