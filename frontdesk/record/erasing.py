"""Takes what belongs to a person out of events, states, tickets and rows, and leaves what was counted. Pure.

Which fields those are is said where they stand (`core/privacy.py`). A name becomes another that leads to nobody, the same for
the same person within one erasure, so that the figures fold to the same when they are counted anew.
"""

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, TypeVar

from frontdesk.core.attachments import Attachment
from frontdesk.core.facts import FACTS
from frontdesk.core.privacy import ERASED, Lifetime, held
from frontdesk.core.rooms import Outside, State
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForNobody

Names = Callable[[str], str]
Kept = TypeVar("Kept")
_FACT_ENDS: Mapping[str, Lifetime] = MappingProxyType({"turn": "session", "session": "session", "retention": "words"})
_BLANK: Mapping[str, Any] = MappingProxyType(
    {
        "caller": None,
        "call_at": None,
        "unheard": "",
        "address": "",
        "recording": "",
        "wait": ForNobody(),
        "room": Outside(over=True),
    }
)


def forgotten(value: Kept, upto: Lifetime, names: Names) -> Kept:
    """An event or a session's row without the fields whose lifetime is over. `names` gives a name that leads to nobody."""
    ends = {name for name, said in held(type(value)).items() if said.ends_by(upto)}
    naming = {name for name, said in held(type(value)).items() if said.lifetime == "names"}
    changes = {name: _gone(getattr(value, name), names if name in naming else None) for name in ends - {"facts"}}
    if "facts" in held(type(value)):
        changes["facts"] = facts_left(value.facts, upto)  # type: ignore[attr-defined]
    return dataclasses.replace(value, **changes) if changes else value  # type: ignore[type-var]


def facts_left(facts: Mapping[str, str], upto: Lifetime) -> dict[str, str]:
    """The facts that may stay: what is no person's, or lives longer."""
    return {name: value for name, value in facts.items() if not _fact_ends(name, upto)}


def _fact_ends(name: str, upto: Lifetime) -> bool:
    fact = FACTS.get(name)
    if fact is not None and fact.sensitivity == "public":
        return False
    ends = _FACT_ENDS[fact.lifetime] if fact is not None else "session"
    return ends == "session" or upto != "session"


def state_left(state: State, upto: Lifetime, names: Names) -> State:
    """The state of a session that is over."""
    ends = {name for name, said in held(State).items() if said.ends_by(upto)}
    blank = {name: value for name, value in _BLANK.items() if name in ends}
    earlier = tuple(ticket_left(ticket, upto, names) for ticket in state.earlier)
    now = None if state.ticket is None else ticket_left(state.ticket, upto, names)
    return replace(state, **blank, facts=facts_left(state.facts, upto), earlier=earlier, ticket=now)


def ticket_left(ticket: Ticket, upto: Lifetime, names: Names) -> Ticket:
    """A ticket nobody works on any more."""
    return replace(ticket, customer=names(ticket.customer)) if ticket.customer and upto == "names" else ticket


def _gone(value: Any, names: Names | None) -> Any:
    match value:
        case None | Attachment():
            return None
        case str():
            return value and (ERASED if names is None else names(value))
        case tuple():
            return ()
        case _:
            raise AssertionError(f"Nobody said how a {type(value).__name__} is forgotten.")
