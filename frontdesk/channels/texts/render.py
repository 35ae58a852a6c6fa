"""Turns as text messages: buttons as a numbered list, split where a reader would, never more than a carrier takes. Pure."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from frontdesk.channels.chat.render import utterances
from frontdesk.channels.voice.twiml import legal, pieces
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.waits import Choice, ForCustomer, Wait

LIMIT = 1600  # characters of one message
MOST = 10  # messages in one answer
WHATSAPP = "whatsapp:"
ADDRESSES = ("sms:", WHATSAPP)
EMPTY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'


def text_of(turns: Iterable[StoredTurn], before: Sequence[str] = ()) -> str:
    """Everything to be read, as one text: carriers promise no order among several messages."""
    said = [*before]
    choices: tuple[Choice, ...] = ()
    for turn in turns:
        said += [str(one["text"]) for one in utterances(turn)]
        choices = _choices(turn.state.wait)
    if choices and said:
        said.append("\n".join(f"{key}. {choice.label}" for key, choice in zip(keys(choices), choices, strict=True)))
    return "\n\n".join(words for one in said if (words := legal(one)))


def messages(text: str) -> list[str]:
    """The text as at most ten messages; what does not fit is cut, and seen to be cut."""
    parts = pieces(text, LIMIT)
    if len(parts) > MOST:
        parts = [*parts[: MOST - 1], parts[MOST - 1][: LIMIT - 2].rstrip() + " …"]
    return parts


def later(turn: StoredTurn) -> list[str]:
    """What must be sent by itself: said in a turn that no text message asked for, such as an agent's words."""
    asked = turn.key.startswith(("m:", "start:m:"))
    texted = turn.state.address.startswith(ADDRESSES)
    return [] if asked or not texted else messages(text_of([turn]))


def document(parts: Iterable[str]) -> str:
    """The answer to a webhook."""
    inside = "".join(f"<Message>{escape(part)}</Message>" for part in parts)
    return EMPTY.replace("<Response/>", f"<Response>{inside}</Response>") if inside else EMPTY


def keys(choices: Sequence[Choice]) -> list[str]:
    """What is written for each choice: its key on the phone where every one has its own, else its number."""
    own = [choice.key or "" for choice in choices]
    return own if all(own) and len(set(own)) == len(own) else [str(n) for n in range(1, len(choices) + 1)]


def chosen(wait: Wait, text: str) -> str:
    """The payload behind a number of the list; any other text as it is."""
    choices = _choices(wait)
    found = dict(zip(keys(choices), (choice.payload for choice in choices), strict=True))
    return found.get(text.strip().rstrip(".)、"), text)


def _choices(wait: Wait) -> tuple[Choice, ...]:
    return wait.choices if isinstance(wait, ForCustomer) else ()
