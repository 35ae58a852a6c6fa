"""Copies of training text with the slips of keyboards and recognisers, the same at every training. Pure; knows no Rasa."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

_HAN = re.compile(r"[\u3400-\u9fff]")
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
_OPENINGS = (
    "hi ", "hello ", "hey ", "hi there ", "hello, ", "good morning ", "good evening ", "hi i have a question ", "ok so ",
    "excuse me ", "hey guys ", "um ", "please ", "sorry ", "hi team, ", "hello sir ", "yes ", "so ", "also ", "i said ",
)  # fmt: skip
_CLOSINGS = (
    " please", " thanks", " pls", " thank you", " asap", " ??", " !!", " urgent", " help", " ok?", " today", " can you help",
)  # fmt: skip
_OPENINGS_ZH = (
    "你好 ", "您好，", "亲 ", "亲，", "在吗 ", "请问", "你好，请问", "您好 我想问一下", "麻烦问下", "客服 ", "老板 ",
    "那个 ", "嗯 ", "喂 ", "不好意思 ", "我问下", "哎 ", "我说",
)  # fmt: skip
_CLOSINGS_ZH = (
    "谢谢", " 谢谢", "啊", "呢", " 急", "??", " 在线等", " 麻烦了", "亲", "哈", " 怎么弄", "!", "呀", " 尽快",
)  # fmt: skip
LEAST_WORDS, GLUED = 3, 0.4
Random = np.random.Generator


def noised(texts: Sequence[str], *, share: float, seed: int, part: float = 1.0) -> Iterator[tuple[int, str]]:
    """A copy of each as (index of the original, text); `share` is the part of its words that is hurt, at least one.

    With `part` below 1 only so many of the texts, drawn by chance, get a copy.
    """
    random = np.random.default_rng(seed)
    for at in np.flatnonzero(random.random(len(texts)) < part):
        copy = _copy(texts[at], share, random)
        if copy != texts[at]:
            yield int(at), copy


def hurt(texts: Sequence[str], share: float, seed: int = 7) -> list[str]:
    """Each text with this share of all words hurt and nothing glued to it: to measure what noise costs."""
    random = np.random.default_rng(seed)
    found = []
    for text in texts:
        words = _WORD.findall(text)
        times = int(random.binomial(len(words), share))
        found.append(_joined(_broken(words, times, random)) if times and len(words) > 1 else text)
    return found


def _copy(text: str, share: float, random: Random) -> str:
    """One copy. Short texts keep what they say: only a letter slips."""
    words = _WORD.findall(text)
    if len(words) < 2:
        return _slip(text, random)
    glued = len(words) >= LEAST_WORDS and random.random() < GLUED
    broken = _joined(_broken(words, max(1, round(share * len(words))), random))
    return _glued(broken, random) if glued else broken


def _broken(words: list[str], times: int, random: Random) -> list[str]:
    for _ in range(times):
        at = int(random.integers(len(words)))
        words[at : at + 2] = _change(words[at : at + 2], random)
        if len(words) < 2:
            break
    return words


def _glued(text: str, random: Random) -> str:
    """With a greeting before it or a word after it, as people open and close a message."""
    chinese = bool(_HAN.search(text))
    if random.random() < 0.7:
        openings = _OPENINGS_ZH if chinese else _OPENINGS
        return openings[int(random.integers(len(openings)))] + text
    closings = _CLOSINGS_ZH if chinese else _CLOSINGS
    return text + closings[int(random.integers(len(closings)))]


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
