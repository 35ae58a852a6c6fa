"""Promises to the customer as records: made, then settled as kept, late, broken or void; none is ever forgotten. Pure."""

from typing import Literal

from frontdesk.core.desk_events import PromiseMade, PromiseSettled
from frontdesk.core.evolve import replace
from frontdesk.core.tickets import Promise, PromiseWhat, Ticket
from frontdesk.core.turn import Draft

How = Literal["kept", "broken", "void"]


def promise(draft: Draft, ticket: Ticket, what: PromiseWhat, *, due_at: float | None = None, id: str = "") -> Ticket:
    """The ticket with one promise more. A promise without an hour is made once only."""
    if due_at is None and any(p.what == what for p in ticket.promises):
        return ticket
    made = Promise(id=id or f"{ticket.id}-p{ticket.promised + 1}", what=what, made_at=draft.at, due_at=due_at)
    draft.emit(PromiseMade(promise=made.id, what=what, ticket=ticket.id, due_at=due_at))
    return replace(ticket, promises=(*ticket.promises, made), promised=ticket.promised + 1)


def settle(draft: Draft, ticket: Ticket, how: How, *whats: PromiseWhat) -> Ticket:
    """The ticket without its promises of these kinds (all of them without a kind).

    One that is kept after its hour is `late`; one that is called off after its hour is `broken`, whoever called it off.
    """
    done = [p for p in ticket.promises if not whats or p.what in whats]
    for made in done:
        late = max(0.0, draft.at - made.due_at) if made.due_at is not None else 0.0
        came: Literal["kept", "late", "broken", "void"] = how
        if late and how == "kept":
            came = "late"
        elif late and how == "void":
            came = "broken"
        draft.emit(PromiseSettled(promise=made.id, what=made.what, ticket=ticket.id, how=came, late_s=round(late, 1)))
    return replace(ticket, promises=tuple(p for p in ticket.promises if p not in done))
