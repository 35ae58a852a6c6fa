"""The room where a human owns the conversation, or is about to. Pure; the ticket is part of the session's state."""

from actions.reading.contacts import SHORTEST_PHONE
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import HandoffAbandoned, HandoffEnded, HandoffRequested, MachineDidFail
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff, ToTalk
from frontdesk.core.given import given_text, spoke
from frontdesk.core.ids import SessionId, ticket_id
from frontdesk.core.inputs import (
    AgentWrote,
    ContactLeft,
    CustomerInput,
    MachineFailed,
    MachineReplied,
    NothingHeard,
    TextTyped,
    TicketInput,
    TimerRang,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.queues import QueueBook
from frontdesk.core.rooms import State, WithHuman
from frontdesk.core.spoken import digits_in
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff import doing, meeting, moving, number, options, waits
from handoff.asked import asks_for_person, asks_how_long, wanted_instead, way_named
from handoff.keeping import AGAIN, LEAVE, ask_message, fetched, still, ticket_of, wait_of
from handoff.promising import promise, settle
from handoff.transitions import BY_AGENT, following

PRIORITY = {
    "fraud": 70,
    "complaint": 60,
    "asked": 50,
    "task": 50,
    "failures": 55,
    "machine_down": 55,
    "closed_hours": 40,
}
TIER_BONUS = {"gold": 20, "silver": 10}
MOST_PARTED = 8
NOTED_S = 15.0  # what is written while waiting is confirmed this often at most


def request(words: QueueBook, draft: Draft, wanted: ToHandoff) -> Exit | None:
    """Open the one ticket of this session's handoff, tell the customer, and ask for the expected wait.

    Who waits already, and helped themselves meanwhile, goes back to the same place.
    """
    state = draft.state
    if state.ticket is not None and state.ticket.open and state.ticket.mode == "live":
        return back_to_waiting(words, draft, state.ticket, wanted.wish)
    rules = words.rules(wanted.queue)
    ticket = _again(draft) or _new(draft, wanted)
    ticket = replace(ticket, due_at=draft.at + rules.longest_s)
    draft.emit(HandoffRequested(ticket=ticket.id, queue=ticket.queue, reason=ticket.reason, priority=ticket.priority))
    draft.change(ticket=ticket)
    waits.ask_wait(draft, ticket, wish=wanted.wish)
    return None


def _announced(words: QueueBook, draft: Draft, ticket: Ticket) -> Ticket:
    """Somebody is fetched; where something was talked about, they are promised to know it."""
    if not draft.state.anything_told:
        draft.say_phrase(words, "system.to_human_plain")
        return ticket
    draft.say_phrase(words, "system.to_human")
    return promise(draft, ticket, "no_repeat")


def _again(draft: Draft) -> Ticket | None:
    """A ticket whose customer was to be called back: here they are."""
    before = draft.state.ticket
    if before is None or before.status != "waiting":
        return None
    kept = settle(draft, before, "void", "callback", "message")
    return replace(kept, mode="live", not_before=None, heard_at=None, sorry_at=None, repeats=0, offered_options=())


def _new(draft: Draft, wanted: ToHandoff) -> Ticket:
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
        created_at=wanted.since or draft.at,
        skills=wanted.skills,
        customer=state.facts.get("customer_id"),
    )
    draft.change(tickets=state.tickets + 1, earlier=_still_to_close(state))
    return ticket


def back_to_waiting(words: QueueBook, draft: Draft, ticket: Ticket, wish: str = "") -> Exit | None:
    """From the bot to the place that was kept, or to the way on that they name there."""
    option = options.open_way(wish, ticket.offered_options)
    if option is not None:
        return options.take(words, draft, ticket, option)
    _where_it_stands(words, draft, ticket)
    fetched(words, draft, ticket)
    return None


def estimate(words: QueueBook, draft: Draft, given: MachineReplied | MachineFailed) -> Exit | None:
    """Tell the expected wait as it was estimated, or honestly that it can't be told."""
    ticket = ticket_of(draft)
    if isinstance(given, MachineReplied) and isinstance(given.reply, WaitReply):
        reply = given.reply
    else:
        if isinstance(given, MachineFailed):
            draft.emit(MachineDidFail(machine=given.machine, reason=given.reason))
        ways = ticket.offered_options or ("bot", "message")
        reply = WaitReply(position=1, staffed=1, options=ways, unsure=True)
    room = draft.state.room
    if isinstance(room, WithHuman) and room.asking == "number":
        options.number_looked_up(words, draft, room, reply)
    elif isinstance(room, WithHuman) and room.wish:
        return _wished(words, draft, room.wish, reply)
    elif ticket.heard_at is None:
        _begun(words, draft, ticket, reply)
    else:
        waits.looked(words, draft, ticket, reply)
    return None


def _wished(words: QueueBook, draft: Draft, wish: str, reply: WaitReply) -> Exit | None:
    """They came for a call back, or to leave a message: that, where it can be, else the queue as for everybody."""
    ticket = ticket_of(draft)
    option = options.granted(words, draft, wish, reply)
    if option is not None:
        return options.at_once(words, draft, option, reply)
    if wish == "callback" and options.open_way(wish, reply.options) is None and not reply.unsure:
        draft.say_phrase(words, "system.no_callback")
    _begun(words, draft, ticket, reply)
    return None


def _begun(words: QueueBook, draft: Draft, ticket: Ticket, reply: WaitReply) -> None:
    """Somebody is announced only to who gets a place, where there is somebody."""
    placed = words.staffed_at(ticket.queue, draft.at) and (not reply.full or reply.place_at is not None)
    if placed and reply.staffed:
        ticket = _announced(words, draft, ticket)
    waits.begun(words, draft, ticket, reply)


def customer(words: QueueBook, draft: Draft, given: CustomerInput) -> Exit | None:
    """The customer speaks while waiting or while with the agent. With a human there, the bot is silent."""
    ticket, room = ticket_of(draft), draft.state.room
    asking = room.asking if isinstance(room, WithHuman) else ""
    numbering = asking in ("number", "number_right")
    if not isinstance(given, NothingHeard) and given_text(given):
        whole = numbering and len(digits_in(given_text(given))) >= SHORTEST_PHONE
        draft.emit(spoke(given, secret=asking == "number" or whole))
        draft.change(told=draft.state.told or (isinstance(given, TextTyped | WordsSpoken) and not numbering))
    if isinstance(room, WithHuman) and numbering:
        return options.number_given(words, draft, room, given)
    if asking == "message":
        return options.message(words, draft, ticket, given)
    option = options.picked(given, draft.state.wait)
    if ticket.status == "connected":
        if option == AGAIN:
            again = replace(ticket, status=following(ticket.status, "again_wanted"), front=True)
            moving.returned(words, draft, again, "no_reply")
            return None
        if ticket.channel == "chat" and (ticket.asked_at is None or ticket.comforted):
            ticket = replace(ticket, asked_at=draft.at, comforted=False)
            draft.change(ticket=ticket)
    elif option is not None:
        return options.take(words, draft, ticket, option)
    if asking == "options":
        return options.answered(words, draft, ticket, given)
    if (
        isinstance(given, WordsSpoken)
        and ticket.status == "waiting"
        and (onward := _spoken(words, draft, ticket, given))
    ):
        return onward
    if ticket.status == "connected" or not isinstance(given, TextTyped):
        if ticket.status != "connected":
            _where_it_stands(words, draft, ticket)
        draft.enter(WithHuman(), wait_of(words, draft.state, ticket))
        return None
    return _written(words, draft, ticket, given.text)


def _written(words: QueueBook, draft: Draft, ticket: Ticket, text: str) -> Exit | None:
    """Written while waiting: a question how long, a way on in words, or something for the colleague, who will read it."""
    way = way_named(text)
    if way is not None and way in options.open_now(draft.state.wait):
        leaving = options.take(words, draft, ticket, way)
        rest = wanted_instead(text) if way == LEAVE and isinstance(leaving, ToTalk) else ""
        return ToTalk(text=rest) if rest else leaving
    if ticket.status == "waiting" and asks_how_long(text):
        draft.change(ticket=replace(ticket, asks=True))
        waits.ask_wait(draft, ticket)
        return None
    if ticket.noted_at is None or draft.at - ticket.noted_at >= NOTED_S:
        draft.say_phrase(words, "system.noted_for_agent" if ticket.noted_at is None else "system.noted_more")
        ticket = replace(ticket, noted_at=draft.at)
    fetched(words, draft, ticket)
    return None


def _spoken(words: QueueBook, draft: Draft, ticket: Ticket, given: WordsSpoken) -> Exit | None:
    """Words of a caller who waits, where the carrier hears any: who no longer wants to wait leaves, and who asks for something
    else is taken to the bot, and keeps the place. None for all that is neither."""
    rest = wanted_instead(given.text)
    if way_named(given.text) == LEAVE:
        leaving = options.take(words, draft, ticket, LEAVE)
        return ToTalk(text=rest) if rest else leaving
    if not rest or asks_for_person(given.text) or "bot" not in words.rules(ticket.queue).options:
        return None
    options.take(words, draft, ticket, "bot")
    return ToTalk(text=rest)


def _where_it_stands(words: QueueBook, draft: Draft, ticket: Ticket) -> None:
    """That they wait, and on the phone the keys there are; while an agent is being rung, that."""
    if ticket.status != "waiting":
        draft.say_phrase(words, "system.agent_coming")
        return
    still(words, draft, ticket)
    waits.read_out(words, draft, ticket)


def again(words: QueueBook, draft: Draft, room: WithHuman) -> None:
    """What was asked or told last, in the language just chosen."""
    match room.asking:
        case "message":
            ask_message(words, draft)
        case "options":
            waits.ask_options(words, draft, misses=room.misses)
        case "number" | "number_right":
            number.again(words, draft, room)
        case _:
            ticket = ticket_of(draft)
            _where_it_stands(words, draft, ticket)
            draft.enter(room, wait_of(words, draft.state, ticket))


def agent(words: QueueBook, draft: Draft, given: TicketInput) -> Exit | None:
    """What happened to the ticket: an agent's doing, a timer. Raises NotAllowed when the table or the owner says no."""
    ticket = ticket_of(draft)
    if given.ticket not in (None, ticket.id):
        doing.of_earlier(draft, given)
        return None
    if isinstance(given, TimerRang) and (ticket.due_at is None or given.at < ticket.due_at):
        raise NotAllowed("The ticket's time has not run out yet; look again when it has.")
    status = following(ticket.status, given.kind)
    third = isinstance(given, AgentWrote) and ticket.speaks(given.agent)
    if given.kind in BY_AGENT and ticket.agent != getattr(given, "agent", None) and not third:
        raise NotAllowed("Another agent has this conversation now; reload the desk.")
    leaving = doing.done(words, draft, ticket, replace(ticket, status=status), given)
    _part(draft, ticket)
    return leaving


def left(words: QueueBook, draft: Draft, given: ContactLeft) -> None:
    """The customer is gone: what that means for the ticket. Who is to be called back, or left a message, keeps it."""
    ticket = draft.state.ticket
    if ticket is None or not ticket.on_line:
        return
    moved = replace(ticket, status=following(ticket.status, given.kind))
    if moved.status == "wrap_up":
        draft.emit(HandoffEnded(ticket=ticket.id, agent=ticket.agent or ""))
        draft.change(ticket=meeting.talk_over(words, draft, moved))
    else:
        abandoned(draft, replace(moved, disposition=given.reason))
    _part(draft, ticket)


def _part(draft: Draft, before: Ticket) -> None:
    """Keep the names of calls that were in the talk and are not any more, so that they can be ended after a stop, too."""
    ticket = draft.state.ticket
    if ticket is None or ticket.id != before.id:
        return
    gone = sorted(before.legs - ticket.legs)
    if gone:
        draft.change(ticket=replace(ticket, parted=(*ticket.parted, *gone)[-MOST_PARTED:]))


def parting(words: QueueBook, draft: Draft) -> bool:
    """The conversation would end while a ticket is open: who needs nobody any more gives the place up.

    True when the customer stays after all: an agent is about to be there.
    """
    ticket = draft.state.ticket
    if ticket is None or not ticket.on_line:
        return False
    if ticket.status in ("waiting", "offered"):
        abandoned(draft, replace(ticket, status=following(ticket.status, "withdrawn")))
        return False
    draft.say_phrase(words, "system.agent_coming")
    fetched(words, draft, ticket)
    return True


def abandoned(draft: Draft, ticket: Ticket) -> None:
    """The customer does not wait any longer."""
    draft.emit(HandoffAbandoned(ticket=ticket.id, waited_s=draft.at - ticket.waiting_since))
    draft.change(ticket=replace(settle(draft, ticket, "void"), due_at=None, ended_at=draft.at))


def _still_to_close(state: State) -> tuple[Ticket, ...]:
    """Tickets whose agent has not filed them yet when the customer asks for a human once more."""
    return tuple(ticket for ticket in state.all_tickets if ticket.status == "wrap_up")
