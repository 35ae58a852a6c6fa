"""The mail address told for an account that can't be got into: it is kept for a colleague, and not asked for again. Knows the
tracker."""

import itertools
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.kinds import kind_of
from actions.talk.needs import LIKE_MAIL
from actions.talk.notes import note
from actions.talk.outcomes import last_outcome
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before, turn_of
from actions.words import WORDS, email

NEED, TASK = "account_problem", "account_help"
LATELY = 6  # messages in which it may have been told
TO_GET_IN = (None, "password")  # what an address is told for
_KEPT = {"en": "e-mail told for the account: {address}", "zh": "账号邮箱：{address}"}


def told_address(dispatcher: CollectingDispatcher, tracker: Tracker, need: str) -> None:
    """Note the address for whoever takes over."""
    address = tracker.get_slot("email") if need == NEED else None
    if address:
        kept = _KEPT[locale_of(tracker)].format(address=address)
        dispatcher.utter_message(json_message=note("told", facts={"details": kept}))


def still_locked_out(dispatcher: CollectingDispatcher, tracker: Tracker, need: str) -> list[Any]:
    """Who told the address before, and still can't get in, is offered a colleague who has it; nothing for all else."""
    turn = turn_of(tracker)
    known = tracker.get_slot("customer_id") or last_outcome(tracker).get("task") != TASK
    if need != NEED or turn.is_payload or known or kind_of("account_topic", turn.said) not in TO_GET_IN:
        return []
    if tracker.get_slot("email") or (address := _told_before(turn, tracker)) is None:
        return []
    told = email(address, locale_of(tracker))
    words = WORDS[locale_of(tracker)]["account_help.kept"]
    dispatcher.utter_message(text=words.format(address=told.spoken if medium_of(tracker) == "voice" else told.text))
    dispatcher.utter_message(
        json_message=note("told", facts={"details": _KEPT[locale_of(tracker)].format(address=address)})
    )
    dispatcher.utter_message(response="utter_offer_person")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]


def _told_before(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The address in one of the last messages."""
    if _address(turn):
        return None
    lately = itertools.islice(said_before(tracker), LATELY)
    return next(filter(None, (_address(said) for said in lately if not said.is_payload)), None)


def _address(turn: CustomerTurn) -> str | None:
    found = LIKE_MAIL.search(turn.said)
    return turn.entities.get("email") or (found[0] if found else None)
