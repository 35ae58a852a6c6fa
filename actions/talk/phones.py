"""Another phone number for a delivery, which a colleague changes: it is kept for them, and is no proof. Knows the tracker."""

import itertools
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.kept import Kept
from actions.meaning.kinds import kind_of
from actions.meaning.phone_wishes import phone_told, says_new, wants_other_phone
from actions.reading.characters import mandarin
from actions.reading.number_kinds import LAST_DIGITS
from actions.talk import recipients
from actions.talk.notes import note
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before, set_this_turn, turn_of
from actions.words import WORDS, number

NEED = "change_order"
AT = frozenset({None, "order_number", "last4", "proof", "change_kind"})  # what may be asked when it is told
LATELY = 8  # messages in which it may have been asked for
_KEPT = {"en": "phone for the delivery: {phone}", "zh": "收货电话：{phone}"}


def wanted_lately(tracker: Tracker) -> bool:
    """Whether one of the last messages wanted another phone number for a delivery."""
    lately = itertools.islice(said_before(tracker), LATELY)
    return any(wants_other_phone(said.whole) for said in lately if not said.is_payload)


def gives_new_phone(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether the number is told right after a person was offered who changes it, or that it is dealt with now."""
    offer = tracker.get_slot("offer")
    offered = offer == "person" or (offer == "next" and tracker.get_slot("offered_need") == NEED)
    offered = offered and not turn.is_payload
    return bool(offered) and phone_told(turn.said) is not None and wanted_lately(tracker)


def with_new_phone(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, with the new number kept for a colleague: it proves nobody, and leads to no order."""
    if need != NEED or turn.is_payload or asked not in AT:
        return found
    whole = mandarin(turn.whole) if asked is None else turn.said
    wanted, phone = wants_other_phone(whole), phone_told(whole)
    if wanted and asked is None and kind_of("change_kind", whole) == "address":
        words = WORDS[locale_of(tracker)]["phone.wish"]  # the address first, which can be changed here
        return {
            **found,
            "change_kind": "address",
            "later": Kept(NEED, found.get("order_number") or "", words=words).written,
        }
    kind = {"change_kind": "other"} if wanted else {}
    if phone is None or not (wanted or wanted_lately(tracker)):
        return {**found, **kind}
    if asked in ("order_number", "last4", "proof") and tracker.get_slot("details") and not says_new(turn.said):
        return found  # it was told before: this one shows who is asking
    no_proof = {slot: value for slot, value in found.items() if not _of_phone(value, phone)}
    details = _KEPT[locale_of(tracker)].format(phone=phone)
    return {**no_proof, "details": details, "change_kind": "other"}


def _of_phone(value: object, phone: str) -> bool:
    """Whether what was heard is the number, or a part of it."""
    digits = "".join(c for c in value if c.isdigit()) if isinstance(value, str) else ""
    return len(digits) >= LAST_DIGITS and (digits in phone or phone in digits)


def noted(dispatcher: CollectingDispatcher, tracker: Tracker, asked: str) -> bool:
    """Whether the new number was told in place of what is asked: said that it is kept."""
    if "details" not in set_this_turn(tracker) or asked in set_this_turn(tracker):
        return False
    phone = _noted_phone(tracker)
    if phone:
        dispatcher.utter_message(text=_said(tracker, "phone.noted", phone))
    return bool(phone)


def _noted_phone(tracker: Tracker) -> str | None:
    known = tracker.get_slot("need") == NEED and tracker.get_slot("details")
    return phone_told(known) if known else None


def _said(tracker: Tracker, key: str, phone: str = "") -> str:
    told = number(phone)
    return WORDS[locale_of(tracker)][key].format(phone=told.spoken if medium_of(tracker) == "voice" else told.text)


def by_person(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """What only a colleague changes: a person is offered. The new phone number is asked for, or handed on."""
    if recipients.noted(dispatcher, tracker):
        return
    phone = _noted_phone(tracker)
    if phone is None and not (wants_other_phone(turn_of(tracker).whole) or wanted_lately(tracker)):
        dispatcher.utter_message(response="utter_by_person")
        return
    if phone is None:
        words = WORDS[locale_of(tracker)]
        dispatcher.utter_message(text=words["phone.by_person"])
        dispatcher.utter_message(text=words["phone.ask"])
    else:
        dispatcher.utter_message(text=_said(tracker, "phone.noted", phone))
        dispatcher.utter_message(json_message=note("told", facts={"details": tracker.get_slot("details")}))
    dispatcher.utter_message(response="utter_offer_person")
