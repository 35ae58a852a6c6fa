"""What the tasks that were run said and noted, read from Rasa's tracker. Knows no task's words."""

import itertools
from collections.abc import Mapping
from typing import Any

from rasa_sdk import Tracker

FAR = 400  # events that are looked at
ON_THE_WAY_TO_IT = frozenset({"verify_identity", "verify_contact", "list_orders", "choose_order"})


def told_last(tracker: Tracker) -> str | None:
    """What the last task that was run said of its outcome; proofs and lists of orders are none."""
    told = itertools.dropwhile(lambda event: not _outcome(event), itertools.islice(reversed(tracker.events), FAR))
    return next((str(event["text"]) for event in told if event.get("event") == "bot" and event.get("text")), None)


def last_outcome(tracker: Tracker, *, beside: frozenset[str] = frozenset()) -> Mapping[str, Any]:
    """The note of the last task that was run: its name, outcome and facts; proofs, lists of orders, and tasks named in `beside`
    are none."""
    told = filter(None, map(_outcome, itertools.islice(reversed(tracker.events), FAR)))
    return next((note for note in told if note.get("task") not in beside), {})


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
