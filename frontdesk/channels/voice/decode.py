"""A carrier's form becomes an input of the house. Every field is a stranger's: absent, empty, odd or hostile."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import ContactStarted, KeysPressed, NothingHeard, WordsSpoken
from frontdesk.core.language import clean
from frontdesk.core.recording import RECORDING_NAME

Form = Mapping[str, str]
_CALL_SID = re.compile(r"[A-Za-z0-9_-]{1,64}")
_NUMBER = re.compile(r"\+[1-9][0-9]{6,14}")
_NOT_KEYS = re.compile(r"[^0-9*#]")
# What Twilio sends in place of a withheld number: ANONYMOUS, RESTRICTED, UNAVAILABLE, BLOCKED, UNKNOWN on a keypad.
_WITHHELD = frozenset({"+266696687", "+7378742833", "+86282452253", "+2562533", "+8656696"})
MAX_KEYS = 64


class NotACall(FrontdeskError):
    """The request names no call; the CallSid field must be there."""


def call_sid(form: Form) -> str:
    """The carrier's id of the call, which names the conversation. Callers' numbers never do."""
    sid = form.get("CallSid", "")
    if not _CALL_SID.fullmatch(sid):
        raise NotACall("The request's CallSid is missing or not an id; is this a voice webhook?")
    return sid


def address(sid: str) -> str:
    """The contact's address in the store."""
    return f"voice:{sid}"


def contact(form: Form, at: float, textable: Callable[[str], bool] = lambda _: False) -> ContactStarted:
    """A new call. `textable` is asked about numbers only: withheld and odd callers are never sent anything."""
    caller = _caller(form.get("From", ""))
    number = caller is not None and caller.startswith("+")
    return ContactStarted(at=at, channel="voice", caller=caller, textable=number and textable(caller or ""))


def _caller(given: str) -> str | None:
    """The number as the carrier gives it, or None when it is withheld or no address at all."""
    text = clean(given, 128)
    if text.startswith(("client:", "sip:", "sips:")):
        return text
    return text if _NUMBER.fullmatch(text) and text not in _WITHHELD else None


def answer(form: Form, at: float, *, silent: bool = False) -> KeysPressed | WordsSpoken | NothingHeard:
    """What the caller did when asked. `silent`: the document went on because nothing came."""
    keys = _keys(form.get("Digits", ""))
    words = clean(form.get("SpeechResult", ""))
    if silent or not (keys or words):
        return NothingHeard(at=at)
    if keys:
        return KeysPressed(at=at, digits=keys)
    return WordsSpoken(at=at, text=words, confidence=_confidence(form.get("Confidence", "")))


@dataclass(frozen=True, slots=True)
class Recorded:
    """A message the caller left."""

    name: str
    url: str
    seconds: int


def recorded(form: Form) -> Recorded | None:
    """What a Record brought; None when nothing was said."""
    seconds = whole(form.get("RecordingDuration", ""), 0)
    name, url = form.get("RecordingSid", ""), form.get("RecordingUrl", "")
    return Recorded(name, url, seconds) if seconds and RECORDING_NAME.fullmatch(name) and url else None


def call_recording(form: Form) -> Recorded | None:
    """What a recording's status names; None when it names none. Its length and address may be missing."""
    name = form.get("RecordingSid", "")
    seconds = whole(form.get("RecordingDuration", ""), 0)
    return Recorded(name, form.get("RecordingUrl", ""), seconds) if RECORDING_NAME.fullmatch(name) else None


def _keys(given: str) -> str:
    return _NOT_KEYS.sub("", unicodedata.normalize("NFKC", given[: 4 * MAX_KEYS]))[:MAX_KEYS]


def _confidence(given: str) -> float | None:
    try:
        value = float(given)
    except ValueError:
        return None
    return value if math.isfinite(value) and 0.0 <= value <= 1.0 else None


def whole(given: str, default: int) -> int:
    """A whole number of an address's query, or the default."""
    return int(given) if re.fullmatch(r"[0-9]{1,9}", given) else default
