"""Every field that is kept of a customer or an agent says what it is for and how long it lives."""

from collections.abc import Mapping
from typing import Any, get_args, get_type_hints

import pytest

from frontdesk.core.events import Event
from frontdesk.core.privacy import MEASURE, held
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Colleague, Ticket
from frontdesk.record.session_row import TicketRow

# Of the house, its flows, its staff. Whoever adds a field of text puts its name here, or says at the field what it is for.
OURS = {
    "arm", "arms", "before", "call", "calls", "channel", "chat", "confidence",
    "disposition", "experiment", "fact", "flow", "flow_version", "how", "id", "intent",
    "lang", "leg", "marks", "node", "offered_langs", "offered_options", "option", "options", "outcome", "parted", "place",
    "promise",
    "prompt", "queue", "queues", "question", "reason", "regained", "region", "session", "skills", "status", "system", "task",
    "ticket", "tried",
}  # fmt: skip


@pytest.mark.parametrize(
    "kind", [*get_args(Event), State, Ticket, Colleague, TicketRow], ids=lambda kind: kind.__name__
)
def test_every_field_of_text_says_what_it_is(kind: type) -> None:
    """A field that can hold words is declared personal, or is one of ours by its name."""
    hints, said = get_type_hints(kind), held(kind)
    silent = [name for name in said if said[name] is MEASURE and name not in OURS and _holds_text(hints[name])]
    assert not silent, f"{kind.__name__}: say what {silent} are for (core/privacy.py)"


def _holds_text(hint: Any) -> bool:
    return hint in (str, Mapping[str, str], tuple[str, ...]) or any(_holds_text(arg) for arg in get_args(hint))
