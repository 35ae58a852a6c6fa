"""What the customer's present message brought, read from Rasa's tracker. Knows the tracker's shape, no task and no words."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.numbers import runs_in
from actions.shop import Locale
from actions.task import Medium

_ABOUT_PHONE = re.compile(r"phone|mobile|cell|digits|end(s|ing)|last (4|four)|手机|电话|尾号|后四位|后4位|末四位", re.I)
_PAYLOAD = "/"
SURE_OF_YES = 0.6  # a yes that changes something must not be a guess


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTurn:
    """One message as Rasa understood it, with what the front desk told of the session."""

    text: str = ""
    intent: str = ""
    confidence: float = 0.0
    entities: Mapping[str, str] = field(default_factory=dict)
    lang: str | None = None
    medium: str | None = None
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_payload(self) -> bool:
        """A button's payload, not the customer's own words."""
        return self.text.startswith(_PAYLOAD)


def turn_of(tracker: Any) -> CustomerTurn:
    """The latest message. Anything missing or of the wrong shape is left out: metadata comes from outside."""
    event = tracker.get_last_event_for("user") or {}
    parsed = event.get("parse_data") or {}
    intent = parsed.get("intent") or {}
    metadata = _mapping(event.get("metadata"))
    return CustomerTurn(
        text=event.get("text") or "",
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        entities={e["entity"]: str(e["value"]) for e in reversed(parsed.get("entities") or [])},
        lang=metadata.get("lang"),
        medium=metadata.get("medium"),
        known={k: v for k, v in _mapping(metadata.get("known")).items() if isinstance(v, str) and v},
    )


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def locale_of(tracker: Any) -> Locale:
    """The language to answer in."""
    return "zh" if tracker.get_slot("language") == "zh" else "en"


def medium_of(tracker: Any) -> Medium:
    return "voice" if tracker.get_slot("medium") == "voice" else "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """The answers found in one message."""

    order_number: str | None = None
    last4: str | None = None
    confirmed: bool | None = None


def hear(turn: CustomerTurn, asked: str | None) -> Heard:
    """Find answers; `asked` is the slot the bot asked for. Typed numbers first, then spoken ones."""
    if turn.is_payload:
        return Heard(
            order_number=turn.entities.get("order_number"),
            last4=turn.entities.get("last4") if asked == "last4" else None,
            confirmed=_confirmed(turn, asked),
        )
    runs = runs_in(turn.text)
    return Heard(
        order_number=turn.entities.get("order_number") or next((r for r in runs if 5 <= len(r) <= 7), None),
        last4=_last4(turn, runs, asked),
        confirmed=_confirmed(turn, asked),
    )


def _last4(turn: CustomerTurn, runs: tuple[str, ...], asked: str | None) -> str | None:
    """Four digits when they were asked for, or came with an order number or a word about the phone."""
    typed = turn.entities.get("last4")
    if asked == "last4":
        whole_phone = next((r[-4:] for r in runs if len(r) >= 10), None)
        return typed or next((r for r in runs if len(r) == 4), None) or whole_phone
    if typed and (_ABOUT_PHONE.search(turn.text) or not re.search(r"[^\W\d_]", turn.text)) and asked != "order_number":
        return typed
    if typed and "order_number" in turn.entities and _ABOUT_PHONE.search(turn.text):
        return typed
    return None


def _confirmed(turn: CustomerTurn, asked: str | None) -> bool | None:
    if asked != "return_confirmed":
        return None
    if turn.intent == "affirm" and not turn.is_payload and turn.confidence < SURE_OF_YES:
        return None
    return {"affirm": True, "deny": False}.get(turn.intent)
