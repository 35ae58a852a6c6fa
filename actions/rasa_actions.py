"""The bot's actions: thin wrappers that run a task, say its words and note its outcome. Knows no channel and no shop."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS, TaskResult
from actions.rasa_forms import PATIENCE, said
from actions.rasa_guesses import guesses_of, named
from actions.rasa_notes import note, tell
from actions.rasa_shop import HOLDER
from actions.rasa_turn import locale_of, medium_of, turn_of

Domain = dict[str, Any]
SETTLED = frozenset({"found", "started", "already_started"})


async def _run(task: str, dispatcher: CollectingDispatcher, tracker: Tracker) -> TaskResult:
    facts = {name: tracker.get_slot(name) for name in ("customer_id", "order_number") if tracker.get_slot(name)}
    result = await TASKS[task].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    tell(dispatcher, result, medium_of(tracker))
    return result


def _after(dispatcher: CollectingDispatcher, result: TaskResult) -> list[Any]:
    """What follows a task: anything else? or, when it could not be done, a person."""
    wrong_number = [SlotSet("order_number", None)] if result.outcome == "not_found" else []
    if result.outcome in SETTLED:
        dispatcher.utter_message(response="utter_anything_else")
        return [SlotSet("offer", "more")]
    dispatcher.utter_message(response="utter_offer_person")
    return [*wrong_number, SlotSet("offer", "person"), SlotSet("offer_reason", "task")]


class TellOrderStatus(Action):
    """Runs when its form is done; a form that was left early has verified nobody, then there is nothing to say."""

    def name(self) -> str:
        return "action_order_status"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if not (tracker.get_slot("customer_id") and tracker.get_slot("order_number")):
            return []
        return _after(dispatcher, await _run("order_status", dispatcher, tracker))


class AskReturnConfirmed(Action):
    """Reads the order back before a return is started."""

    def name(self) -> str:
        return "action_ask_return_confirmed"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        order = said(tracker.get_slot("order_number") or "", medium_of(tracker))
        dispatcher.utter_message(response="utter_confirm_return", order=order)
        return []


class StartReturn(Action):
    """Runs when its form is done. Only a yes changes anything."""

    def name(self) -> str:
        return "action_start_return"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        confirmed = tracker.get_slot("return_confirmed")
        forget = SlotSet("return_confirmed", None)
        if confirmed is None or not tracker.get_slot("customer_id"):
            return [forget]
        if not confirmed:
            dispatcher.utter_message(response="utter_nothing_changed")
            dispatcher.utter_message(response="utter_anything_else")
            return [forget, SlotSet("offer", "more")]
        return [forget, *_after(dispatcher, await _run("start_return", dispatcher, tracker))]


class NotUnderstood(Action):
    """Ask which of the two likeliest needs was meant, or for other words; then offer a person, then fetch one."""

    def name(self) -> str:
        return "action_not_understood"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        misses = int(tracker.get_slot("misses") or 0) + 1
        if misses >= PATIENCE:
            dispatcher.utter_message(response="utter_no_further")
            dispatcher.utter_message(json_message=note("handoff", reason="failures"))
            return [SlotSet("misses", 0), SlotSet("offer", None)]
        if misses == 1:
            _ask_again(dispatcher, tracker)
        else:
            dispatcher.utter_message(response="utter_still_not_understood")
        dispatcher.utter_message(json_message=note("fallback"))
        offer = None if misses == 1 else "person"
        return [SlotSet("misses", misses), SlotSet("offer", offer), SlotSet("offer_reason", "failures")]


def _ask_again(dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
    """A guess is only ever asked about, never acted upon."""
    guesses = guesses_of(tracker)
    if not guesses:
        dispatcher.utter_message(response="utter_rephrase")
        return
    locale = locale_of(tracker)
    first, second = (named(guess, locale) for guess in guesses)
    buttons = [
        {"title": n[:1].upper() + n[1:], "payload": f"/{g}"} for g, n in zip(guesses, (first, second), strict=True)
    ]
    person = {"title": named("human_agent", locale).capitalize(), "payload": "/human_agent"}
    dispatcher.utter_message(response="utter_did_you_mean", first=first, second=second, buttons=[*buttons, person])


class OutOfScope(Action):
    """Say what can't be done here, and offer a person."""

    def name(self) -> str:
        return "action_out_of_scope"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_out_of_scope")
        return [SlotSet("offer", "person"), SlotSet("offer_reason", "asked")]


class Greet(Action):
    """Say what can be done here. An offer made before is over: a later "ok" is no yes to it."""

    def name(self) -> str:
        return "action_greet"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_greeting")
        return [SlotSet("offer", None)]


class ByPerson(Action):
    """A need the bot can't solve yet: say so, say what it can do instead, and offer a person."""

    def name(self) -> str:
        return "action_by_person"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response=f"utter_{turn_of(tracker).intent}")
        return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]


class Complaint(Action):
    """Taken down (the words go with the conversation) and given to a person."""

    def name(self) -> str:
        return "action_complaint"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_complaint")
        dispatcher.utter_message(json_message=note("handoff", reason="complaint"))
        return [*_forget(), SlotSet("offer", None), SlotSet("offer_reason", None)]


class Thanks(Action):
    """Ask whether there is anything else."""

    def name(self) -> str:
        return "action_thanks"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_welcome")
        return [SlotSet("offer", "more")]


class AllRight(Action):
    """A no to nothing in particular, or to a person."""

    def name(self) -> str:
        return "action_all_right"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_all_right")
        return [SlotSet("offer", None)]


class Leave(Action):
    """The customer dropped what a form was about."""

    def name(self) -> str:
        return "action_leave"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_left")
        dispatcher.utter_message(response="utter_anything_else")
        return [*_forget(), SlotSet("offer", "more")]


class Handoff(Action):
    """Call for a person. The front desk says what happens next."""

    def name(self) -> str:
        return "action_handoff"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        offered = tracker.get_slot("offer") == "person"
        reason = tracker.get_slot("offer_reason") if offered else None
        dispatcher.utter_message(json_message=note("handoff", reason=reason or "asked"))
        return [*_forget(), SlotSet("offer", None), SlotSet("offer_reason", None)]


class Goodbye(Action):
    """The conversation is finished."""

    def name(self) -> str:
        return "action_goodbye"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        dispatcher.utter_message(response="utter_goodbye")
        dispatcher.utter_message(json_message=note("finished"))
        return [*_forget(), SlotSet("offer", None)]


def _forget() -> list[Any]:
    """What belongs to a form that was left."""
    return [SlotSet("last4", None), SlotSet("return_confirmed", None), SlotSet("misses", 0)]
