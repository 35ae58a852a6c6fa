"""How core values are kept as JSON, and read again from an older schema. Knows no store."""

from typing import Any, cast

from frontdesk.core.codec import NotDecodable, decode, encode
from frontdesk.core.events import Event
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket

SCHEMA = 1  # raise it when stored JSON changes its meaning, and read the older form in `_read`


def packed(value: State | Event | Ticket) -> dict[str, Any]:
    """The JSON object to keep beside `SCHEMA`."""
    return cast(dict[str, Any], encode(value))


def state_from(data: Any, schema: int) -> State:
    return cast(State, _read(State, data, schema))


def event_from(data: Any, schema: int) -> Event:
    return cast(Event, _read(Event, data, schema))


def ticket_from(data: Any, schema: int) -> Ticket:
    return cast(Ticket, _read(Ticket, data, schema))


def _read(target: Any, data: Any, schema: int) -> Any:
    if schema != SCHEMA:
        raise NotDecodable(f"Stored data has schema {schema}, this version reads {SCHEMA}; run the matching version.")
    return decode(target, data)
