"""One of the orders that were just told is meant, and it is not said which: it is asked. Knows the tracker."""

from typing import Any

from rasa_sdk import Tracker

from actions.meaning.taking_back import act_in
from actions.plans import PLANS
from actions.reading.orders_named import says_one_of
from actions.talk.turn import CustomerTurn

MOST = 3  # orders that are told again


def need_of_one(turn: CustomerTurn, tracker: Tracker) -> str | None:
    """What is to be done with one of the orders that were just told ("cancel one of them"); None for all else."""
    asks = not turn.is_payload and "order_number" not in turn.entities and says_one_of(turn.said)
    return act_in(turn.said) if asks and len(_told(tracker)) > 1 else None


def one_of_told(turn: CustomerTurn, asked: str | None, tracker: Tracker, found: dict[str, Any]) -> dict[str, Any]:
    """What is heard, with no order where one of those is meant that were just told: nobody guesses which."""
    if asked is not None or need_of_one(turn, tracker) is None:
        return found
    return {**found, "order_number": None, "goods": " ".join(_told(tracker)), "later": None}


def _told(tracker: Tracker) -> list[str]:
    """The orders whose state was told last, by a list or one after the other; none where something else was done since."""
    last = PLANS.get(tracker.get_slot("last_need") or "")
    if last is None or last.confirm or not tracker.get_slot("customer_id"):
        return []
    listed = (tracker.get_slot("listed") or "").split()
    talked = (tracker.get_slot("talked_of") or "").split()
    return (listed if len(listed) > 1 else talked)[:MOST]
