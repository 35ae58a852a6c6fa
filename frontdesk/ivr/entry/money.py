"""Amounts of money in hundredths: keyed as 12*50, typed as 12.50, said as "twelve dollars fifty" or 十二块五."""

import re

from frontdesk.core.inputs import CustomerInput, KeysPressed
from frontdesk.ivr.entry.numbers import EN, ZH, number, plain_width
from frontdesk.ivr.listen import keys_of, words_of

MOST = 10_000_000_00
LONGEST = (
    300  # characters in which an amount is said; a row of number words without a unit is read again from each of them
)
_MAJOR = r"(?:dollars?|yuan|pounds?|euros?|bucks?|rmb|cny|usd|eur|gbp)"
_MINOR = r"(?:cents?|pence|fen)"
_NUM = rf"(?:\d+|(?:{EN.pattern}\b[\s-]*)+)"
_FIGURES = re.compile(r"(?<![\d.])(\d{1,9})(?:\.(\d{1,2}))?(?![\d.])")
_ENGLISH = re.compile(rf"\b({_NUM})\s*{_MAJOR}\b(?:\s*(?:and\s+)?({_NUM})(?:\s*{_MINOR}\b)?)?")
_ONLY_MINOR = re.compile(rf"\b({_NUM})\s*{_MINOR}\b")
_N = rf"(\d+|[{ZH}]+)"
_CHINESE = re.compile(rf"{_N}(?:块钱|块|元|圆)(?:{_N}(?:角|毛))?(?:零?{_N}分)?(?:{_N}(?![角毛分\d{ZH}]))?")


def money(given: CustomerInput) -> str | None:
    """Hundredths, as digits; None when there is no amount, or more than one."""
    cents = _keyed(keys_of(given) or "") if isinstance(given, KeysPressed) else _said(words_of(given))
    return str(cents) if cents is not None and cents <= MOST else None


def _keyed(keys: str) -> int | None:
    found = re.fullmatch(r"(\d{0,9})(?:\*(\d{1,2}))?", keys)
    if found is None or not keys or (not keys[0].isdigit() and found.group(2) is None):
        return None
    return int(found.group(1) or 0) * 100 + _hundredths(found.group(2))


def _hundredths(decimals: str | None) -> int:
    return int((decimals or "0").ljust(2, "0")[:2])


def _said(words: str) -> int | None:
    if len(words) > LONGEST:
        return None
    text = plain_width(words)
    figures = _FIGURES.findall(text)
    if len(figures) == 1 and (figures[0][1] or not re.search(rf"{_MAJOR}|{_MINOR}|[块元圆角毛分万千百十]", text)):
        return int(figures[0][0]) * 100 + _hundredths(figures[0][1] or None)
    for read in (_chinese, _english):
        cents = read(text)
        if cents is not None:
            return cents
    whole = None if re.search(r"\d", text) else number(re.sub(r"[^\w\s-]", "", text))
    return whole * 100 if whole is not None else None


def _english(text: str) -> int | None:
    found = _ENGLISH.findall(text)
    if len(found) == 1:
        whole, rest = number(found[0][0]), number(found[0][1]) if found[0][1] else 0
        return whole * 100 + rest if whole is not None and rest is not None and rest < 100 else None
    small = _ONLY_MINOR.findall(text) if not found else []
    return number(small[0]) if len(small) == 1 else None


def _chinese(text: str) -> int | None:
    found = _CHINESE.findall(text)
    if len(found) != 1:
        return None
    whole, tenths, hundredths, last = (number(part) if part else 0 for part in found[0])
    if whole is None or tenths is None or hundredths is None or last is None or max(tenths, hundredths, last) > 9:
        return None
    return whole * 100 + (tenths + (last if not tenths else 0)) * 10 + hundredths + (last if tenths else 0)
