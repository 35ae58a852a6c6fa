"""What is said right after a case was opened belongs to that case. Knows the tracker's shape."""

from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.kinds import MADE_GOOD, kind_of
from actions.rasa_heard import is_question
from actions.rasa_notes import tell
from actions.rasa_outcomes import last_outcome
from actions.rasa_plans import OF_REQUEST
from actions.rasa_questions import answer_to
from actions.rasa_repair import told_again
from actions.rasa_shop import HOLDER
from actions.rasa_turn import CustomerTurn, locale_of, medium_of, set_this_turn
from actions.references import which_of
from actions.taking_back import act_in

CHARGES = frozenset(
    {"charged_twice", "claimed", "already_claimed", "case_opened", "already_open"}
)  # outcomes whose case pays money back
OF_MONEY = frozenset({"check_payment", "claim_price_protection"})
SHORT = 12  # characters that say which, and nothing else
MONEY_BACK = frozenset({"refund_request", "refund_status", "payment_problem"})


async def added_to_case(
    dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str | None
) -> list[Any]:
    """More of a trouble ("my neighbour doesn't have it either"), or money wanted for it, is added to the case that was just
    opened; whether there will be any is answered. Nothing for all else."""
    last = last_outcome(tracker, beside=frozenset({"answer_question"}))
    if again := await _of_charge(dispatcher, tracker, turn, need):
        return again
    issue = (last.get("facts") or {}).get("issue")
    told = last.get("task") == "report_delivery_problem" and not turn.is_payload
    goods = issue in MADE_GOOD and (need in ("refund_request", "exchange_item") or _says_which(turn, need))
    goes_on = need == "delivery_problem" or goods
    another = (
        "order_number" in set_this_turn(tracker)
        or _of_another_order(tracker, last)
        or kind_of("issue", turn.said) not in (None, issue)
        or which_of(turn.said)
    )
    if not told or not goes_on or not issue or another:
        return []
    medium = medium_of(tracker)
    if need == "refund_request" and is_question(turn):
        rule = await answer_to(tracker, turn, "yes")
        if rule.outcome != "answered":
            return told_again(dispatcher, tracker)
        tell(dispatcher, rule, medium)
        return [SlotSet("offer", "more")]
    facts = {name: tracker.get_slot(name) for name in ("customer_id", "order_number")} | {"issue": issue}
    result = await TASKS["report_delivery_problem"].run(
        {**facts, "details": turn.text[:200]}, HOLDER.get(), locale_of(tracker), medium
    )
    tell(dispatcher, result, medium)
    dispatcher.utter_message(response="utter_anything_else")
    return [*(SlotSet(name, None) for name in OF_REQUEST), SlotSet("offer", "more")]


def _says_which(turn: CustomerTurn, need: str | None) -> bool:
    """Whether it only says which goods were meant (黑的): a wish to change them has words of its own."""
    sounds = need in ("change_order", "change_items")
    return sounds and len(turn.said) <= SHORT and act_in(turn.said) is None


def _of_another_order(tracker: Tracker, last: Mapping[str, Any]) -> bool:
    """Whether another order than the case's is talked of by now: what was said of it is none of the first one's."""
    facts = last.get("facts") or {}
    return facts.get("order_number") not in (None, tracker.get_slot("order_number"))


async def _of_charge(
    dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn, need: str | None
) -> list[Any]:
    """Money that is wanted back right after a case was opened for it ("only refund one of them"): the case is about that. To
    which card it goes is answered by the rule."""
    last = last_outcome(tracker, beside=frozenset({"answer_question"}))
    of_it = need in MONEY_BACK or (need == "return_item" and act_in(turn.said) is None)
    named = "order_number" in set_this_turn(tracker) or _of_another_order(tracker, last)
    another = turn.is_payload or named or which_of(turn.said)
    if last.get("task") not in OF_MONEY or last.get("outcome") not in CHARGES or not of_it or another:
        return []
    rule = await answer_to(tracker, turn, "yes") if is_question(turn) else None
    if rule is None or rule.outcome != "answered":
        return told_again(dispatcher, tracker)
    tell(dispatcher, rule, medium_of(tracker))
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


async def more_of_case(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """What is told in the very next words after a case was opened, and is nothing else, belongs to it, too (黑的)."""
    next_words = tracker.get_slot("offer") == "more" and tracker.get_slot("last_need") == "delivery_problem"
    tells = next_words and not is_question(turn) and any(sign.isalpha() for sign in turn.said)
    return await added_to_case(dispatcher, tracker, turn, "delivery_problem") if tells else []
