"""Asking the customer: the question, its options, and the wait that ends the turn. Knows no answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.core.events import Event
from frontdesk.core.facts import FACTS
from frontdesk.core.rooms import InMenu
from frontdesk.core.turn import Draft
from frontdesk.core.waits import Choice, ForCustomer, Wait
from frontdesk.ivr.listen import payload
from frontdesk.ivr.model import Collect, FlowBook, Menu

Question = Menu | Collect
YES, NO = "1", "2"
MESSAGE_S = 120.0  # a voice message; longer ones nobody listens to


def ask(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> None:
    """Put the question of a node, or of its read-back when something is pending, and wait for the customer."""
    if isinstance(node, Collect) and room.pending is not None:
        _ask_whether(book, draft, node, room, room.pending)
        return
    state = draft.state
    timeout_s = book.timeout_s(node.patience, state)
    key = ("asked", node.flow, node.name, state.channel, state.lang, state.lang_settled, timeout_s)
    asked = book.once(key, lambda: _asked(book, draft, node, room)) or _put(book, draft, node, room)
    draft.events += asked.said
    draft.enter(room, asked.wait)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put: what is said, and the wait for the answer."""

    said: tuple[Event, ...]
    wait: Wait


def _asked(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> Asked | None:
    """The question if it is the same for everybody; None when it names what differs from customer to customer."""
    keys = (node.prompt, *(option.label for option in node.options)) if isinstance(node, Menu) else (node.prompt,)
    prompts = (locale.prompts.get(key) for locale in book.locales.values() for key in keys)
    if any(prompt is None or prompt.slots for prompt in prompts):
        return None
    return _put(book, draft, node, room)


def _put(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> Asked:
    apart = Draft(draft.state, at=draft.at)
    if isinstance(node, Menu):
        _ask_menu(book, apart, node, room)
    else:
        _ask_entry(book, apart, node, room)
    return Asked(tuple(apart.events), apart.state.wait)


def say(book: FlowBook, draft: Draft, node: Question | None, prompt: str, values: Mapping[str, str]) -> None:
    """Say a prompt; at a menu that asks for the language, in each of its languages until one is settled."""
    for lang in langs_of(draft, node):
        phrase = book.phrase(prompt, lang, values)
        draft.say(phrase.text, spoken=phrase.spoken, lang=lang, prompt=prompt)


def langs_of(draft: Draft, node: Question | None) -> tuple[str, ...]:
    langs = tuple(o.lang for o in node.options if o.lang) if isinstance(node, Menu) else ()
    return langs if langs and not draft.state.lang_settled else (draft.state.lang,)


def _ask_menu(book: FlowBook, draft: Draft, node: Menu, room: InMenu) -> None:
    say(book, draft, node, node.prompt, draft.state.facts)
    choices: list[Choice] = []
    for option in node.options:
        lang = option.lang or draft.state.lang
        label = book.phrase(option.label, lang, draft.state.facts).text
        choices.append(Choice(label=label, payload=payload(node, option), key=option.key))
        _read_out(book, draft, lang, label, option.key)
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=1,
        hints=_hints(book, draft, node),
        choices=tuple(choices),
        barge_in=node.manners.barge_in,
    )
    draft.enter(room, wait)


def _read_out(book: FlowBook, draft: Draft, lang: str, label: str, key: str) -> None:
    """On the phone options are spoken; on chat they are buttons."""
    if draft.state.channel == "voice":
        phrase = book.phrase("system.press_for", lang, {"label": label, "key": key})
        draft.say(phrase.text, spoken=phrase.spoken, lang=lang, prompt="system.press_for")


def _hints(book: FlowBook, draft: Draft, node: Menu) -> tuple[str, ...]:
    """Words a recogniser should expect: those of the options, in the languages that may be spoken now."""
    found = (
        word
        for lang in langs_of(draft, node)
        for option in node.options
        for word in (book.words_in(option.words, lang) if option.words else ())
    )
    return tuple(dict.fromkeys(found))


def _ask_entry(book: FlowBook, draft: Draft, node: Collect, room: InMenu) -> None:
    say(book, draft, node, node.prompt, draft.state.facts)
    choices = _yes_and_no(book, draft, (node.answers.yes, node.answers.no)) if node.answers else ()
    hints = _answer_hints(book, draft) if choices else ()
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=node.form.keys,
        secret=is_secret(node),
        hints=hints,
        choices=choices,
        barge_in=node.manners.barge_in,
        record_s=MESSAGE_S if node.fact == "message" else 0.0,
    )
    draft.enter(room, wait)


def _ask_whether(book: FlowBook, draft: Draft, node: Collect, room: InMenu, pending: str) -> None:
    confirm = node.confirm
    assert confirm is not None, "Only a node with a read-back has something pending."
    known = node.known if node.known and draft.state.facts.get(node.fact) == pending else None
    say(book, draft, node, known or confirm.prompt, {**draft.state.facts, node.fact: pending})
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=1,
        hints=_answer_hints(book, draft),
        choices=_yes_and_no(book, draft, (confirm.yes, confirm.no)),
        barge_in=node.manners.barge_in,
    )
    draft.enter(room, wait)


def _yes_and_no(book: FlowBook, draft: Draft, labels: tuple[str, str]) -> tuple[Choice, ...]:
    """The two answers, read out on the phone."""
    lang = draft.state.lang
    said = (book.phrase(key, lang).text for key in labels)
    choices = tuple(
        Choice(label=label, payload=answer, key=key)
        for label, answer, key in zip(said, ("yes", "no"), (YES, NO), strict=True)
    )
    for choice in choices:
        _read_out(book, draft, lang, choice.label, choice.key or "")
    return choices


def _answer_hints(book: FlowBook, draft: Draft) -> tuple[str, ...]:
    lang = draft.state.lang
    return (*book.words_in("yes", lang), *book.words_in("no", lang))


def is_secret(node: Collect) -> bool:
    """Whether what is collected here must never be written down."""
    fact = FACTS.get(node.fact)
    return fact is not None and fact.secret
