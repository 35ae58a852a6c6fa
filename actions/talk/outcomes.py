"""What the tasks that were run said and noted, read from Rasa's tracker. Knows no task's words."""

import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from rasa_sdk import Tracker

from actions.talk.turn import CustomerTurn, said_before, turn_of

FAR = 400  # events that are looked at
ON_THE_WAY_TO_IT = frozenset({"verify_identity", "verify_contact", "list_orders", "choose_order"})


def told_last(tracker: Tracker, *, beside: frozenset[str] = frozenset()) -> str | None:
    """What the last task that was run said of its outcome; proofs, lists of orders, and tasks named in `beside` are none."""
    events = itertools.islice(reversed(tracker.events), FAR)
    told = itertools.dropwhile(lambda event: _outcome(event).get("task", "") in {"", *beside}, events)
    return next((str(event["text"]) for event in told if event.get("event") == "bot" and event.get("text")), None)


def last_outcome(tracker: Tracker, *, beside: frozenset[str] = frozenset()) -> Mapping[str, Any]:
    """The note of the last task that was run: its name, outcome and facts; proofs, lists of orders, and tasks named in `beside`
    are none."""
    told = filter(None, map(_outcome, itertools.islice(reversed(tracker.events), FAR)))
    return next((note for note in told if note.get("task") not in beside), {})


@dataclass(frozen=True, slots=True)
class ToldCase:
    """A case that was opened in this talk, and the words it was told with."""

    number: str
    words: str


def told_of_case(tracker: Tracker, order: str | None, issues: Collection[str]) -> ToldCase | None:
    """The case of this order that was opened last in this talk, about one of these issues."""
    recent = list(itertools.islice(reversed(tracker.events), FAR))
    for at, event in enumerate(recent):
        note = _outcome(event)
        facts = note.get("facts") or {}
        if note.get("task") == "report_delivery_problem" and facts.get("case_number"):
            if facts.get("order_number") != order or facts.get("issue") not in issues:
                continue
            said = (str(one["text"]) for one in recent[at + 1 :] if one.get("event") == "bot" and one.get("text"))
            return ToldCase(str(facts["case_number"]), next(said, ""))
    return None


def said_since(tracker: Tracker) -> list[CustomerTurn]:
    """The messages since the last outcome was told, the newest first; the latest one at least."""
    events = itertools.islice(reversed(tracker.events), FAR)
    since = itertools.takewhile(lambda event: not _outcome(event), events)
    count = sum(event.get("event") == "user" for event in since)
    return [turn_of(tracker), *itertools.islice(said_before(tracker), max(0, count - 1))]


def case_of_talk(tracker: Tracker) -> str:
    """The number of the case that was opened last in this talk; empty where none was."""
    told = filter(None, map(_outcome, itertools.islice(reversed(tracker.events), FAR)))
    numbers = (str((note.get("facts") or {}).get("case_number") or "") for note in told)
    return next(filter(None, numbers), "")


def alarmed(tracker: Tracker, topic: str) -> bool:
    """Whether this topic was told in this talk, and no person was fetched or refused since."""
    for event in itertools.islice(reversed(tracker.events), FAR):
        parsed = event.get("parse_data") or {}
        if (parsed.get("intent") or {}).get("name") == "deny" or _called(event):
            return False
        note = _outcome(event)
        if note.get("task") == "answer_question" and (note.get("facts") or {}).get("topic") == topic:
            return True
    return False


def _called(event: Mapping[str, Any]) -> bool:
    custom: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
    return custom.get("note") == "handoff"


def _outcome(event: Mapping[str, Any]) -> Mapping[str, Any]:
    custom: Mapping[str, Any] = ((event.get("data") or {}).get("custom") or {}).get("frontdesk") or {}
    return custom if custom.get("note") == "task" and custom.get("task") not in ON_THE_WAY_TO_IT else {}
