"""What a request to the board asks for: days, a slice, figures. Wrong ones are a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from frontdesk.record.board import bounds, day_of
from frontdesk.record.cells import HOURLY, SLICES
from frontdesk.record.figures.catalogue import FIGURES

DAYS = 7  # shown when nothing else is asked
DAYS_AT_MOST = 400


class Unclear(Exception):
    """The request can't be understood; the message says how to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A period of whole days, both included; its bounds in epoch seconds; and one slice of it."""

    first: date
    last: date
    since: float
    until: float
    cut: str
    value: str
    figures: tuple[str, ...]
    hourly: bool = False


def asked(query: Mapping[str, str], now: float, zone: ZoneInfo) -> Asked:
    """The request's meaning. Raises Unclear."""
    last = _day(query.get("to")) or day_of(now, zone)
    first = _day(query.get("from")) or last - timedelta(days=DAYS - 1)
    if not 0 <= (last - first).days < DAYS_AT_MOST:
        raise Unclear(f"Give `from` and `to` as days in order, at most {DAYS_AT_MOST} of them.")
    cut = query.get("slice", "all")
    hourly = query.get("grain", "day") == "hour"
    _known(cut, HOURLY if hourly else SLICES, "slice")
    wanted = tuple(name for name in query.get("figures", "").split(",") if name) or tuple(FIGURES)
    for name in wanted:
        _known(name, tuple(FIGURES), "figure")
    return Asked(
        first=first,
        last=last,
        since=bounds(first, zone)[0],
        until=bounds(last, zone)[1],
        cut=cut,
        value=query.get("value", "all"),
        figures=wanted,
        hourly=hourly,
    )


def before(ask: Asked, zone: ZoneInfo) -> Asked:
    """The same over as many days just before."""
    days = (ask.last - ask.first).days + 1
    first, last = ask.first - timedelta(days=days), ask.first - timedelta(days=1)
    return replace(ask, first=first, last=last, since=bounds(first, zone)[0], until=ask.since)


def one_of(query: Mapping[str, str], name: str, allowed: tuple[str, ...], default: str) -> str:
    """A parameter with a few allowed values."""
    found = query.get(name, default)
    _known(found, allowed, name)
    return found


def _known(given: str, allowed: tuple[str, ...], what: str) -> None:
    if given not in allowed:
        raise Unclear(f"There is no {what} of that name; there are: {', '.join(allowed)}.")


def _day(given: str | None) -> date | None:
    try:
        return date.fromisoformat(given) if given else None
    except ValueError as error:
        raise Unclear("Give days as YYYY-MM-DD.") from error
