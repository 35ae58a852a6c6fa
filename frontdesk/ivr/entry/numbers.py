"""Whole numbers in words: "one hundred and twenty", 一百二十, 120. Digit by digit is core's business, not this."""

import re
import unicodedata

from frontdesk.core.number_words import SMALL, TENS, ZH_DIGITS, ZH_UNITS

_SMALL = SMALL | {"a": 1, "an": 1}
ZH = "零〇一二两三四五六七八九十百千万"
EN = re.compile(rf"(?:{'|'.join((*_SMALL, *TENS, 'hundred', 'thousand', 'and'))})")


def plain_width(text: str) -> str:
    """Small letters, ordinary width, no thousands commas."""
    return re.sub(r"(?<=\d),(?=\d{3})", "", unicodedata.normalize("NFKC", text).casefold())


def number(text: str) -> int | None:
    """The number a piece of text is, and nothing but it; None when it is none."""
    text = plain_width(text).strip()
    if re.fullmatch(r"\d{1,9}", text):
        return int(text)
    if text and set(text) <= set(ZH):
        return _chinese(text)
    return _english(text.replace("-", " ").split())


def _english(words: list[str]) -> int | None:
    words = [word for word in words if word != "and"]
    if not words or words in (["a"], ["an"]):
        return None
    total, section = 0, 0
    for word in words:
        if word in _SMALL or word in TENS:
            section += _SMALL.get(word, TENS.get(word, 0))
        elif word == "hundred":
            section = (section or 1) * 100
        elif word == "thousand":
            total, section = total + (section or 1) * 1000, 0
        else:
            return None
    return total + section


def _chinese(text: str) -> int:
    """By units; a last digit after 百, 千 or 万 counts tens, hundreds, thousands: 一百五 is 150."""
    if not any(c in ZH_UNITS or c == "万" for c in text):
        return int("".join(str(ZH_DIGITS[c]) for c in text))
    total, section, digit, last = 0, 0, 0, 1
    for c in text:
        if c in ZH_DIGITS:
            digit, last = ZH_DIGITS[c], 1 if ZH_DIGITS[c] == 0 else last
        elif c == "万":
            total, section, digit, last = (total + section + digit) * 10_000, 0, 0, 10_000
        else:
            section, digit, last = section + (digit or 1) * ZH_UNITS[c], 0, ZH_UNITS[c]
    return total + section + digit * (last // 10 if last > 10 else 1)
