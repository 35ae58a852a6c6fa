"""A message that was left, as who answers it needs it: its words, the hour that was promised, how to reach them. Pure."""

import re
from collections.abc import Sequence
from typing import Any

from actions.reading.contacts import email_said, phone_of
from frontdesk.core.events import CustomerSpoke, MessageLeft
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from handoff.packet import Happened

_NUMBER = re.compile(r"\+?\(?\d[\d\s().\-/]{5,}\d")


def left_message(state: State, ticket: Ticket, happened: Sequence[Happened]) -> dict[str, Any] | None:
    """The message of this ticket as JSON-ready data; None where none was left. Times are epoch seconds."""
    if ticket.mode != "message":
        return None
    place, left = next(
        ((n, h) for n, h in reversed(list(enumerate(happened))) if isinstance(h.event, MessageLeft)),
        (len(happened), None),
    )
    text = state.facts.get("message") or _text(happened[:place])  # in the record of what was said numbers are masked
    return {
        "text": text,
        "at": left.at if left else None,
        "due_at": left.event.due_at if left and isinstance(left.event, MessageLeft) else None,
        "email": email_said(text) or state.facts.get("email"),
        "phone": _number(text),
        "caller": state.call_at or state.caller,
    }


def _text(happened: Sequence[Happened]) -> str:
    """What the customer said last before it counted as left."""
    said = (h.event.text for h in reversed(happened) if isinstance(h.event, CustomerSpoke) and h.event.via != "keys")
    return next(said, "")


def _number(text: str) -> str | None:
    """The first thing in it that may be a whole phone number, as it was written."""
    return next((found[0].strip() for found in _NUMBER.finditer(text) if phone_of(found[0]) is not None), None)
