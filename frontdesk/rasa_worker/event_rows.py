"""Rasa's events as rows to keep: secrets and what the front desk told are left out. Pure; knows no database."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

MASK = "****"
SECRET_SLOTS = frozenset({"last4", "proof"})
_REQUESTED = "requested_slot"
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def storable(events: Iterable[dict[str, Any]], asked: str | None) -> Iterator[str]:
    """Each event as JSON. `asked` is the slot asked for before the first one: an answer to a secret one is masked."""
    for event in events:
        kind = event.get("event")
        if kind == "slot" and event.get("name") == _REQUESTED:
            asked = event.get("value")
        if kind == "user":
            event = _masked(event, everything=asked in SECRET_SLOTS)  # noqa: PLW2901  # the masked event takes its place
        elif kind == "slot" and event.get("name") in SECRET_SLOTS:
            event = {**event, "value": None}  # noqa: PLW2901  # the masked event takes its place
        yield _written(event)


def asked_before(events: Iterable[dict[str, Any]]) -> str | None:
    """The slot asked for last, from events newest first."""
    for event in events:
        if event.get("event") == "slot" and event.get("name") == _REQUESTED:
            value = event.get("value")
            return value if isinstance(value, str) else None
    return None


def _masked(event: dict[str, Any], *, everything: bool) -> dict[str, Any]:
    event, parsed = _own(event), _own(event.get("parse_data") or {})
    event["parse_data"] = parsed
    parsed["entities"] = [dict(entity) for entity in parsed.get("entities") or []]
    if everything:
        text = MASK
        parsed["entities"] = []
    else:
        text = _without_secrets(event.get("text") or "", parsed["entities"])
    if text != event.get("text"):
        parsed.pop("text_tokens", None)
        event["text"] = parsed["text"] = text
    for entity in parsed["entities"]:
        if entity.get("entity") in SECRET_SLOTS:
            entity["value"] = MASK
    return event


def _own(told: dict[str, Any]) -> dict[str, Any]:
    """A copy to change, without what the front desk told."""
    metadata = {name: value for name, value in (told.get("metadata") or {}).items() if name != "known"}
    return {**told, "metadata": metadata} if "metadata" in told else dict(told)


def _without_secrets(text: str, entities: list[dict[str, Any]]) -> str:
    for entity in entities:
        start, end = entity.get("start"), entity.get("end")
        if entity.get("entity") in SECRET_SLOTS and isinstance(start, int) and isinstance(end, int):
            text = text[:start] + MASK[: end - start].ljust(end - start, "*") + text[end:]
    return text
