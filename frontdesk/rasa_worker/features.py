"""What a classifier looks at: words and their neighbours, pieces of words, Chinese characters in runs. Pure; knows no Rasa."""

import re
from collections.abc import Iterator

from frontdesk.rasa_worker.plain import masked, plain
from frontdesk.rasa_worker.sounds import syllables

_TOKEN = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff]+)|(?P<word>[a-z\u00c0-\u024f]+)|(?P<number>0+)|(?P<mark>[?!。]|[^\w\s,，、:：;；'\"()（）\-])"
)
_LAST_SIGN = "\u2fff"  # Chinese characters come after it
LONGEST_HAN, SHORTEST_PIECE, LONGEST_PIECE = 4, 2, 5
MOST_CHARACTERS = 400


def features(text: str) -> Iterator[str]:
    """Features of a message as given, each a short text whose first letter names its kind."""
    tokens = [(m.lastgroup, m[0]) for m in _TOKEN.finditer(masked(plain(text[:MOST_CHARACTERS])))]
    yield from _words(tokens)
    for kind, token in tokens:
        if kind == "han":
            yield from _runs(token)
        elif kind == "word":
            yield from _pieces(token)


def _words(tokens: list[tuple[str | None, str]]) -> Iterator[str]:
    """Words and marks, neighbours, and neighbours but one; Chinese runs count by their first and last character."""
    words = [token for _, token in tokens]
    if not tokens:
        yield "w"
    for kind, token in tokens:
        if kind != "han":
            yield f"w{token}"
    for left, right in zip(["^", *words], [*words, "$"], strict=True):
        yield f"p{_end(left)} {_start(right)}"
    for left, right in zip(words, words[2:], strict=False):
        yield f"s{_end(left)} {_start(right)}"


def _end(token: str) -> str:
    return token[-2:] if token[0] > _LAST_SIGN else token


def _start(token: str) -> str:
    return token[:2] if token[0] > _LAST_SIGN else token


def _runs(han: str) -> Iterator[str]:
    """One to four characters together, pairs with one between them left out, and how they sound."""
    for length in range(1, LONGEST_HAN + 1):
        for start in range(len(han) - length + 1):
            yield f"h{han[start : start + length]}"
    for start in range(len(han) - 2):
        yield f"k{han[start]}{han[start + 2]}"
    sounds = syllables(han)
    for length in (2, 3):
        for start in range(len(han) - length + 1):
            yield f"y{' '.join(sounds[start : start + length])}"


def _pieces(word: str) -> Iterator[str]:
    """Parts of a word with its edges marked, against misspelling."""
    edged = f"<{word}>"
    for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
        for start in range(len(edged) - length + 1):
            yield f"c{edged[start : start + length]}"
