"""Opening hours: a week, its exceptions, a time zone; is it open at a moment? Pure: the moment is an argument."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from frontdesk.core.opening import CLOSES, OPENS
from frontdesk.core.words import OfHouse
from frontdesk.ivr.moments import moment

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALL_DAY = ((0, 24 * 60),)
FORESEEN_DAYS = 60  # so far ahead an opening is looked for
Span = tuple[int, int]  # minutes of the day, from (inclusive) and to (exclusive)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Weekly spans by day, spans of single dates (`holidays`, as 2026-10-01), and the zone they are meant in."""

    name: str
    zone: str
    weekly: Mapping[str, tuple[Span, ...]]
    holidays: Mapping[str, tuple[Span, ...]]

    def open_at(self, at: float) -> bool:
        """Whether it is open at `at` (epoch seconds, UTC), by the clock on that wall."""
        local = _local(at, self.zone)
        minute = local.hour * 60 + local.minute
        return any(start <= minute < end for start, end in self.on(local))

    def opens_at(self, at: float) -> float:
        """The first moment at or after `at` when it is open.

        A set of hours that opens on none of the next 60 days is taken to be open then, so that nothing waits for ever.
        """
        if self.open_at(at):
            return at
        return next((start for start, _ in self._spells(at) if start > at), at + FORESEEN_DAYS * 86400.0)

    def told(self, at: float) -> Mapping[str, str]:
        """What prompts may say of these hours at `at` (the way `moment`): `opens`, the next time they begin, and while they are
        open `closes`, too. Only what is known: nothing of hours without an end, that begin on none of the next 60 days, or
        that begin or end in an hour which the clock leaves out or goes through twice.
        """
        seen = _local(at, self.zone).date()
        opens = next((start for start, _ in self._spells(at) if start > at), None)
        closes = next((end for start, end in self._spells(at) if start <= at < end), None)
        open_now = self.open_at(at)
        if opens is None or (open_now and closes is None):
            return {}
        found = {OPENS: OfHouse(moment(_local(opens, self.zone), seen))}
        if open_now and closes is not None:
            found[CLOSES] = OfHouse(moment(_local(closes, self.zone), seen, ends=True))
        return found

    def _spells(self, at: float) -> Iterator[tuple[float, float]]:
        """When it is open, from the day before `at` on: beginnings and ends in order, spans that touch or overlap as one."""
        first, zone = _local(at, self.zone).date() - timedelta(days=1), ZoneInfo(self.zone)
        spell: tuple[float, float] | None = None
        for day in (first + timedelta(days=n) for n in range(FORESEEN_DAYS + 1)):
            for span in sorted(self.on(datetime.combine(day, time(), zone))):
                start, end = (_moment(day, minute, zone) for minute in span)
                if spell is not None and start <= spell[1]:
                    spell = (spell[0], max(spell[1], end))
                    continue
                if spell is not None:
                    yield spell
                spell = (start, end)
        if spell is not None:
            yield spell

    def on(self, day: datetime) -> tuple[Span, ...]:
        """The spans of one day; a holiday's take the place of the weekday's."""
        date = day.date().isoformat()
        return self.holidays[date] if date in self.holidays else self.weekly.get(DAYS[day.weekday()], ())


@lru_cache(maxsize=64)
def _local(at: float, zone: str) -> datetime:
    """The wall clock of the zone at a moment; one turn asks several times."""
    return datetime.fromtimestamp(at, ZoneInfo(zone))


def _moment(day: date, minute: int, zone: ZoneInfo) -> float:
    """Epoch seconds of a minute of a day on that wall; 24:00 is the next day's midnight."""
    return (datetime.combine(day, time(), zone) + timedelta(minutes=minute)).timestamp()


def read_span(text: str) -> Span | None:
    """`09:00-18:30` as minutes; `24:00` ends a day. None when it is no such thing."""
    start, dash, end = text.partition("-")
    low, high = _minute(start), _minute(end)
    return (low, high) if dash and low is not None and high is not None and low < high else None


def _minute(text: str) -> int | None:
    text = text.strip()
    if text == "24:00":
        return 24 * 60
    try:
        clock = time.fromisoformat(text)
    except ValueError:
        return None
    return clock.hour * 60 + clock.minute if len(text) == 5 else None


def read_days(text: str) -> tuple[str, ...] | None:
    """`mon` or `mon-fri` as days; None when it is no such thing."""
    first, dash, last = (part.strip() for part in text.partition("-"))
    last = last if dash else first
    if first not in DAYS or last not in DAYS or DAYS.index(first) > DAYS.index(last):
        return None
    return DAYS[DAYS.index(first) : DAYS.index(last) + 1]


def read_date(text: str) -> str | None:
    """`2026-10-01`, if it is a day of the calendar."""
    try:
        return datetime.strptime(text, "%Y-%m-%d").replace(tzinfo=ZoneInfo("UTC")).date().isoformat()
    except ValueError:
        return None
