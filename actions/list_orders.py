"""Tell a verified customer which orders they have, the newest first, in a sentence each."""

from dataclasses import replace

from actions.order import Locale, Order
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, goods, number, result

TOLD: dict[Medium, int] = {"voice": 2, "text": 3}  # nobody keeps more than two numbers in the ear


class ListOrders:
    """Needs `customer_id` (a verified one)."""

    name = "list_orders"
    needs = ("customer_id",)
    may_use: tuple[str, ...] = ()
    outcomes: tuple[str, ...] = ("listed", "none", "identity_needed", "needs_person", "shop_down")
    one, several = "listed", "listed"

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer = facts.get("customer_id")
        if not customer:
            return self._ends("identity_needed", locale)
        try:
            orders = await shop.orders.orders_of(customer, TOLD[medium])
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return self._ends("shop_down", locale)
        own = [order for order in orders if order.customer_id == customer]
        return self._told(own, locale) if own else self._ends("none", locale)

    def _ends(self, outcome: str, locale: Locale) -> TaskResult:
        return result(self.name, outcome, locale, f"list_orders.{outcome}")

    def _told(self, orders: list[Order], locale: Locale) -> TaskResult:
        """The orders, a sentence each; their numbers as `order_numbers`, that of a single one as `order_number`."""
        outcome, key = (self.one, "one") if len(orders) == 1 else (self.several, "listed")
        head = result(self.name, outcome, locale, f"list_orders.{key}")
        lines = [_line(order, locale) for order in orders]
        join = "" if locale == "zh" else " "
        return replace(
            head,
            words=join.join([head.words, *(line.words for line in lines)]),
            spoken=join.join([head.spoken, *(line.spoken for line in lines)]),
            facts={
                "order_numbers": " ".join(order.number for order in orders),
                **({"order_number": orders[0].number} if len(orders) == 1 else {}),
            },
        )


def _line(order: Order, locale: Locale) -> TaskResult:
    state = WORDS[locale][f"list_orders.{order.state}"]
    return result(
        "list_orders", "listed", locale, "list_orders.line",
        number=number(order.number), goods=goods(order.lines, locale), state=state,
    )  # fmt: skip
