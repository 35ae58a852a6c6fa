"""What is said of calls and answers and asks for nobody: when there is one, or that there be none. Knows the tracker."""

from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.meaning.contacting import left_alone, needs_no_call
from actions.meaning.follow_ups import AGAIN, asks_answer
from actions.talk.again import told_again
from actions.talk.needs import asked_on
from actions.talk.notes import tell
from actions.talk.questions import answer_to
from actions.talk.repair import led_on
from actions.talk.turn import CustomerTurn, locale_of, medium_of

_NO_MORE = {"en": "stop calling me", "zh": "别再给我打电话了"}


async def of_contact(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The answer to when somebody gets back: by the case that was just opened, else by the one they have; or how calls and mail
    are stopped. Nothing for all else."""
    if turn.is_payload:
        return []
    if asks_answer(turn.said):
        if asked_on(tracker, turn) == AGAIN and (again := told_again(dispatcher, tracker)):
            return again
        return [SlotSet("offer", None), SlotSet("need", "case_status"), FollowupAction("task_form")]
    if needs_no_call(turn.said):
        dispatcher.utter_message(response="utter_all_right")
        return [SlotSet("offer", None)]
    if not left_alone(turn.said):
        return []
    told = await answer_to(tracker, replace(turn, text=_NO_MORE[locale_of(tracker)]), None)
    if told.outcome != "answered":
        return []
    tell(dispatcher, told, medium_of(tracker))
    return led_on(dispatcher, tracker, told.facts.get("leads_to", ""))


def onward(events: list[Any]) -> list[Any]:
    """The events, with nothing more to follow unless they say what does."""
    goes_on = bool(events) and events[-1].get("event") == "followup"
    return events if goes_on else [*events, FollowupAction("action_listen")]
