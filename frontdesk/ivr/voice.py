"""How values are read and spoken: digits one by one, money, dates, durations, phone numbers, per language. Pure.

A value that is not of the way's form is said as it is, so that nothing is ever swallowed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal

from actions.words.aloud import spoken_money
from frontdesk.ivr import moments


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the language, and the currency amounts are in."""

    lang: str = "en"
    currency: str = "CNY"


@dataclass(frozen=True, slots=True)
class Way:
    """One way to say a value: for the eye and for the ear."""

    read: Callable[[str, Voice], str]
    speak: Callable[[str, Voice], str]


_TIME: Mapping[str, tuple[str | tuple[str, str], ...]] = {
    "en": (("hour", "hours"), ("minute", "minutes"), ("second", "seconds")),
    "zh": ("小时", "分钟", "秒"),
}
_ZH_PHONE = str.maketrans("0123456789", "零幺二三四五六七八九")


def _same(value: str, _: Voice) -> str:
    return value


def _one_by_one(value: str, _: Voice) -> str:
    return " ".join(value.replace(" ", ""))


def _int(value: str, voice: Voice) -> str:
    return str(format_decimal(int(value), locale=voice.lang)) if re.fullmatch(r"-?\d{1,15}", value) else value


def _cents(value: str) -> int | None:
    return int(value) if re.fullmatch(r"\d{1,15}", value) else None


def _money(value: str, voice: Voice) -> str:
    cents = _cents(value)
    if cents is None:
        return value
    return str(format_currency(Decimal(cents) / 100, voice.currency, locale=voice.lang))


def _spoken_money(value: str, voice: Voice) -> str:
    cents = _cents(value)
    if cents is None:
        return value
    return spoken_money(cents, voice.currency, voice.lang)


def _date(width: str) -> Callable[[str, Voice], str]:
    def said(value: str, voice: Voice) -> str:
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return value
        return str(format_date(day, width, locale=voice.lang))

    return said


def _moment(*, aloud: bool) -> Callable[[str, Voice], str]:
    return lambda value, voice: moments.said(value, voice.lang, aloud=aloud) or value


def _duration(value: str, voice: Voice) -> str:
    """Seconds as hours, minutes and seconds; nothing smaller than a minute beside an hour."""
    if not re.fullmatch(r"\d{1,9}", value):
        return value
    minutes, seconds = divmod(int(value), 60)
    hours, minutes = divmod(minutes, 60)
    counts = (hours, minutes, 0 if hours else seconds)
    names = _TIME.get(voice.lang, _TIME["en"])
    parts = [_counted(count, name) for count, name in zip(counts, names, strict=True) if count]
    return ("" if voice.lang == "zh" else " ").join(parts or [_counted(0, names[2])])


def _counted(count: int, name: str | tuple[str, str]) -> str:
    return f"{count}{name}" if isinstance(name, str) else f"{count} {name[0] if count == 1 else name[1]}"


def _groups(value: str) -> list[str]:
    """Digits in the groups they are said in: 3-4-4 for eleven, else threes with the last four together."""
    digits = re.sub(r"\D", "", value)
    if len(digits) == 11:
        return [digits[:3], digits[3:7], digits[7:]]
    head = digits[:-4]
    return [*(head[i : i + 3] for i in range(0, len(head), 3)), digits[-4:]]


def _phone(value: str, _: Voice) -> str:
    return ("+" if value.startswith("+") else "") + " ".join(_groups(value)) if re.search(r"\d", value) else value


def _spoken_phone(value: str, voice: Voice) -> str:
    if not re.search(r"\d", value):
        return value
    if voice.lang == "zh":
        return "，".join(group.translate(_ZH_PHONE) for group in _groups(value))
    return ", ".join(" ".join(group) for group in _groups(value))


WAYS: Mapping[str, Way] = MappingProxyType(
    {
        "text": Way(_same, _same),
        "digits": Way(_same, _one_by_one),
        "int": Way(_int, _same),
        "money": Way(_money, _spoken_money),
        "date": Way(_date("long"), _date("full")),
        "moment": Way(_moment(aloud=False), _moment(aloud=True)),
        "duration": Way(_duration, _duration),
        "phone": Way(_phone, _spoken_phone),
    }
)
