"""Reads a call log from lines of CSV: columns id, queue, priority, arrived, answered, ended, agent. Knows no files.

Forgiving where nothing is lost by it: columns but `arrived` and `answered` may be missing, times may be ISO 8601 or seconds or
milliseconds since 1970, rows may come in any order. A line that makes no sense, or comes twice, is left out and reported with its
number; an end that cannot be is taken as not known.
Times without a zone are taken as they stand, so that the hour of the day is the clock's on the wall.
"""

import csv
import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from frontdesk.core.errors import FrontdeskError
from handoff.waiting.events import Call, CallLog, by_arrival

COLUMNS: tuple[str, ...] = ("queue", "priority", "arrived", "answered", "ended", "agent")
NEEDED = ("arrived", "answered")
MILLISECONDS_FROM = 1e11
LONGEST_S = 2 * 86400.0
SKEW_S = 5.0  # by which clocks may differ
NOTHING = ("", "null", "none", "nan", "na", "-")


class NotACallLog(FrontdeskError):
    """The file is no call log."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was left out."""

    line: int
    why: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.why}"


def read(lines: Iterable[str], report: Callable[[BadLine], None], limit: int | None = None) -> CallLog:
    """The log, in order of arrival. `limit`: no more than so many calls."""
    log = CallLog()
    for call in calls(lines, report):
        log.add(call)
        if limit is not None and len(log) >= limit:
            break
    if not len(log):
        raise NotACallLog("The file has no call that can be read; see docs/reference/wait-estimate.md for its columns.")
    return by_arrival(log)


def calls(lines: Iterable[str], report: Callable[[BadLine], None]) -> Iterator[Call]:
    """Each line's call."""
    source = iter(lines)
    header = next(source, "").lstrip("\ufeff")
    delimiter = max(",;\t", key=header.count)
    names = [name.strip().lower() for name in next(csv.reader([header], delimiter=delimiter), [])]
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise NotACallLog(
            f"The call log has no column {' and no column '.join(missing)}; its first line must name them."
        )
    places = {name: names.index(name) for name in COLUMNS if name in names}
    reader, met = csv.reader(source, delimiter=delimiter), set[int]()
    while True:
        try:
            row = next(reader)
            if row:
                if "id" in names:
                    _no_copy(row, met)
                yield _call(row, places)
        except StopIteration:
            return
        except (ValueError, IndexError, OverflowError, csv.Error) as error:
            report(BadLine(reader.line_num + 1, _sentence(error)))


def _no_copy(row: list[str], met: set[int]) -> None:
    """The very same line again is a copy, not another call: ids alone may come again after a transfer."""
    mark = hash(tuple(row))
    if mark in met:
        raise ValueError("it is a copy of an earlier line")
    met.add(mark)


def _call(row: list[str], places: dict[str, int]) -> Call:
    def cell(name: str) -> str:
        place = places.get(name, -1)
        return row[place].strip() if 0 <= place < len(row) else ""

    arrived, answered, ended = moment(row[places["arrived"]]), moment(cell("answered")), moment(cell("ended"))
    if arrived is None:
        raise ValueError("it has no time of arrival")
    if answered is None and ended is None:
        raise ValueError("it has neither an answer nor an end")
    if answered is not None and arrived - SKEW_S <= answered < arrived:
        answered = arrived  # clocks that differ a little: answered at once
    begun = arrived if answered is None else answered
    if not 0.0 <= begun - arrived <= LONGEST_S:
        raise ValueError("it was answered before it arrived, or days later")
    if ended is not None and not 0.0 <= ended - begun <= LONGEST_S:
        if answered is None:
            raise ValueError("it ended before it began, or days later")
        ended = None  # the wait is good; how long the talk took is not known
    return Call(queue=cell("queue") or "all", priority=_number(cell("priority")), arrived=arrived, answered=answered, ended=ended,
                agent=cell("agent"))  # fmt: skip


def moment(text: str) -> float | None:
    """Seconds since 1970; None for an empty cell."""
    text = text.strip()
    if not text or text.lower() in NOTHING:
        return None
    try:
        if "-" in text[1:] or ":" in text:
            when = datetime.fromisoformat(text)
            return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()
        number = float(text)
    except ValueError as error:
        raise ValueError(f"'{text[:40]}' is no time") from error
    if not math.isfinite(number):
        raise ValueError(f"'{text[:40]}' is no time")
    return number / 1000.0 if abs(number) > MILLISECONDS_FROM else number


def _number(text: str) -> float:
    if text.lower() in NOTHING:
        return 0.0
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ValueError(f"'{text[:40]}' is no priority")
    return number


def _sentence(error: Exception) -> str:
    return "a column is missing" if isinstance(error, IndexError) else str(error)
