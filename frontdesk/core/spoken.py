"""Digits in what people say or type: "one oh two", "double three", "一零零二三", "１００２３"."""

import re
import unicodedata
from functools import lru_cache
from itertools import groupby

from frontdesk.core.number_words import ONES, TEENS, TENS, ZH_DIGITS, ZH_UNITS

_EN = {word: str(value) for word, value in ONES.items()} | {"nought": "0"}
_TEENS = {word: str(value) for word, value in TEENS.items()}
_TENS = {word: str(value // 10) for word, value in TENS.items()}
_ZH = {digit: str(value) for digit, value in ZH_DIGITS.items()} | {"幺": "1"}
_UNITS = ZH_UNITS | {"万": 10_000}
_REPEAT = {"double": 2, "triple": 3}
_TOKEN = re.compile(r"\d+|[a-z]+|[零〇一幺二两三四五六七八九十百千万]+|[^\s\-,.，。、]")


def digits_in(text: str) -> str:
    """All digits of the text in order, however they were said; empty when there are none."""
    return "".join(digit_runs(text))


def digit_runs(text: str) -> tuple[str, ...]:
    """The digits of the text, group by group: "order 10023 of 4 May" → ("10023", "4"). Punctuation breaks no group."""
    groups = groupby(_read(text), key=lambda pair: pair[1] is None)
    return tuple("".join(piece or "" for _, piece in group) for gap, group in groups if not gap)


def without_digits(text: str) -> str:
    """What is left of the text when every digit, said or written, is taken out."""
    return " ".join(token for token, piece in _read(text) if piece is None)


@lru_cache(maxsize=16)  # one turn asks the same of the same words several times
def _read(text: str) -> tuple[tuple[str, str | None], ...]:
    """Each token with its digits (perhaps none yet, as for "double"), or None when it is no number."""
    tokens = _TOKEN.findall(unicodedata.normalize("NFKC", text).lower())
    around = zip(tokens, ["", *tokens], [*tokens[1:], ""], strict=False)
    return tuple((token, _piece(token, before, after)) for token, before, after in around)


def _piece(token: str, before: str, after: str) -> str | None:
    times = _REPEAT.get(before, 1)
    if token.isascii() and token.isdigit():
        return token * times
    if token in _EN:
        return _EN[token] * times
    if token in _TEENS:
        return _TEENS[token]
    if token in _TENS:
        return _TENS[token] if _EN.get(after, "0") != "0" else _TENS[token] + "0"
    if token in _REPEAT:
        return "" if _is_digit(after) else None
    if token in ("oh", "o"):
        return "0" * times if _is_digit(before) or _is_digit(after) or before in _REPEAT else None
    return _chinese(token) if token[0] in _ZH or token[0] in _UNITS else None


def _is_digit(token: str) -> bool:
    return token in _EN or token.isdigit() or token in ("oh", "o")


def _chinese(run: str) -> str:
    """Digit by digit ("一零零二三"), or as a number when a unit is in it ("一万零二十三")."""
    if not any(c in _UNITS for c in run):
        return "".join(_ZH[c] for c in run)
    total, section, digit = 0, 0, 0
    for c in run:
        if c in _ZH:
            digit = int(_ZH[c])
        elif c == "万":
            total, section, digit = (total + section + digit) * 10000, 0, 0
        else:
            section, digit = section + (digit or 1) * _UNITS[c], 0
    return str(total + section + digit)
