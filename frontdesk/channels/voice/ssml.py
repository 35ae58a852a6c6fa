"""Words within a Say at a pace: plain text at the voice's own, else SSML of the kinds every voice of ours knows. Pure."""

import re
from collections.abc import Iterator

from frontdesk.channels.voice.tags import Voice
from frontdesk.channels.voice.verbs import escaped, verb
from frontdesk.core.pace import Pace

SLOWEST, FASTEST = 20, 200  # per cent a prosody rate may be
_ONE_BY_ONE = re.compile(r"(?<![\w.])[0-9]([ ,，]{1,2}[0-9]){2,}(?![\w])")


def speak(said: str, voice: Voice, pace: Pace) -> str:
    """One Say. Numbers are in words or single digits already, so that a voice without SSML reads them right as well."""
    parts = list(_parts(said, pace))
    if all(percent == 100 for _, percent in parts) or not voice.paced:
        inner = escaped(said)
    else:
        inner = "".join(verb("prosody", escaped(text), rate=f"{percent}%") for text, percent in parts)
    return verb("Say", inner, voice=voice.voice, language=voice.language)


def _parts(words: str, pace: Pace) -> Iterator[tuple[str, int]]:
    """The words cut where the pace changes, with the pace in per cent."""
    whole = _percent(pace.rate)
    slow = _percent(pace.rate * pace.digits)
    here = 0
    for found in _ONE_BY_ONE.finditer(words) if slow != whole else ():
        if words[here : found.start()].strip():
            yield words[here : found.start()], whole
        yield found[0], slow
        here = found.end()
    if words[here:].strip():
        yield words[here:], whole


def _percent(rate: float) -> int:
    return min(FASTEST, max(SLOWEST, round(rate * 100)))
