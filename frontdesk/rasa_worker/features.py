"""What a classifier looks at: words and their neighbours, pieces of words, Chinese characters in runs. Pure; knows no Rasa."""

import functools
import itertools
import re
from collections import Counter
from collections.abc import Container, Iterable

from frontdesk.rasa_worker.plain import masked, plain
from frontdesk.rasa_worker.sounds import syllables

_TOKEN = re.compile(
    r"(?P<han>[\u3400-\u4dbf\u4e00-\u9fff]+)|(?P<word>[a-z\u00c0-\u024f]+)|(?P<number>0+)|(?P<mark>[?!。]|[^\w\s,，、:：;；'\"()（）\-])"
)
_STRANGER, STRANGER_KIND = "\u25a1", "r"
_LAST_SIGN = "\u2fff"  # Chinese characters come after it
LONGEST_HAN, SHORTEST_PIECE, LONGEST_PIECE = 4, 2, 5
MOST_CHARACTERS = 400
Token = tuple[str | None, str]


def features(text: str, usual: Container[str] | None = None) -> list[str]:
    """Features of a message as given, each a short text whose first letter names its kind.

    `usual`: words that are no strangers. With it the neighbours of all others count too, whatever stands between them: what is
    asked of a product is asked alike of one whose name nobody has heard.
    """
    tokens = _tokens(text)
    found = _words(tokens)
    if usual is not None:
        found += _strangers(tokens, usual)
    for kind, token in tokens:
        if kind == "han":
            found += _runs(token)
        elif kind == "word":
            found += _pieces(token)
    return found


def usual_words(texts: Iterable[str], least: int) -> frozenset[str]:
    """The Latin words that at least so many texts have."""
    having = Counter(word for text in texts for word in {token for kind, token in _tokens(text) if kind == "word"})
    return frozenset(word for word, count in having.items() if count >= least)


def _tokens(text: str) -> list[Token]:
    """The message in pieces, each with its kind."""
    return [(m.lastgroup, m[0]) for m in _TOKEN.finditer(masked(plain(text[:MOST_CHARACTERS])))]


def _strangers(tokens: list[Token], usual: Container[str]) -> list[str]:
    """One or two neighbours of each unusual Latin word; several in a row are one."""
    words = [_STRANGER if kind == "word" and token not in usual else token for kind, token in tokens if kind != "han"]
    if _STRANGER not in words:
        return []
    line = ["^", *(word for word, _ in itertools.groupby(words)), "$"]
    near = [" ".join(line[at : at + size]) for size in (2, 3) for at in range(len(line) - size + 1)]
    return [STRANGER_KIND + words for words in (_STRANGER, *near) if _STRANGER in words]


def _words(tokens: list[Token]) -> list[str]:
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
