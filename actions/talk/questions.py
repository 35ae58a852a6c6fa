"""Questions as the bot hears them: the shop's answer, also to one that goes on from the one before. Knows the tracker's shape."""

import itertools
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rasa_sdk import Tracker

from actions import TASKS, TaskResult
from actions.answer_question import BY_WORDS
from actions.meaning.collecting import asks_pickup
from actions.meaning.costs import asks_cost
from actions.meaning.follow_ups import (
    asks_deadline,
    asks_for_how_long,
    asks_money,
    asks_time,
    asks_when,
    asks_where_to,
    rule_of_money,
    wants_amends,
    whole_question,
)
from actions.meaning.objections import asks_how_back, box_is_gone
from actions.meaning.phone_wishes import wants_other_phone
from actions.meaning.references import goes_on, names_nothing
from actions.meaning.told_anew import asks_in_writing
from actions.meaning.ways_back import asks_where_back
from actions.meaning.whys import wants_to_buy
from actions.plans import PLANS
from actions.reading.pinyin import from_pinyin
from actions.talk.outcomes import last_outcome
from actions.talk.shop import HOLDER
from actions.talk.turn import CustomerTurn, locale_of, medium_of, said_before
from actions.words import number as read_out
from actions.words import result

NUMBER_OF = {"start_return": "return_number", "start_exchange": "exchange_number"}
MOST_SUCH = 4  # questions that went on from one before
FAR = 200  # events in which the goods are looked for
_SENDING = {"en": "what does postage cost", "zh": "运费怎么收"}
_BACK = {"en": "do i have to pay for the return", "zh": "退货运费谁出"}
_WARRANTY = {"en": "do i pay for postage under warranty", "zh": "保修要自己出运费吗"}
_HOW_TO_BUY = {"en": "how do i place an order", "zh": "怎么下单"}
_BOX = {"en": "do i need the original box", "zh": "需要原包装吗"}
_SENT_BACK = {"en": "where do i send the return", "zh": "退货寄到哪里"}
_HOW_BACK = {
    "report_delivery_problem case_opened": {"en": "what do i do with the wrong item", "zh": "坏的怎么处理"},
    "start_return started": _SENT_BACK,
    "start_exchange started": _SENT_BACK,
}
BESIDE = frozenset({"answer_question", "order_status", "refund_status"})  # told in between
COST_OF: Mapping[
    str, Mapping[str, str]
] = {  # what is asked of the shop's rules by "what does it cost", by topic or task
    **dict.fromkeys(("delivery_time", "delivery_area", "carrier_choice"), _SENDING),
    **dict.fromkeys(
        (
            "return_policy",
            "return_how",
            "return_address",
            "exchange_policy",
            "return_or_exchange",
            "faster_return",
            "return_include",
        ),
        _BACK,
    ),
    **dict.fromkeys(("repair", "warranty", "warranty_proof", "warranty_cover"), _WARRANTY),
    **dict.fromkeys(("start_return", "start_exchange", "return_item", "exchange_item", "refund_status"), _BACK),
}
_WRITTEN = {"en": "is what was done confirmed in writing", "zh": "可以给我书面确认吗"}
_TIME = {"en": "how long does delivery take", "zh": "多久能送到"}
_LASTS = {"en": "how long is the guarantee", "zh": "保修几年"}
TIME_OF: Mapping[str, Mapping[str, str]] = {  # what is asked of the shop's rules by "how long", by what was told
    **dict.fromkeys(("delivery_fees", "carrier_choice", "delivery_time"), _TIME),
    **dict.fromkeys(("warranty", "warranty_proof", "warranty_cover"), _LASTS),
}
COMPENSATION = {"en": "do you pay compensation", "zh": "有补偿吗"}
LATE = "late"
GOES_BACK = frozenset({"return_item", "exchange_item"})
TOLD_OF_RETURN = frozenset({"refund_time", "return_box", "invoice_policy"})  # answers that are about what was done, too
_HOW_LONG = re.compile(r"\bhow (?:long|many|soon)\b|多久|几天|幾天|多长", re.I)
NAMES_NO_DAY = frozenset(
    {"exchange_item", "return_item"}
)  # what is done, and told without a day for what the customer waits for
QUESTIONS = frozenset({"product_question", "contact_hours", "out_of_scope"})


async def asked_beside(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """The answer to a question that goes on from one before ("when are you open?" "and tomorrow?"); none for any other."""
    if (cost := await told_its_cost(tracker, turn)) is not None:
        return cost
    if (takes := await _told_its_time(tracker, turn)) is not None:
        return takes
    if (buys := await told_to_buy(tracker, turn)) is not None:
        return buys
    if (boxed := await _of_its_box(tracker, turn)) is not None:
        return boxed
    if turn.is_payload or not goes_on(turn.said):
        return None
    lately = itertools.islice(said_before(tracker), MOST_SUCH)
    before = next((said for said in lately if not goes_on(said.said)), None)  # what the others went on from
    if before is None or before.intent not in QUESTIONS:
        return None
    both = replace(turn, text=f"{before.text} {turn.text}")
    of_those = turn if goods_talked_of(tracker) else both
    asked = ((of_those, "yes"),) if names_nothing(turn.said) else ((turn, "yes"), (both, None))
    for question, doubt in asked:
        result = await answer_to(tracker, question, doubt)
        if result.outcome == "answered":
            return result
    return None


async def _told_its_time(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """How long it takes, or lasts, asked of the rule that was just told: of delivery, or of the warranty."""
    last = last_outcome(tracker)
    topic = str((last.get("facts") or {}).get("topic")) if last.get("task") == "answer_question" else ""
    question = TIME_OF.get(topic)
    if turn.is_payload or question is None or not (asks_time(turn.said) or asks_for_how_long(turn.said)):
        return None
    told = await answer_to(tracker, replace(turn, text=question[locale_of(tracker)]), None)
    return told if told.outcome == "answered" else None


async def _of_its_box(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """Whether the box is needed, where it is said to be gone after a return was begun: no parcel is lost."""
    sent_back = tracker.get_slot("last_need") in ("return_item", "exchange_item")
    if turn.is_payload or not sent_back or not box_is_gone(turn.said):
        return None
    told = await answer_to(tracker, replace(turn, text=_BOX[locale_of(tracker)]), None)
    return told if told.outcome == "answered" else None


async def before_all(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """The answer that comes before any request, where its own words are said: to who is no customer ("i'm the driver"), or about
    what is nobody's order here ("someone else's parcel"). None for all else: to put a
    phone number right asks for nobody's data."""
    if turn.is_payload or wants_other_phone(turn.said):
        return None
    told = await answer_to(tracker, turn, BY_WORDS)
    return told if told.outcome == "answered" else None


async def told_its_cost(tracker: Tracker, turn: CustomerTurn, begun: str = "") -> TaskResult | None:
    """What sending costs, where only that is asked ("what does it cost?", 运费呢) of what was just answered or done, or is
    begun; or where to it goes, of what is to go back."""
    if turn.is_payload or not (asks_cost(turn.said) or (begun in GOES_BACK and asks_where_back(turn.said))):
        return None
    last = last_outcome(tracker)
    topic = (last.get("facts") or {}).get("topic") if last.get("task") == "answer_question" else last.get("task")
    done = tracker.get_slot("last_need")
    cost = COST_OF.get(begun or str(topic)) or (COST_OF.get(done) if topic in TOLD_OF_RETURN else None)
    question = cost if asks_cost(turn.said) else _SENT_BACK
    if question is None:
        return None
    result = await answer_to(tracker, replace(turn, text=question[locale_of(tracker)]), None)
    return result if result.outcome == "answered" else None


async def told_to_buy(tracker: Tracker, turn: CustomerTurn, *, asked: str = "") -> TaskResult | None:
    """How goods are bought, where somebody wants some ("i'll take one" after a price); None for all else."""
    priced = bool(goods_talked_of(tracker))
    if turn.is_payload or not (priced or asked) or not wants_to_buy(turn.said, priced=priced):
        return None
    result = await answer_to(tracker, replace(turn, text=_HOW_TO_BUY[locale_of(tracker)]), None)
    return result if result.outcome == "answered" else None


async def told_how_long(tracker: Tracker, turn: CustomerTurn, need: str) -> TaskResult | None:
    """The shop's rule on how long it takes, or when the money comes, where that is asked of what was begun or offered."""
    amends = wants_amends(turn.said, need)
    asks = asks_when(turn.said, need) or amends
    question = whole_question(turn.said, need, locale_of(tracker)) if asks else None
    if amends and tracker.get_slot("issue") == LATE:  # nothing is to be replaced
        question = COMPENSATION[locale_of(tracker)]
    result = await answer_to(tracker, replace(turn, text=question), None) if question else None
    return result if result is not None and result.outcome == "answered" else None


def asks_of_pickup(tracker: Tracker, turn: CustomerTurn) -> tuple[str, str] | None:
    """The task that was done and the number of its return or exchange, where it is asked who comes for it; else none."""
    last = last_outcome(tracker, beside=BESIDE)
    task, facts = str(last.get("task")), last.get("facts") or {}
    number = str(facts.get(NUMBER_OF.get(task, "")) or "")
    return (task, number) if number and not turn.is_payload and asks_pickup(turn.said) else None


async def _told_of_pickup(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """How it goes back, with the number of the return or exchange it belongs to."""
    if (of := asks_of_pickup(tracker, turn)) is None:
        return None
    locale = locale_of(tracker)
    of_it = result("answer_question", "answered", locale, f"{of[0]}.pickup", number=read_out(of[1]))
    rule = await answer_to(tracker, replace(turn, text=_SENT_BACK[locale]), None)
    if rule.outcome != "answered":
        return of_it
    return replace(rule, words=f"{of_it.words} {rule.words}", spoken=f"{of_it.spoken} {rule.spoken}")


async def rule_of_done(tracker: Tracker, turn: CustomerTurn) -> TaskResult | None:
    """How long it takes by the shop's rule, asked of what was just done, where what was told then names no day; or who comes
    for it."""
    if (pickup := await _told_of_pickup(tracker, turn)) is not None:
        return pickup
    last = tracker.get_slot("last_need")
    if last in PLANS and last != "invoice" and asks_in_writing(turn.said):
        told = await answer_to(tracker, replace(turn, text=_WRITTEN[locale_of(tracker)]), None)
        return told if told.outcome == "answered" else None
    if last in PLANS and asks_where_to(turn.said, last):
        told = await answer_to(tracker, replace(turn, text=rule_of_money(locale_of(tracker))), None)
        return told if told.outcome == "answered" else None
    of_money = asks_money(turn.said) and _HOW_LONG.search(turn.said) is None  # whether it is on its way is told instead
    rule = last in NAMES_NO_DAY and not asks_deadline(turn.said) and not of_money
    return await told_how_long(tracker, turn, last) if rule else None


async def answer_to(tracker: Tracker, turn: CustomerTurn, doubt: str | None, within: str = "") -> TaskResult:
    """What the shop answers; `within` is the need that is talked about."""
    spelt = from_pinyin(turn.said) if locale_of(tracker) == "zh" else None
    facts = {
        "question": of_what_came(tracker, turn) or spelt or turn.said,
        "doubtful": doubt or "",
        "about": goods_talked_of(tracker),
        "within": within,
    }
    return await TASKS["answer_question"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))


def of_what_came(tracker: Tracker, turn: CustomerTurn) -> str:
    """The question as the shop wrote it down, where it is asked how goods get back: by the case that was opened, or by the return
    or exchange that was started. Empty for all else."""
    last = last_outcome(tracker, beside=BESIDE)
    if last.get("task") in NUMBER_OF and not turn.is_payload and asks_where_back(turn.said):
        return _SENT_BACK[locale_of(tracker)]
    asked = _HOW_BACK.get(f"{last.get('task')} {last.get('outcome')}", {})
    return asked.get(locale_of(tracker), "") if not turn.is_payload and asks_how_back(turn.said) else ""


def goods_talked_of(tracker: Tracker) -> str:
    """The goods whose price or stock was told last, with other questions in between at most; empty where there are none."""
    for event in itertools.islice(reversed(tracker.events), FAR):
        custom: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
        if custom.get("note") != "task":
            continue
        if custom.get("task") != "answer_question":
            return ""
        if goods := (custom.get("facts") or {}).get("goods"):
            return str(goods)
    return ""
