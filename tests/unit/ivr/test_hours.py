"""Opening hours: days, spans, holidays, zones, and the branch they take."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.core.events import NodeEntered
from frontdesk.ivr import step as menus
from frontdesk.ivr.hours import Hours, read_days, read_span

from .bench import draft, read

MAIN = """\
human: service
start: opening
patience:
  silence: [silence.first, silence.second, silence.third]
  miss: [miss.first, miss.second, miss.third]
nodes:
  opening:
    hours: desk
    open: menu
    closed: sorry
  sorry:
    say: failed
    goto: menu
  menu:
    menu: menu.ask
    options:
      - {key: 0, label: menu.person, goto: person}
  person:
    handoff: service
hours:
  desk:
    zone: Asia/Shanghai
    weekly:
      mon-fri: ["09:00-12:00", "13:00-18:00"]
    holidays:
      2026-10-01: closed
      2026-10-10: ["10:00-11:00"]
"""


def moment(text: str, zone: str = "Asia/Shanghai") -> float:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone)).timestamp()


@pytest.mark.parametrize(
    ("when", "is_open"),
    [
        ("2026-03-02 08:59", False),
        ("2026-03-02 09:00", True),
        ("2026-03-02 12:00", False),
        ("2026-03-02 17:59", True),
        ("2026-03-07 10:00", False),
        ("2026-10-01 10:00", False),
        ("2026-10-10 10:30", True),
    ],
)
def test_the_branch_follows_the_clock_on_the_wall(when: str, is_open: bool) -> None:
    """Spans begin and end to the minute; a holiday takes the place of its weekday, open or closed."""
    book = read(main=MAIN).book
    pencil = draft(at=moment(when))
    menus.start(book, pencil)
    entered = [event.node for event in pencil.events if isinstance(event, NodeEntered)]
    assert entered == (["opening", "menu"] if is_open else ["opening", "sorry", "menu"])


def test_summer_time_is_the_zone_s() -> None:
    """Nine o'clock is nine o'clock, before and after the clocks change."""
    hours = Hours(name="x", zone="Europe/Berlin", weekly={"mon": ((540, 600),)}, holidays={})
    assert hours.open_at(moment("2026-03-23 09:00", "Europe/Berlin"))
    assert hours.open_at(moment("2026-03-30 09:00", "Europe/Berlin"))
    assert not hours.open_at(moment("2026-03-30 08:59", "Europe/Berlin"))


def test_what_is_no_span_is_none() -> None:
    """A typing error never opens or closes a shop."""
    assert read_span("09:00-24:00") == (540, 1440)
    assert [read_span(t) for t in ("9-5", "09:00", "25:00-26:00", "10:00-09:00", "09:00–10:00")] == [None] * 5
    assert read_days("sat-sun") == ("sat", "sun")
    assert [read_days(t) for t in ("sun-mon", "monday", "")] == [None] * 3
