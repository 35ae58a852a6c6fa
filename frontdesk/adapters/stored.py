"""How core values are read again from the JSON they are kept as (`as_json.py`), of an older schema too. Knows no store."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from frontdesk.core.codec import NotDecodable, decode
from frontdesk.core.events import Event
from frontdesk.core.never_kept import without_secrets
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket

Older = Mapping[str, Any]


def _words_without_secrets(data: Older) -> Older:
    """1 → 2. Words kept since then hold no identity numbers, passwords or days of birth (core/never_kept.py)."""
    told = {name: without_secrets(data[name]) for name in _WORDS.get(str(data.get("kind")), ()) if data.get(name)}
    return {**data, **told} if told else data


_WORDS: Mapping[str, tuple[str, ...]] = {
    "customer_spoke": ("text",), "agent_said": ("text",), "agent_noted": ("text",), "handoff_closed": ("note",),
    "handoff_moved": ("note",), "bot_resumed": ("note",),
}  # fmt: skip
# How the form of one schema becomes that of the next, by the older one's number. What a later version added has defaults.
UPCASTERS: Mapping[int, Callable[[Older], Older]] = {1: _words_without_secrets}
SCHEMA = max(UPCASTERS) + 1  # what is written now; for a change of meaning add an upcaster


def state_from(data: Any, schema: int) -> State:
    return cast(State, _read(State, data, schema))


def event_from(data: Any, schema: int) -> Event:
    return cast(Event, _read(Event, data, schema))


def events_from(data: Iterable[Any], schema: int) -> tuple[Event, ...]:
    """A turn's events."""
    return tuple(event_from(one, schema) for one in data)


def ticket_from(data: Any, schema: int) -> Ticket:
    return cast(Ticket, _read(Ticket, data, schema))


def _read(target: Any, data: Any, schema: int) -> Any:
    if not min(UPCASTERS) <= schema <= SCHEMA:
        raise NotDecodable(
            f"Stored data has schema {schema}, this version reads up to {SCHEMA}; run the matching version."
        )
    for older in range(schema, SCHEMA):
        data = UPCASTERS[older](data)
    return decode(target, data)
