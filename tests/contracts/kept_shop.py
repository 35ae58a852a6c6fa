"""A shop held to the contract, with what is to be expected of it: HTTP interfaces tell less, and name customers otherwise."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace

from actions import Customer, Name, Order, Shop, ShopCannot
from actions.order import OrderState, Product
from frontdesk.adapters.demo_shop import demo_customers
from frontdesk.adapters.http_shop.cases import HttpCases
from tests.bench_shop import bench
from tests.fakes.http_shops import FakeShop

# States as they come back, where not as they went in.
WOO: dict[OrderState, OrderState] = {
    "packed": "paid", "shipped": "sent", "out_for_delivery": "sent", "delivered": "sent", "delayed": "sent", "lost": "sent",
}  # fmt: skip
REACHED = {customer.id: (customer.phone, customer.email) for customer in demo_customers()}


@asynccontextmanager
async def served(name: str, clock: Callable[[], float]) -> AsyncIterator["Kept"]:
    """The shop behind a fake server of its interface."""
    async with bench(name, clock) as at:
        one, world = at.one, at.fake.world
        shop = Shop(orders=one, changes=one, money=one, goods=one, cases=HttpCases(one, world), tries=world)
        yield Kept(shop, name, at.fake)


@dataclass(frozen=True, slots=True)
class Kept:
    """A shop and its name."""

    shop: Shop
    name: str
    fake: FakeShop | None = None

    @property
    def whole(self) -> bool:
        """Whether it tells all that the tasks can know."""
        return self.name not in ("woocommerce", "shopify")

    def id(self, customer: str) -> str:
        return customer if self.whole else str(int(customer[1:]))

    async def cannot(self, doing: Callable[..., Awaitable[object]], *given: object) -> bool:
        """Whether it has no such thing, and says so; a whole shop has everything."""
        if self.whole:
            return False
        try:
            await doing(*given)
        except ShopCannot:
            return True
        return False

    def changes_asked(self) -> int:
        """How often the server was asked to cancel; 0 for a shop without one."""
        asked = self.fake.asked if self.fake else []
        sent = [path for method, path in asked if method == "PUT" or path.endswith("/cancel")]
        return len(sent) + (self.fake.named.count("orderCancel") if self.fake else 0)

    def order(self, order: Order) -> Order:
        if self.whole:
            return order
        told = replace(
            order,
            customer_id=self.id(order.customer_id),
            lines=tuple(replace(line, name=_english(line.name)) for line in order.lines),
            carrier=_english(order.carrier) if order.carrier else None,
            returnable_until=None,
            return_number=None,
            exchange_number=None,
        )
        if self.name == "woocommerce":
            state = WOO.get(order.state, order.state)
            phone, email = REACHED[order.customer_id]
            return replace(
                told, state=state, phone=phone, email=email, carrier=None, expected_on=None, delivered_on=None
            )
        state = "delayed" if order.state == "lost" else order.state
        sent = order.state in ("shipped", "out_for_delivery", "delivered", "delayed", "lost")
        if not sent:
            told = replace(told, expected_on=None, delivered_on=None, tracking=None, carrier=None)
        return replace(told, state=state, carrier=told.carrier if order.tracking else None)

    def customer(self, customer: Customer) -> Customer:
        if self.whole:
            return customer
        known = replace(customer, id=self.id(customer.id), tier="standard")
        return replace(known, lang="en") if self.name == "woocommerce" else known

    def product(self, product: Product) -> Product:
        return product if self.whole else replace(product, name=_english(product.name))


def _english(name: Name) -> Name:
    return Name(name.en, name.en)
