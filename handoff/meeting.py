"""Customer and agent brought together, and parted. Pure."""

from frontdesk.core.desk_events import HandoffBriefed
from frontdesk.core.desk_inputs import BridgeConfirmed
from frontdesk.core.events import HandoffAccepted, HandoffConnected, HandoffEnded
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToEnd
from frontdesk.core.inputs import AgentJoined
from frontdesk.core.queues import QueueBook
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff.keeping import fetched, held
from handoff.promising import settle
from handoff.transitions import following


def accepted(words: QueueBook, draft: Draft, ticket: Ticket, until: float | None) -> None:
    """An agent took it. Chats are there at once; a message is opened; who is on the phone has to be brought together."""
    draft.emit(HandoffAccepted(ticket=ticket.id, agent=ticket.agent or ""))
    if ticket.mode == "message":
        opened = replace(ticket, status=following(ticket.status, "message_opened"), connected_at=draft.at)
        opened = replace(opened, due_at=None, held_at=draft.at, ended_at=draft.at, talks=ticket.talks + 1)
        draft.change(ticket=opened)
    elif ticket.channel == "voice":
        held(words, draft, replace(ticket, due_at=until))
    else:
        draft.emit(HandoffBriefed(ticket=ticket.id, agent=ticket.agent or ""))
        briefed = replace(ticket, status=following("accepted", AgentJoined.kind))
        connected(words, draft, replace(briefed, status=following("briefed", BridgeConfirmed.kind)))


def connected(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    name = ticket.agent_name or ticket.agent or ""
    known = "system.agent_joined" if draft.state.anything_told else "system.agent_joined_plain"
    draft.say_phrase(words, known, agent=name)
    if ticket.foreign:
        draft.say_phrase(words, "system.agent_foreign", agent=name)
    draft.emit(HandoffConnected(ticket=ticket.id, agent=ticket.agent or "", agent_name=name))
    ticket = settle(draft, ticket, "kept", "wait", "place")
    first = ticket.connected_at if ticket.talks and ticket.connected_at else draft.at
    fetched(words, draft, replace(
        ticket, connected_at=first, due_at=None, talks=ticket.talks + 1, front=False, offered_options=(),
        wanted=None, held_at=draft.at, asked_at=draft.at if ticket.channel == "chat" else None, comforted=False, slow=False,
    ))  # fmt: skip


def ended(words: QueueBook, draft: Draft, ticket: Ticket) -> Exit:
    """The talk is over; wrap-up follows."""
    draft.emit(HandoffEnded(ticket=ticket.id, agent=ticket.agent or ""))
    draft.change(ticket=talk_over(words, draft, ticket))
    return ToEnd()


def talk_over(words: QueueBook, draft: Draft, ticket: Ticket) -> Ticket:
    """The ticket when its talk is over; whoever helped is gone, too. Wrap-up has its time, where the queue says so."""
    wrap_up = words.rules(ticket.queue).wrap_up_s
    due_at = None if wrap_up is None else draft.at + wrap_up
    return replace(ticket, due_at=due_at, ended_at=draft.at, held=False, muted=False, unrecorded=False, helpers=())


def filed(draft: Draft, ticket: Ticket, disposition: str) -> Ticket:
    """The ticket when it is closed; what was promised and is done is kept."""
    ticket = settle(draft, ticket, "kept")
    return replace(ticket, closed_at=draft.at, due_at=None, disposition=disposition)
