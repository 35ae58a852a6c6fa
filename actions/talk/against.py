"""What is said against an answer, or against doing anything, and begins no need. Knows the tracker's shape."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.beyond_doubt import need_said
from actions.meaning.kinds import kind_of
from actions.meaning.objections import argues, gives_reason, sent_back
from actions.meaning.references import refuses
from actions.talk.outcomes import last_outcome
from actions.talk.repair import fetch_instead, objected
from actions.talk.turn import CustomerTurn, set_this_turn

SURE_OF_ASKING = 0.7  # that something else is asked after
ASKED_AFTER = frozenset(
    {"refund_status", "order_status", "invoice", "payment_problem"}
)  # what a "but" can go on to ask


def said_against(turn: CustomerTurn, dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What is said against an answer, or against doing anything, begins nothing; no events for all else."""
    if turn.is_payload:
        return []
    if _argues(turn, tracker) or (sent_back(turn.said) and _found_none(tracker)):
        return fetch_instead(dispatcher, "task")
    if objection := objected(dispatcher, tracker):
        return objection
    if not refuses(turn.said):
        return []
    dispatcher.utter_message(response="utter_left")
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


def _found_none(tracker: Tracker) -> bool:
    """Whether it was just told that the books have no refund and no return: who sent it back is not asked to return it."""
    last = last_outcome(tracker)
    return last.get("task") == "refund_status" and last.get("outcome") == "none"


def _argues(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether a "but", or more of a change that only people make, goes on from what could not be done, while a person is offered
    for it: no new matter."""
    offered = tracker.get_slot("offer") == "person" and tracker.get_slot("offer_reason") == "task"
    goes_on = turn.intent == "change_order" and kind_of("change_kind", turn.said) in (None, "other")
    names = "order_number" in set_this_turn(tracker) or need_said(turn.said) is not None
    sure = (
        turn.intent != tracker.get_slot("last_need")
        and turn.confidence >= SURE_OF_ASKING
        and turn.intent in ASKED_AFTER
        and not gives_reason(turn.said)
    )
    return offered and not turn.is_payload and not names and (goes_on or (not sure and argues(turn.said)))
