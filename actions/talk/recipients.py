"""Another recipient for a parcel: with a new address a line of it; where the address stays, a colleague's to change, who is told
both. The address that is known is read out to nobody. Knows the tracker."""

import itertools
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.places import sendable
from actions.reading.recipients import keeps_address, only_who, recipient_in
from actions.talk.filling import Filling
from actions.talk.notes import note
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before, turn_of
from actions.words import WORDS, number

TO_AN_ADDRESS = ("change_address", "change_order")
NEED = "change_order"
LATELY = 4  # messages in which it may have been told
_KEPT = {"en": "recipient for the delivery: {who}; the address stays", "zh": "收货人：{who}；地址不变"}


def _lately(tracker: Tracker) -> list[CustomerTurn]:
    """This message and those just before it, the newest first."""
    turns = (turn_of(tracker), *itertools.islice(said_before(tracker), LATELY))
    return [turn for turn in turns if not turn.is_payload]


def wanted_lately(tracker: Tracker) -> bool:
    """Whether only who takes it in is to be another."""
    lately = [turn.whole for turn in _lately(tracker)]
    return any(map(only_who, lately)) or (any(map(keeps_address, lately)) and any(map(recipient_in, lately)))


def gives_recipient(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether it is told who it is, right after a colleague was offered who changes it."""
    offered = tracker.get_slot("offer") == "person" and not turn.is_payload
    return offered and recipient_in(turn.text) is not None and wanted_lately(tracker)


def of_recipient(
    turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None, found: dict[str, Any]
) -> dict[str, Any]:
    """What is heard, where it is only who takes it in: no address, and no order's number."""
    if need not in TO_AN_ADDRESS or turn.is_payload or asked == "confirmed":
        return found
    if not (only_who(turn.text) or gives_recipient(turn, tracker)):
        return found
    no_others = {slot: value for slot, value in found.items() if slot not in ("new_address", "last4", "contact")}
    return {**no_others, "change_kind": "other"}


async def asked_of_recipient(
    found: Filling, dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn
) -> list[Any]:
    """Who it is, is asked for, where an address was read back and is to go to somebody else; nothing for all else."""
    at_yes = tracker.get_slot("requested_slot") == "confirmed" and found.plan.task == "change_address"
    if not at_yes or turn.is_payload or not keeps_address(turn.text):
        return []
    if not sendable(tracker.get_slot("new_address") or ""):  # only who it is was told so far
        found.switch(NEED, {"change_kind": "other"})
        await found.onward()
        return found.events()
    if recipient_in(turn.text) or not only_who(turn.text):
        return []
    found.set("confirmed", None)
    dispatcher.utter_message(text=WORDS[locale_of(tracker)]["recipient.ask"])
    return found.events()


def noted(dispatcher: CollectingDispatcher, tracker: Tracker) -> bool:
    """Whether another recipient is wanted: said that a colleague changes it, with who it is, or asking for that."""
    if not wanted_lately(tracker):
        return False
    words = WORDS[locale_of(tracker)]
    told = next((who for turn in _lately(tracker) if (who := recipient_in(turn.text))), None)
    if told is None:
        dispatcher.utter_message(text=words["recipient.by_person"])
    else:
        name, phone = told
        digits = number("".join(c for c in phone if c.isdigit()))
        rung = digits.spoken if medium_of(tracker) == "voice" else digits.text
        said = ", ".join(filter(None, (name, rung))) if name.isascii() else "，".join(filter(None, (name, rung)))
        dispatcher.utter_message(text=words["recipient.noted"].format(who=said))
        kept = _KEPT[locale_of(tracker)].format(who=", ".join(filter(None, told)))
        dispatcher.utter_message(json_message=note("told", facts={"details": kept}))
    dispatcher.utter_message(response="utter_offer_person")
    return True
