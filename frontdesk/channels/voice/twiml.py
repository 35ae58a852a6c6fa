"""A turn becomes TwiML. Pure: the same turn and addresses give the same bytes. Knows no request, store or clock."""

import hashlib
import math
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from frontdesk.channels.voice.ssml import speak
from frontdesk.channels.voice.tags import ear_of, voice_of
from frontdesk.channels.voice.urls import ANY_STEP, CallUrls, Line
from frontdesk.channels.voice.verbs import Attribute, document, escaped, verb
from frontdesk.core.events import Event, Said
from frontdesk.core.pace import OWN_PACE, Pace
from frontdesk.core.waits import ForAgent, ForCustomer, ForNobody, ForReply, Wait
from frontdesk.core.words import OfHouse

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
    said = [event for event in events if isinstance(event, Said)]
    paces = {lang: pace_of(lang) for lang in {event.lang for event in said}}
    return [Line(event.spoken, event.lang, sound_of(event), paces[event.lang]) for event in said]


def render(lines: Sequence[Line], wait: Wait, lang: str, urls: CallUrls) -> str:
    """The document of a turn: what is said, then what is waited for."""
    match wait:
        case ForCustomer():
            of_house = wait.of_house and all(isinstance(line.text, OfHouse) for line in lines)
            asked = (asked_once if of_house else _asked)(tuple(lines), wait, lang, urls._replace(step=ANY_STEP))
            return asked.replace(ANY_STEP, str(urls.step))
        case ForAgent():  # where keys are offered the words are heard in the queue, where a key may interrupt them
            return document("" if offers_keys(wait) else say(lines), _connect(wait, lang, urls))
        case ForReply():  # a task is still at work; what is said meanwhile, then for its answer
            return document(say(lines), on_to(urls.busy()))
        case ForNobody():
            return document(say(lines), verb("Hangup"))


def on_to(url: str) -> str:
    """Go on at this address."""
    return verb("Redirect", escaped(url), method="POST")


def _asked(lines: tuple[Line, ...], wait: ForCustomer, lang: str, urls: CallUrls) -> str:
    """The document of a question, whichever turn asks it."""
    return document(_ask(lines, wait, lang, urls))


asked_once = lru_cache(maxsize=256)(_asked)  # a menu asks everybody the same, and who hears it again is in a later turn


def _ask(lines: Sequence[Line], wait: ForCustomer, lang: str, urls: CallUrls) -> str:
    """Ask while speaking; when nothing comes, say so to the session.

    A carrier has one timeout for the first key and for those after it. Where keys are whole after a shorter one, the
    rest of the time is waited in a second Gather.
    """
    if urls.consent is not None and wait.record_s and not wait.secret:
        return _record([*lines, urls.consent], wait, urls)
    keys, speech = "keys" in wait.accepts, "speech" in wait.accepts
    if not (keys or speech):  # meant for a keyboard; a caller has these two
        keys = speech = True
    how: dict[str, Attribute] = {
        "input": " ".join(name for name, on in (("dtmf", keys), ("speech", speech)) if on),
        "action": urls.turn(),
        "method": "POST",
        "bargeIn": wait.barge_in,
        **(_listening(wait, lang) if speech else {}),
        **(_keypad(wait) if keys else {}),
    }
    whole = _timeout(wait, lines)
    soon = math.ceil(wait.between_s) if 0 < wait.between_s < whole else 0
    first = verb("Gather", say(lines), timeout=soon, actionOnEmptyResult=False, **how) if soon else ""
    last = verb("Gather", "" if soon else say(lines), timeout=whole - soon, actionOnEmptyResult=True, **how)
    return first + last + on_to(urls.silent())


def _record(lines: Sequence[Line], wait: ForCustomer, urls: CallUrls) -> str:
    """Say that it is recorded, then take the message; silence falls through to the next verb."""
    record = verb(
        "Record",
        action=urls.recorded(),
        method="POST",
        maxLength=max(1, math.ceil(wait.record_s)),
        timeout=max(3, math.ceil(wait.timeout_s)),
        finishOnKey="#",
        playBeep=True,
        trim="trim-silence",
    )
    return say(lines) + record + on_to(urls.silent())


def _timeout(wait: ForCustomer, lines: Sequence[Line]) -> int:
    whole = min(600, max(1, math.ceil(wait.timeout_s)))
    return whole if any(legal(line.text) for line in lines) else min(whole, WORDLESS_TIMEOUT_S)


def _keypad(wait: ForCustomer) -> dict[str, Attribute]:
    key = wait.finish_key if re.fullmatch(r"[0-9*#]?", wait.finish_key) else "#"
    return {"finishOnKey": key, "numDigits": wait.max_digits or None}


def _listening(wait: ForCustomer, lang: str) -> dict[str, Attribute]:
    return {"speechTimeout": "auto", "language": ear_of(lang), "hints": _hints(tuple(wait.hints)) or None}


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


def waits_for_agent(wait: Wait) -> bool:
    """Whether somebody waits for a person, who may press a key meanwhile and is told what it does."""
    return isinstance(wait, ForAgent) and not wait.connected


def offers_keys(wait: Wait) -> bool:
    """Whether they may choose something else by a key."""
    return isinstance(wait, ForAgent) and not wait.connected and any(choice.key for choice in wait.choices)


def one_key(action: str, *inner: str, timeout: int) -> str:
    """One key, taken at once, also while what is in it is being said."""
    return verb(
        "Gather", *inner, input="dtmf", numDigits=1, finishOnKey="", timeout=timeout, action=action, method="POST"
    )


def _connect(wait: ForAgent, lang: str, urls: CallUrls) -> str:
    """Wait for the human, or talk to them."""
    if wait.connected:
        return verb("Dial", room(wait.ticket, label="customer"), action=urls.dial_ended(), method="POST")
    return verb(
        "Enqueue",
        escaped(room_name(wait.ticket)),
        waitUrl=urls.wait(lang),
        waitUrlMethod="POST",
        action=urls.queue_left(),
        method="POST",
    )


def room(ticket: str, *, label: str) -> str:
    """The ticket's room; who leaves it ends it for both."""
    return verb(
        "Conference",
        escaped(room_name(ticket)),
        startConferenceOnEnter=True,
        endConferenceOnExit=True,
        beep=False,
        participantLabel=label,
    )


def room_name(ticket: str) -> str:
    """The name of the ticket's queue and room: the ticket's id, shortened when a carrier would refuse it."""
    name = _NOT_NAME.sub("-", ticket)
    if name == ticket and 0 < len(name) <= 64:
        return name
    digest = hashlib.sha256(ticket.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    return f"{name[:40]}-{digest}"


def say(lines: Iterable[Line]) -> str:
    """Speak the lines, each with its language's voice, as far as one document may hold them."""
    return "".join(_within(WORDS_BUDGET, lines))


def _within(budget: int, lines: Iterable[Line]) -> Iterator[str]:
    for line in lines:
        for cost, spoken in (spoken_once if isinstance(line.text, OfHouse) else _spoken)(line):
            budget -= cost
            if budget < 0:
                return
            yield spoken


def _spoken(line: Line) -> tuple[tuple[int, str], ...]:
    """The verbs that speak a line, each with the bytes it may come to."""
    if line.sound:
        return ((_bytes(line.sound) + 20, verb("Play", escaped(line.sound))),)
    voice = voice_of(line.lang)
    found = []
    for piece in pieces(legal(line.text)):
        slower = 60 * len(piece) // 10 if line.pace != OWN_PACE else 0
        found.append((_bytes(piece) + 80 + slower, speak(piece, voice, line.pace)))
    return tuple(found)


# Menus say the same words to everybody, and to each caller again and again.
spoken_once = lru_cache(maxsize=1_000)(_spoken)


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
