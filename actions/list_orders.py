"""Tell a verified customer which orders they have, the newest first, in a sentence each; or those they name in other ways."""

from collections.abc import Sequence
from dataclasses import replace

from actions.knowledge import features
from actions.meaning.order_facts import fitting, points_by_facts
from actions.meaning.parts import name_said
from actions.meaning.usual_names import with_usual_names
from actions.order import Locale, Order
from actions.shop import Shop, ShopCannot, ShopDown
from actions.task import Facts, Medium, TaskResult
from actions.words import WORDS, goods, number, result

TOLD: dict[Medium, int] = {"voice": 2, "text": 3}  # nobody keeps more than two numbers in the ear
LONGEST_WORDS = 200  # characters of them
SEARCHED = 20  # newest orders that are looked through for what is named


class ListOrders:
    """Needs `customer_id` (a verified one). `goods`: words in which something that was bought, or its parcel's number,
    may be named. `fits`: why not the newest are told: they fit what was said of the one that is meant."""

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
        several = "fit" if facts.get("fits") else "listed"
        return self._told(meant, locale, several) if meant else self._ends("none", locale)

    def _ends(self, outcome: str, locale: Locale) -> TaskResult:
        return result(self.name, outcome, locale, f"list_orders.{outcome}")

    def _told(self, orders: list[Order], locale: Locale, several: str) -> TaskResult:
        """The orders, a sentence each; their numbers as `order_numbers`, that of a single one as `order_number`."""
        outcome, key = (self.one, "one") if len(orders) == 1 else (self.several, several)
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
    said = set(features(with_usual_names(words[:LONGEST_WORDS]))) if words else set()
    counted = [
        (max((name_said(line.name.of(locale), said) for line in order.lines), default=0), order) for order in orders
    ]
    best = max((count for count, _ in counted), default=0)
    if best:
        return [order for count, order in counted if count == best]
    return fitting(words, orders) or [] if points_by_facts(words) else []


def places(orders: Sequence[Order], locale: Locale) -> TaskResult:
    """The orders by their places: what is said where their facts and goods led to none."""
    ordinals = WORDS[locale]["list_orders.ordinals"].split()
    lines = [
        result(
            "list_orders", "listed", locale, "list_orders.place",
            place=place, number=number(order.number), goods=goods(order.lines, locale),
        )
        for place, order in zip(ordinals, orders, strict=False)
    ]  # fmt: skip
    head, join = result("list_orders", "listed", locale, "list_orders.places"), "" if locale == "zh" else " "
    return replace(
        head,
        words=join.join([head.words, *(line.words for line in lines)]),
        spoken=join.join([head.spoken, *(line.spoken for line in lines)]),
    )


def _line(order: Order, locale: Locale) -> TaskResult:
    state = WORDS[locale][f"list_orders.{order.state}"]
    return result(
        "list_orders", "listed", locale, "list_orders.line",
        number=number(order.number), goods=goods(order.lines, locale), state=state,
    )  # fmt: skip
