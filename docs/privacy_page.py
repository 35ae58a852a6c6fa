"""The reference page of personal data, from where each field stands and the words around them in `privacy.txt`."""

from pathlib import Path
from typing import get_args

from reference_blocks import page, table

from frontdesk.core.events import Event
from frontdesk.core.privacy import MEASURE, held
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Colleague, Ticket
from frontdesk.record.session_row import SessionRow, TicketRow

TEXT = Path(__file__).resolve().parent / "reference" / "privacy.txt"
ENDS = {
    "session": "two days after the session began, once it is over",
    "words": "`WORDS_DAYS`, or when the customer is erased",
    "names": "`NAMES_DAYS`, or when the customer is erased",
    "record": "when the agent is erased (`frontdesk people erase`)",
}


def privacy() -> str:
    """What is kept of customers and agents, for what and how long, from where each field stands."""
    before, after = TEXT.read_text(encoding="utf-8").split("\n---\n")
    rows = [
        (
            f"`{getattr(kind, 'kind', kind.__name__.lower())}`",
            f"`{name}`",
            said.purpose,
            said.sensitivity,
            ENDS[said.lifetime],
        )
        for kind in (*get_args(Event), State, Ticket, Colleague, SessionRow, TicketRow)
        for name, said in held(kind).items()
        if said is not MEASURE
    ]
    heads = ("event or record", "field", "what for", "sensitivity", "gone after")
    return page("Privacy", before.strip(), table(heads, rows), after.strip())
