"""Copies of training text with the slips of keyboards and recognisers, the same at every training. Pure; knows no Rasa."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

_WORD = re.compile(r"[a-z']+|[\u3400-\u9fff]|[^\sa-z\u3400-\u9fff]+", re.I)
_ENGLISH = (
    "a an the i im is are am was be been to of for in on at it its my me we you your do does did can could would will "
    "have has had that this please just so and but or with from as"
)
_FUNCTION_WORDS = frozenset(_ENGLISH.split()) | frozenset("的了吗呢啊我你就都还也在是给一下们请把这那个")
_BESIDE = {
    "q": "wa", "w": "qes", "e": "wrd", "r": "etf", "t": "ryg", "y": "tuh", "u": "yij", "i": "uok", "o": "ipl", "p": "o",
    "a": "sq", "s": "adw", "d": "sfe", "f": "dgr", "g": "fht", "h": "gjy", "j": "hku", "k": "jli", "l": "ko",
    "z": "x", "x": "zc", "c": "xv", "v": "cb", "b": "vn", "n": "bm", "m": "n",
}  # fmt: skip
Random = np.random.Generator


def noised(texts: Sequence[str], *, copies: int, share: float, seed: int) -> Iterator[tuple[int, str]]:
    """Copies as (index of the original, text); `share` is the part of its words that is hurt, at least one."""
    random = np.random.default_rng(seed)
    for at, text in enumerate(texts):
        for _ in range(copies):
            hurt = _hurt(text, share, random)
            if hurt != text:
                yield at, hurt


def _hurt(text: str, share: float, random: Random) -> str:
    """One copy. Short texts keep what they say: only a letter slips."""
    words = _WORD.findall(text)
    if len(words) < 2:
        return _slip(text, random)
    for _ in range(max(1, round(share * len(words)))):
        at = int(random.integers(len(words)))
        words[at : at + 2] = _change(words[at : at + 2], random)
        if len(words) < 2:
            break
    return _joined(words)


def _change(pair: list[str], random: Random) -> list[str]:
    """A word lost, two swapped, or letters slipped; words that only hold a sentence together go first."""
    kind = random.random()
    if pair[0].lower() in _FUNCTION_WORDS and kind < 0.6:
        return pair[1:]
    if kind < 0.2 and len(pair) == 2:
        return pair[::-1]
    if kind < 0.35:
        return pair[1:]
    return [_slip(pair[0], random), *pair[1:]]


def _slip(word: str, random: Random) -> str:
    """One slip of the fingers in a Latin word; Chinese characters and numbers stay."""
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return word
    at, kind = int(random.integers(1, len(word) - 1)), int(random.integers(4))
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    beside = _BESIDE.get(word[at].lower(), word[at])
    return word[:at] + beside[int(random.integers(len(beside)))] + word[at + 1 :]


def _joined(words: Sequence[str]) -> str:
    """Spaces between Latin words, none around Chinese characters."""
    text = " ".join(words)
    return re.sub(r"(?<=[\u3400-\u9fff]) | (?=[\u3400-\u9fff])", "", text)
