"""Documents of the voice door that belong to no turn: apologies, the wait in the queue, the agent's leg. Pure."""

from collections.abc import Sequence

from twilio.twiml.voice_response import Dial, Gather, VoiceResponse

from frontdesk.channels.voice.twiml import join_room, say
from frontdesk.channels.voice.urls import Line, link
from frontdesk.channels.voice.words import spoken
from frontdesk.core.language import LANGS
from frontdesk.core.words import Words

HOLD_S = 20
AGENT_TIMEOUT_S = 8
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


def hold(lines: Sequence[Line], seconds: int = HOLD_S) -> str:
    """A stretch of waiting; the carrier asks for the next one. The hold sound is a stretch by itself."""
    response = VoiceResponse()
    say(response, lines)
    if not any(line.sound for line in lines):
        response.pause(length=seconds)
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
        gather = Gather(
            input="dtmf", num_digits=1, finish_on_key="", timeout=AGENT_TIMEOUT_S, action=answer, method="POST"
        )
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
