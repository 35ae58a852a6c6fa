"""The orders with which a need's task can do what it does: what is listed where another one is wanted. Knows the tracker."""

import itertools
import re
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker

from actions import TASKS
from actions.list_orders import holding, only_numbers
from actions.meaning.kept import Kept, written
from actions.meaning.order_facts import fitting
from actions.meaning.references import points_at_all
from actions.order import Order
from actions.order_task import CONFIRM, Asked, OrderTask
from actions.plans import PLANS, Plan
from actions.shop import ShopCannot, ShopDown
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of, medium_of

BY_WORDS = frozenset({"report_delivery_problem"})  # tasks that weigh what went wrong, which may not be told yet
SEARCHED = 20  # newest orders that are weighed
_POINTS = re.compile(r"\b(?:one|newer|newest|older|oldest|latest)\b|^yes\b|那[个单件]|这[个单件]|新的|[对好]", re.I)
_NAMES = re.compile(  # what is in it, which none of them has
    r"\b(?:one|order|parcel|package)s? (?:with|for|of) (?:the |my |an? |some )?(?!me\b)[a-z]{3}|[\u4e00-\u9fff]{2}的?那[个单件]",
    re.I,
)
FAR = 200  # events in which the order before is looked for


def order_before(tracker: Tracker) -> str | None:
    """The order talked of before this message, if the message took it away; None where it named one, or where none was."""
    changed: Any = None
    for back, event in enumerate(reversed(tracker.events)):
        if event.get("event") == "user" and changed is None:
            return None  # nothing was taken away
        if event.get("event") == "slot" and event.get("name") == "order_number":
            if event.get("value"):
                return str(event["value"]) if changed else None
            changed = True
        if back > FAR:
            break
    return None


def number_before(tracker: Tracker) -> str | None:
    """The order talked of before this message, which names another one; None where none was."""
    before = itertools.islice(itertools.dropwhile(_is_not_said, reversed(tracker.events)), FAR)
    named = (event for event in before if event.get("event") == "slot" and event.get("name") == "order_number")
    number = next((event.get("value") for event in named), None)
    return str(number) if number else None


def _is_not_said(event: Any) -> bool:
    return bool(event.get("event") != "user")


async def suiting(tracker: Tracker, plan: Plan, customer: str, left_out: str) -> tuple[str, ...]:
    """The numbers of the customer's newest orders, but the one that is not meant; none where the need changes nothing."""
    task, shop = TASKS.get(plan.task), HOLDER.get()  # a plan of a person has no task
    if not plan.confirm or not isinstance(task, OrderTask):
        return ()
    asked = Asked({"customer_id": customer}, shop, locale_of(tracker), medium_of(tracker))
    well = {CONFIRM, *plan.again}
    own = [order for order in await _own(customer) if order.number != left_out]
    try:
        return tuple([order.number for order in own if (await task.would(order, asked)).outcome in well])
    except (ShopCannot, ShopDown, OSError):
        return ()


async def with_goods(tracker: Tracker, customer: str, words: str) -> tuple[str, ...]:
    """The numbers of the customer's orders whose goods the words name best; none where they name nothing."""
    return tuple(order.number for order in holding(await _own(customer), words, locale_of(tracker)))


async def with_facts(customer: str, words: str, listed: Sequence[str]) -> tuple[str, ...]:
    """The numbers of the orders that are pointed at by how they stand, their age or their price; of those that were listed,
    before any other."""
    own = await _own(customer)
    told = sorted((order for order in own if order.number in listed), key=lambda order: listed.index(order.number))
    return tuple(order.number for order in fitting(words, told) or fitting(words, own) or ())


async def _own(customer: str) -> list[Order]:
    try:
        orders = await HOLDER.get().orders.orders_of(customer, SEARCHED)
    except (ShopCannot, ShopDown, OSError):
        return []
    return [order for order in orders if order.customer_id == customer]


async def suiting_first(tracker: Tracker, plan: Plan, customer: str, words: str) -> str:
    """The newest orders with those first with which the need can be met, where only few are told: on the phone. None where the
    words name goods or orders, or where it makes no difference."""
    if medium_of(tracker) != "voice" or only_numbers(words) or plan.task in BY_WORDS:
        return ""
    own = await _own(customer)
    if words and holding(own, words, locale_of(tracker)):
        return ""
    suit = await suiting(tracker, plan, customer, "")
    return " ".join([*suit, *(order.number for order in own if order.number not in suit)]) if suit else ""


async def suiting_of_all(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, where all that was listed is meant: first what the need can be met with, the rest afterwards."""
    plan, customer, first = PLANS.get(need or ""), tracker.get_slot("customer_id"), found.get("order_number")
    of_all = asked == "order_number" and not turn.is_payload and points_at_all(turn.said)
    if not (of_all and customer and first) or plan is None or not plan.confirm or plan.task in BY_WORDS:
        return found
    listed = (tracker.get_slot("listed") or "").split()
    suit = [number for number in listed if number in await suiting(tracker, plan, customer, "")]
    if not suit or suit[0] == first or first not in listed:
        return found
    later = [*suit[1:], *(number for number in listed if number not in suit)]
    return {**found, "order_number": suit[0], "later": written(Kept(need or "", number) for number in later)}


async def only_suiting(tracker: Tracker, plan: Plan, customer: str, said: str) -> str | None:
    """Of the orders that were listed the only one with which the need can be met, where one of them is pointed at and it can't be
    told which: it is read back, and nothing is done without a yes."""
    named = await with_goods(tracker, customer, said)
    if not named and (_NAMES.search(said) or not _POINTS.search(said)):
        return None
    meant = named or (tracker.get_slot("listed") or "").split()
    suit = [number for number in await suiting(tracker, plan, customer, "") if number in meant]
    return suit[0] if len(suit) == 1 else None
