"""A ticket that changes hands: transferred, reassigned, taken over, given back to the bot, its agent lost. Pure."""

from frontdesk.core.desk_events import BotResumed, HandoffMoved, HandoffTaken, HoldEnded, TalkHandedOver
from frontdesk.core.desk_inputs import AgentLost, BotCalled, MessageCalled, TalkGiven, TicketMoved, TicketTaken
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import HandoffConnected, HandoffEnded, HandoffReturned
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToTalk
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Colleague, Ticket
from frontdesk.core.turn import Draft
from handoff import meeting
from handoff.keeping import MESSAGE_S, ask_message, fetched, held, ticket_of
from handoff.promising import settle

WANTED_S = 120.0  # so long a ticket waits for the agent it was passed on to
SOON_S = 60.0
LEAVING_S = MESSAGE_S + 60.0  # so long somebody may take to leave a message

REFUSED = (
    "declined",
    "no_answer",
    "no_reply",
    "put_back",
)  # why a ticket came back, where it is not to go to the same agent at once
SAID = {
    "leg_failed": "system.agent_left_back",
    "bridge_failed": "system.agent_left_back",
    "agent_lost": "system.agent_lost",
    "no_reply": "system.passed_on",
}


def moved(
    words: QueueBook,
    draft: Draft,
    before: Ticket,
    ticket: Ticket,
    given: TicketMoved | TicketTaken | AgentLost | BotCalled | MessageCalled | TalkGiven,
) -> Exit | None:
    """The ticket goes to somebody else."""
    match given:
        case TicketMoved():
            _moved(words, draft, before, ticket, given)
        case TalkGiven():
            _given(words, draft, ticket, given)
        case TicketTaken():
            _taken(words, draft, before, ticket, given)
        case AgentLost():
            returned(words, draft, replace(ticket, front=True), "agent_lost")
        case MessageCalled():
            _to_message(words, draft, ticket, given)
        case BotCalled():
            return _to_bot(words, draft, ticket, given)
    return None


def returned(words: QueueBook, draft: Draft, ticket: Ticket, reason: str) -> None:
    """Back to waiting, at the same place; whoever did not take it is asked last."""
    agent = ticket.agent or ""
    draft.emit(HandoffReturned(ticket=ticket.id, agent=agent, reason=reason))
    if reason in SAID and ticket.mode == "live":
        draft.say_phrase(words, SAID[reason])
    _freed(words, draft, _declined(ticket, agent, draft.at if reason in REFUSED else 0.0))


def _declined(ticket: Ticket, agent: str, at: float) -> Ticket:
    """The ticket with this agent as the last whom it came back from."""
    before = tuple((a, ticket.refused_at(a)) for a in ticket.declined_by if a != agent)
    names, times = zip(*before, (agent, at), strict=True)
    return replace(ticket, declined_by=names, declined_at=times)


def _freed(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """Without its agent, and with time to find another."""
    due = None
    if ticket.held_at is not None:  # they talked; now they wait anew
        ticket = replace(ticket, queued_at=draft.at, held_at=None)
    if ticket.mode == "live":
        due = max(ticket.waiting_since + words.rules(ticket.queue).longest_s, draft.at + SOON_S)
    free = replace(
        ticket, agent=None, agent_name=None, leg=None, due_at=due, held=False, muted=False, unrecorded=False, helpers=(),
        asked_at=None, comforted=False, slow=False, foreign=False,
    )  # fmt: skip
    if ticket.front:
        fetched(words, draft, free)
    else:
        held(words, draft, free)


def _moved(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket, given: TicketMoved) -> None:
    if given.why == "transfer" and before.agent != given.by:
        raise NotAllowed("Only the agent who has the conversation can pass it on; reload the desk.")
    if given.agent is not None and given.agent == before.agent:
        raise NotAllowed("That agent has the conversation already; choose somebody else.")
    queue = given.queue or ticket.queue
    draft.emit(HandoffMoved(
        ticket=ticket.id, by=given.by, why=given.why, queue=queue, agent=given.agent, note=given.note
    ))  # fmt: skip
    talked = before.status == "connected"
    if talked:
        draft.emit(HandoffEnded(ticket=ticket.id, agent=before.agent or ""))
        draft.say_phrase(words, "system.passed_on")
    until = draft.at + WANTED_S if given.agent else None
    _freed(words, draft, replace(
        ticket, queue=queue, skills=() if queue != ticket.queue else ticket.skills, wanted=given.agent,
        wanted_until=until, declined_by=(), declined_at=(), front=ticket.front or talked, offered_options=(), last_agent=None,
    ))  # fmt: skip


def _taken(words: QueueBook, draft: Draft, before: Ticket, ticket: Ticket, given: TicketTaken) -> None:
    if before.agent == given.agent:
        raise NotAllowed("You have this conversation already.")
    if ticket.mode == "callback":
        raise NotAllowed("This customer is to be called back; take the ticket when it is offered.")
    draft.emit(HandoffTaken(ticket=ticket.id, agent=given.agent, agent_name=given.agent_name, before=before.agent))
    helper = ticket.helper(given.agent)
    if ticket.channel == "voice" and helper is not None and helper.leg and helper.joined:  # in the room already
        _passed(words, draft, replace(ticket, status=before.status), helper)
        return
    if before.status == "connected":
        draft.emit(HandoffEnded(ticket=ticket.id, agent=before.agent or ""))
        ticket = replace(ticket, queued_at=draft.at, held_at=None)
    mine = replace(
        ticket, agent=given.agent, agent_name=given.agent_name, leg=None, held=False, muted=False, helpers=(),
        foreign=False,
    )  # fmt: skip
    if ticket.channel == "voice" and before.status == "connected":
        draft.say_phrase(words, "system.passed_on")
    meeting.accepted(words, draft, mine, given.until)


def _given(words: QueueBook, draft: Draft, ticket: Ticket, given: TalkGiven) -> None:
    helper = ticket.helper(given.helper)
    if helper is None or not helper.joined or helper.role not in ("consult", "three_way"):
        raise NotAllowed("Only a colleague who was asked in and is there can go on; ask them first, or pass it on.")
    handed = TalkHandedOver(ticket=ticket.id, by=given.agent, agent=helper.agent, agent_name=helper.name)
    draft.emit(handed)
    if ticket.channel == "chat" and helper.role == "consult":
        draft.say_phrase(words, "system.agent_joined", agent=helper.name)
    _passed(words, draft, ticket, helper)


def _passed(words: QueueBook, draft: Draft, ticket: Ticket, helper: Colleague) -> None:
    """The helper has the talk from now on; the customer stays in it, and comes back from hold."""
    draft.emit(HandoffEnded(ticket=ticket.id, agent=ticket.agent or ""))
    if ticket.held:
        draft.emit(HoldEnded(ticket=ticket.id, agent=helper.agent))
    draft.emit(HandoffConnected(ticket=ticket.id, agent=helper.agent, agent_name=helper.name))
    others = tuple(h for h in ticket.helpers if h.agent != helper.agent and h.role in ("listen", "coach"))
    fetched(words, draft, replace(
        ticket, agent=helper.agent, agent_name=helper.name, leg=helper.leg, helpers=others, held=False, muted=False,
        talks=ticket.talks + 1, queued_at=draft.at, held_at=draft.at, foreign=False, slow=False,
    ))  # fmt: skip


def _to_message(words: QueueBook, draft: Draft, ticket: Ticket, given: MessageCalled) -> None:
    """The customer is asked for words; until they are there, or clearly not, nobody is offered the ticket."""
    draft.emit(HandoffMoved(
        ticket=ticket.id, by=given.agent, why="message", queue=ticket.queue, agent=None, note=given.note
    ))  # fmt: skip
    draft.emit(HandoffEnded(ticket=ticket.id, agent=given.agent))
    until = draft.at + LEAVING_S
    _freed(words, draft, replace(
        ticket, front=True, declined_by=(given.agent,), declined_at=(), offered_options=(), last_agent=None, not_before=until
    ))  # fmt: skip
    free = ticket_of(draft)
    draft.change(ticket=replace(free, due_at=None if free.due_at is None else max(free.due_at, until)))
    ask_message(words, draft)


def _to_bot(words: QueueBook, draft: Draft, ticket: Ticket, given: BotCalled) -> Exit:
    """The agent has done their part; the bot goes on with what is known."""
    draft.emit(HandoffEnded(ticket=ticket.id, agent=given.agent))
    draft.emit(BotResumed(ticket=ticket.id, agent=given.agent, note=given.note))
    draft.change(ticket=meeting.talk_over(words, draft, settle(draft, ticket, "kept", "wait", "place")))
    draft.say_phrase(words, "system.back_to_bot")
    return ToTalk()
