"""What calls for a human, and their work, change in a session's row. Pure."""

from frontdesk.core.desk_events import FactMarked, HandoffMoved, HandoffTaken, HoldEnded, HoldStarted, TalkHandedOver
from frontdesk.core.events import (
    HandoffAbandoned,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffRequested,
    HandoffReturned,
    WaitTold,
)
from frontdesk.core.evolve import replace
from frontdesk.record.session_row import SessionRow, TicketRow, WaitEnd

HandoffEvent = (
    HandoffRequested
    | WaitTold
    | HandoffAccepted
    | HandoffReturned
    | HandoffConnected
    | HandoffEnded
    | HandoffClosed
    | HandoffAbandoned
    | HandoffExpired
    | HandoffMoved
    | HandoffTaken
    | TalkHandedOver
    | HoldStarted
    | HoldEnded
    | FactMarked
)


def handoff(row: SessionRow, event: HandoffEvent, at: float) -> SessionRow:
    """The row after one event of a ticket."""
    row = _with_ticket(row, event, at)
    match event:
        case HandoffRequested():
            asked = row.asked_for_human or event.reason == "asked"
            reason = row.handoff_reason or event.reason
            row = replace(row, handoffs=row.handoffs + 1, handoff_reason=reason, asked_for_human=asked, needed=True)
            return replace(row, waiting_since=at, abandoned=False, expired=False, went_back=False)
        case HandoffConnected():
            first = at if row.connected_at is None else row.connected_at
            return replace(waited(row, at), connected=True, connected_at=first, talking_since=at)
        case HandoffEnded() | HandoffReturned():  # an agent who is lost talks no more
            return talked(row, at)
        case HandoffClosed():
            return replace(row, disposition=event.disposition)  # maybe of an earlier talk: it ends no present one
        case HandoffAbandoned():
            return replace(waited(row, at), abandoned=True)
        case HandoffExpired():
            return replace(waited(row, at), expired=True)
        case _:
            return row


def waited(row: SessionRow, at: float) -> SessionRow:
    """The session's waiting is over."""
    since = at if row.waiting_since is None else row.waiting_since
    return replace(row, waited_s=row.waited_s + at - since, waiting_since=None)


def talked(row: SessionRow, at: float) -> SessionRow:
    """The session's talk with a human is over."""
    since = at if row.talking_since is None else row.talking_since
    return replace(row, human_s=row.human_s + at - since, talking_since=None)


def ended(row: SessionRow, at: float) -> SessionRow:
    """The session is over: nobody waits or talks in it any more. Whoever still waited has left."""
    tickets = tuple(_talk_over(_wait_over(t, "abandoned", at), at) for t in row.tickets)
    return replace(talked(waited(row, at), at), tickets=tickets)


def _with_ticket(row: SessionRow, event: HandoffEvent, at: float) -> SessionRow:
    if isinstance(event, HandoffRequested):
        made = TicketRow(id=event.ticket, queue=event.queue, at=at)
        return replace(row, tickets=(*(t for t in row.tickets if t.id != made.id), made))
    return replace(row, tickets=tuple(_after(t, event, at) if t.id == event.ticket else t for t in row.tickets))


def _after(ticket: TicketRow, event: HandoffEvent, at: float) -> TicketRow:
    match event:
        case WaitTold():
            if ticket.told_at is not None:
                return ticket
            return replace(ticket, told_at=at, low_s=event.low_s, high_s=event.high_s)
        case HandoffConnected():
            return replace(_wait_over(ticket, "answered", at), agent=event.agent, talk_from=at)
        case HandoffReturned():
            return replace(_moved(ticket, at), returns=ticket.returns + 1)
        case HandoffMoved() | HandoffTaken() | TalkHandedOver():
            return _moved(ticket, at)
        case HoldStarted():
            return replace(_hold_over(ticket, at), hold_from=None if ticket.talk_from is None else at)
        case HoldEnded():
            return _hold_over(ticket, at)
        case FactMarked():
            return replace(ticket, marks={**ticket.marks, event.fact: event.mark})
        case HandoffEnded():
            return _talk_over(ticket, at)
        case HandoffClosed():
            return _closed(_talk_over(ticket, at), event, at)
        case HandoffAbandoned():
            return _wait_over(ticket, "abandoned", at)
        case HandoffExpired():
            return _wait_over(ticket, "expired", at)
        case _:
            return ticket


def _wait_over(ticket: TicketRow, how: WaitEnd, at: float) -> TicketRow:
    return ticket if ticket.ended_at is not None else replace(ticket, end=how, ended_at=at)


def _talk_over(ticket: TicketRow, at: float) -> TicketRow:
    if ticket.talk_from is None:
        return ticket
    ticket = _hold_over(ticket, at)
    talked = max(0.0, at - (ticket.talk_from or at))
    return replace(ticket, talk_s=ticket.talk_s + talked, talk_from=None, wrap_from=at)


def _hold_over(ticket: TicketRow, at: float) -> TicketRow:
    """The hold is no talk: the talk counts as begun so much later."""
    if ticket.hold_from is None or ticket.talk_from is None:
        return ticket
    held = max(0.0, at - ticket.hold_from)
    return replace(ticket, hold_s=ticket.hold_s + held, hold_from=None, talk_from=ticket.talk_from + held)


def _moved(ticket: TicketRow, at: float) -> TicketRow:
    """The agent passed it on or lost it: their talk is over, and nothing is left to wrap up."""
    return replace(_talk_over(ticket, at), wrap_from=None)


def _closed(ticket: TicketRow, event: HandoffClosed, at: float) -> TicketRow:
    wrapped = 0.0 if ticket.wrap_from is None else max(0.0, at - ticket.wrap_from)
    return replace(ticket, wrap_s=wrapped, wrap_from=None, disposition=event.disposition)
