"""The bot's two forms: what to ask next, who must prove who they are, and when to stop asking. Tasks do the checking."""

import itertools
import re
from abc import abstractmethod
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActionExecutionRejected, SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import FormValidationAction

from actions import TASKS, TaskResult
from actions.numbers import spaced
from actions.rasa_notes import note, tell
from actions.rasa_shop import HOLDER
from actions.rasa_turn import CustomerTurn, Heard, hear, locale_of, medium_of, turn_of

PATIENCE = 3  # turns without progress before a person is fetched; tries of identity before one is offered
SURE = {
    "human_agent": 0.4
}  # how sure the bot must be to take an answer for a change of mind; missing a person is worst
SURE_OF_OTHERS = 0.7
_ONLY_NUMBERS = re.compile(r"[\d\s#.,\-]+")


class FormCheck(FormValidationAction):
    """Common to both forms. `run` decides everything: the question asked next is the slot it requests."""

    asks: tuple[str, ...] = ()
    leads_out: frozenset[str] = frozenset()

    @abstractmethod
    def name(self) -> str:
        """`validate_` and the form's name, as Rasa wants it."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot")
        heard = hear(turn, asked)
        if asked and self._changes_mind(turn, asked, heard):
            return [ActionExecutionRejected(self.form_name())]
        found = Filling(dispatcher, tracker, self.asks)
        if not asked:
            found.set("offer", None)
        elif not _progress(heard, asked) or _said_before(tracker, heard, asked):
            return found.missed(turn, asked)
        await found.verify()
        return found.events()

    def _changes_mind(self, turn: CustomerTurn, asked: str, heard: Heard) -> bool:
        """Whether the message is no answer but another need. A number that was asked for is always an answer."""
        if turn.intent not in self.leads_out or (
            not turn.is_payload and turn.confidence < SURE.get(turn.intent, SURE_OF_OTHERS)
        ):
            return False
        if asked == "return_confirmed":
            return turn.intent != "deny"
        return turn.intent == "human_agent" or not _progress(heard, asked)


class OrderStatusFormCheck(FormCheck):
    """Which order, and whose."""

    asks = ("order_number", "last4")
    leads_out = frozenset({"human_agent", "deny", "goodbye", "return_item", "cancel_order", "complaint"})

    def name(self) -> str:
        return "validate_order_status_form"


class ReturnFormCheck(FormCheck):
    """Which order, whose, and a yes before anything changes."""

    asks = ("order_number", "last4", "return_confirmed")
    leads_out = frozenset({"human_agent", "deny", "goodbye", "order_status", "cancel_order", "complaint"})

    def name(self) -> str:
        return "validate_return_form"


def _progress(heard: Heard, asked: str) -> bool:
    """Whether the message answers. A corrected order number instead of the phone digits is an answer, too."""
    if asked == "return_confirmed":
        return heard.confirmed is not None
    return heard.order_number is not None or (asked == "last4" and heard.last4 is not None)


def _said_before(tracker: Tracker, heard: Heard, asked: str) -> bool:
    """Whether the digits were asked for and the same order number came again: its slot is as it was."""
    if asked != "last4" or heard.last4 is not None:
        return False
    since = itertools.takewhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    return not any(event.get("event") == "slot" and event.get("name") == "order_number" for event in since)


class Filling:
    """One pass through a form: the slots it changes, and what is asked next (None: the form is done)."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker, asks: tuple[str, ...]) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self._asks = asks
        self._changed: dict[str, Any] = {}
        self._over = False

    def get(self, slot: str) -> Any:
        return self._changed[slot] if slot in self._changed else self._tracker.get_slot(slot)

    def set(self, slot: str, value: Any) -> None:
        if self.get(slot) != value:
            self._changed[slot] = value

    def events(self) -> list[Any]:
        """The changed slots, and the next question."""
        self._changed["misses"] = 0  # Rasa takes a form that sets nothing for one that was rejected
        return [*self._slots(), SlotSet("requested_slot", None if self._over else self._next())]

    def _slots(self) -> list[Any]:
        return [SlotSet(name, value) for name, value in self._changed.items()]

    def _next(self) -> str | None:
        """The first slot without a value; a verified customer is not asked to prove anything."""
        skip = {"last4"} if self.get("customer_id") else set[str]()
        return next((s for s in self._asks if s not in skip and self.get(s) is None), None)

    def missed(self, turn: CustomerTurn, asked: str) -> list[Any]:
        """No answer in the message: say what is missing and ask again, a few times; then fetch a person."""
        misses = int(self.get("misses") or 0) + 1
        self.set("misses", misses)
        if misses >= PATIENCE:
            self._dispatcher.utter_message(response="utter_no_further")
            self._dispatcher.utter_message(json_message=note("handoff", reason="failures"))
            self.set("misses", 0)
            return [*self._slots(), SlotSet("requested_slot", None)]
        kind = "yes_no" if asked == "return_confirmed" else asked
        self._dispatcher.utter_message(response=f"utter_need_{kind}")
        self._dispatcher.utter_message(json_message=note("fallback"))
        return [*self._slots(), SlotSet("requested_slot", asked)]

    async def verify(self) -> None:
        """Check order and phone digits as soon as both are there; the digits are forgotten at once."""
        order, last4 = self.get("order_number"), self.get("last4")
        if last4 is None or (order is None and not self.get("customer_id")):
            return
        self._changed["last4"] = None
        if self.get("customer_id"):
            return
        facts = {"order_number": order, "last4": last4}
        medium = medium_of(self._tracker)
        result = await TASKS["verify_identity"].run(facts, HOLDER.get(), locale_of(self._tracker), medium)
        tell(self._dispatcher, result, medium)
        self._learn(result)

    def _learn(self, result: TaskResult) -> None:
        if result.outcome == "verified":
            self.set("customer_id", result.facts["customer_id"])
            self.set("mismatches", 0)
            return
        mismatches = int(self.get("mismatches") or 0) + 1
        self.set("mismatches", mismatches)
        if result.outcome != "mismatch" or mismatches >= PATIENCE:
            self._offer_person("failures" if result.outcome == "mismatch" else "task")

    def _offer_person(self, reason: str) -> None:
        self._dispatcher.utter_message(response="utter_offer_person")
        self._over = True
        for slot, value in (("offer", "person"), ("offer_reason", reason), ("mismatches", 0), ("order_number", None)):
            self.set(slot, value)


def said(order: str, medium: str) -> str:
    """An order number within a sentence of the bot's own."""
    return spaced(order) if medium == "voice" else order
