"""Which order a message means: one that is pointed at, one put in place of another, those beside the first. Knows the tracker."""

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.acts import need_beside, points_by_act
from actions.meaning.beyond_doubt import asks_orders
from actions.meaning.goods_wishes import names_part
from actions.meaning.kept import BOTH, UNNAMED, Kept, is_unnamed, kept_in, written
from actions.meaning.order_facts import points_by_facts
from actions.meaning.places_told import places_told
from actions.meaning.references import (
    OTHER,
    names_beside,
    place_of,
    points_at_all,
    points_at_two,
    points_by_goods,
    which_of,
)
from actions.meaning.taking_back import act_in, order_of_act
from actions.plans import PLANS, Plan
from actions.reading.number_kinds import in_one_breath, orders_in
from actions.reading.numbers import digits_in
from actions.reading.orders_named import beside, denied_in, goods_beside, joins_two
from actions.talk.heard import FREE
from actions.talk.heard_orders import beside_others
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, set_this_turn

ANEW = frozenset({"exchange_item", "delivery_problem"})
FAR = 400  # events in which it is looked up which order was told first


def which_orders(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: Mapping[str, Any]
) -> dict[str, Any]:
    """The order that is pointed at or known from before, where none is named, and those beside the first for later."""
    plan = PLANS.get(need) if need else None
    if plan is None:
        return {}
    orders: dict[str, Any] = {}
    own = order_of_act(turn.said, need) if asked is None else None
    if own and found.get("order_number") not in (None, own) and own not in denied_in(turn.said):
        return {"order_number": own}
    if asked in FREE and (instead := _instead_of(turn, tracker)):
        return {"order_number": instead}
    of_part = asked == "confirmed" and names_part(turn.said)  # "the headphones, not the other one"
    offered = tracker.get_slot("offered_need") if asked is None and tracker.get_slot("offer") == "next" else None
    of_part = of_part or points_by_act(turn.said, offered)  # 催的那个呢: what is offered
    if "order_number" not in found and asked not in FREE and not turn.is_payload and not of_part:
        places = places_told(turn.said, len((tracker.get_slot("listed") or "").split()))
        one = {} if places else _pointed_at(turn.said, tracker, asked)
        orders = one or _two_at(turn.said, tracker, need)
    number = {**found, **orders}.get("order_number")
    if number is not None and not turn.is_payload and _asks_of_two(turn, asked, plan):
        others = beside(beside_others(turn), number, HOLDER.get().order_digits)
        orders |= (
            {"later": _for_later(others, need or "", tracker.get_slot("later") or "", turn.said)} if others else {}
        )
    named = "order_number" in found or "order_number" in orders or "order_number" in set_this_turn(tracker)
    if asked is None and not named and not tracker.get_slot("order_number"):
        known = turn.known.get("order_number") if not is_unnamed(tracker.get_slot("later") or "") else None
        orders |= {"order_number": known} if known else {}
    return orders


def _for_later(others: Sequence[str], need: str, later: str, said: str) -> str:
    """What is kept of the orders beside the first: the same for them; or, where other requests wait for just as many orders
    which they did not name, each with its own."""
    kept = kept_in(later)
    unnamed = [one for one in kept if one.number == UNNAMED]
    if len(unnamed) != len(others):
        goods = goods_beside(said)
        return written(Kept(need_beside(said, other) or need, other, words=goods.get(other, "")) for other in others)
    numbers = iter(others)
    named = (replace(one, words="" if one.words in BOTH else one.words) for one in kept)
    return written(replace(one, number=next(numbers)) if one.number == UNNAMED else one for one in named)


def _instead_of(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The order that is named instead of the one talked of, where words were asked for: 不是10033，是10031."""
    denied = denied_in(turn.said)
    named = [run for run in orders_in(turn.said, HOLDER.get().order_digits) if run not in denied]
    return named[-1] if named and tracker.get_slot("order_number") in denied and not turn.is_payload else None


def put_in_its_place(turn: CustomerTurn, tracker: Tracker) -> dict[str, Any]:
    """Of several orders in a correction ("keep 10024, return 10026"), the last that is not the one read back."""
    if turn.is_payload or "order_number" in set_this_turn(tracker):
        return {}
    orders = orders_in(beside_others(turn), HOLDER.get().order_digits)
    named = [run for run in orders if run != tracker.get_slot("order_number")]
    return {"order_number": named[-1]} if named else {}


def _asks_of_two(turn: CustomerTurn, asked: str | None, plan: Plan | None) -> bool:
    """Whether a second number is an order, too: where one was asked for, or where the first words join the two and no address
    or other words are to come, which have numbers of their own."""
    if asked is not None or plan is None:
        return asked == "order_number"
    digits = HOLDER.get().order_digits
    told = turn.intent == "inform" or in_one_breath(digits_in(turn.said), digits) != (digits_in(turn.said),)
    return not plan.by and FREE.keys().isdisjoint(plan.asks) and (told or joins_two(turn.said, digits))


def _two_at(text: str, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """The first two of the orders that were listed, or all of them: the one, and the others afterwards."""
    listed = (tracker.get_slot("listed") or "").split()
    meant = listed if points_at_all(text) else listed[:2] if points_at_two(text) else []
    meant = [listed[at - 1] for at in places_told(text, len(listed))] or meant
    if len(meant) < 2 or "order_number" in set_this_turn(tracker):
        return {}
    wanted = act_in(text) or need
    return {"order_number": meant[0], "later": ";".join(f"{wanted} {number}" for number in meant[1:])}


def as_told(tracker: Tracker, talked: Sequence[str]) -> list[str]:
    """The orders that were talked of, in the order in which they first were: what "the first" means without a list."""
    lately = reversed(list(itertools.islice(reversed(tracker.events), FAR)))
    named = (event.get("value") for event in lately if event.get("name") == "order_number")
    return list(dict.fromkeys(number for number in named if number in talked))


def _by_facts(text: str, tracker: Tracker) -> bool:
    """Whether an order is pointed at by its facts; "the new one" is no order where goods are being replaced."""
    return tracker.get_slot("last_need") not in ANEW and points_by_facts(text)


def _pointed_at(text: str, tracker: Tracker, asked: str | None) -> dict[str, Any]:
    """The order meant by "the other one" or "the second"; none, where it can't be told: then the orders are shown."""
    listed, talked = ((tracker.get_slot(slot) or "").split() for slot in ("listed", "talked_of"))
    which = which_of(text) or str(place_of(text, len(listed)) or "")
    if "order_number" in set_this_turn(tracker):  # Rasa asks twice where a form begins
        return {}
    chooses = asked in (None, "order_number") and tracker.get_slot("customer_id")
    if names_beside(text) or (chooses and (points_by_goods(text) or _by_facts(text, tracker))):
        return {"order_number": None, "goods": text[:200]}  # found by what was in it
    if asked is None and asks_orders(text):
        return {"order_number": None, "goods": None}  # all of them
    if not which:
        return {}
    current = tracker.get_slot("order_number")
    if which != OTHER:
        at, told = int(which) - 1, listed or as_told(tracker, talked)
        return {"order_number": told[at]} if at < len(told) else {}
    others = [number for number in talked if number != current]
    left = [number for number in listed if number != current]
    return {"order_number": others[0] if others else left[0] if len(left) == 1 else None}
