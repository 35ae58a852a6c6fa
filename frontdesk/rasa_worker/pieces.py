"""Splits a message into tokens: Latin words and numbers whole, Chinese character by character. Pure; knows no Rasa."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_PIECE = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff])"
    r"|(?P<number>[0-9]+)"
    r"|(?P<word>[^\W\d_\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+(?:['\u2019][^\W\d_]+)*)"
    r"|(?P<mark>[?\uff1f!\uff01])"
)

_APOSTROPHE = re.compile(r"['\u2019]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A token: its plain form (half-width, lower case) and where it stands in the text."""

    plain: str
    start: int
    end: int


def pieces(text: str) -> Iterator[Piece]:
    """The tokens in order; positions are those of the text as given. Question and exclamation marks count.

    People leave out apostrophes, so they are left out of all: "don't" is "dont".
    """
    folded = "".join(_half_width(c) for c in text)  # one character stays one, so positions hold
    for match in _PIECE.finditer(folded):
        yield Piece(_APOSTROPHE.sub("", match[0].lower()), match.start(), match.end())


def _half_width(character: str) -> str:
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character
