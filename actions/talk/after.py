"""What follows a task that was run: what else was asked, the need that helps on, a person, or anything else? Knows the slots."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TaskResult
from actions.meaning.follow_ups import rule_of_money
from actions.meaning.goods_wishes import takes_out
from actions.meaning.kept import ASK, OFFERED, Kept, kept_in, without_otherwise, written
from actions.meaning.yes_then import asks_fee_back
from actions.owned import LAST
from actions.plans import FOR_A_PERSON, PLANS
from actions.talk.amends import money_wanted
from actions.talk.both import which_both
from actions.talk.guesses import offer_need
from actions.talk.loose_ends import told_before
from actions.talk.notes import note, tell
from actions.talk.outcomes import alarmed, last_outcome
from actions.talk.questions import answer_to
from actions.talk.repair import fetch_instead
from actions.talk.turn import locale_of, medium_of, turn_of
from actions.words import result

PERSON_AFTER = "human_agent"  # asked for together with what was to be told first
SAFETY = "recall_safety"  # the answer after which only a person goes on
_OF_MONEY = re.compile(
    r"\b(?:when|how (?:long|soon)|what day)\b.{0,30}\b(?:money|refund\w*)\b|(?:钱|退款)[^，。]{0,6}(?:多久|几天|什么时候|何时)",
    re.I,
)
TALKED_OF = 5  # orders that "the other one" may mean


def all_told(newest_first: Sequence[str], later: str) -> list[Any]:
    """Orders that were told together: only what else was asked is left for later, and "the second" is the one told last."""
    return (
        [SlotSet("later", later or None), SlotSet("listed", " ".join(reversed(newest_first)))] if newest_first else []
    )


def talked_of(tracker: Tracker, need: str, *numbers: str) -> list[Any]:
    """What later messages may point at: the need, and the orders, newest first."""
    now = [number for number in numbers or (tracker.get_slot("order_number"),) if number and number != LAST]
    before = (tracker.get_slot("talked_of") or "").split()
    orders = [*now, *(one for one in before if one not in now)]
    return [SlotSet("last_need", need), SlotSet("talked_of", " ".join(orders[:TALKED_OF]))]


async def what_follows(
    dispatcher: CollectingDispatcher, tracker: Tracker, need: str, outcome: str, later: str
) -> list[Any]:
    """What follows a task: the person who was asked for, too; the need that helps on; a person, when it could not be done; or
    anything else?"""
    if later.startswith(PERSON_AFTER):
        dispatcher.utter_message(json_message=note("handoff", reason="asked"))
        return [SlotSet("later", None), SlotSet("offer", None), SlotSet("offer_reason", None)]
    plan, state = PLANS[need], (last_outcome(tracker).get("facts") or {}).get("order_state", "")
    if plan.confirm and outcome not in FOR_A_PERSON and outcome != "declined":
        later = without_otherwise(later)  # what was to be done else
    instead = any(one.otherwise for one in kept_in(later)[:1])
    if instead and outcome in FOR_A_PERSON and (asked := await asked_too(dispatcher, tracker, later)):
        return asked
    if back := told_before(dispatcher, tracker, need, outcome):
        return [SlotSet("later", later or None), *back]
    onward = plan.onward(outcome, state)
    if onward is not None:
        if onward == "exchange_item" and takes_out(tracker.get_slot("new_items") or ""):
            back = SlotSet("goods", tracker.get_slot("new_items"))  # what can't be taken out any more goes back
            return [back, SlotSet("later", later or None), *offer_need(dispatcher, tracker, "return_item")]
        handed = [SlotSet(there, tracker.get_slot(here)) for here, there in plan.hands_on.items()]
        return [*handed, SlotSet("later", later or None), *offer_need(dispatcher, tracker, onward)]
    wrong_number = [SlotSet("order_number", None)] if outcome == "not_found" else []
    if outcome in FOR_A_PERSON:
        dispatcher.utter_message(response="utter_offer_person")
        return [*wrong_number, SlotSet("offer", "person"), SlotSet("offer_reason", "task")]
    if alarmed(tracker, SAFETY):  # what was offered then stands, whatever the order is
        dispatcher.utter_message(response="utter_offer_person")
        return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]
    if asked := await asked_too(dispatcher, tracker, later):
        return asked
    if money_wanted(tracker, need, outcome):
        return [SlotSet("later", None), *fetch_instead(dispatcher, "task")]
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("later", None), SlotSet("offer", "more")]


async def asked_too(dispatcher: CollectingDispatcher, tracker: Tracker, later: str) -> list[Any]:
    """The next of what else was asked for: questions are answered, a need is offered; nothing where nothing is left."""
    kept = await which_both(tracker, kept_in(later))
    for at, one in enumerate(kept):
        if one.need == ASK:
            told = await _answer(tracker, one.words)
            tell(dispatcher, told, medium_of(tracker))
        elif one.need in PLANS:
            number = one.number if one.number.isdigit() else ""
            order = [SlotSet("order_number", number or None)] if one.number else []
            offered = offer_need(dispatcher, tracker, one.need, "utter_offer_later", number)
            rest = [Kept(OFFERED, "" if number else one.number, words=one.words)] if one.words or not number else []
            return [
                *order,
                SlotSet("later", written([*rest, *kept[at + 1 :]]) or None),
                *offered,
            ]
    return []


async def _answer(tracker: Tracker, asked: str) -> TaskResult:
    """The shop's answer; whether what delivery cost comes back, too, only a colleague can tell."""
    turn = replace(turn_of(tracker), text=asked)
    if asks_fee_back(asked):
        return result("request_refund", "needs_person", locale_of(tracker), "request_refund.postage")
    if _OF_MONEY.search(asked):
        turn = replace(turn, text=rule_of_money(locale_of(tracker)))
    return await answer_to(tracker, turn, None)
