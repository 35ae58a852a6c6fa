"""Asking again: silence, words that fit nothing, entries that can't be; other words each time, in the end a human. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.core.events import CustomerSilent, InputNotMatched
from frontdesk.core.evolve import replace
from frontdesk.core.exits import Exit, ToHandoff, ToTalk
from frontdesk.core.inputs import ChoicePicked, CustomerInput, KeysPressed, WordsSpoken
from frontdesk.core.rooms import InMenu
from frontdesk.core.spoken import digits_in
from frontdesk.core.turn import Draft
from frontdesk.ivr.ask import Question, ask, offered_by
from frontdesk.ivr.listen import enough, hesitates, keys_of, words_of
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.nodes import Collect, Menu

ONE_ANSWER = "system.one_answer"
UNSURE = 0.4  # of what was heard: noise on the line


def otherwise(book: FlowBook, draft: Draft, node: Question, room: InMenu, given: CustomerInput) -> Exit | None:
    """Nothing fitted: words may go to the bot; keys, digits of a wrong length where some are asked, and an "um" are a miss."""
    words = words_of(given) if not isinstance(given, ChoicePicked) or given.title else ""
    request = _more_than_a_key(node, given) and not _no_language(draft, node, given)
    if node.otherwise_talk and words.strip() and request and not hesitates(words):
        return ToTalk(text=words, back_flow=room.flow, back_node=room.node)
    return missed(book, draft, node, room, ONE_ANSWER if _no_answer(node, given) else None)


def _no_answer(node: Question, given: CustomerInput) -> bool:
    """Whether words are meant for somebody, not for the question: anger, another request. Noise is none, nor are digits."""
    if not isinstance(node, Collect) or (isinstance(given, WordsSpoken) and (given.confidence or 1.0) < UNSURE):
        return False
    words = words_of(given)
    return enough(words) and not hesitates(words) and not digits_in(words)


def _more_than_a_key(node: Question, given: CustomerInput) -> bool:
    """An order number said or typed at a menu is a request, not a wrong key."""
    keys = keys_of(given)
    return keys is None or (isinstance(node, Menu) and not isinstance(given, KeysPressed) and len(keys) > 1)


def _no_language(draft: Draft, node: Question, given: CustomerInput) -> bool:
    """Who is asked for the language and only says hello, has told neither that nor a request."""
    return isinstance(given, WordsSpoken) and bool(offered_by(node)) and not draft.state.lang_settled


def missed(book: FlowBook, draft: Draft, node: Question, room: InMenu, wrong: str | None = None) -> Exit | None:
    """A miss: the words for it, or those that say what was wrong with the entry, as long as we go on asking."""
    count = room.misses + 1
    draft.emit(InputNotMatched(count=count))
    after = replace(room, misses=count)
    return _again(book, draft, node, after, Ladder(node.patience.miss, count, wrong))


def silent(book: FlowBook, draft: Draft, node: Question, room: InMenu) -> Exit | None:
    """A silence: the words for the first, second, third."""
    count = room.silences + 1
    draft.emit(CustomerSilent(count=count))
    after = replace(room, silences=count)
    return _again(book, draft, node, after, Ladder(node.patience.silence, count))


@dataclass(frozen=True, slots=True)
class Ladder:
    """The words of each time, which time it is, and words of its own for this one."""

    words: Sequence[str]
    count: int
    instead: str | None = None

    def now(self) -> str:
        return self.instead or self.words[min(self.count, len(self.words)) - 1]


def _again(book: FlowBook, draft: Draft, node: Question, room: InMenu, ladder: Ladder) -> Exit | None:
    """The words, then the question again; when the tries are used up, the last words of the ladder and a human."""
    tired = room.silences + room.misses >= book.tries(node.patience, draft.state)
    draft.say_phrase(book, ladder.words[-1] if tired else ladder.now(), **draft.state.facts)
    if tired:
        return ToHandoff(reason="failures", queue=queue_of(book))
    ask(book, draft, node, room)
    return None


def queue_of(book: FlowBook) -> str:
    """Where 0 and too many failures lead."""
    return str(book.human or "service")
