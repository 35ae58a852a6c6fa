"""The context packet within its bytes: every text has a longest size, every list its newest, the most useful first. Pure.

What an agent is lost without (who, goal, why, next step) always fits. The rest is filled in order of use: facts, what was tried,
what was promised, the last words, the way through the menus; the oldest of each goes first.
"""

import json
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

MOST_BYTES = 32_000  # of the packet's JSON in UTF-8
NAME_BYTES, VALUE_BYTES, WORDS_BYTES = 240, 900, 2_000  # of one name or id, one value or sentence, one line of words
CUT = "…"
_FILLED = ("facts", "tried", "promises", "transcript", "path")
_LONGER = {"text": WORDS_BYTES, "value": VALUE_BYTES, "meaning": VALUE_BYTES, "next_step": VALUE_BYTES}
_JOINER = "\u200d"
_FLAG = range(0x1F1E6, 0x1F200)  # two of them are a country's flag
_SKIN, _TAG = range(0x1F3FB, 0x1F400), range(0xE0020, 0xE0080)

Json = Any


def size(value: Json) -> int:
    """Bytes of it as JSON in UTF-8, as small as JSON is written without escaping what needs none."""
    return len(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass"))


def bounded(packet: Mapping[str, Json], most: int = MOST_BYTES) -> dict[str, Json]:
    """The packet within so many bytes; the same packet when it fits."""
    clipped = {name: _clipped(name, value) for name, value in packet.items()}
    kept = {name: [] if name in _FILLED else value for name, value in clipped.items()}
    room = most - size(kept)
    for name in _FILLED:
        kept[name], room = _newest(clipped[name], room)
    return kept


def clip(text: str, most: int) -> str:
    """Its beginning within so many bytes of JSON, with … where it was cut; no character as people see it is cut in two."""
    if size(text) <= most:
        return text
    room, end = most - size(CUT), 0
    for character in text:
        room -= size(character) - 2
        if room < 0:
            break
        end += 1
    while end and _inside(text, end):
        end -= 1
    return text[:end] + CUT


def _inside(text: str, at: int) -> bool:
    """Whether a cut here parts what people see as one character (after Unicode's annex 29: marks, joined emoji, flags)."""
    before, after = text[at - 1], text[at]
    if _JOINER in (before, after) or unicodedata.category(after).startswith("M"):
        return True
    if ord(after) in _SKIN or ord(after) in _TAG:
        return True
    if ord(after) not in _FLAG:
        return before == "\r" and after == "\n"
    flags = len(text[:at]) - len(text[:at].rstrip("".join(map(chr, _FLAG))))
    return flags % 2 == 1


def _newest(items: Sequence[Json], room: int) -> tuple[list[Json], int]:
    """The last of them that fit, in their order, and the room left."""
    kept: list[Json] = []
    for item in reversed(items):
        needed = size(item) + 2
        if needed > room:
            break
        kept, room = [item, *kept], room - needed
    return kept, room


def _clipped(name: str, value: Json) -> Json:
    match value:
        case str():
            return clip(value, _LONGER.get(name, NAME_BYTES))
        case Mapping():
            return {key: _clipped(key, inner) for key, inner in value.items()}
        case list():
            return [_clipped(name, item) for item in value]
        case _:
            return value
