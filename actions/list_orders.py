"""Tell a verified customer which orders they have, the newest first, in a sentence each; or those they name in other ways."""

import re
from collections.abc import Mapping
from dataclasses import replace

from actions.knowledge import features
from actions.meaning.parts import name_said
from actions.meaning.references import points_by_goods
from actions.order import Locale, Order
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, goods, number, result

TOLD: dict[Medium, int] = {"voice": 2, "text": 3}  # nobody keeps more than two numbers in the ear
LONGEST_WORDS = 200  # characters of them
SEARCHED = 20  # newest orders that are looked through for what is named


class ListOrders:
    """Needs `customer_id` (a verified one). `goods`: words in which something that was bought, or its parcel's number,
    may be named."""

    name = "list_orders"
    needs = ("customer_id",)
    may_use: tuple[str, ...] = ("goods",)
    outcomes: tuple[str, ...] = ("listed", "none", "identity_needed", "needs_person", "shop_down")
    one, several = "listed", "listed"

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult:
        customer = facts.get("customer_id")
        if not customer:
            return self._ends("identity_needed", locale)
        try:
            wanted = facts.get("goods", "")
            orders = await shop.orders.orders_of(customer, SEARCHED if wanted else TOLD[medium])
        except ShopCannot:
            return result(self.name, "needs_person", locale)
        except (ShopDown, OSError):
            return self._ends("shop_down", locale)
        own = [order for order in orders if order.customer_id == customer]
        meant = (holding(own, wanted, locale) or own)[: TOLD[medium]]
        return self._told(meant, locale) if meant else self._ends("none", locale)

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


def only_numbers(words: str) -> bool:
    """Whether orders are named by their numbers, and by nothing else: "10032 10034"."""
    return words.replace(" ", "").isdecimal()


def holding(orders: list[Order], words: str, locale: Locale) -> list[Order]:
    """The orders whose numbers they are, as they are named; the order whose parcel has the number they say; those whose goods
    the words name best, or that stand as they say; none when they name nothing of all that."""
    run_on = "".join(words[:LONGEST_WORDS].upper().split())
    if only_numbers(words):
        named = words.split()
        return sorted((order for order in orders if order.number in named), key=lambda order: named.index(order.number))
    tracked = [order for order in orders if order.tracking and order.tracking.upper() in run_on]
    if tracked:
        return tracked
    said = set(features(words[:LONGEST_WORDS])) if words else set()
    counted = [
        (max((name_said(line.name.of(locale), said) for line in order.lines), default=0), order) for order in orders
    ]
    best = max((count for count, _ in counted), default=0)
    if best:
        return [order for count, order in counted if count == best]
    if not points_by_goods(words):
        return []
    stands = next((states for pattern, states in _STANDS.items() if pattern.search(words)), frozenset())
    return [order for order in orders if order.state in stands]


_STANDS: Mapping[re.Pattern[str], frozenset[str]] = {  # "the late one"
    re.compile(rf"\b{said}\b|{zh}", re.I): frozenset(states)
    for said, zh, states in (
        (r"(?:late|delayed|overdue|stuck)", "晚的|延误|迟到", ("delayed", "lost")),
        (r"(?:lost|missing)", "丢", ("lost",)),
        (r"(?:cancell?ed)", "取消了?的", ("cancelled",)),
        (r"(?:returned|sent back)", "退了?的", ("returned",)),
        (r"(?:delivered|arrived)", "到了的|签收", ("delivered",)),
        (
            r"(?:coming|on (?:its|the) way|shipped|out for delivery)",
            "在路上|派送|发了货",
            ("shipped", "sent", "out_for_delivery"),
        ),
        (r"(?:unshipped|not shipped|unpaid)", "没发", ("placed", "paid", "packed")),
    )
}


def _line(order: Order, locale: Locale) -> TaskResult:
    state = WORDS[locale][f"list_orders.{order.state}"]
    return result(
        "list_orders", "listed", locale, "list_orders.line",
        number=number(order.number), goods=goods(order.lines, locale), state=state,
    )  # fmt: skip
