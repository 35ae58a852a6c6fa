"""A turn becomes TwiML. Pure: the same turn and addresses give the same bytes. Knows no request, store or clock."""

import hashlib
import math
import re
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from twilio.twiml.voice_response import Dial, Enqueue, Gather, VoiceResponse

from frontdesk.channels.voice.ssml import speak
from frontdesk.channels.voice.tags import ear_of, voice_of
from frontdesk.channels.voice.urls import CallUrls, Line
from frontdesk.core.events import Event, Said
from frontdesk.core.pace import OWN_PACE, Pace
from frontdesk.core.waits import ForAgent, ForCustomer, ForNobody, ForReply, Wait

SAY_LIMIT = 4096  # characters of one Say
WORDS_BUDGET = 48_000  # bytes of all words of a document; carriers refuse documents of 64 KB
HINTS_BUDGET = 4_000
WORDLESS_TIMEOUT_S = 2  # nothing was asked aloud, so ask again soon
_ILLEGAL = re.compile("[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SENTENCE_END = re.compile(r"[。！？.!?\n]\s*|[\s，,；;]")
_NOT_NAME = re.compile(r"[^A-Za-z0-9_-]")


def lines_of(
    events: Iterable[Event], sound_of: Callable[[Said], str], pace_of: Callable[[str], Pace] = lambda _: OWN_PACE
) -> list[Line]:
    """What a turn says, with the recordings there are, at the pace of each language."""
    return [Line(e.spoken, e.lang, sound_of(e), pace_of(e.lang)) for e in events if isinstance(e, Said)]


def render(lines: Sequence[Line], wait: Wait, lang: str, urls: CallUrls) -> str:
    """The document of a turn: what is said, then what is waited for."""
    response = VoiceResponse()
    match wait:
        case ForCustomer():
            _ask(response, lines, wait, lang, urls)
        case ForAgent():
            if not offers_keys(wait):  # else the words are heard in the queue, where a key may interrupt them
                say(response, lines)
            _connect(response, wait, lang, urls)
        case ForReply():  # a task is still at work; what is said meanwhile, then for its answer
            say(response, lines)
            response.redirect(urls.busy(), method="POST")
        case ForNobody():
            say(response, lines)
            response.hangup()
    return str(response)


def _ask(response: VoiceResponse, lines: Sequence[Line], wait: ForCustomer, lang: str, urls: CallUrls) -> None:
    """Ask while speaking; when nothing comes, say so to the session."""
    if urls.consent is not None and wait.record_s and not wait.secret:
        _record(response, [*lines, urls.consent], wait, urls)
        return
    keys, speech = "keys" in wait.accepts, "speech" in wait.accepts
    if not (keys or speech):  # meant for a keyboard; a caller has these two
        keys = speech = True
    gather = Gather(
        input=" ".join(name for name, on in (("dtmf", keys), ("speech", speech)) if on),
        action=urls.turn(),
        method="POST",
        timeout=_timeout(wait, lines),
        action_on_empty_result=True,
        barge_in=wait.barge_in,
        **(_listening(wait, lang) if speech else {}),
        **(_keypad(wait) if keys else {}),
    )
    say(gather, lines)
    response.append(gather)
    response.redirect(urls.silent(), method="POST")


def _record(response: VoiceResponse, lines: Sequence[Line], wait: ForCustomer, urls: CallUrls) -> None:
    """Say that it is recorded, then take the message; silence falls through to the next verb."""
    say(response, lines)
    response.record(
        action=urls.recorded(),
        method="POST",
        max_length=max(1, math.ceil(wait.record_s)),
        timeout=max(3, math.ceil(wait.timeout_s)),
        finish_on_key="#",
        play_beep=True,
        trim="trim-silence",
    )
    response.redirect(urls.silent(), method="POST")


def _timeout(wait: ForCustomer, lines: Sequence[Line]) -> int:
    whole = min(600, max(1, math.ceil(wait.timeout_s)))
    return whole if any(legal(line.text) for line in lines) else min(whole, WORDLESS_TIMEOUT_S)


def _keypad(wait: ForCustomer) -> dict[str, object]:
    limit = {"num_digits": wait.max_digits} if wait.max_digits else {}
    key = wait.finish_key if re.fullmatch(r"[0-9*#]?", wait.finish_key) else "#"
    return {"finish_on_key": key, **limit}


def _listening(wait: ForCustomer, lang: str) -> dict[str, object]:
    return {"speech_timeout": "auto", "language": ear_of(lang), "hints": _hints(tuple(wait.hints)) or None}


@lru_cache(maxsize=1_000)  # a menu asks with the same hints each time
def _hints(hints: tuple[str, ...]) -> str:
    """Words to expect, as one list; a comma inside a hint would make two of it."""
    kept: list[str] = []
    budget = HINTS_BUDGET
    for hint in hints:
        text = " ".join(legal(hint).replace(",", " ").split())[:100]
        budget -= _bytes(text) + 2
        if text and budget >= 0 and len(kept) < 500:
            kept.append(text)
    return ", ".join(kept)


def offers_keys(wait: Wait) -> bool:
    """Whether somebody who waits for a person may choose something else by a key."""
    return isinstance(wait, ForAgent) and not wait.connected and any(choice.key for choice in wait.choices)


def one_key(action: str, *, timeout: int) -> Gather:
    """One key, taken at once, also while what is in it is being said."""
    return Gather(input="dtmf", num_digits=1, finish_on_key="", timeout=timeout, action=action, method="POST")


def _connect(response: VoiceResponse, wait: ForAgent, lang: str, urls: CallUrls) -> None:
    """Wait for the human, or talk to them."""
    if not wait.connected:
        response.append(
            Enqueue(
                room_name(wait.ticket),
                wait_url=urls.wait(lang),
                wait_url_method="POST",
                action=urls.queue_left(),
                method="POST",
            )
        )
        return
    dial = Dial(action=urls.dial_ended(), method="POST")
    join_room(dial, wait.ticket, label="customer")
    response.append(dial)


def join_room(dial: Dial, ticket: str, *, label: str) -> None:
    """Into the ticket's room; who leaves it ends it for both."""
    dial.conference(
        room_name(ticket),
        start_conference_on_enter=True,
        end_conference_on_exit=True,
        beep=False,
        participant_label=label,
    )


def room_name(ticket: str) -> str:
    """The name of the ticket's queue and room: the ticket's id, shortened when a carrier would refuse it."""
    name = _NOT_NAME.sub("-", ticket)
    if name == ticket and 0 < len(name) <= 64:
        return name
    digest = hashlib.sha256(ticket.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{name[:40]}-{digest}"


def say(parent: VoiceResponse | Gather, lines: Iterable[Line]) -> None:
    """Speak the lines, each with its language's voice, as far as one document may hold them."""
    budget = WORDS_BUDGET
    for line in lines:
        if line.sound:
            budget -= _bytes(line.sound) + 20
            if budget < 0:
                return
            parent.play(line.sound)
            continue
        voice = voice_of(line.lang)
        for piece in pieces(legal(line.text)):
            budget -= _bytes(piece) + 80 + (60 * len(piece) // 10 if line.pace != OWN_PACE else 0)
            if budget < 0:
                return
            speak(parent, piece, voice, line.pace)


def legal(text: str) -> str:
    """Without the characters XML can't hold (control characters, lone surrogates), and without outer blanks."""
    return _ILLEGAL.sub("", text).strip()


def pieces(text: str, limit: int = SAY_LIMIT) -> list[str]:
    """The text in parts of at most `limit` characters, cut at the end of a sentence or word where there is one."""
    parts = []
    while len(text) > limit:
        ends = [m.end() for m in _SENTENCE_END.finditer(text, limit // 2, limit)]
        cut = ends[-1] if ends else limit
        parts.append(text[:cut].strip())
        text = text[cut:].strip()
    return [part for part in (*parts, text) if part]


def _bytes(text: str) -> int:
    return len(escape(text, {'"': "&quot;"}).encode("utf-8"))
