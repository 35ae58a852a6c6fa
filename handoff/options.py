"""Ways on besides waiting: a call back that keeps the place, a message, the bot meanwhile, or leaving. Pure."""

import re
from collections.abc import Collection

from frontdesk.core.desk_events import OptionTaken
from frontdesk.core.events import CallbackPromised, CustomerSilent, HandoffAbandoned, InputNotMatched, MessageLeft
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToEnd, ToTalk
from frontdesk.core.given import given_text
from frontdesk.core.ids import SessionId, promise_id
from frontdesk.core.inputs import (
    ChoicePicked,
    CustomerInput,
    KeysPressed,
    NothingHeard,
    TextTyped,
    WaitReply,
    WordsSpoken,
)
from frontdesk.core.opening import OPENS
from frontdesk.core.queues import QueueBook
from frontdesk.core.rooms import WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForAgent, ForCustomer, Wait
from handoff import number
from handoff.asked import wanted_instead, way_named
from handoff.keeping import LEAVE, NO_PLACE, QUEUE, ask_message, fetched, still, ticket_of, wait_of
from handoff.promising import promise, settle
from handoff.telling import SHORT_S, Telling
from handoff.transitions import following
from handoff.waits import ask_options, no_place, read_out, say_wait

ANSWER_S = 24 * 3600.0  # a message is answered within this much opening time or less
MISSES = 2
LEAST_WORDS, LEAST_HAN = 4, 5  # of a request


def picked(given: CustomerInput, wait: Wait) -> str | None:
    """The way this input picks, by key or button, or by what stands on the button, if it picks one."""
    for place, choice in enumerate(wait.choices if isinstance(wait, ForAgent | ForCustomer) else (), start=1):
        by_key = isinstance(given, KeysPressed) and choice.key is not None and given.digits == choice.key
        by_button = isinstance(given, ChoicePicked) and given.payload == choice.payload
        if by_key or by_button or _copied(given, choice, place):
            return choice.payload.removeprefix(QUEUE)
    return None


def _copied(given: CustomerInput, choice: Choice, place: int) -> bool:
    """Whether a button is typed off, or its place among them, where no buttons can be shown."""
    if not isinstance(given, TextTyped | WordsSpoken):
        return False
    said = "".join(filter(str.isalnum, given.text.casefold()))
    by_place = isinstance(given, TextTyped) and choice.key is None and said == str(place)
    return by_place or said == "".join(filter(str.isalnum, choice.label.casefold()))


def open_now(wait: Wait) -> frozenset[str]:
    """The ways this wait offers."""
    offered = wait.choices if isinstance(wait, ForAgent | ForCustomer) else ()
    return frozenset(choice.payload.removeprefix(QUEUE) for choice in offered)


def open_way(wish: str, offered: Collection[str]) -> str | None:
    """The offered way that a named one comes to: a call back, else at a number that they give."""
    return next((way for way in (wish, "number" if wish == "callback" else "") if way and way in offered), None)


def granted(words: QueueBook, draft: Draft, wish: str, reply: WaitReply) -> str | None:
    """The way on that who came for it is led to at once: one that this queue offers at some time or that nobody being there
    opens. Who is put through within a minute needs no call back."""
    option, ticket = open_way(wish, reply.options), ticket_of(draft)
    rules, staffed = words.rules(ticket.queue), words.staffed_at(ticket.queue, draft.at)
    if option is None or ticket.status != "waiting":
        return None
    if not staffed or reply.full or not reply.staffed:
        return option
    soon = reply.high_s is not None and reply.high_s <= SHORT_S
    offers = {*rules.options, *(offer for rule in rules.overflow for offer in rule.offer)}
    return option if wish in offers and not (soon and wish == "callback") else None


def at_once(words: QueueBook, draft: Draft, option: str, reply: WaitReply) -> Exit | None:
    """To the way on they came for; without a place in the queue where there is none to be had."""
    ticket = ticket_of(draft)
    if not words.staffed_at(ticket.queue, draft.at):
        no_place(words, draft, ticket, reply, "after_hours")
    elif reply.full:
        no_place(words, draft, ticket, reply, "queue_full")
    else:
        ways = tuple(
            dict.fromkeys((option, *(way for way in words.rules(ticket.queue).options if way in reply.options)))
        )
        unstaffed = reply.staffed == 0
        draft.change(ticket=replace(ticket, offered_options=ways, heard_at=draft.at, unstaffed=unstaffed))
        if option != "message" and not unstaffed and reply.high_s is not None:
            say_wait(words, draft, ticket.queue, Telling(tone="first", low_s=reply.low_s, high_s=reply.high_s))
    return take(words, draft, ticket_of(draft), option)


def take(words: QueueBook, draft: Draft, ticket: Ticket, option: str) -> Exit | None:
    """The customer chose. While an agent is being rung only leaving is possible: they will be there in a moment."""
    if option == LEAVE:
        return _leave(draft, ticket)
    if ticket.status not in ("waiting", *NO_PLACE):
        draft.say_phrase(words, "system.agent_coming")
        draft.enter(WithHuman(), wait_of(words, draft.state, ticket))
        return None
    draft.emit(OptionTaken(ticket=ticket.id, option=option))
    match option:
        case "callback":
            return _callback(words, draft, ticket)
        case "number":
            number.ask(words, draft)
            return None
        case "message":
            ask_message(words, draft)
            return None
        case _:
            return _meanwhile(words, draft, ticket)


def _leave(draft: Draft, ticket: Ticket) -> Exit:
    if ticket.status in NO_PLACE:
        return ToTalk()
    moved = replace(ticket, status=following(ticket.status, "withdrawn"))
    draft.emit(HandoffAbandoned(ticket=ticket.id, waited_s=draft.at - ticket.waiting_since))
    draft.change(ticket=replace(settle(draft, moved, "void"), due_at=None, ended_at=draft.at))
    return ToTalk()


def _meanwhile(words: QueueBook, draft: Draft, ticket: Ticket) -> Exit:
    """With the bot, while the place is kept."""
    if ticket.status == "waiting":
        draft.say_phrase(words, "system.place_kept")
        draft.change(ticket=promise(draft, ticket, "place"))
    return ToTalk()


def _callback(words: QueueBook, draft: Draft, ticket: Ticket) -> Exit:
    """Hang up, and be called when it is one's turn; the place stays the same. The number is in the session only."""
    rules = words.rules(ticket.queue)
    opens = words.opens_at(ticket.queue, draft.at)
    due = opens + rules.longest_s
    owed = owe(words, draft, ticket, due)
    draft.change(ticket=replace(owed, not_before=opens if opens > draft.at else None))
    told = words.hours_told(ticket.queue, draft.at)
    if opens > draft.at and OPENS in told:
        draft.say_phrase(words, "system.callback_booked_later", **told)
    elif draft.state.call_at:
        draft.say_phrase(words, "system.callback_booked_given")
    else:
        draft.say_phrase(
            words, "system.callback_booked_only" if ticket.status in NO_PLACE else "system.callback_booked"
        )
    return ToEnd(survey=False)


def number_given(words: QueueBook, draft: Draft, room: WithHuman, given: CustomerInput) -> Exit | None:
    """The caller's answer where a number to call was asked for."""
    return _after_number(words, draft, number.answered(words, draft, room, given))


def number_looked_up(words: QueueBook, draft: Draft, room: WithHuman, reply: WaitReply) -> None:
    """The desk's word on the number they gave."""
    _after_number(words, draft, number.looked_up(words, draft, room, reply))


def _after_number(words: QueueBook, draft: Draft, came: str | None) -> Exit | None:
    """A call back at the number, or what comes instead: another way, the place in the queue, the ways there are."""
    ticket = ticket_of(draft)
    if came is None:
        return None
    if came == number.SETTLED:
        return take(words, draft, ticket, "callback")
    if came in ticket.offered_options:
        return take(words, draft, ticket, came)
    if ticket.status in NO_PLACE:
        ask_options(words, draft)
        return None
    still(words, draft, ticket)
    read_out(words, draft, ticket)
    fetched(words, draft, ticket)
    return None


def owe(words: QueueBook, draft: Draft, ticket: Ticket, due_at: float, *, id: str = "") -> Ticket:
    """The ticket as one whose customer is to be called by `due_at`."""
    name = id or _next(draft)
    if not id:
        draft.emit(CallbackPromised(promise=name, queue=ticket.queue, lang=ticket.lang, due_at=due_at))
    status = following(ticket.status, "callback_wanted")
    ticket = replace(settle(draft, ticket, "void", "wait"), status=status, mode="callback", due_at=None, ended_at=None)
    return promise(draft, ticket, "callback", due_at=due_at, id=name)


def message(words: QueueBook, draft: Draft, ticket: Ticket, given: CustomerInput) -> Exit | None:
    """The words of the message, or nothing."""
    ticket, text = replace(ticket, not_before=None), given_text(given).strip()
    if isinstance(given, NothingHeard) or not text or text.startswith(QUEUE):
        return unclear(words, draft, ticket)
    draft.learn({"message": text})
    due = words.opens_at(ticket.queue, draft.at) + ANSWER_S
    draft.change(ticket=owe_answer(draft, ticket, due))
    draft.say_phrase(words, "system.message_taken")
    return ToEnd()


def owe_answer(draft: Draft, ticket: Ticket, due_at: float, *, id: str = "") -> Ticket:
    """The ticket as one whose customer left a message to be answered by `due_at`."""
    name = id or _next(draft)
    if not id:
        draft.emit(MessageLeft(promise=name, queue=ticket.queue, lang=ticket.lang, due_at=due_at))
    status = following(ticket.status, "message_left")
    ticket = replace(settle(draft, ticket, "void", "wait", "place"), status=status, mode="message", due_at=None)
    return promise(draft, replace(ticket, ended_at=None), "message", due_at=due_at, id=name)


def answered(words: QueueBook, draft: Draft, ticket: Ticket, given: CustomerInput) -> Exit | None:
    """Words, where no key and no button was taken: one of the ways that are offered, or nothing that fits."""
    way = way_named(given.text) if isinstance(given, WordsSpoken | TextTyped) else None
    option = open_way(way or "", open_now(draft.state.wait))
    if option is not None:
        return take(words, draft, ticket, option)
    if way == LEAVE and isinstance(given, WordsSpoken | TextTyped) and (rest := wanted_instead(given.text)):
        _leave(draft, ticket)
        return ToTalk(text=rest)
    if way is None and "bot" in open_now(draft.state.wait) and _a_request(given):
        draft.emit(OptionTaken(ticket=ticket.id, option="bot"))
        return ToTalk(text=given_text(given))
    if way == "callback":
        draft.say_phrase(words, "system.no_callback")
        ask_options(words, draft)
        return None
    return unclear(words, draft, ticket, silent=isinstance(given, NothingHeard))


def _a_request(given: CustomerInput) -> bool:
    """Whether so much is said that it is no slip: a wish of its own, which the bot may know."""
    text = given.text if isinstance(given, WordsSpoken | TextTyped) else ""
    return len(re.findall(r"[A-Za-z']+", text)) >= LEAST_WORDS or len(re.findall(r"[\u3400-\u9fff]", text)) >= LEAST_HAN


def unclear(words: QueueBook, draft: Draft, ticket: Ticket, *, silent: bool = False) -> Exit | None:
    """Nothing that fits: asked once more, then back to waiting; who has no place to wait for is let go."""
    room = draft.state.room
    misses = room.misses + 1 if isinstance(room, WithHuman) else 1
    draft.emit(InputNotMatched(count=misses) if draft.events else CustomerSilent(count=misses))
    if ticket.status not in NO_PLACE:
        still(words, draft, ticket)
        fetched(words, draft, ticket)
        return None
    if misses >= MISSES:
        return ToEnd()
    if not silent:
        draft.say_phrase(words, "system.not_understood")
    ask_options(words, draft, misses=misses)
    return None


def _next(draft: Draft) -> str:
    count = draft.state.promises + 1
    draft.change(promises=count)
    return promise_id(SessionId(draft.state.session), count)
