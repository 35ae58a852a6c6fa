"""Words about the talk itself, heard in every room alike: "hold on", after which the question stands and there is time; and
"hello? what?" or, back again, "ok", after which it is put once more. Pure."""

from actions.meaning.hesitating import called_away, puts_off
from actions.meaning.hesitating import only_back as says_back
from actions.reading.numbers import digits_in
from frontdesk.core.evolve import replace
from frontdesk.core.given import aside
from frontdesk.core.inputs import CustomerInput, TextTyped, WordsSpoken
from frontdesk.core.rooms import InMenu, InTalk, WithHuman
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer
from frontdesk.ivr.listen import nothing_but_unheard, wants_time
from frontdesk.ivr.model import FlowBook

SHORTEST = 3  # digits of a number; 等一下 has one, too
YES = "/affirm"  # what the button says that agrees to what the bot would do
TIME_S = 20.0  # of silence, for who looks for something


def only_time(book: FlowBook, draft: Draft, given: CustomerInput) -> bool:
    """Whether nothing but time was asked for; then there is some, and what was asked stands."""
    wait = _asked(draft)
    if wait is None or not isinstance(given, WordsSpoken | TextTyped) or len(digits_in(given.text)) >= SHORTEST:
        return False
    if not (wants_time(book, given.text) or called_away(given.text)):
        return False
    if puts_off(given.text) and any(choice.payload == YES for choice in wait.choices):
        return False  # what was read back is not agreed to, and is left
    draft.emit(aside(given))
    draft.say_phrase(book, "system.take_your_time")
    draft.enter(draft.state.room, replace(wait, timeout_s=max(wait.timeout_s, TIME_S), paused=True))
    return True


def only_back(draft: Draft, given: CustomerInput) -> bool:
    """Whether it is only said that the time that was asked for is over: no yes to what was asked before, which is put again."""
    wait = _asked(draft)
    if wait is None or not wait.paused or not isinstance(given, WordsSpoken | TextTyped) or not says_back(given.text):
        return False
    draft.emit(aside(given))
    draft.enter(draft.state.room, replace(wait, paused=False))
    return True


def only_unheard(book: FlowBook, draft: Draft, given: CustomerInput) -> bool:
    """Whether a caller only says that they did not hear, or asks whether we do."""
    if _asked(draft) is None or not isinstance(given, WordsSpoken) or not nothing_but_unheard(book, given.text):
        return False
    draft.emit(aside(given))
    return True


def _asked(draft: Draft) -> ForCustomer | None:
    """The wait of a question that is open; a message is left in the caller's own words."""
    room, wait = draft.state.room, draft.state.wait
    asks = isinstance(room, InMenu | InTalk) or (isinstance(room, WithHuman) and room.asking != "message")
    return wait if asks and isinstance(wait, ForCustomer) else None
