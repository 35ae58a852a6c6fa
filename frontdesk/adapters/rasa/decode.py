"""Reads a Rasa REST answer into core's words. What can't be read is MachineNonsense; nothing is guessed. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frontdesk.conversation.ports import MachineNonsense
from frontdesk.core.inputs import BotMessage, DialogueReply, TaskNote
from frontdesk.core.language import clean
from frontdesk.core.waits import Choice


@dataclass(slots=True)
class _Draft:
    messages: list[BotMessage] = field(default_factory=list)
    tasks: list[TaskNote] = field(default_factory=list)
    notes: dict[str, Mapping[str, Any]] = field(default_factory=dict)


def decode_reply(body: object) -> DialogueReply:
    """The whole answer as one reply. A broken Rasa turn answers 200 with `[]`: that is nonsense, not silence."""
    if not isinstance(body, list) or not body:
        raise MachineNonsense("The bot's answer should be a list of messages that is not empty; see the worker's log.")
    draft = _Draft()
    for item in body:
        _read(draft, _object(item, "a message"))
    return _reply(draft)


def _read(draft: _Draft, item: Mapping[str, Any]) -> None:
    text = clean(_text(item.get("text", ""), "text"))
    choices = tuple(_choices(item.get("buttons") or []))
    if text or choices:
        draft.messages.append(BotMessage(text=text, choices=choices))
    custom = item.get("custom")
    note = custom.get("frontdesk") if isinstance(custom, Mapping) else None
    if note is not None:
        _note(draft, _object(note, "custom.frontdesk"))


def _choices(buttons: object) -> Iterable[Choice]:
    if not isinstance(buttons, list):
        raise MachineNonsense("buttons should be a list.")
    for button in buttons:
        given = _object(button, "a button")
        yield Choice(
            label=clean(_text(given.get("title"), "title")), payload=clean(_text(given.get("payload"), "payload"))
        )


def _note(draft: _Draft, note: Mapping[str, Any]) -> None:
    """Notes of a kind we don't know are from a newer bot and are left out."""
    kind = _text(note.get("note"), "note")
    if kind == "task":
        facts = _object(note.get("facts") or {}, "facts")
        draft.tasks.append(
            TaskNote(
                task=_text(note.get("task"), "task"),
                outcome=_text(note.get("outcome"), "outcome"),
                facts={str(k): _text(v, f"facts.{k}") for k, v in facts.items()},
            )
        )
    else:
        draft.notes[kind] = note


def _reply(draft: _Draft) -> DialogueReply:
    told = _object(draft.notes.get("told", {}).get("facts") or {}, "facts")
    nlu, handoff = draft.notes.get("nlu", {}), draft.notes.get("handoff")
    intent, confidence, need = nlu.get("intent"), nlu.get("confidence"), nlu.get("need")
    return DialogueReply(
        messages=tuple(draft.messages),
        tasks=tuple(draft.tasks),
        intent=intent if isinstance(intent, str) and intent else None,
        need=need if isinstance(need, str) and need else None,
        told={str(k): _text(v, f"facts.{k}") for k, v in told.items()},
        confidence=float(confidence) if isinstance(confidence, (int, float)) else None,
        handoff=_text(handoff.get("reason", "asked"), "reason") if handoff is not None else None,
        understood="fallback" not in draft.notes,
        finished="finished" in draft.notes,
        expects_secret="secret" in draft.notes,
    )


def _object(value: object, what: str) -> Mapping[str, Any]:
    if isinstance(value, Mapping):
        return value
    raise MachineNonsense(f"In the bot's answer {what} should be an object, but is {type(value).__name__}.")


def _text(value: object, what: str) -> str:
    if isinstance(value, str):
        return value
    raise MachineNonsense(f"In the bot's answer {what} should be a text, but is {type(value).__name__}.")
