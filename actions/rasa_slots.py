"""Fills slots from each message before anything else happens: language, medium, who is known, the numbers it holds."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import ValidationAction

from actions.rasa_turn import CustomerTurn, hear, turn_of

LANGS = ("en", "zh")
MEDIA = ("voice", "text")
NEEDS = frozenset({"order_status", "return_item"})


class SlotsOfTurn(ValidationAction):
    """Rasa runs it after every message (`action_validate_slot_mappings`). Only changes are written down."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot") if tracker.active_loop.get("name") else None
        found = {**_told(turn), **_heard(turn, asked, tracker)}
        if turn.intent != "nlu_fallback" and asked is None:
            found["misses"] = 0
        return [SlotSet(name, value) for name, value in found.items() if tracker.get_slot(name) != value]


def _told(turn: CustomerTurn) -> dict[str, Any]:
    """What the front desk says of the session."""
    told: dict[str, Any] = {}
    if turn.lang in LANGS:
        told["language"] = turn.lang
    elif any("㐀" <= c <= "鿿" for c in turn.text):
        told["language"] = "zh"  # asked without the front desk (`rasa shell`)
    if turn.medium in MEDIA:
        told["medium"] = turn.medium
    if "customer_id" in turn.known:
        told["customer_id"] = turn.known["customer_id"]
    return told


def _heard(turn: CustomerTurn, asked: str | None, tracker: Tracker) -> dict[str, Any]:
    """What the customer's words hold. An order known from before counts when a need names none."""
    heard = hear(turn, asked)
    order = heard.order_number
    if order is None and turn.intent in NEEDS and not tracker.get_slot("order_number"):
        order = turn.known.get("order_number")
    values = {"order_number": order, "last4": heard.last4, "return_confirmed": heard.confirmed}
    return {name: value for name, value in values.items() if value is not None}
