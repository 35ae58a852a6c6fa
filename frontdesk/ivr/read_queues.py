"""Reading the queues of humans: hours, skills, service-level target, capacity, overflow. Every mistake becomes an Issue."""

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import cast, get_args

from frontdesk.core.queues import HIGHEST_LEVEL, Option, Overflow, QueueRules
from frontdesk.ivr.fields import Sheet, meant
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.queues import Queue

WRONG = "FLOW091"
_TIME = re.compile(r"([0-9]+(?:\.[0-9]+)?) ?(s|min|h)")
_UNIT: Mapping[str, float] = MappingProxyType({"s": 1.0, "min": 60.0, "h": 3600.0})
OPTIONS: tuple[str, ...] = get_args(Option)
# key in the file: field of the rules
TIMES: Mapping[str, str] = MappingProxyType(
    {
        "ageing": "ageing_s",
        "longest_wait": "longest_s",
        "same_agent": "sticky_s",
        "same_agent_wait": "sticky_wait_s",
        "wrap_up": "wrap_up_s",
        "announce_every": "announce_s",
        "regain_within": "regain_s",
        "callback_retry": "callback_retry_s",
        "declined_pause": "declined_pause_s",
    }
)


def read_queues(sheet: Sheet) -> dict[str, Queue]:
    """The queues of a file: `queues: {service: {hours: service, skills: [orders], capacity: 40}}`."""
    inner = sheet.sheet("queues", "'queues'")
    queues: dict[str, Queue] = {}
    for name, value in inner.table.entries.items() if inner else ():
        one = inner.within(value, f"queue '{name}'") if inner else None
        if one is not None:
            queues[name] = _queue(name, one)
            one.close()
    return queues


def _queue(name: Marked, sheet: Sheet) -> Queue:
    hours, skills = sheet.maybe_text("hours"), sheet.texts("skills")
    languages, overflow = sheet.texts("languages"), _overflow(sheet)
    rules = _rules(name, tuple(map(str, skills)), sheet, tuple(rule for rule, _ in overflow))
    return Queue(
        name=name,
        hours=hours,
        skills=skills,
        languages=languages,
        rules=replace(rules, languages=tuple(map(str, languages))),
        overflow_to=tuple(to for _, to in overflow if to is not None),
    )


def _rules(name: Marked, skills: tuple[str, ...], sheet: Sheet, overflow: tuple[Overflow, ...]) -> QueueRules:
    plain = QueueRules()
    times = {field: found for key, field in TIMES.items() if (found := _time(sheet, key)) is not None}
    share, within = _target(sheet)
    return QueueRules(
        name=str(name),
        skills=skills,
        level=_level(sheet, "level") or plain.level,
        languages=(),
        language_must=sheet.flag("language_must", default=plain.language_must),
        target_share=plain.target_share if share is None else share,
        target_s=plain.target_s if within is None else within,
        capacity=_whole(sheet, "capacity", 1_000_000),
        callback_tries=_whole(sheet, "callback_tries", 10) or plain.callback_tries,
        say_position=sheet.flag("say_position", default=plain.say_position),
        options=_options(sheet, "options") if sheet.has("options") else plain.options,
        overflow=overflow,
        **times,
    )


def _target(sheet: Sheet) -> tuple[float | None, float | None]:
    """`target: {answered: 80%, within: 20 s}`."""
    inner = sheet.sheet("target", f"'target' of {sheet.what}")
    if inner is None:
        return None, None
    text = inner.text("answered")
    found = re.fullmatch(r"([1-9][0-9]?|100) ?%", text)
    if text and found is None:
        inner.complain(text.at, WRONG, f"'{text}' is no share of customers; write it as 80%.")
    within = _time(inner, "within", required=True)
    sheet.broken = not inner.close() or sheet.broken
    return (int(found[1]) / 100 if found else None), within


def _overflow(sheet: Sheet) -> list[tuple[Overflow, Marked | None]]:
    """`overflow`: a list of rules, each with `after` and what is different from then on."""
    if not sheet.has("overflow"):
        return []
    rules: list[tuple[Overflow, Marked | None]] = []
    for inner in sheet.sheets("overflow", f"'overflow' of {sheet.what}"):
        after = _time(inner, "after", required=True) or 0.0
        queue = inner.maybe_text("queue")
        rule = Overflow(
            after_s=after,
            level=_level(inner, "level"),
            queue=str(queue) if queue else None,
            any_language=inner.flag("any_language"),
            offer=_options(inner, "offer"),
        )
        if rules and after < rules[-1][0].after_s:
            inner.complain(inner.at("after"), WRONG, "The rules of 'overflow' stand in the order of their times.")
        if rule == Overflow(after_s=after):
            inner.complain(inner.at("after"), WRONG, "This rule changes nothing; give it a level, a queue or an offer.")
        rules.append((rule, queue))
        sheet.broken = not inner.close() or sheet.broken
    return rules


def _options(sheet: Sheet, key: str) -> tuple[Option, ...]:
    for text in (found := sheet.texts(key)):
        if text not in OPTIONS:
            message = f"'{text}' can't be offered; write one of {', '.join(OPTIONS)}."
            sheet.complain(text.at, WRONG, message, meant(text, OPTIONS))
    return tuple(cast(Option, str(text)) for text in found if text in OPTIONS)


def _time(sheet: Sheet, key: str, *, required: bool = False) -> float | None:
    """`20 s`, `5 min` or `1 h` in seconds."""
    text = sheet.maybe_text(key, required=required)
    if text is None:
        return None
    found = _TIME.fullmatch(text)
    if found is None or float(found[1]) <= 0:
        sheet.complain(text.at, WRONG, f"'{text}' is no length of time; write it as 20 s, 5 min or 1 h.")
        return None
    return float(found[1]) * _UNIT[found[2]]


def _level(sheet: Sheet, key: str) -> int | None:
    return _whole(sheet, key, HIGHEST_LEVEL)


def _whole(sheet: Sheet, key: str, most: int) -> int | None:
    number = sheet.number(key)
    if number is None:
        return None
    if number != int(number) or number > most:
        sheet.complain(sheet.at(key), WRONG, f"'{key}' of {sheet.what} is a whole number from 1 to {most}.")
        return None
    return int(number)
