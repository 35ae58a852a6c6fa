"""Asked about the open question instead of answering it: why it is put, which address is known, how goods are bought. Knows the
tracker."""

import re
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS, TaskResult
from actions.meaning.broken_later import broke_in_use
from actions.meaning.invoice_mails import wants_other_address
from actions.meaning.kept import ASIDE, Kept, kept_in, written
from actions.meaning.taking_back import act_in
from actions.meaning.whys import (
    asks_difference,
    asks_known_address,
    asks_where_number,
    asks_whether_safe,
    asks_which_phone,
    why_asked,
)
from actions.meaning.wishes import wish_in
from actions.plans import PLANS
from actions.talk.filling import ADDRESS, MOST_DETAILS, Filling
from actions.talk.heard import FREE, is_question
from actions.talk.minds import PROOF
from actions.talk.notes import tell
from actions.talk.phones import noted
from actions.talk.pieces import of_number
from actions.talk.questions import told_to_buy
from actions.talk.shop import HOLDER
from actions.talk.tax_numbers import lacks_tax_number
from actions.talk.turn import CustomerTurn, locale_of, medium_of
from actions.words import WORDS

SAME_WHY = {"details": "issue", "new_items": "wish"}
_DENIES = re.compile(r"^(?:(?:no|nope|yes|well)\b[,. ]*|不是的?|不|是的?|[,，。 ])+", re.I)
MOST_REASON = 80  # characters
NO_WISH_TO_BUY = frozenset({"wish", "new_items", "change_kind"})  # where goods are asked for that come with the order


async def asked_about_it(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn
) -> list[Any]:
    """What is asked about the open question is told, and the question stands; nothing for all else."""
    asked = tracker.get_slot("requested_slot") or ""
    if turn.is_payload:
        return []
    if asked in PROOF and noted(dispatcher, tracker, asked):
        return await found.again(misses=int(found.get("misses") or 0))
    if asked == "confirmed" and _tells_later(found, dispatcher, turn):
        return await found.again()
    if asked == "confirmed" and _other_mail(found, turn):
        found.set("confirmed", None)
        return found.asks_instead("email")
    if asked == "wish" and broke_in_use(turn.said) and wish_in(turn.said) is None:
        found.set(asked, None)
        return await found.again()
    if asked == "invoice_kind" and lacks_tax_number(turn) and found.get(asked) is None:
        dispatcher.utter_message(response="utter_without_tax_number")
        return await found.again(misses=int(found.get("misses") or 0) + 1)
    if asked == "last4" and asks_which_phone(turn.said):
        found.tell_of("verify_identity", "mismatch", "verify_identity.another_phone")
        return await found.again(misses=int(found.get("misses") or 0))
    told = _why(found, dispatcher, tracker, turn, asked)
    told = told or _where_it_stands(found, dispatcher, tracker, turn, asked)
    told = told or await _address(found, dispatcher, tracker, turn)
    told = told or await _how_to_buy(dispatcher, tracker, turn, asked)
    if not told:
        return []
    if asked in FREE or asked == "details":  # no content of it
        found.set(asked, None)
    if asked == "email":
        return found.asks_instead(asked)
    return await found.again(misses=int(found.get("misses") or 0))


def _other_mail(found: Filling, turn: CustomerTurn) -> bool:
    """Whether the invoice is to go to another address, which is still to be told."""
    of_invoice = found.get("need") == "invoice" and "email" not in turn.entities and not is_question(turn)
    return of_invoice and wants_other_address(turn.said)


def _tells_later(found: Filling, dispatcher: CollectingDispatcher, turn: CustomerTurn) -> bool:
    """Whether it is told that the goods broke only in use: a fact about what was read back, and neither a yes nor a no to it."""
    need, known = found.get("need"), found.get("details") or ""
    said, told = turn.text.strip(), broke_in_use(turn.said)
    if not told or is_question(turn) or wish_in(turn.said) or act_in(turn.said) not in (None, need):
        return False
    if need == "delivery_problem" and found.get("issue") == "damaged" and not broke_in_use(known):
        found.set("details", f"{known} {said}".strip()[:MOST_DETAILS])
        dispatcher.utter_message(response="utter_details_noted")
    elif need in ("return_item", "refund_request") and found.get("confirmed") is not True:
        found.set("return_reason", (_DENIES.sub("", said) or said)[:MOST_REASON])
    else:
        return False
    found.set("confirmed", None)
    return True


def _why(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str) -> bool:
    """Whether it is told why something is asked for."""
    slot = why_asked(turn.said, asked)
    if asked in PROOF and asks_whether_safe(turn.said):
        slot = "last4"
    elif asked == "invoice_kind" and asks_difference(turn.said):
        slot = asked
    if slot is None:
        return False
    if slot == "email" and asked in PROOF:
        slot = "contact"
    if slot == "order_number" and asked == slot and found.get("customer_id"):
        slot = "choosing"
    words = WORDS[locale_of(tracker)].get(f"why.{SAME_WHY.get(slot, slot)}")
    if words is not None:
        dispatcher.utter_message(text=words)
    return words is not None


def _where_it_stands(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str
) -> bool:
    """Whether it is told where the order number is found."""
    asks = asked == "order_number" and not found.get("customer_id") and asks_where_number(turn.said)
    if asks:
        found.set("numberless", True)
        dispatcher.utter_message(text=of_number("where", tracker))
    return asks


async def _address(found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """Whether the address that an order goes to is told, or is to be as soon as it is known whose it is."""
    plan = PLANS[found.get("need")]
    if not (plan.identity and plan.of_order) or not asks_known_address(turn.said):
        return False
    number = found.get("order_number")
    if found.get("customer_id") and number:
        facts = {"customer_id": found.get("customer_id"), "order_number": number}
        tell(dispatcher, await _run("tell_address", facts, tracker), medium_of(tracker))
        return True
    kept = [one for one in kept_in(found.get("later") or "") if (one.need, one.words) != (ASIDE, ADDRESS)]
    found.set("later", written([Kept(ASIDE, words=ADDRESS), *kept]))
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["address.first_prove"])
    return True


async def _run(task: str, facts: dict[str, str], tracker: Tracker) -> TaskResult:
    return await TASKS[task].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))


async def _how_to_buy(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, asked: str) -> bool:
    if asked in NO_WISH_TO_BUY:
        return False
    told = await told_to_buy(tracker, turn, asked=asked)
    if told is not None:
        tell(dispatcher, told, medium_of(tracker))
    return told is not None
