"""Which order a request means that names goods of another one than was talked of ("I want to return the headphones"). Knows the
tracker."""

import re
from collections.abc import Sequence
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.kinds import kind_of
from actions.meaning.references import goods_alone, which_of
from actions.plans import PLANS
from actions.talk.outcomes import last_outcome
from actions.talk.suiting import with_goods
from actions.talk.turn import CustomerTurn, set_this_turn

OF_NEW_GOODS = frozenset({"change_order", "change_items"})  # they name what is to be in the order, too
_IN_ITS_PLACE = re.compile(  # what is wanted, or what came, is no order of theirs
    r"\b(?:for (?:an?|the|some|another|one)|to (?:an?|the)|instead of|rather than|into|with an?)\b.*"
    r"|换成.*|换个.*|改成.*|而不是.*",
    re.I | re.S,
)


async def order_of_goods(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """What is heard of the order: the one whose goods are named, or none where several have them, which are then told. Nothing
    where an order is named or pointed at, or where what was talked of has the goods."""
    customer, known = tracker.get_slot("customer_id"), tracker.get_slot("order_number")
    plan = PLANS.get(need or "")
    if plan is None or not customer or not known or turn.is_payload or not (plan.of_order and plan.identity):
        return {}
    if "order_number" in turn.entities or "order_number" in set_this_turn(tracker) or which_of(turn.said):
        return {}
    if need in OF_NEW_GOODS or (need == "delivery_problem" and kind_of("issue", turn.said) == "wrong_item"):
        return {}
    named = await with_goods(tracker, customer, _IN_ITS_PLACE.sub("", turn.said) if plan.confirm else turn.said)
    return {} if known in named else _meant(turn, named)


async def same_of_goods(turn: CustomerTurn, tracker: Tracker) -> dict[str, Any]:
    """The order that holds the goods which are named right after another order was told of (手表呢); nothing for all else."""
    customer, last = tracker.get_slot("customer_id"), PLANS.get(tracker.get_slot("last_need"))
    if not customer or last is None or not last.of_order or turn.is_payload:
        return {}
    goods = goods_alone(turn.said)
    if goods is None or last_outcome(tracker).get("task") != last.task:
        return {}
    return _meant(turn, await with_goods(tracker, customer, goods))


def _meant(turn: CustomerTurn, numbers: Sequence[str]) -> dict[str, Any]:
    if not numbers:
        return {}
    return {"order_number": numbers[0]} if len(numbers) == 1 else {"order_number": None, "goods": turn.text[:200]}
