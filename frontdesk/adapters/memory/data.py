"""What the memory stores of one process share. JSON goes in and comes out, as in the SQL forms."""

import json
from dataclasses import dataclass, field
from typing import Any

from frontdesk.adapters.as_json import text_of
from frontdesk.adapters.stored import SCHEMA, event_from, state_from, ticket_from
from frontdesk.conversation.ports import StoredTurn
from frontdesk.record.log import LogEntry
from handoff.ports import QueuedTicket


@dataclass(slots=True)
class MemoryData:
    """One memory database: hand the same one to each store that belongs together."""

    turns: dict[str, list[StoredTurn]] = field(default_factory=dict)
    addresses: dict[str, str] = field(default_factory=dict)
    log: list[LogEntry] = field(default_factory=list)
    tickets: dict[str, QueuedTicket] = field(default_factory=dict)


def through_json(value: Any) -> Any:
    """A copy as JSON would give it back; what JSON cannot hold is an error here as well."""
    return json.loads(text_of(value))


def kept(turn: StoredTurn) -> StoredTurn:
    """The turn as a store would give it back."""
    return StoredTurn(
        session=turn.session,
        seq=turn.seq,
        key=turn.key,
        at=turn.at,
        state=state_from(through_json(turn.state), SCHEMA),
        events=tuple(event_from(through_json(event), SCHEMA) for event in turn.events),
    )


def queued(turn: StoredTurn) -> list[QueuedTicket]:
    """The turn's tickets as the queue shows them."""
    tickets = (ticket_from(through_json(ticket), SCHEMA) for ticket in turn.state.all_tickets)
    return [QueuedTicket(session=turn.session, ticket=ticket) for ticket in tickets]
