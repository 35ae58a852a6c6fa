"""Where free words were read back and are wrong: what is wrong is asked, and what was begun goes on. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker

from actions.meaning.goods_wishes import items_in, more_items
from actions.meaning.said_wrong import all_wrong, told_instead, wrong_of_invoice
from actions.meaning.wishes import is_no_wish, wish_in
from actions.reading.address_slips import says_wrong
from actions.reading.addresses import is_region
from actions.reading.names_anew import name_anew
from actions.reading.sentences import is_said
from actions.talk.filling import Filling
from actions.talk.heard import SURE_OF_YES, is_question
from actions.talk.towns import said_last
from actions.talk.turn import CustomerTurn, locale_of
from actions.words import WORDS

TO_AN_ADDRESS = frozenset({"change_address", "change_order"})
NOTED = {"change_items": "new_items", "exchange_item": "wish"}  # free words that others read
WITH_WORDS = frozenset({*TO_AN_ADDRESS, *NOTED, "delivery_note", "invoice"})
_ASKED = "order_task.what_is_wrong"


def heard_wrong(turn: CustomerTurn, tracker: Tracker, need: str | None) -> dict[str, Any] | None:
    """What is heard where what was read back is wrong: no no to it; what it should be, if that is told. None for all else."""
    if turn.is_payload or need not in WITH_WORDS:
        return None
    if need == "invoice" and (slot := wrong_of_invoice(turn.said)):
        of_person = slot == "invoice_title" and tracker.get_slot("invoice_kind") not in ("company", "vat_special")
        return {} if of_person else {slot: None}  # whose name is asked for only here
    if need == "invoice" and _may_be_name(turn) and not asked_before(tracker):
        return {}
    if all_wrong(turn.said) and not asked_before(tracker):
        return {"new_address": None} if need in TO_AN_ADDRESS and says_wrong(turn.said) else {}
    if need in TO_AN_ADDRESS:
        other = told_instead(turn.said) if is_region(tracker.get_slot("new_address") or "") else None
        return {"new_address": other} if other and is_region(other) else None
    if need not in NOTED:
        return None
    wish = _instead(turn, tracker)
    return {NOTED[need]: wish} if wish else None


def _may_be_name(turn: CustomerTurn) -> bool:
    """Whether all that is said looks like a name, but not beyond doubt: "amy chen please"."""
    sure = turn.intent in ("affirm", "deny", "thanks", "goodbye", "human_agent") and turn.confidence >= SURE_OF_YES
    return not sure and name_anew(turn.text) is None and name_anew(turn.text, asked=True) is not None


def _instead(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """What was noted should be, told with the no, or as the answer to what is wrong."""
    if rest := told_instead(turn.said):
        idle = is_no_wish(rest) or is_said(rest)
        return wish_in(rest, alone=True) or items_in(rest) or (None if idle else rest)
    if is_question(turn) or not asked_before(tracker):
        return None
    return items_in(turn.said) or wish_in(turn.said, alone=True) or more_items(turn.said)


async def asked_what(found: Filling, dispatcher: Any, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What of it is wrong is asked; or all of the address anew, where it was said to be wrong. Nothing for all else."""
    if tracker.get_slot("requested_slot") != "confirmed":
        return []
    heard = heard_wrong(turn, tracker, found.get("need"))
    if heard is None:
        return []
    if not heard:
        dispatcher.utter_message(text=WORDS[locale_of(tracker)][_ASKED])
        return found.events()
    await found.onward()
    return found.events()


def asked_before(tracker: Tracker) -> bool:
    """Whether it was just asked what of it is wrong."""
    return WORDS[locale_of(tracker)][_ASKED] in said_last(tracker)
