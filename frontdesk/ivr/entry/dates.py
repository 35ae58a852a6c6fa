"""Dates as people give them: keys 1127, "next Friday", "27 November", 下周五, 十一月二十七号. Small; always read back.

"next Friday" and 下周五 are the Friday of next week, Monday being its first day.
"""

import re
from datetime import date, timedelta

from frontdesk.core.inputs import CustomerInput, KeysPressed
from frontdesk.ivr.entry.form import When
from frontdesk.ivr.entry.numbers import ZH, number, plain_width
from frontdesk.ivr.listen import keys_of, words_of

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "|".join(f"{m[:3]}(?:{m[3:]})?" if len(m) > 3 else m for m in _MONTHS)
_NTH = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
_ORDINALS = {word: i for i, word in enumerate(_NTH, start=1)} | {"thirtieth": 30, "thirty first": 31}
_ORDINALS |= {f"twenty {word}": 20 + i for i, word in enumerate(_NTH[:9], start=1)}
_DAY = rf"(\d{{1,2}}(?:st|nd|rd|th)?|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})"
_NEAR = {
    "day after tomorrow": 2, "day before yesterday": -2, "today": 0, "tomorrow": 1, "yesterday": -1, "大后天": 3, "后天": 2,
    "明天": 1, "今天": 0, "昨天": -1, "前天": -2,
}  # fmt: skip
_WEEKDAY = re.compile(rf"\b(?:(next|this|last)\s+)?(?:on\s+)?({'|'.join(_DAYS)})\b")
_ZH_WEEKDAY = re.compile(r"(下|上|这|本)?个?(?:周|星期|礼拜)([一二三四五六日天])")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH})\.?\s+(?:the\s+)?{_DAY}\b(?:,?\s+(\d{{4}}))?")
_DAY_FIRST = re.compile(rf"\b{_DAY}\s+(?:of\s+)?({_MONTH})\b\.?(?:,?\s+(\d{{4}}))?")
_ZH_DATE = re.compile(rf"(?:(\d{{4}}|[零〇一二三四五六七八九]{{4}})年)?(\d{{1,2}}|[{ZH}]+)月(\d{{1,2}}|[{ZH}]+)[日号]?")


def a_date(given: CustomerInput, when: When, today: date) -> str | None:
    """The date meant, as 2026-11-27; None when there is none or it is no day of the calendar."""
    if isinstance(given, KeysPressed):
        found = _keyed(keys_of(given) or "", when, today)
    else:
        text = plain_width(words_of(given))
        readers = (_iso, _named, _chinese, _near, _weekday)
        found = next((day for read in readers if (day := read(text, when, today)) is not None), None)
        found = found or _keyed("".join(text.split()), when, today)
    return found.isoformat() if found else None


def _keyed(keys: str, when: When, today: date) -> date | None:
    """MMDD, or YYYYMMDD."""
    found = re.fullmatch(r"(\d{4})?(\d\d)(\d\d)", keys)
    return _day(found.group(1), int(found.group(2)), int(found.group(3)), (when, today)) if found else None


def _day(year: str | None, month: int, day: int, near: tuple[When, date]) -> date | None:
    """The day; without a year, the one that fits `when`, or else the nearest."""
    when, today = near
    years = [int(year)] if year else range(today.year - 4, today.year + 5)  # a 29 February comes within these
    days = [made for y in years if (made := _made(y, month, day)) is not None]
    if not year and when != "any":
        days = [d for d in days if (d >= today if when == "future" else d <= today)]
    return min(days, key=lambda d: abs((d - today).days), default=None)


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _iso(text: str, _: When, today: date) -> date | None:
    found = _ISO.search(text)
    return _made(int(found[1]), int(found[2]), int(found[3])) if found else None


def _named(text: str, when: When, today: date) -> date | None:
    first, other = _MONTH_FIRST.search(text), _DAY_FIRST.search(text)
    if first is None and other is None:
        return None
    month, day, year = (first[1], first[2], first[3]) if first else (other[2], other[1], other[3])  # type: ignore[index]
    numbered = _ORDINALS.get(day) or int(re.sub(r"\D", "", day))
    return _day(year, [m[:3] for m in _MONTHS].index(month[:3]) + 1, numbered, (when, today))


def _chinese(text: str, when: When, today: date) -> date | None:
    found = _ZH_DATE.search(text)
    if found is None:
        return None
    month, day, year = number(found[2]), number(found[3]), number(found[1]) if found[1] else None
    return _day(str(year) if year else None, month or 0, day or 0, (when, today))


def _near(text: str, _: When, today: date) -> date | None:
    return next((today + timedelta(days=days) for word, days in _NEAR.items() if word in text), None)


def _weekday(text: str, when: When, today: date) -> date | None:
    english, chinese = _WEEKDAY.search(text), _ZH_WEEKDAY.search(text)
    if english:
        return _in_week(english[1] or "", _DAYS.index(english[2]), when, today)
    if chinese:
        which = {"下": "next", "上": "last", "这": "this", "本": "this"}.get(chinese[1] or "", "")
        return _in_week(which, "一二三四五六日".index(chinese[2].replace("天", "日")), when, today)
    return None


def _in_week(which: str, weekday: int, when: When, today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    if which in ("next", "last", "this"):
        return monday + timedelta(days=weekday, weeks={"next": 1, "last": -1, "this": 0}[which])
    ahead = (weekday - today.weekday()) % 7
    return today + timedelta(days=ahead - 7 if when == "past" and ahead else ahead)
