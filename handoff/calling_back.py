"""The promised call: the customer is rung when it is their turn and an agent is kept for them. Pure."""

from frontdesk.core.desk_events import CallbackAnswered, CallbackCancelled, CallbackMissed, CallbackStarted
from frontdesk.core.desk_inputs import CallbackDialled, CallbackDropped, CallbackFailed, CallbackPickedUp
from frontdesk.core.events import CallbackPromised, HandoffClosed, HandoffReturned, MessageLeft
from frontdesk.core.evolve import replace
from frontdesk.core.ids import SessionId, ticket_id
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff.keeping import fetched
from handoff.options import owe, owe_answer
from handoff.promising import How, promise, settle
from handoff.transitions import following

UNREACHABLE = "unreachable"
_PROMISED = (CallbackPromised, MessageLeft)
Call = CallbackDialled | CallbackPickedUp | CallbackFailed | CallbackDropped


def called(words: QueueBook, draft: Draft, ticket: Ticket, given: Call) -> None:
    """One step of calling back."""
    match given:
        case CallbackDialled():
            attempt = ticket.tries + 1
            draft.emit(CallbackStarted(ticket=ticket.id, attempt=attempt))
            draft.change(ticket=replace(settle(draft, ticket, "kept", "callback"), call=given.leg, tries=attempt))
        case CallbackPickedUp():
            _there(words, draft, ticket, given)
        case CallbackFailed():
            missed(words, draft, ticket, given.reason)
        case CallbackDropped():
            draft.emit(CallbackCancelled(ticket=ticket.id, by=given.by))
            draft.change(ticket=replace(settle(draft, ticket, "void"), due_at=None, ended_at=draft.at))


def _there(words: QueueBook, draft: Draft, ticket: Ticket, given: CallbackPickedUp) -> None:
    """The customer is on the line again, by another call than before; now the agent's phone is rung."""
    draft.emit(CallbackAnswered(ticket=ticket.id, attempt=ticket.tries))
    draft.change(
        address=f"voice:{given.leg}", recording_is="over"
    )  # nobody was asked whether this call may be recorded
    draft.say_phrase(words, "system.callback_hello")
    fetched(words, draft, replace(ticket, mode="live", due_at=given.until, call=given.leg))


def late(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """The time for reaching them is over. Whom nobody rang (the server was killed just before) missed nothing: they keep the
    place and are offered again at once, and it was no try.
    """
    if ticket.call:
        missed(words, draft, ticket, "no_answer")
        return
    draft.emit(HandoffReturned(ticket=ticket.id, agent=ticket.agent or "", reason="not_rung"))
    draft.change(ticket=replace(ticket, agent=None, agent_name=None, leg=None, due_at=None))


def missed(words: QueueBook, draft: Draft, ticket: Ticket, reason: str) -> None:
    """Not reached: the place stays, the agent is free, and it is tried again later, as often as the queue says.

    Who answers and asks for another time is always called again.
    """
    rules = words.rules(ticket.queue)
    dialled = ticket.tries if ticket.call else ticket.tries + 1  # a call the carrier refused was a try as well
    ticket = replace(ticket, tries=dialled)
    if reason == "not_allowed" or (dialled >= rules.callback_tries and reason != "later"):
        _given_up(draft, ticket, reason)
        return
    retry_at = draft.at + rules.callback_retry_s
    draft.emit(CallbackMissed(ticket=ticket.id, attempt=ticket.tries, reason=reason, retry_at=retry_at))
    draft.emit(HandoffReturned(ticket=ticket.id, agent=ticket.agent or "", reason="callback_failed"))
    if reason == "later":
        ticket = promise(draft, replace(ticket, tries=0), "callback", due_at=retry_at + rules.longest_s)
    free = replace(ticket, agent=None, agent_name=None, leg=None, call=None, due_at=None, not_before=retry_at)
    draft.change(ticket=free)


def _given_up(draft: Draft, ticket: Ticket, reason: str) -> None:
    """The last try failed as well; what was promised, and could be done, was done."""
    agent = ticket.agent or ""
    draft.emit(CallbackMissed(ticket=ticket.id, attempt=ticket.tries, reason=reason))
    draft.emit(HandoffClosed(ticket=ticket.id, agent=agent, disposition=UNREACHABLE))
    how: How = "broken" if reason == "not_allowed" else "void"
    done = replace(settle(draft, ticket, how), status=following("accepted", "callback_given_up"), closed_at=draft.at)
    draft.change(ticket=replace(done, disposition=UNREACHABLE, call=None, due_at=None))


def owed(words: QueueBook, draft: Draft) -> None:
    """Calls and answers that the menus promised in this turn become tickets, so that somebody keeps the promise."""
    for event in [event for event in draft.events if isinstance(event, _PROMISED)]:
        if not _has(draft, event.promise):
            ticket = _ticket(draft, event)
            opens = words.opens_at(event.queue, draft.at)
            if isinstance(event, CallbackPromised):
                ticket = owe(words, draft, ticket, event.due_at, id=event.promise)
            else:
                ticket = owe_answer(draft, ticket, event.due_at, id=event.promise)
            draft.change(ticket=replace(ticket, not_before=opens if opens > draft.at else None))


def _has(draft: Draft, promise: str) -> bool:
    """One ticket is enough: a second promise of the same session rides along with it."""
    ticket = draft.state.ticket
    return ticket is not None and (ticket.open or any(p.id == promise for p in ticket.promises))


def _ticket(draft: Draft, event: CallbackPromised | MessageLeft) -> Ticket:
    state = draft.state
    draft.change(
        tickets=state.tickets + 1, earlier=tuple(ticket for ticket in state.all_tickets if ticket.status == "wrap_up")
    )
    return Ticket(
        id=ticket_id(SessionId(state.session), state.tickets + 1),
        queue=event.queue,
        reason="asked",
        priority=50,
        lang=state.lang,
        channel=state.channel,
        status="waiting",
        created_at=draft.at,
        customer=state.facts.get("customer_id"),
    )
