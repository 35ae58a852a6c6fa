"""What the customer's present message brought, read from Rasa's tracker. Knows the tracker's shape, no task and no words."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from actions.meaning.hesitating import only_back, puts_off, waits
from actions.order import Locale
from actions.reading.characters import mandarin
from actions.reading.numbers import runs_in
from actions.task import Medium

_PAYLOAD = "/"
LATER = "later"  # what else a message asks for; with the words of what to begin with, where it has some of its own
_TAKE_BACK = frozenset({"restart", "undo", "rewind"})  # events after which others do not count


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerTurn:
    """One message as Rasa understood it, with what the front desk told of the session. `whole` is all of it, where `text` is only
    the first of several requests."""

    text: str = ""
    whole: str = ""
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

    @property
    def said(self) -> str:
        """The words as patterns know them, in whatever Chinese they were written; `text` is what is kept of them."""
        return mandarin(self.text)


def turn_of(tracker: Any) -> CustomerTurn:
    """The latest message. Anything missing or of the wrong shape is left out: metadata comes from outside."""
    return _turn(_latest(tracker) or {})


def _latest(tracker: Any) -> Mapping[str, Any] | None:
    """As Rasa's SDK finds it, which looks at every event of the conversation: here from the end, until one takes others back."""
    for event in reversed(tracker.events):
        kind = event.get("event")
        if kind == "user":
            return event  # type: ignore[no-any-return]
        if kind in _TAKE_BACK:
            return tracker.get_last_event_for("user")  # type: ignore[no-any-return]
    return None


def said_before(tracker: Any) -> Iterator[CustomerTurn]:
    """The messages before the latest one, the newest first."""
    said = (event for event in reversed(tracker.events) if event.get("event") == "user")
    return map(_turn, itertools.islice(said, 1, None))


def comes_back(turn: CustomerTurn, tracker: Any) -> bool:
    """Whether only a wait is over that was asked for just before: an "ok" is no yes to what was read back before it."""
    before = next(said_before(tracker), None) if only_back(turn.said) and not turn.is_payload else None
    return before is not None and waits(before.said) and not puts_off(before.said)


def _turn(event: Mapping[str, Any]) -> CustomerTurn:
    parsed = event.get("parse_data") or {}
    intent = parsed.get("intent") or {}
    metadata = _mapping(event.get("metadata"))
    found = parsed.get("entities") or []
    own = next((e["words"] for e in found if e["entity"] == LATER and e.get("words")), None)
    return CustomerTurn(
        text=own or event.get("text") or "",
        whole=event.get("text") or "",
        intent=intent.get("name") or "",
        confidence=float(intent.get("confidence") or 0.0),
        entities={e["entity"]: str(e["value"]) for e in reversed(found) if own is None or _stands_in(e, own)},
        lang=metadata.get("lang"),
        medium=metadata.get("medium"),
        known={k: v for k, v in _mapping(metadata.get("known")).items() if isinstance(v, str) and v},
    )


def _stands_in(entity: Mapping[str, Any], own: str) -> bool:
    """Whether it is said in the words of the request that is begun with, and not in another's."""
    value = str(entity["value"])
    return entity["entity"] == LATER or value in own or (value.isdigit() and any(value in run for run in runs_in(own)))


def set_this_turn(tracker: Any) -> frozenset[str]:
    """The slots that changed since the customer's latest message."""
    since = itertools.takewhile(lambda event: event.get("event") != "user", reversed(tracker.events))
    return frozenset(event["name"] for event in since if event.get("event") == "slot")


def tongue_changed(tracker: Any) -> bool:
    """Whether this message is the first in another language."""
    return "language" in set_this_turn(tracker)


def _mapping(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def locale_of(tracker: Any) -> Locale:
    """The language to answer in."""
    return "zh" if tracker.get_slot("language") == "zh" else "en"


def medium_of(tracker: Any) -> Medium:
    return "voice" if tracker.get_slot("medium") == "voice" else "text"
