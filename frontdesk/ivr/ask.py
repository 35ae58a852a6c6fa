"""Asking the customer: the question, its options, and the wait that ends the turn. Knows no answer."""

from dataclasses import dataclass

from frontdesk.core.events import Event
from frontdesk.core.facts import FACTS
from frontdesk.core.rooms import InMenu, State
from frontdesk.core.turn import PRESS, Draft
from frontdesk.core.waits import Choice, ForCustomer, Wait
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.listen import payload
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu

Question = Menu | Collect
YES, NO = "1", "2"
PRESS_SLOTS = frozenset(SYSTEM_PROMPTS[PRESS])  # known wherever an option is read out
BETWEEN_S = 2.0  # between the keys of a number; who pressed one key for yes waits no longer than this
MOST_LISTED = 9
MESSAGE_S = 120.0  # a voice message; longer ones nobody listens to


def ask(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> None:
    """Put the question of a node, of its read-back, or of the rest of its number, and wait for the customer."""
    if isinstance(node, Collect) and room.pending is not None:
        _ask_whether(book, draft, node, room, room.pending)
        return
    if isinstance(node, Collect) and room.part:
        _ask_rest(book, draft, node, room)
        return
    state = draft.state
    timeout_s = book.timeout_s(node.patience, state)
    if offered := offered_by(node):
        draft.change(offered_langs=() if state.lang_settled else offered)
        state = draft.state
    key = ("asked", node.flow, node.name, state.channel, state.lang, state.langs, timeout_s)
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
    named = (key for option in node.options for key in (option.label, option.press)) if isinstance(node, Menu) else ()
    if isinstance(node, Collect) and node.among is not None:
        return None
    prompts = [locale.prompts.get(key) for locale in book.locales.values() for key in (node.prompt, *named) if key]
    if any(prompt is None or {slot.name for slot in prompt.slots} - PRESS_SLOTS for prompt in prompts):
        return None
    return _put(book, draft, node, room)


def _put(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> Asked:
    apart = Draft(draft.state, at=draft.at)
    if isinstance(node, Menu):
        _ask_menu(book, apart, node, room)
    else:
        _ask_entry(book, apart, node, room)
    return Asked(tuple(apart.events), apart.state.wait)


def offered_by(node: Question | None) -> tuple[str, ...]:
    """The languages a menu lets one choose."""
    return tuple(str(o.lang) for o in node.options if o.lang) if isinstance(node, Menu) else ()


def _ask_menu(book: FlowBook, draft: Draft, node: Menu, room: InMenu) -> None:
    draft.say_phrase(book, node.prompt, **draft.state.facts)
    choices: list[Choice] = []
    for option in node.options:
        lang = option.lang or draft.state.lang
        label = book.phrase(option.label, lang, draft.state.facts).text
        choices.append(Choice(label=label, payload=payload(node, option), key=str(option.key)))
        if draft.state.channel == "voice":  # on chat they are buttons
            draft.say_key(book, option.label, option.key, option.press or PRESS, (option.lang,) if option.lang else ())
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=1,
        hints=_hints(book, draft, node),
        choices=tuple(choices),
        barge_in=node.manners.barge_in,
    )
    draft.enter(room, wait)


def _hints(book: FlowBook, draft: Draft, node: Menu) -> tuple[str, ...]:
    """Words a recogniser should expect: those of the options, in the languages that may be spoken now."""
    langs, lists = draft.state.langs, tuple(option.words for option in node.options if option.words)
    return book.once(("hints", langs, lists), lambda: _each_word(book, langs, lists))


def _each_word(book: FlowBook, langs: tuple[str, ...], lists: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(word for lang in langs for words in lists for word in book.words_in(words, lang)))


def _ask_entry(book: FlowBook, draft: Draft, node: Collect, room: InMenu) -> None:
    draft.say_phrase(book, node.prompt, **draft.state.facts)
    choices = _yes_and_no(book, draft, (node.answers.yes, node.answers.no)) if node.answers else ()
    hints = _answer_hints(book, draft) if choices else ()
    places = _places(book, draft, node)
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=node.form.keys,
        between_s=BETWEEN_S if places else 0.0,
        secret=is_secret(node),
        hints=hints,
        choices=choices or places,
        barge_in=node.manners.barge_in,
        record_s=MESSAGE_S if node.fact == "message" else 0.0,
    )
    draft.enter(room, wait)


def _places(book: FlowBook, draft: Draft, node: Collect) -> tuple[Choice, ...]:
    """The values there are, each with the key of its place; read out on the phone."""
    values = listed(draft.state, node)
    if draft.state.channel == "voice":
        for place, value in enumerate(values, start=1):
            draft.say_phrase(book, "system.press_listed", number=value, key=str(place))
    return tuple(Choice(label=value, payload=value, key=str(place)) for place, value in enumerate(values, start=1))


def listed(state: State, node: Collect) -> tuple[str, ...]:
    """The values a collect may point at, in the order they were told in; one alone is no list."""
    values = tuple(state.facts.get(node.among, "").split()) if node.among is not None else ()
    return values[:MOST_LISTED] if len(values) > 1 else ()


def _ask_rest(book: FlowBook, draft: Draft, node: Collect, room: InMenu) -> None:
    """What is there of the number, and the wait for the digits that follow."""
    if is_phone(node):
        draft.say_given(book, "system.digits_so_far", {"digits": room.part})
    else:
        draft.say_phrase(book, "system.digits_so_far", digits=room.part)
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=node.form.most - len(room.part),
        barge_in=node.manners.barge_in,
    )
    draft.enter(room, wait)


def _ask_whether(book: FlowBook, draft: Draft, node: Collect, room: InMenu, pending: str) -> None:
    confirm = node.confirm
    assert confirm is not None, "Only a node with a read-back has something pending."
    known = node.known if node.known and draft.state.facts.get(node.fact) == pending else None
    if is_phone(node):
        draft.say_given(book, known or confirm.prompt, {node.fact: pending}, **draft.state.facts)
    else:
        draft.say_phrase(book, known or confirm.prompt, **{**draft.state.facts, node.fact: pending})
    wait = ForCustomer(
        timeout_s=book.timeout_s(node.patience, draft.state),
        max_digits=node.form.keys if known else 1,  # what we guessed may be another one, keyed in whole
        between_s=BETWEEN_S if known else 0.0,
        hints=_answer_hints(book, draft),
        choices=_yes_and_no(book, draft, (confirm.yes, confirm.no)),
        barge_in=node.manners.barge_in,
    )
    draft.enter(room, wait)


def _yes_and_no(book: FlowBook, draft: Draft, labels: tuple[str, str]) -> tuple[Choice, ...]:
    """The two answers, read out on the phone."""
    if draft.state.channel == "voice":
        for label, key in zip(labels, (YES, NO), strict=True):
            draft.say_key(book, label, key)
    return tuple(
        Choice(label=book.phrase(label, draft.state.lang).text, payload=answer, key=key)
        for label, answer, key in zip(labels, ("yes", "no"), (YES, NO), strict=True)
    )


def _answer_hints(book: FlowBook, draft: Draft) -> tuple[str, ...]:
    lang = draft.state.lang
    return (*book.words_in("yes", lang), *book.words_in("no", lang))


def is_phone(node: Collect) -> bool:
    """Whether a phone number is collected here: it is used, and stands in no words that are read later."""
    fact = FACTS.get(node.fact)
    return fact is not None and fact.form == "phone"


def is_secret(node: Collect) -> bool:
    """Whether what is collected here must never be written down."""
    fact = FACTS.get(node.fact)
    return fact is not None and fact.secret
