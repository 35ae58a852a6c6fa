"""What sounds like a complaint and may be none: answered, or asked about, where no word complains. Knows the tracker's shape."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.answer_question import asks_for_goods
from actions.knowledge import FETCHED
from actions.meaning.grievances import aggrieved, asks_how_to_complain, bare_complaint, only_anger
from actions.meaning.objections import disagrees
from actions.meaning.references import mocks
from actions.plans import GRIEVANCE
from actions.talk.contacted import of_contact
from actions.talk.guesses import SURE_TO_BEGIN, named
from actions.talk.notes import note, tell
from actions.talk.outcomes import last_outcome
from actions.talk.questions import answer_to, asked_beside
from actions.talk.repair import fetch_instead, leaves_it, led_on, not_understood
from actions.talk.turn import CustomerTurn, locale_of, medium_of, turn_of

SURE_OF_GRIEVANCE = 0.85  # of words none of which complains
SHORTEST, SHORTEST_ZH = 24, 8  # characters of them: a few may be anything (老客户呢)


def complains(turn: CustomerTurn) -> bool:
    """Whether a message that sounds like a complaint is one: by its words, or beyond doubt."""
    if turn.is_payload or turn.intent != "complaint":
        return True
    if asks_how_to_complain(turn.said):
        return False
    if aggrieved(turn.said) or mocks(turn.said):
        return True
    return turn.confidence >= SURE_OF_GRIEVANCE and len(turn.said) >= (SHORTEST if turn.said.isascii() else SHORTEST_ZH)


async def no_complaint(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """The answer, or the question what is meant; nothing where it is a complaint."""
    turn = turn_of(tracker)
    if of_calls := await of_contact(dispatcher, tracker, turn):
        return of_calls
    if complains(turn):
        return []
    if leaves_it(dispatcher, tracker):
        return [SlotSet("offer", None)]
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


def asked_for_facts(tracker: Tracker) -> list[Any]:
    """What happened is asked for, where a complaint says nothing of it; nothing where it does, or where that was asked already.
    Anger alone says enough after what was talked of before."""
    turn = turn_of(tracker)
    new = tracker.get_slot("last_need") is None and tracker.get_slot("order_number") is None
    bare = bare_complaint(turn.text) or (new and only_anger(turn.said))
    if not bare or tracker.get_slot("need") == GRIEVANCE or last_outcome(tracker).get("task") == "file_complaint":
        return []
    return [SlotSet("need", GRIEVANCE), SlotSet("misses", 0), FollowupAction("task_form")]
