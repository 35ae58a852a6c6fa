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
    outcomes = ("listed", "none", "identity_needed", "needs_person", "shop_down")

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer = facts.get("customer_id")
        if not customer:
            return result(self.name, "identity_needed", locale)
        try:
            orders = await shop.orders.orders_of(customer, TOLD[medium])
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return result(self.name, "shop_down", locale)
        own = [order for order in orders if order.customer_id == customer]
        if not own:
            return result(self.name, "none", locale)
        return told(self.name, "listed", own, locale)


def told(task: str, outcome: str, orders: list[Order], locale: Locale) -> TaskResult:
    """The orders, a sentence each; their numbers as `order_numbers`, that of a single one as `order_number`."""
    head = result(task, outcome, locale, "list_orders.one" if len(orders) == 1 else "list_orders.listed")
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
