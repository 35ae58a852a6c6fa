"""Who stands beside the agent: a colleague asked for advice, a third in the talk, a supervisor. Hold, mute,
pauses of the recording, notes. Pure.
"""

from frontdesk.core.desk_events import (
    AgentMuted,
    AgentNoted,
    AgentUnmuted,
    FactMarked,
    HelperInvited,
    HelperJoined,
    HelperLeft,
    HelperWasRung,
    HoldEnded,
    HoldStarted,
)
from frontdesk.core.desk_inputs import (
    AgentNoteWritten,
    FactJudged,
    HelperAsked,
    HelperCame,
    HelperRung,
    HelperWent,
    HoldSet,
    MuteSet,
    RecordingPauseSet,
)
from frontdesk.core.errors import NotAllowed
from frontdesk.core.evolve import replace
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Colleague, Ticket
from frontdesk.core.turn import Draft
from handoff.keeping import held
from handoff.promising import settle

BY_AGENT_ONLY = ("consult", "three_way")
Help = HoldSet | MuteSet | RecordingPauseSet | AgentNoteWritten | FactJudged
Join = HelperAsked | HelperRung | HelperCame | HelperWent


def helped(words: QueueBook, draft: Draft, ticket: Ticket, given: Help) -> None:
    """What it means for the ticket; the customer is told nothing of it."""
    match given:
        case HoldSet():
            ticket = _hold(draft, ticket, given)
        case MuteSet():
            ticket = _mute(draft, ticket, given)
        case RecordingPauseSet():
            ticket = _unrecorded(draft, ticket, given)
        case AgentNoteWritten():
            _may_note(ticket, given.agent)
            noted = AgentNoted(ticket=ticket.id, agent=given.agent, agent_name=given.agent_name, text=given.text)
            draft.emit(noted)
        case FactJudged():
            ticket = judged(draft, ticket, given)
    held(words, draft, ticket)


def joined(words: QueueBook, draft: Draft, ticket: Ticket, given: Join) -> None:
    """Who stands beside the agent; the customer hears nothing of it, but a third voice is announced."""
    match given:
        case HelperAsked():
            ticket = _asked(words, draft, ticket, given)
        case HelperRung():
            before = _known(ticket, given.helper)
            rung = replace(before, leg=given.leg)
            if before.leg != given.leg:
                draft.emit(HelperWasRung(ticket=ticket.id, helper=given.helper))
            ticket = _with(ticket, rung)
        case HelperCame():
            ticket = _came(words, draft, ticket, given)
        case HelperWent():
            _known(ticket, given.helper)
            draft.emit(HelperLeft(ticket=ticket.id, helper=given.helper, reason=given.reason))
            ticket = replace(ticket, helpers=tuple(h for h in ticket.helpers if h.agent != given.helper))
    held(words, draft, ticket)


def _asked(words: QueueBook, draft: Draft, ticket: Ticket, given: HelperAsked) -> Ticket:
    if given.helper == ticket.agent:
        raise NotAllowed("That is who has the conversation; ask somebody else.")
    if given.role in BY_AGENT_ONLY and ticket.agent != given.agent:
        raise NotAllowed("Only the agent who has the conversation can ask a colleague in; reload the desk.")
    draft.emit(HelperInvited(ticket=ticket.id, agent=given.agent, helper=given.helper, role=given.role))
    before = ticket.helper(given.helper)
    if given.role == "three_way" and ticket.channel == "voice" and (before is None or not before.joined):
        raise NotAllowed("Ask them for advice first; when they have picked up, bring the customer in.")
    fresh = Colleague(agent=given.helper, name=given.helper_name, role=given.role)
    ticket = _with(ticket, fresh if before is None else replace(before, role=given.role))
    if before is not None and before.joined and (before.role, given.role) == ("consult", "three_way"):
        _introduced(words, draft, ticket, before.name)
    if ticket.channel == "voice" and given.role in BY_AGENT_ONLY:
        return _held(draft, ticket, on=ticket.advised)
    return ticket


def _with(ticket: Ticket, helper: Colleague) -> Ticket:
    """The ticket with this helper as they are now; whoever is new is last."""
    if ticket.helper(helper.agent) is None:
        return replace(ticket, helpers=(*ticket.helpers, helper))
    return replace(ticket, helpers=tuple(helper if h.agent == helper.agent else h for h in ticket.helpers))


def _came(words: QueueBook, draft: Draft, ticket: Ticket, given: HelperCame) -> Ticket:
    helper = _known(ticket, given.helper)
    if ticket.channel == "voice" and not given.leg:
        raise NotAllowed("Your phone rings for this call; pick it up.")
    there = replace(helper, joined=True, leg=given.leg or helper.leg)
    draft.emit(HelperJoined(ticket=ticket.id, helper=helper.agent, helper_name=helper.name, role=helper.role))
    if helper.role == "three_way":
        _introduced(words, draft, ticket, helper.name)
    return _with(ticket, there)


def _introduced(words: QueueBook, draft: Draft, ticket: Ticket, name: str) -> None:
    """Whose words the customer will read; on the phone people say so themselves."""
    if ticket.channel == "chat":
        draft.say_phrase(words, "system.agent_joined", agent=name)


def _known(ticket: Ticket, agent: str) -> Colleague:
    helper = ticket.helper(agent)
    if helper is None:
        raise NotAllowed("Nobody of that name was asked in; reload the desk.")
    return helper


def _hold(draft: Draft, ticket: Ticket, given: HoldSet) -> Ticket:
    if not given.on and ticket.advised:
        raise NotAllowed("The customer would hear your colleague: end the advice first, or make it a talk of three.")
    return _held(draft, ticket, on=given.on)


def _held(draft: Draft, ticket: Ticket, *, on: bool) -> Ticket:
    if on != ticket.held:
        draft.emit((HoldStarted if on else HoldEnded)(ticket=ticket.id, agent=ticket.agent or ""))
    return replace(ticket, held=on)


def _mute(draft: Draft, ticket: Ticket, given: MuteSet) -> Ticket:
    if ticket.channel != "voice":
        raise NotAllowed("There is nothing to mute in a chat.")
    if given.on != ticket.muted:
        draft.emit((AgentMuted if given.on else AgentUnmuted)(ticket=ticket.id, agent=given.agent))
    return replace(ticket, muted=given.on)


def _unrecorded(draft: Draft, ticket: Ticket, given: RecordingPauseSet) -> Ticket:
    """That it has paused, or goes on, is written down when the carrier has done it."""
    if draft.state.recording_is in ("", "over"):
        raise NotAllowed("This conversation is not being recorded; there is nothing to pause.")
    return replace(ticket, unrecorded=given.on)


def _may_note(ticket: Ticket, agent: str) -> None:
    if agent != ticket.agent and ticket.helper(agent) is None:
        raise NotAllowed("Listen in first; then you can write to the agent.")


def judged(draft: Draft, ticket: Ticket, given: FactJudged) -> Ticket:
    """A fact that was asked again breaks the promise that nothing has to be repeated."""
    draft.emit(FactMarked(ticket=ticket.id, agent=given.agent, fact=given.fact, mark=given.mark))
    return settle(draft, ticket, "broken", "no_repeat") if given.mark == "asked_again" else ticket
