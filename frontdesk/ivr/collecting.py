"""Taking an entry: read it, check it, read it back, keep it. Pure; what counts as an entry is `entry/`."""

import re

from actions.meaning.references import place_of
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff
from frontdesk.core.given import chosen
from frontdesk.core.inputs import CustomerInput, KeysPressed, WordsSpoken
from frontdesk.core.rooms import InMenu
from frontdesk.core.spoken import digits_in
from frontdesk.core.turn import Draft
from frontdesk.ivr.again import missed, otherwise, queue_of
from frontdesk.ivr.ask import Question, ask, is_secret, listed
from frontdesk.ivr.entry.form import Entry
from frontdesk.ivr.entry.reading import entered
from frontdesk.ivr.listen import keys_of, words_of, yes_or_no
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect
from frontdesk.ivr.walk import Walk


def collect(book: FlowBook, draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> Exit | None:
    """The customer's answer to the question, or to its read-back."""
    if room.pending is not None:
        return _confirm(book, draft, node, room, given)
    value = _pointed_at(draft, node, room, given)
    if value is not None:
        draft.learn({str(node.fact): value})
        return _onward(Walk(book, draft), node)
    pieces = _with_part(node, room, given)
    entry = _entry(book, draft, node, given) or (_entry(book, draft, node, pieces) if pieces else None)
    if entry is None and pieces is not None and len(pieces.digits) < node.form.least:
        ask(book, draft, node, replace(room, part=pieces.digits))
        return None
    room = replace(room, part="")
    if entry is None and _begins_secret(node, given):
        return missed(book, draft, node, room, "system.digits_at_once")
    if entry is None and _too_long(node, given):
        return missed(book, draft, node, room, node.manners.help)
    if entry is None:
        return otherwise(book, draft, node, room, given)
    if not entry.sound:
        return missed(book, draft, node, room, node.wrong)
    if is_secret(node):
        return _onward(Walk(book, draft, secrets={str(node.fact): entry.value}), node)
    if node.confirm is not None:
        ask(book, draft, node, replace(room, pending=entry.value))
        return None
    draft.learn({str(node.fact): entry.value})
    return _onward(Walk(book, draft), node)


def _pointed_at(draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> str | None:
    """The listed value that is meant by its place: a key, a button, "the second one". It is no guess to be read back."""
    values = listed(draft.state, node)
    if not values or room.part:
        return None
    picked = chosen(given, draft.state.wait)
    if picked in values:
        return picked
    number = keys_of(given) or ""
    place = int(number) if re.fullmatch("[1-9]", number) else place_of(words_of(given), len(values))
    return values[place - 1] if place is not None and place <= len(values) else None


def _with_part(node: Collect, room: InMenu, given: CustomerInput) -> KeysPressed | None:
    """What was given of the number until now; None where it is not given in pieces, or not digits were given.

    A secret is kept nowhere, not even for a turn, so it has to come whole; and one key alone begins no number, but one digit
    that is said does.
    """
    digits = keys_of(given) or ""
    if not node.form.is_digits or is_secret(node) or not (digits.isascii() and digits.isdigit()):
        return None
    if not room.part and len(digits) == 1 and not says_digit(node, room, given):
        return None
    return KeysPressed(at=given.at, digits=room.part + digits)


def says_digit(node: Question, room: InMenu, given: CustomerInput) -> bool:
    """Whether a single digit is said where a number was asked for: who says it one by one means no key by it."""
    number = isinstance(node, Collect) and node.form.is_digits and room.pending is None
    return number and isinstance(given, WordsSpoken) and re.fullmatch("[0-9]", keys_of(given) or "") is not None


def _begins_secret(node: Collect, given: CustomerInput) -> bool:
    """Whether some of a secret number was given, which is kept nowhere and so can't be waited for to be whole."""
    digits = keys_of(given) or ""
    return is_secret(node) and node.form.is_digits and digits.isdigit() and len(digits) < node.form.least


def _too_long(node: Collect, given: CustomerInput) -> bool:
    """Whether more than the digits that are asked for were given, such as the whole number instead of its end."""
    return node.form.is_digits and len(digits_in(words_of(given))) > node.form.most


def lost(book: FlowBook, draft: Draft, node: Collect, room: InMenu) -> Exit | None:
    """Who does not know it is helped first, if nothing else went wrong before; then led on. Words do what a key does."""
    assert node.lost is not None, "Only asked where there is a way for them."
    if room.silences + room.misses or node.manners.help is None or node.lost_key is not None:
        return Walk(book, draft).go(node.lost)
    return missed(book, draft, node, room, node.manners.help)


def _entry(book: FlowBook, draft: Draft, node: Collect, given: CustomerInput) -> Entry | None:
    return entered(node.form, given, book.today(draft.at), lambda said: yes_or_no(book, said))


def _confirm(book: FlowBook, draft: Draft, node: Collect, room: InMenu, given: CustomerInput) -> Exit | None:
    """The answer to a read-back. A corrected entry is taken at once; saying no too often calls a human."""
    corrected = _corrected(book, draft, node, given)
    if corrected is not None and corrected != room.pending:
        ask(book, draft, node, replace(room, pending=corrected))
        return None
    right = True if corrected is not None else yes_or_no(book, given)
    if right is None:
        return otherwise(book, draft, node, room, given)
    if right:
        draft.learn({str(node.fact): room.pending or ""})
        return _onward(Walk(book, draft), node)
    offered = draft.state.facts.get(node.fact) == room.pending  # no to what we guessed is no failure
    again = replace(room, pending=None, misses=room.misses + (0 if offered else 1))
    if again.silences + again.misses >= book.tries(node.patience, draft.state):
        return ToHandoff(reason="failures", queue=queue_of(book))
    ask(book, draft, node, again)
    return None


def onto_next(book: FlowBook, draft: Draft, node: Collect, following: Collect, given: CustomerInput) -> Exit | None:
    """What was read back is right, and the next question has its answer without having been put."""
    room = draft.state.room
    pending = room.pending if isinstance(room, InMenu) else None
    draft.learn({str(node.fact): pending or ""})
    return collect(book, draft, following, Walk(book, draft).arrive(following), given)


def _corrected(book: FlowBook, draft: Draft, node: Collect, given: CustomerInput) -> str | None:
    """Another entry in place of yes or no; words and answers can't be told from those."""
    if node.form.kind in ("text", "yes_no") or keys_of(given) in ("1", "2"):
        return None
    entry = _entry(book, draft, node, given)
    return entry.value if entry is not None and entry.sound else None


def _onward(walk: Walk, node: Collect) -> Exit | None:
    assert node.goto is not None, f"{node.name} leads nowhere; run `frontdesk check`."
    return walk.go(node.goto)
