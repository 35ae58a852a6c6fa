"""A moment as people say it, seen from a day: "tomorrow, Saturday, at 9 AM", 明天（星期六）上午9点. Pure.

A moment is written `2026-11-28T09:00 2026-11-27`: the wall clock's day and time, then the day it is told on. 24:00 ends a day.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from babel.dates import format_date, format_time

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-4]):([0-5]\d) (\d{4}-\d\d-\d\d)")
WEEK = 7  # days; so far ahead a weekday alone would be taken for the nearer one
Clock = tuple[int, int]  # hours (24 at a day's end) and minutes


def moment(when: datetime, seen: date, *, ends: bool = False) -> str:
    """Written for a prompt. `ends`: something is over then, so that midnight belongs to the day before it."""
    if ends and when.time() == time():
        return f"{(when - timedelta(days=1)).date().isoformat()}T24:00 {seen.isoformat()}"
    return f"{when:%Y-%m-%dT%H:%M} {seen.isoformat()}"


def said(value: str, lang: str, *, aloud: bool) -> str | None:
    """The moment in a language; None when the value is none. `aloud`: for the ear."""
    parts = _MOMENT.fullmatch(value)
    if parts is None:
        return None
    try:
        day, seen = date.fromisoformat(parts[1]), date.fromisoformat(parts[4])
    except ValueError:
        return None
    clock = (int(parts[2]), int(parts[3]))
    tell = _TELLERS.get(lang)
    return tell(day, seen, clock, aloud) if tell is not None else _plainly(day, clock, lang)


def _english(day: date, seen: date, clock: Clock, _: bool) -> str:
    ahead = (day - seen).days
    if ahead == 0:
        on = "today"
    elif ahead == 1:
        on = f"tomorrow, {_named(day, 'EEEE', 'en')},"
    elif 1 < ahead < WEEK:
        on = f"on {_named(day, 'EEEE', 'en')}"
    else:
        on = f"on {_named(day, 'EEEE, MMMM d', 'en')},"
    return f"{on} at {_english_clock(clock)}"


def _english_clock(clock: Clock) -> str:
    hours, minutes = clock
    if minutes == 0 and hours in (12, 24):
        return "noon" if hours == 12 else "midnight"  # the hour of the clock
    shown = f"{(hours - 1) % 12 + 1}" + (f":{minutes:02}" if minutes else "")
    return f"{shown} {'AM' if hours % 24 < 12 else 'PM'}"


def _chinese(day: date, seen: date, clock: Clock, aloud: bool) -> str:
    ahead, weekday = (day - seen).days, _named(day, "EEEE", "zh")
    if ahead == 0:
        on = "今天"
    elif ahead == 1:
        on = f"明天{weekday}" if aloud else f"明天（{weekday}）"
    elif 1 < ahead < WEEK:
        on = f"下{weekday}" if day.isocalendar().week != seen.isocalendar().week else weekday
    else:
        on = f"{day.month}月{day.day}日{weekday}"
    return on + _chinese_clock(clock)


def _chinese_clock(clock: Clock) -> str:
    hours, minutes = clock
    if (hours, minutes) == (0, 0):
        return "零点"
    part = next(name for until, name in _PARTS if hours < until)
    shown = hours if hours <= 12 else hours - 12  # the hour of the clock
    return f"{part}{shown}点" + {0: "", 30: "半"}.get(minutes, f"{minutes:02}分")


_PARTS = ((6, "凌晨"), (12, "上午"), (13, "中午"), (18, "下午"), (25, "晚上"))
_TELLERS: dict[str, Callable[[date, date, Clock, bool], str]] = {"en": _english, "zh": _chinese}


def _plainly(day: date, clock: Clock, lang: str) -> str:
    """In any other language: the whole date, and the time."""
    hours, minutes = clock
    return f"{format_date(day, 'full', locale=lang)} {format_time(time(hours % 24, minutes), 'short', locale=lang)}"


def _named(day: date, pattern: str, lang: str) -> str:
    return str(format_date(day, pattern, locale=lang))
