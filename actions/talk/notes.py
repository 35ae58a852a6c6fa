"""Notes from the bot to the front desk: what happened, beside what is said. They travel as Rasa's `custom` JSON."""

from collections.abc import Mapping
from typing import Any

from actions.task import Medium, TaskResult

SECRET_FACTS = frozenset({"last4", "proof"})


def note(kind: str, **details: Any) -> dict[str, Any]:
    """`{"frontdesk": {"note": "handoff", "reason": "asked"}}`"""
    return {"frontdesk": {"note": kind, **details}}


def task_note(result: TaskResult) -> dict[str, Any]:
    """What a task found out; never a secret."""
    facts: Mapping[str, str] = {k: v for k, v in result.facts.items() if k not in SECRET_FACTS}
    return note("task", task=result.task, outcome=result.outcome, facts=dict(facts))


def tell(dispatcher: Any, result: TaskResult, medium: Medium) -> None:
    """Say a task's words in the form the medium needs, and note the outcome."""
    words = result.spoken if medium == "voice" else result.words
    if words:
        dispatcher.utter_message(text=words)
    dispatcher.utter_message(json_message=task_note(result))
