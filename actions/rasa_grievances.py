"""What sounds like a complaint and may be none: answered, or asked about, where no word complains. Knows the tracker's shape."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_question import asks_for_goods
from actions.grievances import aggrieved, asks_how_to_complain
from actions.knowledge import FETCHED
from actions.objections import disagrees
from actions.rasa_notes import tell
from actions.rasa_questions import answer_to, asked_beside
from actions.rasa_repair import fetch_instead, led_on, not_understood
from actions.rasa_turn import CustomerTurn, medium_of, turn_of
from actions.references import mocks

SURE_OF_GRIEVANCE = 0.9  # of words none of which complains


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
        return not_understood(dispatcher, tracker)
    tell(dispatcher, told, medium_of(tracker))
    if told.outcome == "which":
        return [SlotSet("offer", None)]
    return led_on(dispatcher, tracker, told.facts.get("leads_to", FETCHED if told.outcome == "unknown" else ""))
