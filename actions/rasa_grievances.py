"""What sounds like a complaint and may be none: answered, or asked about, where no word complains. Knows the tracker's shape."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_question import asks_for_goods
from actions.grievances import aggrieved, asks_how_to_complain
from actions.knowledge import FETCHED
from actions.objections import disagrees
from actions.rasa_guesses import SURE_TO_BEGIN, named
from actions.rasa_notes import note, tell
from actions.rasa_questions import answer_to, asked_beside
from actions.rasa_repair import fetch_instead, led_on, not_understood
from actions.rasa_turn import CustomerTurn, locale_of, medium_of, turn_of
from actions.references import mocks

SURE_OF_GRIEVANCE = 0.85  # of words none of which complains


def complains(turn: CustomerTurn) -> bool:
    """Whether a message that sounds like a complaint is one: by its words, or beyond doubt."""
    if turn.is_payload or turn.intent != "complaint":
        return True
    if asks_how_to_complain(turn.said):
        return False
    return aggrieved(turn.said) or mocks(turn.said) or turn.confidence >= SURE_OF_GRIEVANCE


async def no_complaint(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """The answer, or the question what is meant; nothing where it is a complaint."""
    turn = turn_of(tracker)
    if complains(turn):
        return []
    if disagrees(turn.said):
        return fetch_instead(dispatcher, "task")
    told = await asked_beside(tracker, turn) or await answer_to(tracker, turn, "yes")
    of_goods = told.outcome in ("which", "unknown") and asks_for_goods(turn.said)
    if told.outcome != "answered" and not of_goods:
        return _asked(dispatcher, tracker, turn)
    tell(dispatcher, told, medium_of(tracker))
    if told.outcome == "which":
        return [SlotSet("offer", None)]
    return led_on(dispatcher, tracker, told.facts.get("leads_to", FETCHED if told.outcome == "unknown" else ""))


def _asked(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """Whether it is to be taken down as a complaint, where that is likely; a yes to it brings a person, who can do that, too."""
    if turn.confidence < SURE_TO_BEGIN:
        return not_understood(dispatcher, tracker)
    locale = locale_of(tracker)
    ways = ((named(one, locale), f"/{one}") for one in ("complaint", "human_agent"))
    buttons = [{"title": name[:1].upper() + name[1:], "payload": payload} for name, payload in ways]
    dispatcher.utter_message(response="utter_did_you_mean_one", need=named("complaint", locale), buttons=buttons)
    dispatcher.utter_message(json_message=note("fallback"))
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "asked")]
