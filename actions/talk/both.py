"""What is wanted of both orders, or of all: the first is dealt with, the others are kept for afterwards. Knows the tracker."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.both_orders import STATUS, of_all, of_orders, says_yes_first, several_orders
from actions.meaning.kept import BOTH, UNNAMED, Kept, kept_in, written
from actions.order import Order
from actions.plans import OF_PART, PLANS
from actions.reading.orders_named import MOST_BESIDE
from actions.talk.orders import as_told
from actions.talk.shop import own_order
from actions.talk.suiting import suiting
from actions.talk.turn import CustomerTurn, locale_of, medium_of, set_this_turn
from actions.words import WORDS, number, result

GOES_BACK = OF_PART - {"cancel_order"}
TO_AN_ADDRESS = frozenset({"change_address", "change_order"})


def for_later(value: str, tracker: Tracker, asked: str | None, found: Mapping[str, Any]) -> dict[str, Any]:
    """What else a message asks for, as it is kept. Of "both" it may be known already which orders those are: the first that was
    told is the first."""
    kept = kept_in(value)
    if len(kept) != 1 or kept[0].words not in BOTH:
        return {"later": value}
    if asked == "confirmed" or found.get("later"):
        return {}  # weighed there, see `both_at_yes`; or told by a list
    talked = (tracker.get_slot("talked_of") or "").split()
    current = found.get("order_number") or tracker.get_slot("order_number")
    if len(talked) == 2 and current in talked:
        first, second = as_told(tracker, talked)
        return {"order_number": first, "later": Kept(kept[0].need, second).written}
    if kept[0].need == STATUS:
        return {}
    before = [one for one in kept_in(tracker.get_slot("later") or "") if one.words not in BOTH] if asked else []
    return {"later": written([*kept, *before])}


async def both_at_yes(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, where the same is wanted of other orders than the one that was read back: those are kept for afterwards.
    Goods of one order may be meant, too, where it holds several."""
    if not _wants_several(turn, asked, need):
        return found
    order = await _owned(tracker)
    if order is None or (need in OF_PART and len(order.lines) > 1 and not of_orders(turn.said)):
        return found
    kept = await _others(turn, tracker, need or "")
    left = {slot: value for slot, value in found.items() if slot not in ("confirmed", "goods", "order_number", "later")}
    agreed = {"confirmed": True} if says_yes_first(turn.said) else {}
    before = [one for one in kept_in(tracker.get_slot("later") or "") if one not in kept]
    return {**left, **agreed, "later": written([*kept, *before])}


def told_of_both(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether the same is wanted of other orders, which is said to come afterwards, or not to be of this one."""
    if not _wants_several(turn, tracker.get_slot("requested_slot"), tracker.get_slot("need")):
        return False
    words = WORDS[locale_of(tracker)]
    if "later" not in set_this_turn(tracker):
        dispatcher.utter_message(text=words["order_task.one_only"])
        return True
    named = [one.number for one in kept_in(tracker.get_slot("later") or "") if one.number.isdigit()]
    if not named:
        dispatcher.utter_message(text=words["order_task.other_next"])
        return True
    for other in named[:MOST_BESIDE]:
        told = result("list_orders", "listed", locale_of(tracker), "list_orders.afterwards", number=number(other))
        dispatcher.utter_message(text=told.spoken if medium_of(tracker) == "voice" else told.words)
    return True


async def which_both(tracker: Tracker, kept: Collection[Kept]) -> tuple[Kept, ...]:
    """What is kept, with the other order of "both" by its number where only one can be meant; without it where the goods of the
    order that was dealt with were meant."""
    if not any(one.words in BOTH for one in kept):
        return tuple(kept)
    order, found = await _owned(tracker), []
    for one in kept:
        if one.words not in BOTH:
            found.append(one)
        elif one.words == BOTH[0] or order is None or one.need not in OF_PART or len(order.lines) < 2:
            suit = await _suiting(tracker, one.need)
            found.append(replace(one, words="", number=suit[0] if len(suit) == 1 else UNNAMED))
    return tuple(found)


def _wants_several(turn: CustomerTurn, asked: str | None, need: str | None) -> bool:
    plan = PLANS.get(need or "")
    changes = plan is not None and plan.confirm and plan.of_order and plan.identity
    if not changes or asked != "confirmed" or turn.is_payload or not several_orders(turn.said):
        return False
    return need not in GOES_BACK or of_orders(turn.said) or not of_all(turn.said)  # 全退: all of this one


async def _others(turn: CustomerTurn, tracker: Tracker, need: str) -> list[Kept]:
    """The other orders: the one that was talked of, the only one for which it can be done, all of these where all are meant; else
    it is asked afterwards which."""
    current = tracker.get_slot("order_number")
    told = [(tracker.get_slot(slot) or "").split() for slot in ("listed", "talked_of")]
    others = next((rest for row in told if len(rest := [one for one in row if one != current]) == 1), [])
    if not others:
        suit = await _suiting(tracker, need)
        others = list(suit) if len(suit) == 1 or of_all(turn.said) else []
    words = _with_address(tracker) if need in TO_AN_ADDRESS else ""
    need = "change_address" if words else need
    return [Kept(need, other, words=words) for other in others[:MOST_BESIDE]] or [Kept(need, UNNAMED, words=words)]


def _with_address(tracker: Tracker) -> str:
    address = tracker.get_slot("new_address")
    zh = locale_of(tracker) == "zh"
    return (f"地址改成{address}" if zh else f"change the address to {address}") if address else ""


async def _suiting(tracker: Tracker, need: str) -> tuple[str, ...]:
    current, customer = tracker.get_slot("order_number"), tracker.get_slot("customer_id")
    return await suiting(tracker, PLANS[need], customer, current or "") if customer else ()


async def _owned(tracker: Tracker) -> Order | None:
    return await own_order(tracker.get_slot("customer_id"), tracker.get_slot("order_number"))
