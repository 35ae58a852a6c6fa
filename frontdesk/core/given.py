"""What the customer gave, as one line of text, whatever the medium. Pure; knows no room."""

from typing import Literal

from frontdesk.core.events import CustomerSpoke
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import ChoicePicked, CustomerInput, KeysPressed, NothingHeard, TextTyped, WordsSpoken
from frontdesk.core.never_kept import without_secrets
from frontdesk.core.recording import around_recordings
from frontdesk.core.volunteered import MASK, without_proof
from frontdesk.core.waits import ForCustomer, Wait

Via = Literal["keys", "speech", "text", "choice"]


def given_text(given: CustomerInput) -> str:
    """The words, keys or payload; empty for silence."""
    match given:
        case KeysPressed():
            return given.digits
        case WordsSpoken() | TextTyped():
            return given.text
        case ChoicePicked():
            return given.payload
        case NothingHeard():
            return ""


def spoke(given: CustomerInput, *, secret: bool = False, order: str = "") -> CustomerSpoke:
    """The event for what the customer gave; masked when it answers a secret question. `order`: an order's number in it."""
    if secret:
        return CustomerSpoke(text=MASK, via=_via(given))
    match given:
        case WordsSpoken():
            return CustomerSpoke(text=written(given.text, order), via="speech", confidence=given.confidence)
        case ChoicePicked():
            return CustomerSpoke(text=given.title or given.payload, via="choice")
        case TextTyped():
            return CustomerSpoke(text=written(given.text, order), via="text", attachment=given.attachment)
        case _:
            return CustomerSpoke(text=without_secrets(given_text(given)), via=_via(given))


def written(text: str, order: str = "") -> str:
    """What may be written down of a customer's words: no card, no phone number, no proof of identity."""
    return around_recordings(text, lambda part: without_proof(without_secrets(part), order))


def aside(given: CustomerInput) -> CustomerSpoke:
    """The event for words about the conversation itself."""
    return replace(spoke(given), aside=True)


def _via(given: CustomerInput) -> Via:
    match given:
        case KeysPressed():
            return "keys"
        case WordsSpoken():
            return "speech"
        case ChoicePicked():
            return "choice"
        case TextTyped() | NothingHeard():
            return "text"


def chosen(given: CustomerInput, wait: Wait) -> str | None:
    """The payload of the choice this input picks by key or button, if it picks one."""
    if not isinstance(wait, ForCustomer):
        return None
    for choice in wait.choices:
        if isinstance(given, KeysPressed) and choice.key == given.digits:
            return choice.payload
        if isinstance(given, ChoicePicked) and choice.payload == given.payload:
            return choice.payload
    return None
