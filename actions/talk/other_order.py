"""The order that is meant in place of the one read back: by its goods, or chosen among those with which the same can be done."""

from typing import Any

from rasa_sdk import Tracker

from actions.meaning.other_ones import meant_instead
from actions.talk.filling import Filling
from actions.talk.order_stays import only_told
from actions.talk.suiting import order_before, with_goods
from actions.talk.turn import CustomerTurn, set_this_turn


async def other_meant(found: Filling, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What is said is that another order is meant: the one with the goods that are named is read back instead, or those that
    suit are told. Nothing for all else: what denies and names no other goods is left to be a plain no."""
    meant = None if turn.is_payload or not found.plan.of_order else meant_instead(turn.said)
    customer = found.get("customer_id")
    if meant is None or not customer:
        return []
    current = tracker.get_slot("order_number")
    if current and "order_number" in set_this_turn(tracker):
        return []  # another one is named
    if current and "goods" in set_this_turn(tracker) and current in await with_goods(tracker, customer, turn.said):
        return []  # goods of the order itself are
    before = current or order_before(tracker)
    holding = await with_goods(tracker, customer, meant.goods)
    others = [number for number in holding if number != before]
    if not meant.away and (len(others) != 1 or before in holding or not await only_told(customer, others[0], turn)):
        return []
    if len(others) != 1:
        return await found.retract(before, others)
    found.take_instead(before, others)
    await found.onward()
    return found.events()
