"""Hours that are never open, spans of a day that overlap, and spans that begin or end in an hour the clocks skip or repeat."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import pairwise
from zoneinfo import ZoneInfo

from frontdesk.core.issues import Issue
from frontdesk.ivr.hours import DAYS, Hours, Span
from frontdesk.ivr.lint.rule import Rule
from frontdesk.ivr.marks import NOWHERE, Mark, Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

CODE = "FLOW081"
YEAR = 2026  # clocks change by the same rule each year; any will do


def find(book: FlowBook, _: Tasks) -> Iterator[Issue]:
    for name, hours in book.hours.items():
        at = name.at if isinstance(name, Marked) else NOWHERE
        if hours.weekly and not any(hours.weekly.values()):
            yield at.issue(CODE, f"Hours '{name}' are closed on every day of the week.")
        for day, spans in (*hours.weekly.items(), *hours.holidays.items()):
            yield from _overlap(name, day, spans, at)
        yield from _clocks(name, hours, at)
        yield from _idle_holidays(name, hours, at)


def _overlap(name: str, day: str, spans: tuple[Span, ...], at: Mark) -> Iterator[Issue]:
    for first, second in pairwise(sorted(spans)):
        if second[0] < first[1]:
            yield at.issue(CODE, f"Hours '{name}': two spans of {day} overlap at {_shown(second[0])}.")


def _clocks(name: str, hours: Hours, at: Mark) -> Iterator[Issue]:
    """A span whose edge falls into an hour that is skipped or comes twice opens or closes at a moment nobody meant."""
    for weekday, minutes in _changes(hours.zone).items():
        for start, end in hours.weekly.get(weekday, ()):
            edge = next((edge for edge in (start, end) for low, high in minutes if low < edge < high), None)
            if edge is not None:
                message = f"Hours '{name}': at {_shown(edge)} on {weekday} the clocks of {hours.zone} may be changing."
                yield at.issue(CODE, message, level="warning")


def _idle_holidays(name: str, hours: Hours, at: Mark) -> Iterator[Issue]:
    for date in hours.holidays:
        weekday = _weekday(date)
        if weekday is not None and not hours.holidays[date] and not hours.weekly.get(weekday):
            message = f"Hours '{name}': {date} is a {weekday}, closed as it is; another day may be meant."
            yield at.issue(CODE, message, level="warning")


def _weekday(date: str) -> str | None:
    try:
        return DAYS[datetime.fromisoformat(date).weekday()]
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _changes(zone: str) -> Mapping[str, tuple[Span, ...]]:
    """By weekday, the spans of wall-clock minutes that are skipped or come twice when the clocks change."""
    found: dict[str, tuple[Span, ...]] = {}
    moment = datetime(YEAR, 1, 1, tzinfo=UTC)
    before = moment.astimezone(ZoneInfo(zone))
    for _ in range(366 * 24):
        moment += timedelta(hours=1)
        after = moment.astimezone(ZoneInfo(zone))
        moved = (after.utcoffset() or timedelta()) - (before.utcoffset() or timedelta())
        if moved:
            minutes = abs(int(moved.total_seconds())) // 60
            low = after.hour * 60 + after.minute - (minutes if moved > timedelta() else 0)
            found[DAYS[after.weekday()]] = (*found.get(DAYS[after.weekday()], ()), (low, low + minutes))
        before = after
    return found


def _shown(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


RULE = Rule(code=CODE, title="Hours with gaps, overlaps or a change of clocks", find=find)
