"""Fills slots from each message before anything else happens: language, medium, who is known, the need, the numbers it holds."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import ValidationAction

from actions.beyond_doubt import need_instead, own_slip
from actions.case_numbers import case_number_in
from actions.follow_ups import follow_up, progress_of
from actions.goods_wishes import part_in
from actions.kinds import kind_of, tells_trouble, two_changes
from actions.number_kinds import OrderDigits, bare_phone
from actions.orders_named import of_pieces
from actions.rasa_answers import retracts
from actions.rasa_guesses import AT_HAND, SURE_TO_BEGIN, need_by_words, unclear, unsure
from actions.rasa_heard import FREE, hear, lacks_number
from actions.rasa_orders import which_orders
from actions.rasa_plans import PLANS, Plan
from actions.rasa_questions import goods_talked_of
from actions.rasa_read_back import at_the_yes, only_the_order
from actions.rasa_shop import HOLDER
from actions.rasa_turn import CustomerTurn, set_this_turn, turn_of
from actions.references import follows_on, points_by_goods
from actions.taking_back import act_in

LANGS = ("en", "zh")
MEDIA = ("voice", "text")
LIKE_TROUBLE = frozenset(
    {"payment_problem", "account_problem", "order_status", "refund_status"}
)  # what broken goods may sound like
_LIKE_MAIL = re.compile(r"[^\s@,;，；。]+@[^\s@,;，；。]+\.[a-z]+", re.I)
_LAST4 = OrderDigits(4, 4)
ALWAYS = ("order_number", "case_number", "last4", "contact", "proof", "confirmed")


class SlotsOfTurn(ValidationAction):
    """Rasa runs it after every message (`action_validate_slot_mappings`). Only changes are written down."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot") if tracker.active_loop.get("name") else None
        need = (tracker.get_slot("need") if asked else None) or _need(turn, tracker)
        found = {**_told(turn), **_heard(turn, asked, tracker, need)}
        if asked is None and need is not None:
            found["need"] = need
        if asked is None and not unclear(turn) and not unsure(turn, need):
            found["misses"] = 0
        if "later" in turn.entities:
            found["later"] = turn.entities["later"]
        return [SlotSet(name, value) for name, value in found.items() if tracker.get_slot(name) != value]


def _need(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need a message begins: what its button says, its intent, what was just offered, or an order named by number."""
    named = turn.entities.get("need") if turn.is_payload else None
    if named in PLANS:
        return named
    if not turn.is_payload and turn.intent == "inform" and case_number_in(turn.said):
        return "case_status"
    if (need := need_meant(turn, tracker)) is not None:
        return need
    if turn.intent in PLANS:
        trouble = turn.intent in LIKE_TROUBLE and kind_of("issue", turn.said) in AT_HAND and not own_slip(turn.said)
        if turn.confidence < SURE_TO_BEGIN and trouble:
            return "delivery_problem"
        onward = (
            (None if turn.is_payload else need_instead(turn.said, turn.intent))
            or asked_on(tracker, turn)
            or _still_of(tracker, turn)
            or progress_of(turn.said, turn.intent)
        )
        return onward if onward in PLANS else turn.intent
    if turn.intent == "affirm" and tracker.get_slot("offer") == "next":
        return _offered(tracker)
    if turn.intent != "inform":
        return None
    known_before = tracker.get_slot("order_number") and "order_number" not in set_this_turn(tracker)
    unproven = not tracker.get_slot("customer_id")
    if tracker.get_slot("offer") == "next" and (not known_before or unproven or _urges(turn, tracker)):
        return _offered(tracker)  # the number that what was offered needs, or the digits
    last: str | None = tracker.get_slot("last_need")
    if last in PLANS and follows_on(turn.said):
        return last
    if last == "account_problem" and _LIKE_MAIL.search(turn.said) and "order_number" not in turn.entities:
        return last  # it belongs to the account
    came_for = _goal(turn) if last is None and not _wished_before(tracker) else None
    return (None if turn.is_payload else act_in(turn.said)) or came_for or "order_status"


def need_meant(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need that words leave no doubt of, whatever they sound like; or the last one, of an order that is pointed at by what
    is in it ("and the one with the gloves?")."""
    if (need := need_by_words(turn)) is not None:
        return need
    last = tracker.get_slot("last_need")
    of_own = tracker.get_slot("customer_id") and not goods_talked_of(tracker)
    points = of_own and not turn.is_payload and points_by_goods(turn.said)
    return last if points and last in PLANS and PLANS[last].of_order and PLANS[last].identity else None


def _wished_before(tracker: Tracker) -> bool:
    """Whether a message before this one named a need here: what the session's goal says comes from that one, then, and it was
    dealt with ("cancel my return" begins none)."""
    said = [event for event in tracker.events if event.get("event") == "user"][:-1]
    return any(((event.get("parse_data") or {}).get("intent") or {}).get("name") in PLANS for event in said)


def _goal(turn: CustomerTurn) -> str | None:
    """The need a customer had named before the bot was there, as the menus name it: by the task that does it."""
    goal = turn.known.get("goal")
    return next((need for need, plan in PLANS.items() if goal in (need, plan.task)), None) if goal else None


def _still_of(tracker: Tracker, turn: CustomerTurn) -> str | None:
    """The need that goes on where its words sound like a wider one: what was offered ("then chase it"), or the same change
    as before ("wait, the house number was wrong")."""
    if turn.is_payload:
        return None
    if turn.intent == "order_status" and _urges(turn, tracker):
        return _offered(tracker)
    by, last = PLANS[turn.intent].by, tracker.get_slot("last_need")
    return last if by and last in by[1].values() and kind_of(by[0], turn.said) is None else None


def _urges(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether a delivery that was offered to be chased is to be: "then hurry them", 第二个催一下."""
    offered = _offered(tracker) if tracker.get_slot("offer") == "next" else None
    return offered == "delivery_problem" and not turn.is_payload and kind_of("issue", turn.said) == "late"


def asked_on(tracker: Tracker, turn: CustomerTurn) -> str | None:
    """The need whose task answers a question about what was done last, or AGAIN; see `actions.follow_ups`."""
    last = tracker.get_slot("last_need")
    known = tracker.get_slot("customer_id") and tracker.get_slot("order_number")
    return follow_up(turn.said, last) if known and last in PLANS and not turn.is_payload else None


def _offered(tracker: Tracker) -> str | None:
    offered = tracker.get_slot("offered_need")
    return offered if offered in PLANS else None


def _told(turn: CustomerTurn) -> dict[str, Any]:
    """What the front desk says of the session."""
    told: dict[str, Any] = {}
    if turn.lang in LANGS:
        told["language"] = turn.lang
    elif any("㐀" <= c <= "鿿" for c in turn.text):
        told["language"] = "zh"  # asked without the front desk (`rasa shell`)
    if turn.medium in MEDIA:
        told["medium"] = turn.medium
    if "customer_id" in turn.known:
        told["customer_id"] = turn.known["customer_id"]
    return told


def _heard(turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """What the customer's words hold, of what the need asks for. An order known from before counts when none is named."""
    plan = PLANS.get(need) if need else None
    wanted = _wanted(plan, asked)
    found = {slot: value for slot, value in _of_one_change(turn, asked, need).items() if slot in wanted}
    found = _who_it_is(turn, asked, tracker, plan, found)
    found |= which_orders(turn, asked, tracker, need, found)
    if need == "account_problem" and "email" not in found and (address := _LIKE_MAIL.search(turn.said)):
        found["email"] = address[0]
    found |= _of_trouble(turn, asked, tracker, need, found.get("issue"))
    found |= _in_pieces(turn, asked, tracker, found)
    found |= _of_goods(turn, asked, tracker, need, found)
    if asked == "confirmed":
        return at_the_yes(turn, tracker, need, found)
    return only_the_order(found) if retracts(turn, asked) else found


def _of_goods(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: Mapping[str, Any]
) -> dict[str, Any]:
    """The words a need begins with, in which goods may be named; with what is wanted instead, which part goes back."""
    if asked == "wish" and found.get("wish") and (part := part_in(tracker.get_slot("goods") or "")):
        return {"wish": f"{part}{', ' if part.isascii() else '，'}{found['wish']}"[:200]}
    of_part = need == "exchange_item" and part_in(turn.said) is not None
    names = asked is None and need is not None and not turn.is_payload and ("order_number" not in found or of_part)
    return {"goods": turn.text[:200]} if names else {}


def _wanted(plan: Plan | None, asked: str | None) -> set[str | None]:
    """The slots that a message may fill: what is always heard, what was asked, what the need asks for or turns to."""
    onward = plan.by[1].values() if plan and plan.by else ()
    of_plan = (*plan.asks, *plan.again.values(), *plan.may_hear) if plan else ()
    return {*ALWAYS, "later", *of_plan, asked, *(slot for turned in onward for slot in PLANS[turned].asks)}


def _who_it_is(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, plan: Plan | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, with a contact only where it tells whose the order is, and in place of a number where that is known to lead
    nowhere."""
    if lacks_number(turn, asked):
        found["numberless"] = True
    elif tracker.get_slot("numberless") and (phone := bare_phone(found.get("order_number"))):
        found |= {"order_number": None, "contact": phone}
    known = tracker.get_slot("customer_id") or "customer_id" in turn.known
    if known or (asked is None and not _leads_by_contact(plan)):
        found.pop("contact", None)
    if "contact" in found and "order_number" not in found and tracker.get_slot("mismatches"):
        found["order_number"] = None  # it led nowhere: the contact takes its place
    return found


def _of_one_change(turn: CustomerTurn, asked: str | None, need: str | None) -> dict[str, Any]:
    """What is heard; of two changes of an order only the first, and the other kept for later."""
    two = two_changes(turn.said) if need == "change_order" and asked is None and not turn.is_payload else None
    heard = dict(hear(replace(turn, text=two[0]) if two else turn, asked, HOLDER.get().order_digits))
    if two:
        heard["later"] = f"{PLANS['change_order'].turned(two[1])} {heard.get('order_number') or ''}".strip()
    return heard


def _of_trouble(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, issue: str | None
) -> dict[str, Any]:
    """What went wrong, in the customer's words: those it began with, and those that name a trouble without a name. A button
    says nothing of it, so it is asked for."""
    if need != "delivery_problem":
        return {}
    if asked is None and not turn.is_payload:
        unnamed = issue is None and tracker.get_slot("issue") is None and tells_trouble(turn.said)
        return {"details": turn.text[:200], **({"issue": "other"} if unnamed else {})}
    if asked != "issue" or issue != "other":
        return {}
    known = tracker.get_slot("details") or ""
    told = known if turn.text in known else f"{known} {turn.text}".strip()[:400]
    return {"details": None if turn.is_payload else told}


def _in_pieces(turn: CustomerTurn, asked: str | None, tracker: Tracker, found: Mapping[str, Any]) -> dict[str, Any]:
    """A number said over two turns ("one zero zero", "two three"), where the first piece was no answer."""
    digits = {"order_number": HOLDER.get().order_digits, "last4": _LAST4}.get(asked or "")
    if asked is None or digits is None or asked in found or turn.is_payload or not tracker.get_slot("misses"):
        return {}
    users = (event for event in reversed(tracker.events) if event.get("event") == "user")
    before: dict[str, Any] = next(itertools.islice(users, 1, 2), {})
    whole = of_pieces(before.get("text") or "", turn.said, digits)
    return {asked: whole} if whole else {}


def _leads_by_contact(plan: Plan | None) -> bool:
    """Whether an address or a phone in the first words can only be the customer's own: nothing is to go there."""
    onward = [slot for turned in plan.by[1].values() for slot in PLANS[turned].asks] if plan and plan.by else []
    return (
        plan is not None
        and plan.identity
        and "email" not in plan.may_hear
        and FREE.keys().isdisjoint({*plan.asks, *onward})
    )
