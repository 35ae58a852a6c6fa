"""What agents, timers and phone legs do to a ticket, and what the customer hears of it. Pure; one function per doing."""

from typing import assert_never

from frontdesk.core.desk_events import HandoffBriefed
from frontdesk.core.desk_inputs import (
    AgentLost,
    AgentNoteWritten,
    AnswerGiven,
    AnswerLate,
    BotCalled,
    BridgeConfirmed,
    CallbackDialled,
    CallbackDropped,
    CallbackFailed,
    CallbackPickedUp,
    FactJudged,
    HelperAsked,
    HelperCame,
    HelperRung,
    HelperWent,
    HoldSet,
    MessageCalled,
    MessagePutBack,
    MuteSet,
    RecordingPauseSet,
    TalkGiven,
    TicketMoved,
    TicketTaken,
    WaitContinued,
)
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import (
    AgentSaid,
    AgentWasRung,
    HandoffClosed,
    HandoffExpired,
    HandoffOffered,
    OutsideDidFail,
)
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit
from frontdesk.core.inputs import (
    AgentClosed,
    AgentJoined,
    AgentLeft,
    AgentRung,
    AgentWrote,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    OutsideFailed,
    TicketInput,
    TimerRang,
)
from frontdesk.core.opening import say_back
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff import answering, calling_back, helping, meeting, moving, waits
from handoff.keeping import fetched, held
from handoff.promising import settle
from handoff.transitions import following

BRIDGE_S = 20.0  # the customer's time to arrive where the agent is
UNFILED = "unfiled"  # disposition of a ticket whose agent filed none in time


def done(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket, given: TicketInput) -> Exit | None:
    """What follows from the input; `ticket` has its new status already."""
    match given:
        case OfferMade() | OfferAccepted() | OfferDeclined() | AgentRung() | AgentJoined() | BridgeConfirmed():
            return _towards(words, draft, before, ticket, given)
        case AgentWrote():
            third = ticket.helper(given.agent)
            name = third.name if third is not None else ticket.agent_name or given.agent
            draft.emit(AgentSaid(agent=given.agent, agent_name=name, text=given.text, attachment=given.attachment))
            held(words, draft, replace(ticket, asked_at=None, comforted=False, slow=False))
        case AgentLeft():
            return meeting.ended(words, draft, ticket)
        case AgentClosed():
            return _closed(words, draft, before, ticket, given)
        case TimerRang():
            return _timed_out(words, draft, before, ticket)
        case WaitContinued():
            waits.look(draft, ticket)
        case AnswerLate():
            waits.comforted(words, draft, ticket)
        case TicketMoved() | TicketTaken() | AgentLost() | BotCalled() | MessageCalled() | TalkGiven():
            return moving.moved(words, draft, before, ticket, given)
        case HelperAsked() | HelperRung() | HelperCame() | HelperWent():
            helping.joined(words, draft, ticket, given)
        case HoldSet() | MuteSet() | RecordingPauseSet() | AgentNoteWritten() | FactJudged():
            helping.helped(words, draft, ticket, given)
        case AnswerGiven() | MessagePutBack():
            answering.message(words, draft, ticket, given)
        case CallbackDialled() | CallbackPickedUp() | CallbackFailed() | CallbackDropped():
            calling_back.called(words, draft, ticket, given)
        case OutsideFailed():
            _outside_failed(words, draft, ticket, given)
        case _:
            assert_never(given)
    return None


Step = OfferMade | OfferAccepted | OfferDeclined | AgentRung | AgentJoined | BridgeConfirmed


def _towards(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket, given: Step) -> Exit | None:
    """The steps from the queue to the talk, and back."""
    match given:
        case OfferMade():
            draft.emit(HandoffOffered(ticket=ticket.id, agent=given.agent))
            offered = replace(ticket, agent=given.agent, agent_name=given.agent_name, due_at=given.until, wanted=None)
            held(words, draft, replace(offered, foreign=given.foreign))
        case OfferAccepted():
            meeting.accepted(words, draft, ticket, given.until)
        case OfferDeclined():
            failed = "bridge_failed" if before.status == "briefed" else given.reason
            moving.returned(words, draft, ticket, failed)
        case AgentRung():
            if ticket.leg != given.leg:
                draft.emit(AgentWasRung(ticket=ticket.id, agent=given.agent))
            held(words, draft, replace(ticket, leg=given.leg))
        case AgentJoined():
            draft.emit(HandoffBriefed(ticket=ticket.id, agent=given.agent))
            fetched(words, draft, replace(ticket, due_at=draft.at + BRIDGE_S))
        case BridgeConfirmed():
            if before.status != "connected":
                meeting.connected(words, draft, ticket)
    return None


def _outside_failed(words: QueueBook, draft: Draft, ticket: Ticket, given: OutsideFailed) -> None:
    """The truth about a queue that does not answer; one that never will is left, and our own desk takes the customer."""
    refused = given.reason == "refused"
    draft.emit(OutsideDidFail(ticket=ticket.id, system=given.system, reason=given.reason))
    if not refused:
        draft.say_phrase(words, "system.outside_down")
    held(words, draft, replace(ticket, brought_in=refused))


def _closed(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket, given: AgentClosed) -> Exit | None:
    leaving: Exit | None = None
    if before.status == "connected":
        leaving = meeting.ended(words, draft, ticket)
        ticket = meeting.talk_over(words, draft, ticket)
    draft.emit(HandoffClosed(ticket=ticket.id, agent=given.agent, disposition=given.disposition, note=given.note))
    draft.change(ticket=meeting.filed(draft, ticket, given.disposition))
    return leaving


def _timed_out(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket) -> Exit | None:
    match before.status:
        case "waiting":
            draft.emit(HandoffExpired(ticket=ticket.id, waited_s=draft.at - ticket.waiting_since))
            draft.say_phrase(words, "system.expired")
            say_back(words, draft, words.hours_told(ticket.queue, draft.at))
            draft.change(ticket=replace(settle(draft, ticket, "broken"), due_at=None, ended_at=draft.at))
            return waits.nobody_came(words, draft)
        case "wrap_up":
            agent = ticket.agent or ""
            draft.emit(HandoffClosed(ticket=ticket.id, agent=agent, disposition=UNFILED))
            draft.change(ticket=meeting.filed(draft, ticket, UNFILED))
        case "accepted" if ticket.mode == "callback":
            calling_back.late(words, draft, ticket)
        case _:
            reasons = {"offered": "no_answer", "accepted": "leg_failed", "briefed": "bridge_failed"}
            moving.returned(words, draft, ticket, reasons[before.status])
    return None


def of_earlier(draft: Draft, given: TicketInput) -> None:
    """Of a former handoff only the wrap-up is left: its agent closes it, whatever the customer does by now."""
    before = next((ticket for ticket in draft.state.earlier if ticket.id == given.ticket), None)
    if before is None or not isinstance(given, AgentClosed | TimerRang | FactJudged):
        raise NotAllowed("The customer's request is a newer one by now; reload the desk.")
    if not isinstance(given, TimerRang) and before.agent != given.agent:
        raise NotAllowed("Another agent has this conversation; reload the desk.")
    if isinstance(given, TimerRang) and (before.due_at is None or given.at < before.due_at):
        raise NotAllowed("The ticket's time has not run out yet; look again when it has.")
    after = replace(before, status=following(before.status, given.kind))
    if isinstance(given, FactJudged):
        after = helping.judged(draft, after, given)
    else:
        disposition, note = (given.disposition, given.note) if isinstance(given, AgentClosed) else (UNFILED, "")
        draft.emit(HandoffClosed(ticket=before.id, agent=before.agent or "", disposition=disposition, note=note))
        after = meeting.filed(draft, after, disposition)
    draft.change(earlier=tuple(after if ticket is before else ticket for ticket in draft.state.earlier))
