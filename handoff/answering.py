"""A message that was left: answered, by whichever way, or put back for somebody else. Pure."""

from frontdesk.core.desk_events import MessageAnswered
from frontdesk.core.desk_inputs import AnswerGiven, MessagePutBack
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import AgentSaid, HandoffClosed
from frontdesk.core.evolve import replace
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff import meeting, moving
from handoff.calling_back import UNREACHABLE
from handoff.promising import settle


def message(words: QueueBook, draft: Draft, ticket: Ticket, given: AnswerGiven | MessagePutBack) -> None:
    """What the agent does with a message. Raises NotAllowed where nobody left one."""
    if ticket.mode != "message":
        raise NotAllowed("No message was left here; choose what came of the conversation.")
    if isinstance(given, AnswerGiven):
        _answered(words, draft, ticket, given)
    else:
        again = replace(ticket, connected_at=None, held_at=None, ended_at=None)
        moving.returned(words, draft, again, "put_back")


def _answered(words: QueueBook, draft: Draft, ticket: Ticket, given: AnswerGiven) -> None:
    """The promise of an answer is kept; of whom nobody reached, it is void."""
    if given.how == "chat":
        _said(words, draft, ticket, given)
    missed = given.how == "not_reached"
    disposition = UNREACHABLE if missed else "solved"
    draft.emit(MessageAnswered(ticket=ticket.id, agent=given.agent, how=given.how))
    draft.emit(HandoffClosed(ticket=ticket.id, agent=given.agent, disposition=disposition, note=given.note))
    draft.change(ticket=meeting.filed(draft, settle(draft, ticket, "void") if missed else ticket, disposition))


def _said(words: QueueBook, draft: Draft, ticket: Ticket, given: AnswerGiven) -> None:
    """Into the customer's chat, which shows it at once or when they come back to it."""
    if ticket.channel != "chat":
        raise NotAllowed("This customer called, so there is no chat to answer in; call or e-mail them.")
    if not given.text:
        raise NotAllowed("The answer is empty; write what the customer is to read.")
    name = ticket.agent_name or given.agent
    draft.say_phrase(words, "system.agent_answers", agent=name)
    draft.emit(AgentSaid(agent=given.agent, agent_name=name, text=given.text))
