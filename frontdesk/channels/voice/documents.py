"""Documents of the voice door that belong to no turn: apologies, the wait in the queue, the agent's leg. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from frontdesk.channels.voice.twiml import on_to, one_key, room, say
from frontdesk.channels.voice.urls import Line, link
from frontdesk.channels.voice.verbs import document, escaped, verb
from frontdesk.channels.voice.words import spoken
from frontdesk.core.language import LANGS
from frontdesk.core.words import Words

HOLD_S = 20
AGENT_TIMEOUT_S = 8
PICKED_UP_S = 8
EMPTY = document()


def both(words: Words, key: str) -> list[Line]:
    """The same words in every language, for when the session's is not known."""
    return [Line(spoken(words, key, lang), lang) for lang in LANGS]


def sorry(words: Words, base: str) -> str:
    """Apologise and look at the call once more."""
    return document(say(both(words, "voice.sorry")), on_to(link(base, "/voice/now", tried=1)))


def goodbye(lines: Sequence[Line]) -> str:
    """Say this and hang up."""
    return document(say(lines), verb("Hangup"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of waiting: what is said, the hold sound's address if any, where the next one is, whether keys count."""

    lines: Sequence[Line] = ()
    sound: str = ""
    on: str = ""
    keys: bool = False


def hold(stretch: Stretch, seconds: int = HOLD_S) -> str:
    """A stretch of waiting. The hold sound is a stretch by itself; a key is answered at once, whatever is played."""
    heard = say(stretch.lines) + (
        verb("Play", escaped(stretch.sound)) if stretch.sound else verb("Pause", length=seconds)
    )
    inner = one_key(stretch.on, heard, timeout=1) if stretch.keys else heard
    return document(inner, on_to(stretch.on) if stretch.on else "")


def late(lines: Sequence[Line], on: str) -> str:
    """Words while an answer is under way, with a key to press; then on to it."""
    return document(one_key(on, say(lines), timeout=1), on_to(on))


def on(url: str) -> str:
    """Go on at this address."""
    return document(on_to(url))


def callback(hello: Line, answer: str) -> str:
    """To whoever picks up a promised call: one key, asked twice; then hang up, for it may be a machine."""
    asked = one_key(answer, say([hello]), timeout=PICKED_UP_S)
    return document(asked, asked, verb("Hangup"))


def leave_queue() -> str:
    """Out of the queue: the session no longer waits there."""
    return document(verb("Leave"))


def rejoin(lines: Sequence[Line], now: str) -> str:
    """The queue refuses the call: wait a little outside of it, then look again."""
    return document(say(lines), verb("Pause", length=HOLD_S), on_to(now))


def brief(summary: Line, press: Line, answer: str, nothing: str) -> str:
    """To the agent: the summary, then one key; asked twice."""
    asked = (one_key(answer, say(lines), timeout=AGENT_TIMEOUT_S) for lines in ([summary, press], [press]))
    return document(*asked, on_to(nothing))


def to_room(ticket: str) -> str:
    """The agent into the ticket's room."""
    return document(verb("Dial", room(ticket, label="agent")), verb("Hangup"))
