"""The menus as a room: an input at a node in, words and the next question out. Pure; knows no channel but its medium."""

from dataclasses import replace

from frontdesk.core.events import CustomerSilent, InputNotMatched, LanguageChosen
from frontdesk.core.exits import Exit, ToHandoff, ToTalk
from frontdesk.core.given import spoke
from frontdesk.core.inputs import ChoicePicked, CustomerInput, MachineInput, NothingHeard, TextTyped
from frontdesk.core.language import detect
from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.ivr.act import finished
from frontdesk.ivr.ask import Question, ask, is_secret, say
from frontdesk.ivr.listen import digits_of, keys_of, option_of, wants_operator, wants_repeat, words_of, yes_or_no
from frontdesk.ivr.model import OPERATOR_KEY, Action, Collect, FlowBook, Menu, Option, Target
from frontdesk.ivr.walk import Walk, main_start

FAILURES = 3  # silences and misses at one question; then a human is called


def start(book: FlowBook, draft: Draft, flow: str = "main") -> Exit | None:
    """Begin a flow."""
    return Walk(book, draft).go(book.flows[flow].start)


def resume(book: FlowBook, draft: Draft, flow: str, node: str) -> Exit | None:
    """Come back to a node, or to the main flow's home if this version of the flows has no such node."""
    known = book.node(flow, node) is not None
    return Walk(book, draft).go(Target(flow, node) if known else book.flows["main"].home_target)


def step(book: FlowBook, draft: Draft, room: InMenu, given: CustomerInput | MachineInput) -> Exit | None:
    """One input at a node; says where to go when the menus are left."""
    node = book.node(room.flow, room.node)
    if isinstance(node, Action):
        return finished(book, draft, node, given)
    if not isinstance(node, Menu | Collect):
        return Walk(book, draft).go(main_start(book))
    match given:
        case NothingHeard():
            return _silent(book, draft, node, room)
        case _ if isinstance(given, CustomerInput):
            return _heard(book, draft, node, room, given)
        case _:
            ask(book, draft, node, room)  # a reply nobody waits for any more: the question stands
            return None


def _heard(book: FlowBook, draft: Draft, node: Question, room: InMenu, given: CustomerInput) -> Exit | None:
    operator = keys_of(given) == OPERATOR_KEY or wants_operator(book, given)
    repeat = wants_repeat(book, given)
    secret = isinstance(node, Collect) and is_secret(node) and not (operator or repeat)
    draft.emit(spoke(given, secret=secret))
    if isinstance(given, TextTyped) and not secret:
        _settle_language(book, draft, given.text)
    if operator:
        return _operator(book, draft, node)
    if repeat:
        ask(book, draft, node, room)
        return None
    if isinstance(node, Menu):
        return _choose(book, draft, node, room, given)
    if room.pending is not None:
        return _confirm(book, draft, node, room, given)
    return _collect(book, draft, node, room, given)


def _settle_language(book: FlowBook, draft: Draft, text: str) -> None:
    """Chat speaks the language the customer writes."""
    lang = detect(text)
    settled = lang == draft.state.lang and draft.state.lang_settled
    if lang in book.locales and not settled and draft.state.channel == "chat":
        draft.change(lang=lang, lang_settled=True)
        draft.emit(LanguageChosen(lang=str(lang), how="detected"))


def _operator(book: FlowBook, draft: Draft, node: Question) -> Exit | None:
    """0, or asking for a person: as the menu says, else to the queue of the book."""
    option = next((o for o in node.options if o.key == OPERATOR_KEY), None) if isinstance(node, Menu) else None
    if option is not None:
        return Walk(book, draft).go(option.goto)
    return ToHandoff(reason="asked", queue=_queue(book))


def _queue(book: FlowBook) -> str:
    return str(book.human or "service")


def _choose(book: FlowBook, draft: Draft, node: Menu, room: InMenu, given: CustomerInput) -> Exit | None:
    option = option_of(book, node, given)
    if option is not None:
        return _take(book, draft, option)
    return _otherwise(book, draft, node, room, given)


def _take(book: FlowBook, draft: Draft, option: Option) -> Exit | None:
    if option.lang is not None:
        draft.change(lang=str(option.lang), lang_settled=True)
        draft.emit(LanguageChosen(lang=str(option.lang), how="key"))
    if option.goal is not None:
        draft.learn({"goal": str(option.goal)})
    return Walk(book, draft).go(option.goto)


def _collect(book: FlowBook, draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> Exit | None:
    digits = digits_of(given, node.least, node.most)
    if digits is None:
        return _otherwise(book, draft, node, room, given)
    if is_secret(node):
        return _onward(Walk(book, draft, secrets={str(node.fact): digits}), node)
    if node.confirm is not None:
        ask(book, draft, node, replace(room, pending=digits))
        return None
    draft.learn({str(node.fact): digits})
    return _onward(Walk(book, draft), node)


def _confirm(book: FlowBook, draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> Exit | None:
    """The answer to a read-back. A corrected number is taken at once; saying no three times calls a human."""
    corrected = digits_of(given, node.least, node.most)
    if corrected is not None and corrected != room.pending:
        ask(book, draft, node, replace(room, pending=corrected))
        return None
    right = True if corrected is not None else yes_or_no(book, given)
    if right is None:
        return _otherwise(book, draft, node, room, given)
    if right:
        draft.learn({str(node.fact): room.pending or ""})
        return _onward(Walk(book, draft), node)
    offered = draft.state.facts.get(node.fact) == room.pending  # no to what we guessed is no failure
    again = replace(room, pending=None, misses=room.misses + (0 if offered else 1))
    if again.silences + again.misses >= FAILURES:
        return ToHandoff(reason="failures", queue=_queue(book))
    ask(book, draft, node, again)
    return None


def _onward(walk: Walk, node: Collect) -> Exit | None:
    assert node.goto is not None, f"{node.name} leads nowhere; run `frontdesk check`."
    return walk.go(node.goto)


def _otherwise(book: FlowBook, draft: Draft, node: Question, room: InMenu, given: CustomerInput) -> Exit | None:
    """Nothing fitted: words may go to the bot; keys, and digits of a wrong length, are a miss."""
    words = words_of(given) if not isinstance(given, ChoicePicked) or given.title else ""
    if node.otherwise_talk and words.strip() and keys_of(given) is None:
        return ToTalk(text=words, back_flow=room.flow, back_node=room.node)
    count = room.misses + 1
    draft.emit(InputNotMatched(count=count))
    return _again(book, draft, node, replace(room, misses=count), node.patience.miss)


def _silent(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> Exit | None:
    count = room.silences + 1
    draft.emit(CustomerSilent(count=count))
    return _again(book, draft, node, replace(room, silences=count), node.patience.silence)


def _again(book: FlowBook, draft: Draft, node: Question, room: InMenu, words: tuple[str, ...]) -> Exit | None:
    """Other words each time, then the question again; after the last a human."""
    failures = room.silences + room.misses
    say(book, draft, node, words[min(failures, len(words)) - 1], draft.state.facts)
    if failures >= FAILURES:
        return ToHandoff(reason="failures", queue=_queue(book))
    ask(book, draft, node, room)
    return None
