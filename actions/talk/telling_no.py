"""A "no" to "anything else?" that tells something: paid money that is not there, or what is wrong. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.objections import contradicts
from actions.meaning.other_ones import meant_instead
from actions.meaning.references import not_content
from actions.meaning.taking_back import act_in
from actions.meaning.telling_no import money_not_there, tells_something
from actions.talk.guesses import offer_need
from actions.talk.heard import is_question
from actions.talk.heard_orders import lacks_number
from actions.talk.notes import note
from actions.talk.outcomes import last_outcome
from actions.talk.repair import begins_need, fetch_instead, undoes
from actions.talk.turn import locale_of, turn_of
from actions.words.loose_ends import WORDS

BESIDE = frozenset({"answer_question"})
MOST_KEPT = 400  # characters of what is told for a colleague
ON_ITS_WAY = frozenset({"order_status found"})


def no_that_tells(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """What was told for a colleague, who is offered, or what helps with a parcel; nothing for a no that closes the talk."""
    turn, last = turn_of(tracker), last_outcome(tracker, beside=BESIDE)
    facts = last.get("facts") or {}
    order = str(tracker.get_slot("order_number") or "")
    paid = facts.get("refund_state") == "paid" and str(facts.get("order_number") or order) == order
    if paid and tracker.get_slot("offer") == "more" and money_not_there(turn.said):
        kept = {"order_number": order, "details": turn.text.strip()[:MOST_KEPT]}
        dispatcher.utter_message(json_message=note("told", facts=kept))
        dispatcher.utter_message(text=WORDS[locale_of(tracker)]["money.not_there"])
        return fetch_instead(dispatcher, "task")
    if turn.intent != "deny" or tracker.get_slot("offer") != "more" or is_question(turn):
        return []
    meant = meant_instead(turn.said)
    other = (meant is not None and meant.away) or act_in(turn.said) is not None or "order_number" in turn.entities
    if other or undoes(tracker, turn) or contradicts(turn.said) or not_content(turn.said) or lacks_number(turn, None):
        return []
    if not tells_something(turn.said) or begins_need(tracker):
        return []
    if f"{last.get('task')} {last.get('outcome')}" in ON_ITS_WAY:
        return offer_need(dispatcher, tracker, "delivery_problem", "utter_did_you_mean_one")
    dispatcher.utter_message(response="utter_no_help")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "failures")]
