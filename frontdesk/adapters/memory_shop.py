"""A shop in memory: the twin of the SQL shop for tests and trials, with the same promises. Forgets all when it goes."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, tzinfo

from actions import Customer, Order, Return
from frontdesk.adapters.demo_shop import demo_customers, demo_orders, return_number


class MemoryShop:
    """Keeps the Shop port's promises within one process. `clock` tells epoch seconds, `zone` where the shop's days begin."""

    def __init__(
        self, customers: Iterable[Customer], orders: Iterable[Order], clock: Callable[[], float], zone: tzinfo
    ) -> None:
        self._customers = {c.id: c for c in customers}
        self._orders = {o.number: o for o in orders}
        self._tries: dict[str, list[float]] = {}
        self._clock = clock
        self._zone = zone

    async def order(self, number: str) -> Order | None:
        order = self._orders.get(number)
        return replace(order, as_of=datetime.fromtimestamp(self._clock(), self._zone).date()) if order else None

    async def customer(self, customer: str) -> Customer | None:
        return self._customers.get(customer)

    async def open_return(self, order_number: str, reason: str) -> Return:
        order = self._orders[order_number]
        if order.return_number:
            return Return(number=order.return_number, order_number=order_number, new=False)
        number = return_number(order_number)
        self._orders[order_number] = replace(order, return_number=number)
        return Return(number=number, order_number=order_number, new=True)

    async def take_try(self, order_number: str, *, limit: int, within_s: float) -> bool:
        now = self._clock()
        recent = [at for at in self._tries.get(order_number, []) if at > now - within_s]
        allowed = len(recent) < limit
        self._tries[order_number] = [*recent, now] if allowed else recent
        return allowed

    async def forget_tries(self, order_number: str) -> None:
        self._tries.pop(order_number, None)


def demo_memory_shop(clock: Callable[[], float], zone: tzinfo) -> MemoryShop:
    """The demo shop as of today, in memory."""
    today = datetime.fromtimestamp(clock(), zone).date()
    return MemoryShop(demo_customers(), demo_orders(today), clock, zone)
