"""What is asked of what was just told or done, answered in a sentence: the one of its words that says it. Knows the tracker."""

import re
from dataclasses import replace

from rasa_sdk import Tracker

from actions import TASKS, TaskResult
from actions.meaning.follow_ups import AGAIN, asks_number, asks_time, asks_whether_done, asks_why, follow_up
from actions.meaning.order_asked import BOTH, DAY, TRACKING, asks_bare_number, asks_day, fact_asked
from actions.talk.outcomes import last_outcome, said_since, told_last, told_of_case
from actions.talk.shop import HOLDER
from actions.talk.turn import locale_of, medium_of, turn_of

ANSWERS = frozenset({"answer_question"})
NOT_COME = frozenset({"not_received", "lost"})  # issues of an order whose own state says no more when it comes
_ANY = re.compile(r"\w")
_SENTENCE = re.compile(r"(?:[^.!?。！？]|[.!?](?!\s|$))+[.!?。！？]?")
_DAY = re.compile(
    r"\b(?:today|tomorrow|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:working )?days?|weeks?|minutes|hours?)\b"
    r"|星期|[今明后昨]天|[0-9一二三四五六七八九十两]+天|工作日|小时|分钟|月[0-9]+日",
    re.I,
)
_NUMBER = re.compile(r"(?<![A-Za-z])[A-Z] ?[0-9](?: ?[0-9]){2,}")


def part_of_last(tracker: Tracker) -> str | None:
    """The sentence of the last outcome that answers what is asked of it, by when or under which number; None where all of it is
    to be told, or none of its sentences says it."""
    turn, told = turn_of(tracker), told_of_done(tracker)
    if turn.is_payload or told is None:
        return None
    wanted = (
        _NUMBER
        if asks_number(turn.said)
        else _DAY
        if asks_time(turn.said)
        else _ANY
        if asks_whether_done(turn.said)
        else None
    )
    parts = (part.strip() for part in _SENTENCE.findall(told) if wanted is not None and wanted.search(part))
    return next(parts, None)


def told_of_done(tracker: Tracker) -> str | None:
    """What was told last that the question can be about: what was done, whatever was answered since, unless it asks why."""
    turn = turn_of(tracker)
    of_task = follow_up(turn.said, tracker.get_slot("last_need")) == AGAIN and not asks_why(turn.said)
    return (told_last(tracker, beside=ANSWERS) if of_task else None) or told_last(tracker)


def fact_of_order(tracker: Tracker) -> str:
    """The one fact that is asked for of the order that is looked up; empty where it is all of them."""
    turns = said_since(tracker)
    facts = [fact_asked(turn.said) for turn in turns if not turn.is_payload]
    if asked := next(filter(None, facts), ""):
        others = any(turn.intent == "order_status" and not fact_asked(turn.said) for turn in turns)
        return BOTH if others and asked == TRACKING else asked
    if turn_of(tracker).is_payload:
        return ""
    last = last_outcome(tracker)
    known = (last.get("facts") or {}).get("order_number")
    same = last.get("task") == "order_status" and known and known == tracker.get_slot("order_number")
    said = turn_of(tracker).said if same else ""
    return TRACKING if asks_bare_number(said) else DAY if asks_day(said) else ""


async def told_of_its_case(tracker: Tracker, number: str | None) -> TaskResult | None:
    """How the case stands, in place of the order's own state, where it was reported in this talk that the order is not there."""
    case = told_of_case(tracker, number or tracker.get_slot("order_number"), NOT_COME)
    if case is None or fact_of_order(tracker) in (TRACKING, BOTH):
        return None
    facts = {"customer_id": tracker.get_slot("customer_id") or "", "case_number": case.number}
    told = await TASKS["case_status"].run(facts, HOLDER.get(), locale_of(tracker), medium_of(tracker))
    if told.outcome != "being_looked_into":
        return None
    by_when = next((part.strip() for part in _SENTENCE.findall(case.words) if _DAY.search(part)), "")
    join = " " if locale_of(tracker) == "en" else ""
    return replace(
        told,
        task="order_status",
        outcome="found",
        words=join.join(filter(None, (told.words, by_when))),
        spoken=join.join(filter(None, (told.spoken, by_when))),
    )
