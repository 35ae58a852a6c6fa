"""The bot's actions: thin wrappers that run a task, say its words and note its outcome. Know no channel and no shop."""

import re
from dataclasses import replace
from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import FollowupAction, SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TaskResult
from actions.answer_question import asks_for_goods
from actions.meaning.follow_ups import AGAIN, asks_time
from actions.meaning.goods_wishes import names_part
from actions.meaning.grievances import to_be_noted_only
from actions.meaning.objections import contradicts
from actions.meaning.references import ends_it, for_nothing, takes_leave, wants_repeat
from actions.plans import GRIEVANCE, PERSON, PLANS
from actions.talk.after import asked_too, talked_of, what_follows
from actions.talk.again import pending, say_again, told_again
from actions.talk.against import said_against
from actions.talk.alarm import raised, taken_down
from actions.talk.cases import more_of_case, told_on
from actions.talk.contacted import onward
from actions.talk.grievances import asked_for_facts, no_complaint
from actions.talk.guesses import likely_question, offer_need, unclear
from actions.talk.loose_ends import at_first
from actions.talk.needs import asked_on
from actions.talk.notes import note, tell
from actions.talk.people import SURE, not_asked_for
from actions.talk.performing import followed_up, forget, performed
from actions.talk.phones import by_person
from actions.talk.questions import answer_to, before_all
from actions.talk.repair import (
    beyond,
    drops_goods,
    fetch_instead,
    leaves_it,
    led_on,
    may_be_cancelled,
    not_told,
    not_understood,
    objected,
    other_tongue,
    says_more,
)
from actions.talk.turn import medium_of, set_this_turn, tongue_changed, turn_of

Domain = dict[str, Any]
ALREADY_SAID = frozenset({"unproven", "gave_up"})  # the form's own ends: it has said what follows
NOTHING_BEGUN = "unsure"  # and the one that leaves everything as it was


class AskConfirmed(Action):
    """Rasa wants an action that asks; the form has read back already what the yes would be to."""

    def name(self) -> str:
        return "action_ask_confirmed"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        return []


class RunTask(Action):
    """Runs the need's task when its form is done. Only a yes changes anything."""

    def name(self) -> str:
        return "action_run_task"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        need, ended = tracker.get_slot("need"), tracker.get_slot("ended")
        if ended == NOTHING_BEGUN:
            return [SlotSet("ended", None), SlotSet("need", None)]
        if need not in PLANS or ended in ALREADY_SAID:
            return forget()
        plan = PLANS[need]
        if ended is not None:  # told by the form: it would change nothing
            later = tracker.get_slot("later") or ""
            return [*forget(), *talked_of(tracker, need), *await what_follows(dispatcher, tracker, need, ended, later)]
        if plan.confirm and tracker.get_slot("confirmed") is False:
            dispatcher.utter_message(response="utter_nothing_changed")
            said = await what_follows(dispatcher, tracker, need, "declined", tracker.get_slot("later") or "")
            return [*forget(), SlotSet("offered_need", need), *said]
        if need == GRIEVANCE:
            told = tracker.get_slot("details")
            return [*forget(), *await taken_down(dispatcher, tracker, plan.task, "complaint", told)]
        if plan.task == PERSON:
            by_person(dispatcher, tracker)
            return [*forget(), SlotSet("offer", "person"), SlotSet("offer_reason", "task")]
        if (plan.identity and not tracker.get_slot("customer_id")) or (
            plan.confirm and not tracker.get_slot("confirmed")
        ):
            return forget()
        return await performed(dispatcher, tracker, need)


class Answer(Action):
    """A question, or words beyond what the bot does: answered from what the shop wrote down, or honestly not."""

    def name(self) -> str:
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        turn = turn_of(tracker)
        if other_tongue(dispatcher, tracker):
            return [SlotSet("offer", None)]
        if begun := at_first(dispatcher, tracker):
            return begun
        if wants_repeat(turn.said):
            if tongue_changed(tracker):
                return pending(dispatcher, tracker)
            return [] if say_again(dispatcher, tracker) else not_understood(dispatcher, tracker)
        if told := await followed_up(dispatcher, tracker):
            return told
        if objection := objected(dispatcher, tracker):
            return objection
        if leaves_it(dispatcher, tracker):
            return [SlotSet("offer", None)]
        if _says_which(tracker):
            return fetch_instead(dispatcher, "task")
        asked = replace(turn, text="") if turn.is_payload else turn
        result = await answer_to(tracker, asked, "yes" if turn.intent == "out_of_scope" else None)
        if result.outcome not in ("answered", "which"):
            added = await told_on(dispatcher, tracker, turn)
            if added or unclear(turn) or turn.intent == "out_of_scope":
                return added or beyond(dispatcher, tracker)
        tell(dispatcher, result, medium_of(tracker))
        if result.outcome == "which":
            return [SlotSet("offer", None)]
        if result.outcome != "answered":
            return not_told(dispatcher, tracker, "utter_offer_person", "task", said=True)
        return led_on(dispatcher, tracker, result.facts.get("leads_to", ""))


def _says_which(tracker: Tracker) -> bool:
    """Whether a bare "the book" says which of the goods it is about, while a person is offered for that order."""
    offered = (
        tracker.get_slot("offer") == "person" and tracker.get_slot("customer_id") and tracker.get_slot("last_need")
    )
    return bool(offered) and names_part(turn_of(tracker).said)


class NotUnderstood(Action):
    """Ask which of the two likeliest needs was meant, or for other words; then offer a person, then fetch one."""

    def name(self) -> str:
        return "action_not_understood"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if other_tongue(dispatcher, tracker):
            return [SlotSet("offer", None)]
        if told := at_first(dispatcher, tracker) or await followed_up(dispatcher, tracker):
            return told
        if leaves_it(dispatcher, tracker):
            return [SlotSet("offer", None)]
        if against := said_against(turn_of(tracker), dispatcher, tracker):
            return against
        asks = likely_question(tracker) or asks_for_goods(turn_of(tracker).said)
        result = await answer_to(
            tracker, turn_of(tracker), "yes" if asks else "much"
        )  # much: word for word, "and on sundays?"
        if result.outcome != "answered":
            added = await more_of_case(dispatcher, tracker, turn_of(tracker))
            return added or _not_known(dispatcher, tracker, result, asks=asks)
        tell(dispatcher, result, medium_of(tracker))
        return [SlotSet("misses", 0), *led_on(dispatcher, tracker, result.facts.get("leads_to", ""))]


def _not_known(dispatcher: CollectingDispatcher, tracker: Tracker, result: TaskResult, *, asks: bool) -> list[Any]:
    """What seems to be a question and has no answer here is for a person; all else is asked for in other words."""
    offered = tracker.get_slot("offer") is not None and not asks_for_goods(turn_of(tracker).said)
    if not asks or offered:
        return not_understood(dispatcher, tracker)
    tell(dispatcher, result, medium_of(tracker))
    if result.outcome == "which":
        return []
    dispatcher.utter_message(response="utter_offer_person")
    return [SlotSet("offer", "person"), SlotSet("offer_reason", "task")]


_ASKS_ON = re.compile(
    r"\b(?:questions?|ask|help|assist\w*|problems?|issues?|query)\b|问|咨询|諮詢|請教|请教|帮|幫|事", re.I
)


class Greet(Action):
    """Say what can be done here, or to go ahead ("i have a question"). What was offered is over: a later "ok" is no yes to it."""

    def name(self) -> str:
        return "action_greet"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if other_tongue(dispatcher, tracker):
            return [SlotSet("offer", None)]
        asks_on = _ASKS_ON.search(turn_of(tracker).text) is not None
        dispatcher.utter_message(response="utter_what_else" if asks_on else "utter_greeting")
        return [SlotSet("offer", None)]


class GoAhead(Action):
    """A yes to nothing in particular: they may go on. "Ok, when exactly?" and, asked for more, "that's it" sound like one."""

    def name(self) -> str:
        return "action_go_ahead"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if told := at_first(dispatcher, tracker) or await followed_up(dispatcher, tracker):
            return told
        if tracker.get_slot("offer") == "more" and ends_it(turn_of(tracker).said):
            return await Goodbye().run(dispatcher, tracker, domain)
        between_two = "misses" in set_this_turn(tracker)  # "do you want this or that?" "yes"
        if not (between_two and say_again(dispatcher, tracker)):
            dispatcher.utter_message(response="utter_what_else")
        return []


class Complaint(Action):
    """Taken down under a number, with the customer's words, and given to a person."""

    def name(self) -> str:
        return "action_complaint"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if begun := at_first(dispatcher, tracker):
            return begun
        if asks_time(turn_of(tracker).said) and (told := await followed_up(dispatcher, tracker)):
            return [*forget(), *told, FollowupAction("action_listen")]
        if other := await no_complaint(dispatcher, tracker):
            return [*forget(), *onward(other)]
        if asked := asked_for_facts(tracker):
            return [*forget(), *asked]
        told = await raised(dispatcher, tracker)
        told = told or await taken_down(dispatcher, tracker, "file_complaint", "complaint")
        return [
            *forget(),
            *told,
            *([FollowupAction("action_listen")] if to_be_noted_only(turn_of(tracker).text) else []),
        ]


class Thanks(Action):
    """Ask whether there is anything else, unless they say goodbye with it."""

    def name(self) -> str:
        return "action_thanks"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if takes_leave(turn_of(tracker).said):
            return await Goodbye().run(dispatcher, tracker, domain)
        if for_nothing(turn_of(tracker).said):
            return await Complaint().run(dispatcher, tracker, domain)
        dispatcher.utter_message(response="utter_welcome")
        return [SlotSet("offer", "more")]


class AllRight(Action):
    """A no to nothing in particular, or to what was offered."""

    def name(self) -> str:
        return "action_all_right"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if begun := at_first(dispatcher, tracker):
            return begun
        if objection := objected(dispatcher, tracker):
            return objection
        if drops_goods(tracker):
            return [SlotSet("need", "cancel_order"), FollowupAction("task_form")]
        if tracker.get_slot("offer") in ("next", "person") and (
            asked := await asked_too(dispatcher, tracker, tracker.get_slot("later") or "")
        ):
            return asked
        if not other_tongue(dispatcher, tracker):
            wrong = contradicts(turn_of(tracker).said)
            dispatcher.utter_message(response="utter_rephrase" if wrong else "utter_all_right")
        return [SlotSet("offer", None)]


class Leave(Action):
    """The customer dropped what the form was about."""

    def name(self) -> str:
        return "action_leave"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if objection := objected(dispatcher, tracker):
            return [*forget(), *objection]
        dispatcher.utter_message(response="utter_left")
        if await may_be_cancelled(tracker):  # "oh forget it, cancel" may have been meant for the order itself
            return [*forget(), *offer_need(dispatcher, tracker, "cancel_order")]
        dispatcher.utter_message(response="utter_anything_else")
        return [*forget(), SlotSet("offer", "more")]


class Handoff(Action):
    """Call for a person. The front desk says what happens next."""

    def name(self) -> str:
        return "action_handoff"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if alarm := await raised(dispatcher, tracker):
            return [*forget(), *alarm]
        if other := await not_asked_for(dispatcher, tracker):
            return other
        if turn_of(tracker).confidence < SURE and (told := await before_all(tracker, turn_of(tracker))):
            tell(dispatcher, told, medium_of(tracker))  # somebody asks them for money
            return [*forget(), *fetch_instead(dispatcher, "task"), FollowupAction("action_listen")]
        offered = tracker.get_slot("offer") == "person"
        reason = tracker.get_slot("offer_reason") if offered else None
        dispatcher.utter_message(json_message=note("handoff", reason=reason or "asked"))
        return [*forget(), SlotSet("offer", None), SlotSet("offer_reason", None), SlotSet("later", None)]


class Goodbye(Action):
    """The conversation is finished; unless the no is meant for what was just done, or for an answer: that takes a person."""

    def name(self) -> str:
        return "action_goodbye"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: Domain) -> list[Any]:
        if begun := at_first(dispatcher, tracker):
            return begun
        if objection := objected(dispatcher, tracker):
            return [*forget(), *objection]
        if asked_on(tracker, turn_of(tracker)) == AGAIN and (again := told_again(dispatcher, tracker)):
            return [*again, FollowupAction("action_listen")]
        if other_tongue(dispatcher, tracker):
            return [*forget(), SlotSet("offer", None)]
        if goes_on := await says_more(dispatcher, tracker):
            return [*forget(), *goes_on]
        dispatcher.utter_message(response="utter_goodbye")
        dispatcher.utter_message(json_message=note("finished"))
        return [*forget(), SlotSet("offer", None)]
