"""Fills slots from each message before anything else happens: language, medium, who is known, the need, the numbers it holds."""

from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.forms import ValidationAction

from actions.rasa_heard import hear
from actions.rasa_plans import PLANS
from actions.rasa_turn import CustomerTurn, turn_of

LANGS = ("en", "zh")
MEDIA = ("voice", "text")
ALWAYS = ("order_number", "last4", "confirmed")


class SlotsOfTurn(ValidationAction):
    """Rasa runs it after every message (`action_validate_slot_mappings`). Only changes are written down."""

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: dict[str, Any]) -> list[Any]:
        turn = turn_of(tracker)
        asked = tracker.get_slot("requested_slot") if tracker.active_loop.get("name") else None
        need = (tracker.get_slot("need") if asked else None) or _need(turn, tracker)
        found = {**_told(turn), **_heard(turn, asked, tracker, need)}
        if asked is None and need is not None:
            found["need"] = need
        if turn.intent != "nlu_fallback" and asked is None:
            found["misses"] = 0
        return [SlotSet(name, value) for name, value in found.items() if tracker.get_slot(name) != value]


def _need(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """The need a message begins: what its button says, its intent, what was just offered, or an order named by number."""
    named = turn.entities.get("need") if turn.is_payload else None
    if named in PLANS:
        return named
    if turn.intent in PLANS:
        return turn.intent
    if turn.intent == "affirm" and tracker.get_slot("offer") == "next":
        offered = tracker.get_slot("offered_need")
        return offered if offered in PLANS else None
    return "order_status" if turn.intent == "inform" else None


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


def _heard(turn: CustomerTurn, asked: str | None, tracker: Tracker, need: str | None) -> dict[str, Any]:
    """What the customer's words hold, of what the need asks for. An order known from before counts when none is named."""
    plan = PLANS.get(need) if need else None
    wanted = {*ALWAYS, *((*plan.asks, *plan.again.values(), *OPTIONAL.get(str(need), ())) if plan else ()), asked}
    found: dict[str, Any] = {slot: value for slot, value in hear(turn, asked).items() if slot in wanted}
    if asked is None and plan is not None and "order_number" not in found and not tracker.get_slot("order_number"):
        known = turn.known.get("order_number")
        found |= {"order_number": known} if known else {}
    if asked is None and need == "delivery_problem" and not turn.is_payload:
        found["details"] = turn.text[:200]
    return found


# Heard when said, never asked for.
OPTIONAL = {"account_problem": ("account_topic",), "invoice": ("email",)}
