"""A session's log told as a story for the owner: who did what, in order, with personal numbers masked. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from frontdesk.core.codec import encode
from frontdesk.core.desk_events import AgentNoted
from frontdesk.core.events import AgentSaid, CustomerSilent, CustomerSpoke, Event, Said
from frontdesk.core.facts import FACTS
from frontdesk.core.recording import RECORDING_NAME, RecordingEnded
from frontdesk.record.log import LogEntry
from frontdesk.record.masking import masked, number_shown
from frontdesk.record.story_words import told

Who = Literal["customer", "bot", "agent", "system"]
_NUMBERS = frozenset(
    {"order_number", "return_number", "exchange_number", "case_number"}
)  # facts that are numbers of the shop
_IN_TEXT = frozenset({"kind", "text", "spoken", "note", "facts", "recording"})


def story(entries: Iterable[LogEntry]) -> list[dict[str, Any]]:
    """The items of a session's story, oldest first: `{at, seq, kind, who, text, detail, recording}`; `recording`: what can be
    heard of it, by its name."""
    return [_item(entry) for entry in sorted(entries, key=lambda e: e.position)]


def _item(entry: LogEntry) -> dict[str, Any]:
    event = entry.event
    return {
        "at": entry.at,
        "seq": entry.seq,
        "kind": event.kind,
        "who": _who(event),
        "text": masked(told(event)),
        "detail": _detail(event),
        "recording": _recording(event),
    }


def _who(event: Event) -> Who:
    match event:
        case CustomerSpoke() | CustomerSilent():
            return "customer"
        case Said():
            return "bot"
        case AgentSaid() | AgentNoted():
            return "agent"
        case _:
            return "system"


def _recording(event: Event) -> str | None:
    """A call's recording where it ended with a length; a voice message's, which stands in the customer's words."""
    match event:
        case RecordingEnded() if event.seconds:
            found = RECORDING_NAME.search(event.recording)
        case CustomerSpoke():
            found = RECORDING_NAME.search(event.text)
        case _:
            return None
    return found[0] if found else None


def _detail(event: Event) -> dict[str, Any]:
    """The event's other fields, for whoever looks closer; of facts only those that may be kept for good."""
    fields = {name: value for name, value in encode(event).items() if name not in _IN_TEXT}
    facts = getattr(event, "facts", {})
    if facts:
        fields["facts"] = _kept(facts)
    return {name: masked(value) if isinstance(value, str) else value for name, value in fields.items()}


def _kept(facts: Mapping[str, str]) -> dict[str, str]:
    known = {name: FACTS[name] for name in facts if name in FACTS}
    keep = (name for name, kind in known.items() if not kind.secret and kind.lifetime == "retention")
    return {name: (number_shown if name in _NUMBERS else masked)(facts[name]) for name in keep}
