"""The ticket in a turn being written: found, kept, and the wait that goes with it. Pure."""

from collections.abc import Mapping

from frontdesk.core.errors import NotAllowed
from frontdesk.core.evolve import replace
from frontdesk.core.opening import CLOSES, say_back
from frontdesk.core.queues import QueueBook
from frontdesk.core.rooms import State, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForAgent, ForCustomer
from frontdesk.core.words import Words

MESSAGE_S = 120.0  # the longest message
LEAVE = "/leave_queue"  # payload of the button that leaves the queue
QUEUE = "/queue_"  # what payloads of the other ways begin with
AGAIN = "again"  # somebody else, where the agent does not answer
LABELS = {
    "callback": "system.option_callback",
    "number": "system.option_callback",
    "message": "system.option_message",
    "bot": "system.option_bot",
    "chat": "system.option_chat",
    AGAIN: "system.option_again",
}
NO_PLACE = ("turned_away", "expired")  # in the queue; only what is offered instead
LABELS_NO_PLACE = {
    **LABELS,
    "callback": "system.option_callback_only",
    "number": "system.option_callback_only",
    "bot": "system.option_bot_only",
}


def ticket_of(draft: Draft) -> Ticket:
    """The session's ticket. Raises NotAllowed without one."""
    if draft.state.ticket is None:
        raise NotAllowed("This session has no ticket; ask for a handoff first.")
    return draft.state.ticket


def wait_of(words: Words, state: State, ticket: Ticket) -> ForAgent:
    """What the customer may do while the ticket waits: the ways offered, as buttons or keys; on chat, leave, too."""
    if ticket.status == "connected" and ticket.slow:
        return ForAgent(ticket=ticket.id, connected=True, choices=_named(words, state, ticket, (AGAIN,)))
    if ticket.status not in ("waiting", "offered"):
        return ForAgent(ticket=ticket.id, connected=ticket.status == "connected")
    return ForAgent(ticket=ticket.id, choices=choices(words, state, ticket, ticket.offered_options))


def choices(words: Words, state: State, ticket: Ticket, options: tuple[str, ...]) -> tuple[Choice, ...]:
    """The ways on besides waiting; on the phone each has a key."""
    found = _named(words, state, ticket, options)
    if ticket.channel == "voice":
        return tuple(replace(one, key=key) for one, (_, key) in zip(found, keyed(ticket, options), strict=True))
    return (*found, Choice(label=words.phrase("system.leave_queue", state.lang).text, payload=LEAVE))


def labels(ticket: Ticket) -> Mapping[str, str]:
    """The prompt that names each way to somebody who waits, or who has no place to wait in."""
    return LABELS_NO_PLACE if ticket.status in NO_PLACE else LABELS


def keyed(ticket: Ticket, options: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """The prompt that names each way, and its key on the phone."""
    named = [labels(ticket)[option] for option in options if option in LABELS]
    return tuple((label, str(key)) for key, label in enumerate(named, start=1))


def _named(words: Words, state: State, ticket: Ticket, options: tuple[str, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(label=words.phrase(labels(ticket)[option], state.lang).text, payload=f"{QUEUE}{option}")
        for option in options
        if option in LABELS
    )


def still(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """That they wait, and for whom: the next who is free, or who comes to the desk at all."""
    if ticket.unstaffed and ticket.status == "waiting":
        nobody(words, draft, ticket.queue)
    else:
        draft.say_phrase(words, "system.waiting_still")


def nobody(words: QueueBook, draft: Draft, queue: str) -> None:
    """That nobody is there: outside the hours with when they begin again, within them with how long they go on."""
    if not words.staffed_at(queue, draft.at):
        closed(words, draft, queue)
        return
    draft.say_phrase(words, "system.nobody_staffed")
    told = words.hours_told(queue, draft.at)
    if CLOSES in told:
        draft.say_phrase(words, "system.desk_hours", **told)


def closed(words: QueueBook, draft: Draft, queue: str) -> None:
    """That it is outside the hours, and when somebody is there again."""
    draft.say_phrase(words, "system.closed_hours")
    say_back(words, draft, words.hours_told(queue, draft.at))


def held(words: Words, draft: Draft, ticket: Ticket) -> None:
    """Keep the ticket; the customer's wait follows it while they are in this room and are asked nothing else."""
    draft.change(ticket=ticket)
    room = draft.state.room
    if isinstance(room, WithHuman) and (not room.asking or ticket.status in ("briefed", "connected")):
        draft.enter(WithHuman(), wait_of(words, draft.state, ticket))


def fetched(words: Words, draft: Draft, ticket: Ticket) -> None:
    """Keep the ticket and bring the customer here, wherever they were: a person is about to have them."""
    draft.change(ticket=ticket)
    draft.enter(WithHuman(), wait_of(words, draft.state, ticket))


def ask_message(words: Words, draft: Draft) -> None:
    """What colleagues should know, in the customer's words; on the phone, recorded where the house does so."""
    draft.say_phrase(words, "system.message_ask")
    draft.enter(WithHuman(asking="message"), ForCustomer(accepts=("speech", "text"), record_s=MESSAGE_S))
