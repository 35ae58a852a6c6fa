"""The room where a human owns the conversation, or is about to. Pure; the ticket is part of the session's state."""

from dataclasses import replace

from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import (
    AgentSaid,
    AgentWasRung,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffOffered,
    HandoffRequested,
    HandoffReturned,
    MachineDidFail,
    OutsideDidFail,
    WaitTold,
)
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.ids import SessionId, ticket_id
from frontdesk.core.inputs import (
    AgentClosed,
    AgentInput,
    AgentJoined,
    AgentLeft,
    AgentRung,
    AgentWrote,
    ChoicePicked,
    ContactLeft,
    CustomerInput,
    MachineFailed,
    MachineReplied,
    NothingHeard,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
    OutsideFailed,
    TimerRang,
    WaitReply,
)
from frontdesk.core.rooms import State, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, EstimateWait, ForAgent, ForReply
from frontdesk.core.words import Words
from handoff.transitions import BY_AGENT, following

MAX_WAIT_S = 30 * 60.0
LEAVE = "/leave_queue"  # payload of the button that leaves the queue
ESTIMATE_DEADLINE_S = 0.8
PRIORITY = {"complaint": 60, "asked": 50, "task": 50, "failures": 55, "machine_down": 55, "closed_hours": 40}
TIER_BONUS = {"gold": 20, "silver": 10}


def request(words: Words, draft: Draft, wanted: ToHandoff) -> None:
    """Open the one ticket of this session's handoff, tell the customer, and ask for the expected wait."""
    state = draft.state
    tier = state.facts.get("customer_tier", "standard")
    ticket = Ticket(
        id=ticket_id(SessionId(state.session), state.tickets + 1),
        queue=wanted.queue,
        reason=wanted.reason,
        priority=PRIORITY[wanted.reason] + TIER_BONUS.get(tier, 0),
        lang=state.lang,
        channel=state.channel,
        status="waiting",
        created_at=draft.at,
        due_at=draft.at + MAX_WAIT_S,
        skills=wanted.skills,
    )
    draft.change(ticket=ticket, tickets=state.tickets + 1, earlier=_still_to_close(state))
    draft.emit(HandoffRequested(ticket=ticket.id, queue=ticket.queue, reason=ticket.reason, priority=ticket.priority))
    draft.say_phrase(words, "system.to_human")
    ask = EstimateWait(
        queue=ticket.queue, lang=state.lang, tier=tier, medium="voice" if state.channel == "voice" else "text"
    )
    draft.enter(WithHuman(), ForReply(request=ask, deadline_s=ESTIMATE_DEADLINE_S))


def customer(words: Words, draft: Draft, given: CustomerInput) -> Exit | None:
    """The customer speaks while waiting or while with the agent. With a human there, the bot is silent."""
    ticket = _ticket(draft)
    if not isinstance(given, NothingHeard) and given_text(given):
        draft.emit(spoke(given))
    if isinstance(given, ChoicePicked) and given.payload == LEAVE and ticket.status in ("waiting", "offered"):
        _abandoned(draft, replace(ticket, status=following(ticket.status, given.kind)))
        return ToTalk()
    if ticket.status != "connected":
        draft.say_phrase(words, "system.waiting_still")
    draft.enter(WithHuman(), _wait(words, draft, ticket))
    return None


def _wait(words: Words, draft: Draft, ticket: Ticket) -> ForAgent:
    """Whoever waits in a chat has a button back to the bot; a caller hangs up."""
    if ticket.channel != "chat" or ticket.status not in ("waiting", "offered"):
        return ForAgent(ticket=ticket.id, connected=ticket.status == "connected")
    label = words.phrase("system.leave_queue", draft.state.lang).text
    return ForAgent(ticket=ticket.id, choices=(Choice(label=label, payload=LEAVE),))


def _abandoned(draft: Draft, ticket: Ticket) -> None:
    """The customer does not wait any longer."""
    draft.change(ticket=replace(ticket, due_at=None, ended_at=draft.at))
    draft.emit(HandoffAbandoned(ticket=ticket.id, waited_s=draft.at - ticket.created_at))


def estimate(words: Words, draft: Draft, given: MachineReplied | MachineFailed) -> None:
    """Tell the expected wait as it was estimated, or honestly that it can't be told."""
    ticket = _ticket(draft)
    if isinstance(given, MachineReplied) and isinstance(given.reply, WaitReply):
        reply = given.reply
    else:
        if isinstance(given, MachineFailed):
            draft.emit(MachineDidFail(machine=given.machine, reason=given.reason))
        reply = WaitReply(position=1, staffed=1)
    _tell(words, draft, reply)
    draft.emit(WaitTold(ticket=ticket.id, position=reply.position, low_s=reply.low_s, high_s=reply.high_s))
    told = replace(ticket, told_low_s=reply.low_s, told_high_s=reply.high_s, told_position=reply.position)
    draft.change(ticket=told)
    draft.enter(WithHuman(), _wait(words, draft, told))


def _tell(words: Words, draft: Draft, reply: WaitReply) -> None:
    if reply.staffed == 0:
        draft.say_phrase(words, "system.nobody_staffed")
        return
    if reply.position > 1:
        draft.say_phrase(words, "system.wait_position", position=str(reply.position))
    if reply.low_s is None or reply.high_s is None:
        draft.say_phrase(words, "system.wait_unknown")
    elif reply.high_s <= 60:
        draft.say_phrase(words, "system.wait_short")
    else:
        low, high = max(1, round(reply.low_s / 60)), -int(-reply.high_s // 60)
        draft.say_phrase(words, "system.wait_range", low=str(low), high=str(max(high, low + 1)))


def agent(words: Words, draft: Draft, given: AgentInput | TimerRang | OutsideFailed) -> Exit | None:
    """An agent's doing, or a timer. Raises NotAllowed when the table or the owner says no."""
    ticket = _ticket(draft)
    if given.ticket not in (None, ticket.id):
        _of_earlier(draft, given)
        return None
    if isinstance(given, TimerRang) and (ticket.due_at is None or given.at < ticket.due_at):
        raise NotAllowed("The ticket's time has not run out yet; look again when it has.")
    status = following(ticket.status, given.kind)
    if given.kind in BY_AGENT and ticket.agent != getattr(given, "agent", None):
        raise NotAllowed("Another agent has this conversation now; reload the desk.")
    moved = replace(ticket, status=status)
    match given:
        case OfferMade():
            _offered(draft, moved, given)
        case OfferAccepted():
            _accepted(words, draft, moved, given)
        case OfferDeclined():
            _returned(words, draft, moved, given.reason)
        case AgentRung():
            draft.emit(AgentWasRung(ticket=moved.id, agent=given.agent))
            _keep(draft, replace(moved, leg=given.leg))
        case AgentJoined():
            _connected(words, draft, moved)
        case AgentWrote():
            name = moved.agent_name or given.agent
            draft.emit(AgentSaid(agent=given.agent, agent_name=name, text=given.text))
            _keep(draft, moved)
        case AgentLeft():
            return _ended(draft, moved)
        case AgentClosed():
            return _closed(draft, ticket, moved, given)
        case TimerRang():
            return _timed_out(words, draft, ticket, moved)
        case OutsideFailed():
            _outside_failed(words, draft, moved, given)
    return None


def left(draft: Draft, given: ContactLeft) -> None:
    """The customer is gone: what that means for the ticket."""
    ticket = draft.state.ticket
    if ticket is None or not ticket.open:
        return
    moved = replace(ticket, status=following(ticket.status, given.kind))
    if moved.status == "wrap_up":
        draft.change(ticket=replace(moved, due_at=None, ended_at=draft.at))
        draft.emit(HandoffEnded(ticket=ticket.id, agent=ticket.agent or ""))
    else:
        _abandoned(draft, moved)


def _ticket(draft: Draft) -> Ticket:
    if draft.state.ticket is None:
        raise NotAllowed("This session has no ticket; ask for a handoff first.")
    return draft.state.ticket


def _still_to_close(state: State) -> tuple[Ticket, ...]:
    """Tickets whose agent has not filed them yet when the customer asks for a human once more."""
    return tuple(ticket for ticket in state.all_tickets if ticket.status == "wrap_up")


def _of_earlier(draft: Draft, given: AgentInput | TimerRang | OutsideFailed) -> None:
    """Of a former handoff only the wrap-up is left: its agent closes it, whatever the customer does by now."""
    before = next((ticket for ticket in draft.state.earlier if ticket.id == given.ticket), None)
    if before is None or not isinstance(given, AgentClosed):
        raise NotAllowed("The customer's request is a newer one by now; reload the desk.")
    if before.agent != given.agent:
        raise NotAllowed("Another agent has this conversation; reload the desk.")
    draft.emit(HandoffClosed(ticket=before.id, agent=given.agent, disposition=given.disposition, note=given.note))
    status = following(before.status, given.kind)
    closed = replace(before, status=status, closed_at=draft.at, disposition=given.disposition)
    draft.change(earlier=tuple(closed if ticket is before else ticket for ticket in draft.state.earlier))


def _keep(draft: Draft, ticket: Ticket) -> None:
    """Keep the ticket; the customer's wait follows it while they are in this room."""
    draft.change(ticket=ticket)
    if isinstance(draft.state.room, WithHuman):
        wait, waits = draft.state.wait, ticket.status in ("waiting", "offered")
        choices = wait.choices if waits and isinstance(wait, ForAgent) else ()
        draft.enter(WithHuman(), ForAgent(ticket=ticket.id, connected=ticket.status == "connected", choices=choices))


def _offered(draft: Draft, ticket: Ticket, given: OfferMade) -> None:
    draft.emit(HandoffOffered(ticket=ticket.id, agent=given.agent))
    _keep(draft, replace(ticket, agent=given.agent, agent_name=given.agent_name, due_at=given.until))


def _accepted(words: Words, draft: Draft, ticket: Ticket, given: OfferAccepted) -> None:
    draft.emit(HandoffAccepted(ticket=ticket.id, agent=given.agent))
    if ticket.channel == "voice":
        _keep(draft, replace(ticket, due_at=given.until))
    else:
        _connected(words, draft, replace(ticket, status=following("accepted", AgentJoined.kind)))


def _connected(words: Words, draft: Draft, ticket: Ticket) -> None:
    name = ticket.agent_name or ticket.agent or ""
    draft.say_phrase(words, "system.agent_joined", agent=name)
    draft.emit(HandoffConnected(ticket=ticket.id, agent=ticket.agent or "", agent_name=name))
    _keep(draft, replace(ticket, connected_at=draft.at, due_at=None))


def _outside_failed(words: Words, draft: Draft, ticket: Ticket, given: OutsideFailed) -> None:
    """The truth about a queue that does not answer; one that never will is left, and our own desk takes the customer."""
    refused = given.reason == "refused"
    draft.emit(OutsideDidFail(ticket=ticket.id, system=given.system, reason=given.reason))
    if not refused:
        draft.say_phrase(words, "system.outside_down")
    _keep(draft, replace(ticket, brought_in=refused))


def _returned(words: Words, draft: Draft, ticket: Ticket, reason: str) -> None:
    """Back to waiting, at the same place; whoever did not take it is asked last."""
    agent = ticket.agent or ""
    draft.emit(HandoffReturned(ticket=ticket.id, agent=agent, reason=reason))
    if reason == "leg_failed":
        draft.say_phrase(words, "system.agent_left_back")
    due = max(ticket.created_at + MAX_WAIT_S, draft.at + 60)
    declined = (*(a for a in ticket.declined_by if a != agent), agent)
    _keep(draft, replace(ticket, agent=None, agent_name=None, leg=None, due_at=due, declined_by=declined))


def _ended(draft: Draft, ticket: Ticket) -> Exit:
    draft.emit(HandoffEnded(ticket=ticket.id, agent=ticket.agent or ""))
    draft.change(ticket=replace(ticket, ended_at=draft.at))
    return ToEnd()


def _closed(draft: Draft, before: Ticket, ticket: Ticket, given: AgentClosed) -> Exit | None:
    leaving: Exit | None = None
    if before.status == "connected":
        leaving = _ended(draft, ticket)
        ticket = replace(ticket, ended_at=draft.at)
    draft.emit(HandoffClosed(ticket=ticket.id, agent=given.agent, disposition=given.disposition, note=given.note))
    draft.change(ticket=replace(ticket, closed_at=draft.at, disposition=given.disposition))
    return leaving


def _timed_out(words: Words, draft: Draft, before: Ticket, ticket: Ticket) -> Exit | None:
    if before.status != "waiting":
        _returned(words, draft, ticket, "no_answer" if before.status == "offered" else "leg_failed")
        return None
    draft.emit(HandoffExpired(ticket=ticket.id, waited_s=draft.at - ticket.created_at))
    draft.say_phrase(words, "system.expired")
    draft.change(ticket=replace(ticket, due_at=None, ended_at=draft.at))
    return ToEnd()
