"""The menus as a room: an input at a node in, words and the next question out. Pure; knows no channel but its medium."""

from actions.reading.number_kinds import OrderDigits
from actions.reading.orders_named import surely_order
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff
from frontdesk.core.given import spoke
from frontdesk.core.inputs import CustomerInput, MachineInput, NothingHeard, TextTyped
from frontdesk.core.rooms import InMenu
from frontdesk.core.settling import settle, settle_language
from frontdesk.core.turn import Draft
from frontdesk.ivr.act import finished, noted
from frontdesk.ivr.act import slow as still_at_work
from frontdesk.ivr.again import otherwise, queue_of, silent
from frontdesk.ivr.answered_ahead import answers_next
from frontdesk.ivr.ask import Question, ask, is_phone, is_secret
from frontdesk.ivr.collecting import collect, lost, onto_next, says_digit
from frontdesk.ivr.consent import put_consent
from frontdesk.ivr.consenting import consented
from frontdesk.ivr.listen import keys_of, knows_not, option_of, says_no, wants, wants_operator, wants_repeat, words_of
from frontdesk.ivr.manners import FAILURES
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import OPERATOR_KEY, Action, Collect, Consent, Menu, Option, Survey, Target
from frontdesk.ivr.rated import answer
from frontdesk.ivr.rating import put_question
from frontdesk.ivr.unheard import amid, request_heard
from frontdesk.ivr.walk import Walk, main_start

__all__ = ["FAILURES", "again", "noted", "resume", "slow", "start", "step"]


def start(book: FlowBook, draft: Draft, flow: str = "main") -> Exit | None:
    """Begin a flow."""
    return Walk(book, draft).go(book.flows[flow].start)


def resume(book: FlowBook, draft: Draft, flow: str, node: str) -> Exit | None:
    """Come back to a node, or to the main flow's home if this version of the flows has no such node.

    What the bot could not answer, or was in the middle of, leads on from there, if a menu has an option for it; nobody is asked
    what else there is while that is open.
    """
    known = book.node(flow, node) is not None
    target = Target(flow, node) if known else book.flows["main"].home_target
    request = request_heard(book, draft, target)
    if request is not None:
        return _take(book, draft, request)
    open_still = amid(draft) and isinstance(book.node(target.flow, target.node), Menu)
    return Walk(book, draft).go(book.flows["main"].home_target if open_still else target)


def step(book: FlowBook, draft: Draft, room: InMenu, given: CustomerInput | MachineInput) -> Exit | None:
    """One input at a node; says where to go when the menus are left."""
    node = book.node(room.flow, room.node)
    if isinstance(node, Action):
        return _acting(book, draft, node, given)
    if isinstance(node, Survey) and isinstance(given, CustomerInput):
        return answer(book, draft, node, room, given)
    if isinstance(node, Consent) and isinstance(given, CustomerInput):
        return consented(book, draft, node, given)
    if not isinstance(node, Menu | Collect):
        return Walk(book, draft).go(main_start(book))
    match given:
        case NothingHeard():
            return silent(book, draft, node, room)
        case _ if isinstance(given, CustomerInput):
            return _heard(book, draft, node, room, given)
        case _:
            ask(book, draft, node, room)  # a reply nobody waits for any more: the question stands
            return None


def again(book: FlowBook, draft: Draft, room: InMenu) -> Exit | None:
    """The question once more, as it was just asked to be put; where the language it is to be in was the question, on from it."""
    node = book.node(room.flow, room.node)
    match node:
        case Menu() if draft.state.lang_settled and (
            option := next((o for o in node.options if o.lang == draft.state.lang), None)
        ):
            return _take(book, draft, option)
        case Menu() | Collect():
            ask(book, draft, node, room)
        case Survey():
            put_question(book, draft, node, room)
        case Consent():
            put_consent(book, draft, node)
        case _:
            return Walk(book, draft).go(main_start(book))
    return None


def _acting(book: FlowBook, draft: Draft, node: Action, given: CustomerInput | MachineInput) -> Exit | None:
    """At an action the task speaks; who speaks in its place is heard when they want a person."""
    if isinstance(given, CustomerInput) and not isinstance(given, NothingHeard):
        draft.emit(spoke(given))
        if keys_of(given) == OPERATOR_KEY or wants_operator(book, given):
            return ToHandoff(reason="asked", queue=queue_of(book))
    return finished(book, draft, node, given)


def slow(book: FlowBook, draft: Draft) -> Exit | None:
    """The task asked is still at work; whoever is elsewhere by now is not disturbed."""
    room = draft.state.room
    node = book.node(room.flow, room.node) if isinstance(room, InMenu) else None
    return still_at_work(book, draft, node) if isinstance(node, Action) else None


def _heard(book: FlowBook, draft: Draft, node: Question, room: InMenu, given: CustomerInput) -> Exit | None:
    operator = node.manners.operator_off is None and (
        _presses_operator(node, room, given) or wants_operator(book, given)
    )
    repeat = wants_repeat(book, given)
    ahead = answers_next(book, draft, node, room, given) if isinstance(node, Collect) else None
    secret = isinstance(node, Collect) and is_secret(ahead or node) and not (operator or repeat)
    words = words_of(given)
    order = surely_order(words, _asked_digits(node)) if words else ""
    draft.emit(spoke(given, secret=secret or _keys_a_phone(ahead or node, given), order=order))
    if isinstance(given, TextTyped) and not secret and draft.state.channel == "chat":
        settle_language(draft, given.text, book.locales)
    if operator:
        return _operator(book, draft, node)
    if repeat:
        ask(book, draft, node, room)
        return None
    if isinstance(node, Collect) and ahead is not None:
        return onto_next(book, draft, node, ahead, given)
    option = option_of(book, node, given) if isinstance(node, Menu) else None
    if option is not None:
        return _take(book, draft, option)
    if node.manners.help is not None and wants(book, "help", given):
        draft.say_phrase(book, node.manners.help, **draft.state.facts)
        ask(book, draft, node, room)
        return None
    if node.manners.back and _wants_back(book, given) and (before := _before(book, draft, room)):
        return Walk(book, draft).go(before)
    if isinstance(node, Collect) and node.lost is not None and _has_none(book, node, room, given):
        return lost(book, draft, node, room)
    if isinstance(node, Collect) and node.lost is not None and _says_by_key(node, room, given):
        return Walk(book, draft).go(node.lost)
    return (
        otherwise(book, draft, node, room, given) if isinstance(node, Menu) else collect(book, draft, node, room, given)
    )


def _asked_digits(node: Question) -> OrderDigits | None:
    """How many digits an order number has here, where one was asked for."""
    if not isinstance(node, Collect) or node.fact != "order_number" or not node.form.is_digits:
        return None
    return OrderDigits(node.form.least, node.form.most)


def _presses_operator(node: Question, room: InMenu, given: CustomerInput) -> bool:
    """Whether 0 is pressed, or said where it is no digit of the number that was asked for."""
    return keys_of(given) == OPERATOR_KEY and not says_digit(node, room, given)


def _keys_a_phone(node: Question, given: CustomerInput) -> bool:
    """Whether a phone number is keyed in, which is no more written down than one that is said."""
    return isinstance(node, Collect) and is_phone(node) and len(keys_of(given) or "") > 1


def _has_none(book: FlowBook, node: Collect, room: InMenu, given: CustomerInput) -> bool:
    """Whether somebody says that they do not know it; a bare no says so, too, where it is not the answer."""
    asked = room.pending is None and node.answers is None
    return knows_not(book, given) or (asked and says_no(book, given))


def _says_by_key(node: Collect, room: InMenu, given: CustomerInput) -> bool:
    """Whether the key of who does not know it was pressed; at a read-back it is an answer, within a number a digit."""
    if says_digit(node, room, given):
        return False
    return node.lost_key is not None and room.pending is None and not room.part and keys_of(given) == node.lost_key


def _wants_back(book: FlowBook, given: CustomerInput) -> bool:
    return (book.back_key is not None and keys_of(given) == book.back_key) or wants(book, "back", given)


def _before(book: FlowBook, draft: Draft, room: InMenu) -> Target | None:
    """The question before this one that would still be asked; the trail is cut to what lies before it."""
    walk = Walk(book, draft)
    for i, name in reversed(tuple(enumerate(room.trail))):
        flow, _, node_name = name.partition(".")
        node = book.node(flow, node_name)
        if node is not None and not walk.passes(node):
            draft.enter(replace(room, flow=flow, node=node_name, trail=room.trail[:i]))
            return node.target
    return None


def _operator(book: FlowBook, draft: Draft, node: Question) -> Exit | None:
    """0, or asking for a person: as the menu says, else to the queue of the book."""
    option = next((o for o in node.options if o.key == OPERATOR_KEY), None) if isinstance(node, Menu) else None
    if option is not None:
        return Walk(book, draft).go(option.goto)
    return ToHandoff(reason="asked", queue=queue_of(book))


def _take(book: FlowBook, draft: Draft, option: Option) -> Exit | None:
    if option.lang is not None:
        settle(draft, str(option.lang), "key")
    if option.goal is not None:
        draft.learn({"goal": str(option.goal)})
    return Walk(book, draft).go(option.goto)
