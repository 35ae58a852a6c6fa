"""What is said right after a case was opened belongs to that case. Knows the tracker's shape."""

import re
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions import TASKS
from actions.meaning.asking import asks_which
from actions.meaning.kinds import MADE_GOOD, kind_of
from actions.meaning.references import which_of
from actions.meaning.taking_back import act_in
from actions.plans import OF_REQUEST
from actions.talk.again import told_again
from actions.talk.guesses import unclear
from actions.talk.heard import is_question
from actions.talk.notes import tell
from actions.talk.outcomes import last_outcome
from actions.talk.questions import answer_to
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of, medium_of, set_this_turn

CHARGES = frozenset(
    {"charged_twice", "claimed", "already_claimed", "case_opened", "already_open"}
)  # outcomes whose case pays money back
OF_MONEY = frozenset({"check_payment", "claim_price_protection"})
_OF_THING = re.compile(  # what went missing or came wrong, described
    r"(?:(?:and|but|also|well|oh)[, ]+)*(?:(?:it|they|that|this) (?:was|were|is|are|cost|had|has|said|says|came|looks?)"
    r"|it'?s|(?:the|its?) (?:box|parcel|package|label|serial|model|colou?r|size|seal|tape|driver|tracking)"
    r"|(?:i|we) (?:paid|have (?:photos?|pictures?)|took (?:a )?(?:photos?|pictures?)|need it|checked|looked|asked))\b"
    r"|(?:the )?[a-z]+ ones?\W*$|[\u4e00-\u9fff]{1,5}的[。!！ ]*$"
    r"|(?:而且|还有|是|[,，。 ])*(?:值|价值|原价|买的时候|里面|盒子|箱子|包装|外面|型号|颜色|尺码|序列号"
    r"|我(?:有|拍了)?(?:照片|图))",
    re.I,
)
LONGEST_TOLD = 100  # characters of it
SHORT = 12  # characters that say which, and nothing else
_OF_CHARGES = re.compile(
    r"\b(?:visa|master ?card|amex|paypal|apple pay|cards?|bank|statement|accounts?|charge[ds]?|payments?|paid|debited|twice"
    r"|both|first|second|amounts?)\b|[银信].{0,3}卡|账单|扣|两笔|第[一二]笔|支付宝|微信|付了|花呗",
    re.I,
)
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
    which = need in ("refund_request", "exchange_item") or asks_which(turn.said) or _says_which(turn, need)
    goods = issue in MADE_GOOD and which
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
    if asks_which(turn.said):
        return told_again(dispatcher, tracker)
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
    if tracker.get_slot("offer") != "more" or is_question(turn) or not any(sign.isalpha() for sign in turn.said):
        return []
    if tracker.get_slot("last_need") == "delivery_problem":
        return await added_to_case(dispatcher, tracker, turn, "delivery_problem")
    return await _more_of_charge(dispatcher, tracker, turn)


async def _more_of_charge(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """More of a wrong charge, for which a case was just opened: "the first one is on my visa"."""
    last = last_outcome(tracker, beside=frozenset({"answer_question"}))
    opened = last.get("task") == "check_payment" and last.get("outcome") in CHARGES
    if not opened or turn.is_payload or _of_another_order(tracker, last) or not _OF_CHARGES.search(turn.said):
        return []
    facts = {name: tracker.get_slot(name) for name in ("customer_id", "order_number")} | {"details": turn.text[:200]}
    medium = medium_of(tracker)
    tell(dispatcher, await TASKS["check_payment"].run(facts, HOLDER.get(), locale_of(tracker), medium), medium)
    dispatcher.utter_message(response="utter_anything_else")
    return [SlotSet("offer", "more")]


async def told_on(dispatcher: CollectingDispatcher, tracker: Tracker, turn: CustomerTurn) -> list[Any]:
    """The same, where the words alone lead nowhere, or speak of cards and charges, or of the thing: "it was worth 150"."""
    tells = _OF_CHARGES.search(turn.said) or (len(turn.said) <= LONGEST_TOLD and _OF_THING.match(turn.said.strip()))
    return await more_of_case(dispatcher, tracker, turn) if unclear(turn) or tells else []
