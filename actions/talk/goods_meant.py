"""Which goods of an order a message says are meant: with the first words, beside what is asked, at the yes. Knows the tracker."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker

from actions.meaning.assenting import assents
from actions.meaning.goods_marks import names_goods_alone, tells_goods
from actions.meaning.kinds import kind_of
from actions.meaning.parts import (
    all_meant,
    goods_meant,
    goods_named,
    goods_swapped,
    only_named,
    only_told,
    told_with,
    without_names,
)
from actions.meaning.references import which_of
from actions.order import OrderLine
from actions.plans import OF_PART, PLANS
from actions.reading.number_kinds import ANY, orders_in
from actions.talk.goods_onward import NOT_THERE, named_before
from actions.talk.heard import is_question
from actions.talk.heard_orders import lacks_number
from actions.talk.minds import PROOF
from actions.talk.shop import own_order
from actions.talk.turn import CustomerTurn

SMALL_TALK = frozenset({"affirm", "deny", "thanks", "greeting", "goodbye", "human_agent"})
_IT = re.compile(r"\b(?:it|that|this one|them|they|these|those)\b|它|这个", re.I)
_SAYS_YES = re.compile(r"^\s*(?:(?:yes|yeah|yep|sure|ok|okay)\b|[对好是嗯])|退|\b(?:return|send)\b", re.I)
_SEVERAL = re.compile(r"\b(?:both|them all|these|those)\b|两[个样件单]", re.I)
_SAID_YES = re.compile(r"\s*(?:(?:yes|yeah|yep|sure|ok|okay)\b|[对好是嗯行])", re.I)
_EVERY = re.compile(r"\b(?:both|all|everything)(?: of (?:it|them))?\b", re.I)
_BETWEEN = re.compile(r"(?<=[\u4e00-\u9fff]) +(?=[\u4e00-\u9fff])")
_MAY = re.compile(
    r"\b(?:can|could|may|would|will) (?:i|we|you)\b|\bpossible\b|\b(?:what|how) about\b|可以|能不能|能|行吗|行不行|好吗|好不好",
    re.I,
)


_TOO_ASKED = re.compile(r"^(?:(?:and|so|ok|okay|oh|but)\b[, ]*)*(?:what|how) about\b|呢\W*$", re.I)  # those too, then


def goods_told(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: Mapping[str, Any]
) -> dict[str, Any]:
    """The words a need begins with, in which goods may be named; and those beside what is asked that say which part is meant.
    What was said of a need that was offered goes on."""
    if need is None:
        return {}
    known = tracker.get_slot("goods")
    if asked is None:
        offered = tracker.get_slot("offer") == "next" and tracker.get_slot("offered_need") == need
        anew = {} if offered or "return_reason" in found else {"return_reason": None}
        if turn.is_payload:
            return anew if offered else {"goods": None, **anew}
        names = "order_number" not in found or need in OF_PART
        before = (known or named_before(tracker)) if offered else _said_of_it(turn, tracker)
        return {"goods": told_with(before, turn.text), **anew} if names else anew
    if asked == "order_number" and names_goods_for_number(turn, tracker, need):
        return {"goods": told_with(known, turn.text)}
    beside = need in OF_PART and asked in (*PROOF, "wish") and not turn.is_payload
    if beside and tells_goods(turn.said, alone=asked != "order_number") and not (known or "").isdigit():
        return {"goods": told_with(known, turn.text)}
    return {}


def names_goods_for_number(turn: CustomerTurn, tracker: Tracker, need: str | None) -> bool:
    """Whether the number was asked for and goods are named instead, by somebody whose orders are not known yet."""
    plan = PLANS.get(need or "")
    if plan is None or not plan.of_order or turn.is_payload or tracker.get_slot("customer_id"):
        return False
    beside = turn.intent in SMALL_TALK or lacks_number(turn, "order_number") or is_question(turn)
    return not beside and names_goods_alone(turn.said)


def _said_of_it(turn: CustomerTurn, tracker: Tracker) -> str:
    """What was said of goods just before, where they are only pointed at: "the speaker is bad", "return it"."""
    return named_before(tracker) if _IT.search(turn.said) else ""


async def goods_put_right(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, where what is to be done was read back: which goods are meant may be put right, and then it is no yes. No
    answer to what is wanted instead are words that only name goods."""
    if need not in OF_PART or turn.is_payload or asked not in ("confirmed", "wish"):
        return found
    current = tracker.get_slot("order_number")
    lines = await _lines_of(tracker.get_slot("customer_id"), current)
    told = tracker.get_slot("goods") or ""
    if asked == "wish":
        only_goods = isinstance(found.get("wish"), str) and only_named(lines, found["wish"])
        rest = {slot: value for slot, value in found.items() if slot != "wish"}
        if only_goods:
            return {**rest, "goods": told_with(told, turn.text)}
        named = goods_swapped(lines, found["wish"]) if isinstance(found.get("wish"), str) else ""
        return {**found, "goods": told_with(told, named)} if named else found
    before = goods_meant(lines, told)
    if before.unclear and (place := which_of(turn.said) or "").isdigit() and int(place) <= len(lines):
        return {"goods": told_with(told, lines[int(place) - 1].name.of("zh" if turn.lang == "zh" else "en"))}
    if found.get("order_number", current) != current:
        if orders_in(turn.said, ANY) or not goods_named(lines, turn.said):
            return found
        found = {
            slot: value for slot, value in found.items() if slot != "order_number"
        }  # "the speaker and the other one"
    return _at_the_yes(turn, need, found, lines, told)


def _at_the_yes(
    turn: CustomerTurn, need: str | None, found: dict[str, Any], lines: Sequence[OrderLine], told: str
) -> dict[str, Any]:
    """What is heard of goods that were read back."""
    before = goods_meant(lines, told)
    unanswered = {slot: value for slot, value in found.items() if slot != "confirmed"}
    asks = is_question(turn) and not _MAY.search(turn.said)
    if asks or kind_of("issue", turn.said) in NOT_THERE:
        return found
    text = f"and {turn.text}" if _TOO_ASKED.search(turn.said) else turn.text
    alone, told = goods_meant(lines, turn.text), told_with(told, text)
    after = goods_meant(lines, told)
    whole = len(before.lines) == len(lines) and not before.unclear
    if lines and not alone.lines:
        return {**found, "confirmed": False}  # "keep both"
    if after != before:
        return {**unanswered, "goods": told}
    if before.unclear:
        return unanswered if found.get("confirmed") is True else found
    if whole and all_meant(turn.said):  # it says how much, and is no yes
        if len(lines) == 1 and _SEVERAL.search(turn.said):
            return {**unanswered, "goods": told}  # of one thing nobody says "both": other orders may be meant
        return {**found, "confirmed": True} if _SAYS_YES.search(turn.said) else {**unanswered, "goods": told}
    if whole and len(lines) > 1 and assents(_EVERY.sub("it", turn.said), need):
        return {**found, "confirmed": True}  # "cancel both", where both were read back
    if alone.lines != before.lines or not goods_named(lines, turn.said):
        return found
    rest = _BETWEEN.sub("", without_names(before.lines, turn.said))
    if assents(rest, None) or (_SAID_YES.match(turn.said) and assents(rest, need)):
        return {**found, "confirmed": True}
    return {**unanswered, "goods": told} if only_told(lines, turn.said) else found  # it is read back once more


async def _lines_of(customer: str | None, number: str | None) -> tuple[OrderLine, ...]:
    """The goods of a customer's order; none where the shop does not tell."""
    order = await own_order(customer, number)
    return order.lines if order else ()
