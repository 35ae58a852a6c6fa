"""Taking down what a person must deal with first of all, and fetching one: a complaint, a theft. Knows the tracker's shape."""

import itertools
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.meaning.alarms import alarm_in
from actions.meaning.grievances import to_be_noted_only
from actions.meaning.references import names_another
from actions.talk.notes import note, tell
from actions.talk.shop import HOLDER
from actions.talk.turn import locale_of, medium_of, turn_of

FAR = 400  # events in which a case of the same talk is looked for


async def raised(dispatcher: CollectingDispatcher, tracker: Tracker) -> list[Any]:
    """Somebody else used the customer's card or account: taken down and given to a person at once; nothing for all else."""
    turn = turn_of(tracker)
    if turn.is_payload or alarm_in(turn.text) is None:
        return []
    return await taken_down(dispatcher, tracker, "report_fraud", "fraud")


async def taken_down(
    dispatcher: CollectingDispatcher, tracker: Tracker, task: str, reason: str, words: str | None = None
) -> list[Any]:
    """The customer's words under a number, and a person called for `reason`, unless none is wanted; the response of that name
    says so. `words`: those of another message than this one."""
    turn = turn_of(tracker)
    slots = {name: tracker.get_slot(name) for name in ("customer_id", "order_number")}
    told = words or ("" if turn.is_payload else turn.text)
    facts = {**{k: v for k, v in slots.items() if v}, "details": told}
    facts["case_number"] = (
        "" if names_another(turn.said) else _of_this_talk(tracker, task, facts.get("order_number", ""))
    )
    result = await TASKS[task].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    tell(dispatcher, result, medium_of(tracker))
    dispatcher.utter_message(response=f"utter_{reason}")
    if reason == "complaint" and to_be_noted_only(turn.text):
        dispatcher.utter_message(response="utter_anything_else")
        return [SlotSet("offer", "more"), SlotSet("offer_reason", None), SlotSet("later", None)]
    dispatcher.utter_message(json_message=note("handoff", reason=reason))
    return [SlotSet("offer", None), SlotSet("offer_reason", None), SlotSet("later", None)]


def _of_this_talk(tracker: Tracker, task: str, order: str) -> str:
    """The case that the task opened before in this talk, about this order or about none; empty where there is none."""
    for event in itertools.islice(reversed(tracker.events), FAR):
        told: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
        facts = told.get("facts") or {}
        if told.get("task") == task and "case_number" in facts:
            return str(facts["case_number"]) if facts.get("order_number", order) == order or not order else ""
    return ""
