"""Waiting, as the customer is told of it: the first words, the news, no place at all. Pure."""

from typing import Literal

from frontdesk.core.desk_events import AnswerWasLate, HandoffTurnedAway, OptionsOffered, PlaceRegained
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import WaitTold
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToEnd
from frontdesk.core.inputs import WaitReply
from frontdesk.core.queues import QueueBook
from frontdesk.core.rooms import State, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from frontdesk.core.waits import EstimateWait, ForCustomer, ForReply
from handoff.keeping import choices, closed, held, keyed, nobody, still, wait_of
from handoff.promising import promise, settle
from handoff.telling import LONG_S, SHORT_S, Telling, decide, minutes, spoken_high
from handoff.transitions import following

ESTIMATE_DEADLINE_S = 0.8


def begun(words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply) -> None:
    """The customer has just joined: an old place taken up again, no place at all, or the first words about the wait."""
    if not words.staffed_at(ticket.queue, draft.at):
        turned_away(words, draft, ticket, reply, "after_hours")
        return
    ticket = _regained(words, draft, ticket, reply)
    if reply.full and ticket.regained is None:
        turned_away(words, draft, ticket, reply, "queue_full")
        return
    looked(words, draft, replace(ticket, last_agent=reply.last_agent), reply)


def _regained(words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply) -> Ticket:
    if reply.place_at is None or reply.place_of is None:
        return ticket
    waited = ticket.created_at - reply.place_at
    draft.emit(PlaceRegained(ticket=ticket.id, before=reply.place_of, waited_s=round(waited, 1)))
    draft.say_phrase(words, "system.place_regained")
    return replace(ticket, place_at=reply.place_at, regained=reply.place_of)


def turned_away(
    words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply, reason: Literal["after_hours", "queue_full"]
) -> None:
    """No place can be given: the truth, and what can be done instead."""
    no_place(words, draft, ticket, reply, reason)
    ask_options(words, draft)


def no_place(
    words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply, reason: Literal["after_hours", "queue_full"]
) -> None:
    """The truth of it; the ticket has none from now on."""
    draft.emit(HandoffTurnedAway(ticket=ticket.id, reason=reason))
    if reason == "after_hours":
        closed(words, draft, ticket.queue)
    else:
        draft.say_phrase(words, "system.queue_full")
    options = tuple(o for o in ("callback", "number", "message", *reply.options) if o in reply.options)
    options = tuple(dict.fromkeys(options))
    ticket = settle(draft, replace(ticket, status=following(ticket.status, "turned_away")), "void")
    draft.change(ticket=replace(ticket, offered_options=options, heard_at=draft.at, due_at=None, ended_at=draft.at))


def ask_options(words: QueueBook, draft: Draft, *, misses: int = 0) -> None:
    """Which of the ways the customer wants."""
    ticket = draft.state.ticket
    assert ticket is not None, "Ways on belong to a ticket."
    offered = choices(words, draft.state, ticket, ticket.offered_options)
    read_out(words, draft, ticket)
    draft.emit(OptionsOffered(ticket=ticket.id, options=ticket.offered_options))
    draft.enter(WithHuman(asking="options", misses=misses), ForCustomer(choices=offered, timeout_s=7.0))


def read_out(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """On the phone, the keys."""
    if ticket.channel == "voice":
        for label, key in keyed(ticket, ticket.offered_options):
            draft.say_key(words, label, key)


def looked(words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply) -> None:
    """Say what is to be said now, if anything is. What only an estimate knows comes with the first that does not fail."""
    if ticket.unsure and not reply.unsure:
        ticket = replace(_regained(words, draft, ticket, reply), last_agent=reply.last_agent)
    telling = decide(ticket, reply, words.rules(ticket.queue), draft.at)
    unsure = reply.unsure and (ticket.unsure or ticket.heard_at is None)
    unstaffed = ticket.unstaffed if reply.unsure else reply.staffed == 0
    ticket = replace(ticket, unsure=unsure, unstaffed=unstaffed, asks=False)
    if telling is None:
        draft.change(ticket=ticket)
    else:
        _tell(words, draft, ticket, telling)
    kept = draft.state.ticket
    assert kept is not None, "The ticket was just kept."
    draft.enter(WithHuman(), wait_of(words, draft.state, kept))


def _tell(words: QueueBook, draft: Draft, ticket: Ticket, telling: Telling) -> None:
    ticket = told(words, draft, ticket, telling)
    _options(words, draft, ticket, telling.options, again=telling.tone == "sorry")


def told(words: QueueBook, draft: Draft, ticket: Ticket, telling: Telling) -> Ticket:
    """Say it, without the ways on; the ticket as one whose customer has heard it."""
    sorry = telling.tone == "sorry"
    if sorry:
        draft.say_phrase(words, "system.wait_longer" if ticket.sorry_at is None else "system.wait_longer_again")
        ticket = replace(settle(draft, ticket, "broken", "wait"), sorry_at=draft.at)
    if telling.tone in ("sorry", "still"):
        ticket = replace(ticket, repeats=ticket.repeats + 1)
    if telling.tone == "still":
        still(words, draft, ticket)
    else:
        say_wait(words, draft, ticket.queue, telling)
        wait_told = WaitTold(
            ticket=ticket.id,
            position=telling.position,
            low_s=telling.low_s,
            high_s=telling.high_s,
            apology=sorry,
        )
        draft.emit(wait_told)
        ticket = _promised(draft, replace(
            ticket, told_at=draft.at, told_low_s=telling.low_s, told_high_s=telling.high_s,
            told_position=telling.position,
        ), telling)  # fmt: skip
    return replace(ticket, heard_at=draft.at)


def _options(words: QueueBook, draft: Draft, ticket: Ticket, options: tuple[str, ...], *, again: bool) -> None:
    """Offer what is new; after an apology, all of it once more."""
    new = tuple(option for option in options if option not in ticket.offered_options)
    ticket = replace(ticket, offered_options=options)
    draft.change(ticket=ticket)
    if options and (new or again):
        draft.emit(OptionsOffered(ticket=ticket.id, options=options))
        read_out(words, draft, ticket)


def _promised(draft: Draft, ticket: Ticket, telling: Telling) -> Ticket:
    if telling.nobody:
        return ticket
    if telling.high_s is None or telling.high_s > LONG_S:
        return promise(draft, ticket, "place")
    return promise(draft, ticket, "wait", due_at=draft.at + spoken_high(telling.high_s))


def say_wait(words: QueueBook, draft: Draft, queue: str, telling: Telling) -> None:
    """The time, as far as it is known."""
    if telling.nobody:
        nobody(words, draft, queue)
        return
    if telling.position is not None:
        draft.say_phrase(words, "system.wait_position", position=str(telling.position))
    if telling.low_s is None or telling.high_s is None:
        draft.say_phrase(words, "system.wait_unknown")
    elif telling.high_s <= SHORT_S:
        draft.say_phrase(words, "system.wait_short")
    elif telling.high_s > LONG_S:
        draft.say_phrase(words, "system.wait_long")
    else:
        low, high = minutes(telling.low_s, telling.high_s)
        draft.say_phrase(words, "system.wait_range", low=str(low), high=str(high))


def look(draft: Draft, ticket: Ticket) -> None:
    """The customer still waits: ask how long, if they may be told something now; nobody is disturbed elsewhere."""
    room = draft.state.room
    if isinstance(room, WithHuman) and not room.asking and ticket.status == "waiting" and ticket.mode == "live":
        ask_wait(draft, ticket)


def comforted(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """A customer in a chat who waits long for the agent's words is told so, and may have somebody else."""
    if ticket.asked_at is None:
        raise NotAllowed("The agent has answered; there is nothing to be sorry for.")
    waited = round(draft.at - ticket.asked_at, 1)
    draft.emit(AnswerWasLate(ticket=ticket.id, agent=ticket.agent or "", waited_s=waited))
    draft.say_phrase(words, "system.agent_slow", agent=ticket.agent_name or "")
    held(words, draft, replace(ticket, comforted=True, slow=True))


def ask_wait(draft: Draft, ticket: Ticket, *, wish: str = "") -> None:
    """Ask for the expected wait; the answer comes as an input."""
    draft.enter(WithHuman(wish=wish), ForReply(request=wait_asked(draft.state, ticket), deadline_s=ESTIMATE_DEADLINE_S))


def wait_asked(state: State, ticket: Ticket) -> EstimateWait:
    """What is asked about a ticket."""
    return EstimateWait(
        queue=ticket.queue,
        lang=ticket.lang,
        tier=state.facts.get("customer_tier", "standard"),
        medium="voice" if ticket.channel == "voice" else "text",
        priority=ticket.priority,
        ticket=ticket.id,
        caller=state.caller,
        customer=state.facts.get("customer_id"),
    )


def nobody_came(words: QueueBook, draft: Draft) -> Exit | None:
    """After the longest wait: what else can be done, if anything."""
    ticket = draft.state.ticket
    assert ticket is not None, "It is a ticket that has expired."
    options = tuple(o for o in ticket.offered_options if o in ("callback", "number", "message"))
    if not options:
        return ToEnd()
    draft.change(ticket=replace(ticket, offered_options=options))
    ask_options(words, draft)
    return None
