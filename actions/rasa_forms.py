"""The bot's one form: it fills whatever need is talked about. A change of mind, a question in between and a way out are heard."""

import itertools
import re
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecutionRejected
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions import TASKS
from actions.rasa_filling import Filling
from actions.rasa_heard import FREE, hear
from actions.rasa_notes import tell
from actions.rasa_plans import PLANS
from actions.rasa_shop import HOLDER
from actions.rasa_turn import CustomerTurn, locale_of, medium_of, turn_of

# How sure the bot must be to take an answer for a change of mind; missing a person is worst.
SURE = {"human_agent": 0.4}
SURE_OF_OTHERS = 0.7
OUT = frozenset({"human_agent", "deny", "goodbye", "complaint"})
QUESTIONS = frozenset({"product_question", "contact_hours", "out_of_scope"})
CHOICES = frozenset({"invoice_kind"})  # "to me personally" sounds like a wish for a person
_PERSON = re.compile(
    r"\b(agent|human|person|people|someone|somebody|colleague|representative|operator|advisor|staff)\b|人工|客服|真人",
    re.I,
)
_DROP = re.compile(
    r"(please )?(cancel|stop|forget|drop)( it| that| this)?( please)?[.!]*|取消(吧|了)?|(先)?(算了|不办了|不弄了)", re.I
)


class TaskFormCheck(FormValidationAction):
    """`run` decides everything: the question asked next is the slot it requests."""

    def name(self) -> str:
        return "validate_task_form"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot")
        found = Filling(dispatcher, tracker, turn, tracker.get_slot("need") or "order_status")
        if not asked:
            found.begin()
            await found.onward()
            return found.events()
        heard = hear(turn, asked)
        progress = _progress(heard, asked)
        if self._leaves(turn, asked, progress=progress):
            return [ActionExecutionRejected(self.form_name())]
        need = _other_need(turn, asked, found.get("need"), progress=progress)
        if need is not None:
            found.switch(need, heard)
        elif not progress or _said_before(tracker, heard, asked):
            if await _answered(dispatcher, tracker, turn):
                return found.same_question(asked)
            return await found.missed(asked)
        await found.onward()
        return found.events()

    def _leaves(self, turn: CustomerTurn, asked: str, *, progress: bool) -> bool:
        """Whether the message leaves the form. A number that was asked for is always an answer."""
        if turn.intent == "cancel_order" and _DROP.fullmatch(turn.text.strip()):
            return True
        if turn.intent not in OUT or not _sure(turn):
            return False
        if asked == "confirmed":
            return turn.intent != "deny"
        if asked in CHOICES and progress and not _PERSON.search(turn.text):
            return False
        return turn.intent == "human_agent" or not progress or asked in FREE


def _sure(turn: CustomerTurn) -> bool:
    return turn.is_payload or turn.confidence >= SURE.get(turn.intent, SURE_OF_OTHERS)


def _other_need(turn: CustomerTurn, asked: str, need: str, *, progress: bool) -> str | None:
    """The need the customer changed their mind to; an answer is none, nor is a free text that sounds like one."""
    wanted = turn.entities.get("need") if turn.is_payload else turn.intent
    wanted = wanted if wanted in PLANS else turn.intent if turn.is_payload else wanted
    if wanted not in PLANS or wanted == need or not _sure(turn):
        return None
    if wanted == "change_order" and need in ("change_address", "change_items"):
        return None
    return None if progress and not turn.is_payload and asked != "confirmed" else wanted


def _progress(heard: dict[str, Any], asked: str) -> bool:
    """Whether the message answers. A corrected order number instead of the phone digits is an answer, too."""
    return asked in heard or (asked == "last4" and "order_number" in heard)


def _said_before(tracker: Tracker, heard: dict[str, Any], asked: str) -> bool:
    """Whether the digits were asked for and the same order number came again: its slot is as it was."""
    if asked != "last4" or "last4" in heard:
        return False
    since = itertools.takewhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    return not any(event.get("event") == "slot" and event.get("name") == "order_number" for event in since)


async def _answered(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> bool:
    """A question in between is answered, if it can be; the form's own question then stands."""
    if turn.intent not in QUESTIONS or not _sure(turn):
        return False
    facts = {"question": turn.text, **({"doubtful": "yes"} if turn.intent == "out_of_scope" else {})}
    result = await TASKS["answer_question"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    if result.outcome != "answered":
        return False
    tell(dispatcher, result, medium_of(tracker))
    return True
