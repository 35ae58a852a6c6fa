"""Who stands beside the agent: a colleague asked for advice, a third in the talk, a supervisor. Notes, hold, facts. Pure."""

from dataclasses import replace

from frontdesk.core.desk_events import (
    AgentNoted,
    FactMarked,
    HelperInvited,
    HelperJoined,
    HelperLeft,
    HoldEnded,
    HoldStarted,
)
from frontdesk.core.desk_inputs import AgentNoteWritten, FactJudged, HelperAsked, HelperCame, HelperWent, HoldSet
from frontdesk.core.errors import NotAllowed
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Colleague, Ticket
from frontdesk.core.turn import Draft
from handoff.keeping import held
from handoff.promising import settle

BY_AGENT_ONLY = ("consult", "three_way")
Help = HelperAsked | HelperCame | HelperWent | HoldSet | AgentNoteWritten | FactJudged


def helped(words: QueueBook, draft: Draft, ticket: Ticket, given: Help) -> None:
    """What it means for the ticket; the customer hears nothing of it, but a third voice is announced."""
    match given:
        case HelperAsked():
            ticket = _asked(draft, ticket, given)
        case HelperCame():
            ticket = _came(words, draft, ticket, given)
        case HelperWent():
            _known(ticket, given.helper)
            draft.emit(HelperLeft(ticket=ticket.id, helper=given.helper))
            ticket = replace(ticket, helpers=tuple(h for h in ticket.helpers if h.agent != given.helper))
        case HoldSet():
            ticket = _hold(draft, ticket, given)
        case AgentNoteWritten():
            _may_note(ticket, given.agent)
            noted = AgentNoted(ticket=ticket.id, agent=given.agent, agent_name=given.agent_name, text=given.text)
            draft.emit(noted)
        case FactJudged():
            ticket = judged(draft, ticket, given)
    held(words, draft, ticket)


def _asked(draft: Draft, ticket: Ticket, given: HelperAsked) -> Ticket:
    if given.helper == ticket.agent:
        raise NotAllowed("That is who has the conversation; ask somebody else.")
    if given.role in BY_AGENT_ONLY and ticket.agent != given.agent:
        raise NotAllowed("Only the agent who has the conversation can ask a colleague in; reload the desk.")
    draft.emit(HelperInvited(ticket=ticket.id, agent=given.agent, helper=given.helper, role=given.role))
    before = ticket.helper(given.helper)
    others = tuple(h for h in ticket.helpers if h.agent != given.helper)
    if before is not None:
        return replace(ticket, helpers=(*others, replace(before, role=given.role)))
    return replace(ticket, helpers=(*others, Colleague(agent=given.helper, name=given.helper_name, role=given.role)))


def _came(words: QueueBook, draft: Draft, ticket: Ticket, given: HelperCame) -> Ticket:
    helper = _known(ticket, given.helper)
    there = replace(helper, joined=True, leg=given.leg or helper.leg)
    draft.emit(HelperJoined(ticket=ticket.id, helper=helper.agent, helper_name=helper.name, role=helper.role))
    if helper.role == "three_way" and ticket.channel == "chat":
        draft.say_phrase(words, "system.agent_joined", agent=helper.name)
    return replace(ticket, helpers=tuple(there if h is helper else h for h in ticket.helpers))


def _known(ticket: Ticket, agent: str) -> Colleague:
    helper = ticket.helper(agent)
    if helper is None:
        raise NotAllowed("Nobody of that name was asked in; reload the desk.")
    return helper


def _hold(draft: Draft, ticket: Ticket, given: HoldSet) -> Ticket:
    if given.on != ticket.held:
        draft.emit((HoldStarted if given.on else HoldEnded)(ticket=ticket.id, agent=given.agent))
    return replace(ticket, held=given.on)


def _may_note(ticket: Ticket, agent: str) -> None:
    if agent != ticket.agent and ticket.helper(agent) is None:
        raise NotAllowed("Listen in first; then you can write to the agent.")


def judged(draft: Draft, ticket: Ticket, given: FactJudged) -> Ticket:
    """A fact that was asked again breaks the promise that nothing has to be repeated."""
    draft.emit(FactMarked(ticket=ticket.id, agent=given.agent, fact=given.fact, mark=given.mark))
    return settle(draft, ticket, "broken", "no_repeat") if given.mark == "asked_again" else ticket
