"""What is looked at before a need begins: words meant for what was done, or that point at nothing. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.references import only_points
from actions.talk.loose_ends import loose_end
from actions.talk.outcomes import last_outcome
from actions.talk.pieces import ends_phone
from actions.talk.repair import cannot_undo, declines_offer, undoes
from actions.talk.turn import CustomerTurn


def of_before(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What is meant for what was done, or digits that prove nothing, of an account, or where a person is offered already; else
    nothing."""
    if loose := loose_end(dispatcher, tracker):
        return loose
    if undoes(tracker, turn):
        return cannot_undo(dispatcher)
    if declined := declines_offer(dispatcher, tracker, turn):
        return declined
    offered = tracker.get_slot("offer") == "person" or last_outcome(tracker).get("task") == "account_help"
    if (
        turn.intent != "inform"
        or not offered
        or tracker.get_slot("order_number") is not None
        or not ends_phone(turn.said)
    ):
        return []
    dispatcher.utter_message(response="utter_offer_person")
    return [SlotSet("offer", "person")]


def points_at_nothing(turn: CustomerTurn, tracker: Tracker) -> bool:
    """Whether "another one" points at orders, and none was talked of: it is another joke."""
    known = (tracker.get_slot(slot) for slot in ("talked_of", "listed", "order_number"))
    return turn.intent == "inform" and not turn.is_payload and only_points(turn.said) and not any(known)
