"""What a classifier looks at: words and their neighbours, pieces of words, Chinese characters in runs. Pure; knows no Rasa."""

import functools
import itertools
import re

from frontdesk.rasa_worker.plain import masked, plain
from frontdesk.rasa_worker.sounds import syllables

_TOKEN = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff]+)|(?P<word>[a-z\u00c0-\u024f]+)|(?P<number>0+)|(?P<mark>[?!。]|[^\w\s,，、:：;；'\"()（）\-])"
)
_LAST_SIGN = "\u2fff"  # Chinese characters come after it
LONGEST_HAN, SHORTEST_PIECE, LONGEST_PIECE = 4, 2, 5
MOST_CHARACTERS = 400


def features(text: str) -> list[str]:
    """Features of a message as given, each a short text whose first letter names its kind."""
    tokens = [(m.lastgroup, m[0]) for m in _TOKEN.finditer(masked(plain(text[:MOST_CHARACTERS])))]
    found = _words(tokens)
    for kind, token in tokens:
        if kind == "han":
            found += _runs(token)
        elif kind == "word":
            found += _pieces(token)
    return found


def _words(tokens: list[tuple[str | None, str]]) -> list[str]:
    """Words and marks, neighbours, and neighbours but one; Chinese runs count by their first and last character."""
    words = [token for _, token in tokens]
    starts = [token[:2] if token[0] > _LAST_SIGN else token for token in words]
    ends = [token[-2:] if token[0] > _LAST_SIGN else token for token in words]
    found = [f"w{token}" for kind, token in tokens if kind != "han"] if tokens else ["w"]
    found += [f"p{left} {right}" for left, right in zip(["^", *ends], [*starts, "$"], strict=True)]
    found += [f"s{left} {right}" for left, right in zip(ends, starts[2:], strict=False)]
    return found


def _runs(han: str) -> list[str]:
    """One to four characters together, pairs with one between them left out, and how they sound."""
    size = len(han)
    found = [f"h{han[at : at + length]}" for length in range(1, LONGEST_HAN + 1) for at in range(size - length + 1)]
    found += [f"k{han[at]}{han[at + 2]}" for at in range(size - 2)]
    sounds = syllables(han)
    found += [f"y{left} {right}" for left, right in itertools.pairwise(sounds)]
    found += [f"y{first} {next} {last}" for first, next, last in zip(sounds, sounds[1:], sounds[2:], strict=False)]
    return found


@functools.lru_cache(maxsize=4096)
def _pieces(word: str) -> tuple[str, ...]:
    """Parts of a word with its edges marked, against misspelling. The words of most messages are the same few."""
    edged = f"<{word}>"
    lengths = range(SHORTEST_PIECE, LONGEST_PIECE + 1)
    return tuple(f"c{edged[at : at + length]}" for length in lengths for at in range(len(edged) - length + 1))
