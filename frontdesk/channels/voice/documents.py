"""Documents of the voice door that belong to no turn: apologies, the wait in the queue, the agent's leg. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from twilio.twiml.voice_response import Dial, Gather, VoiceResponse

from frontdesk.channels.voice.twiml import join_room, one_key, say
from frontdesk.channels.voice.urls import Line, link
from frontdesk.channels.voice.words import spoken
from frontdesk.core.language import LANGS
from frontdesk.core.words import Words

HOLD_S = 20
AGENT_TIMEOUT_S = 8
PICKED_UP_S = 8
EMPTY = str(VoiceResponse())


def both(words: Words, key: str) -> list[Line]:
    """The same words in every language, for when the session's is not known."""
    return [Line(spoken(words, key, lang), lang) for lang in LANGS]


def sorry(words: Words, base: str) -> str:
    """Apologise and look at the call once more."""
    response = VoiceResponse()
    say(response, both(words, "voice.sorry"))
    response.redirect(link(base, "/voice/now", tried=1), method="POST")
    return str(response)


def goodbye(lines: Sequence[Line]) -> str:
    """Say this and hang up."""
    response = VoiceResponse()
    say(response, lines)
    response.hangup()
    return str(response)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A stretch of waiting: what is said, the hold sound's address if any, where the next one is, whether keys count."""

    lines: Sequence[Line] = ()
    sound: str = ""
    on: str = ""
    keys: bool = False


def hold(stretch: Stretch, seconds: int = HOLD_S) -> str:
    """A stretch of waiting. The hold sound is a stretch by itself; a key is answered at once, whatever is played."""
    response = VoiceResponse()
    parent: VoiceResponse | Gather = response
    if stretch.keys:
        parent = one_key(stretch.on, timeout=1)
    say(parent, stretch.lines)
    if stretch.sound:
        parent.play(stretch.sound)
    else:
        parent.pause(length=seconds)
    if stretch.keys:
        response.append(parent)
    if stretch.on:
        response.redirect(stretch.on, method="POST")
    return str(response)


def on(url: str) -> str:
    """Go on at this address."""
    response = VoiceResponse()
    response.redirect(url, method="POST")
    return str(response)


def callback(hello: Line, answer: str) -> str:
    """To whoever picks up a promised call: one key, asked twice; then hang up, for it may be a machine."""
    response = VoiceResponse()
    for _ in range(2):
        gather = one_key(answer, timeout=PICKED_UP_S)
        say(gather, [hello])
        response.append(gather)
    response.hangup()
    return str(response)


def leave_queue() -> str:
    """Out of the queue: the session no longer waits there."""
    response = VoiceResponse()
    response.leave()
    return str(response)


def rejoin(lines: Sequence[Line], now: str) -> str:
    """The queue refuses the call: wait a little outside of it, then look again."""
    response = VoiceResponse()
    say(response, lines)
    response.pause(length=HOLD_S)
    response.redirect(now, method="POST")
    return str(response)


def brief(summary: Line, press: Line, answer: str, nothing: str) -> str:
    """To the agent: the summary, then one key; asked twice."""
    response = VoiceResponse()
    for lines in ([summary, press], [press]):
        gather = one_key(answer, timeout=AGENT_TIMEOUT_S)
        say(gather, lines)
        response.append(gather)
    response.redirect(nothing, method="POST")
    return str(response)


def to_room(ticket: str) -> str:
    """The agent into the ticket's room."""
    response = VoiceResponse()
    dial = Dial()
    join_room(dial, ticket, label="agent")
    response.append(dial)
    response.hangup()
    return str(response)
