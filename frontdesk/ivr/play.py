"""Trying flows by hand: what a typed line means at a wait, and how a turn reads. Pure; the terminal is the caller's."""

from collections.abc import Iterable, Iterator

from frontdesk.core.events import (
    CustomerSpoke,
    Event,
    InputNotMatched,
    LanguageChosen,
    NodeEntered,
    Said,
    TaskFinished,
)
from frontdesk.core.inputs import (
    Channel,
    ChoicePicked,
    CustomerInput,
    KeysPressed,
    NothingHeard,
    TextTyped,
    WordsSpoken,
)
from frontdesk.core.waits import ForCustomer, Wait

KEYS = frozenset("0123456789*#")


def read_line(line: str, channel: Channel, wait: Wait, at: float) -> CustomerInput:
    """A line of the terminal as input: digits are keys on the phone, a button's label picks it on chat, nothing is silence."""
    text = line.strip()
    if not text and channel == "voice":
        return NothingHeard(at=at)
    if channel == "voice":
        return KeysPressed(at=at, digits=text) if set(text) <= KEYS else WordsSpoken(at=at, text=text)
    for choice in wait.choices if isinstance(wait, ForCustomer) else ():
        if text in (choice.key, choice.label):
            return ChoicePicked(at=at, payload=choice.payload, title=choice.label)
    return TextTyped(at=at, text=text)


def story(events: Iterable[Event]) -> Iterator[tuple[str, str]]:
    """Who and what, for each event that people want to see: ("bot", "What can I do …"), ("system", "→ main.menu")."""
    for event in events:
        match event:
            case Said():
                yield "bot", event.text
            case CustomerSpoke():
                yield "customer", event.text
            case NodeEntered():
                yield "system", f"→ {event.flow}.{event.node}"
            case TaskFinished():
                yield "system", f"{event.task}: {event.outcome}"
            case LanguageChosen():
                yield "system", f"language: {event.lang}"
            case InputNotMatched():
                yield "system", f"not understood ({event.count})"
            case _:
                continue
