"""A sentence with values in it as a row of recordings: its fixed parts, and the words its values are spoken with. Pure."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType

from frontdesk.adapters.audio import chinese, english
from frontdesk.ivr.phrase import Prompt, Slot

ALPHABETS: Mapping[str, tuple[str, ...]] = MappingProxyType({"en": english.ALPHABET, "zh": chinese.ALPHABET})
PAUSE = ","
_PIECES: Mapping[str, Callable[[str], tuple[str, ...] | None]] = MappingProxyType(
    {"en": english.pieces, "zh": chinese.pieces}
)
_EDGES = ' \t\n,.;:!?，。；：！？、"“”'


def plain(words: str) -> str:
    """Words as recordings are found by: one blank between them, nothing at the edges that is not spoken."""
    return " ".join(words.split()).strip(_EDGES)


def fixed_parts(prompt: Prompt) -> tuple[str, ...]:
    """What of a prompt is always the same, part by part; all of it when it has no variables."""
    return tuple(words for part in prompt.parts if isinstance(part, str) and (words := plain(part)))


def row(prompt: Prompt, spoken: str, lang: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    """The words to play one after another for a prompt as it was spoken, or None when some of it is not known."""
    match = _template(prompt.parts).fullmatch(spoken)
    if match is None:
        return None
    values = iter(match.groups())
    found: list[str] = []
    for part in prompt.parts:
        pieces = _value(next(values), lang, known) if isinstance(part, Slot) else _fixed(part, known)
        if pieces is None:
            return None
        found += pieces
    return tuple(found)


@lru_cache(maxsize=5_000)
def _template(parts: tuple[str | Slot, ...]) -> re.Pattern[str]:
    pattern = "".join("(.+?)" if isinstance(part, Slot) else re.escape(part) for part in parts)
    return re.compile(pattern, re.DOTALL)


def _fixed(part: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    words = plain(part)
    if not words:
        return (PAUSE,) if part.strip() else ()
    return (words,) if known(words) else None


def _value(value: str, lang: str, known: Callable[[str], bool]) -> tuple[str, ...] | None:
    """A value that is a recording as a whole (the name of an option), or one said by numbers and units."""
    words = plain(value)
    if words and known(words):
        return (words,)
    pieces = _PIECES[lang](value) if lang in _PIECES else None
    usable = pieces is not None and all(piece == PAUSE or known(piece) for piece in pieces)
    return pieces if usable else None
