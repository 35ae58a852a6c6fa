"""Opening hours: days, spans, holidays, zones, and the branch they take."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from frontdesk.core.events import NodeEntered, Said
from frontdesk.ivr import step as menus
from frontdesk.ivr.hours import Hours, read_days, read_span
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.phrase import read_prompt
from frontdesk.ivr.voice import Voice

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


DESK = Hours(
    name="desk",
    zone="Asia/Shanghai",
    weekly=dict.fromkeys(("mon", "tue", "wed", "thu", "fri"), ((540, 720), (780, 1080))) | {"sat": ((600, 1440),)},
    holidays={f"2026-10-0{day}": () for day in range(1, 9)},
)


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        ("2026-11-27 07:30", "today at 9 AM", "今天上午9点"),
        ("2026-11-27 12:10", "today at 1 PM", "今天下午1点"),
        ("2026-11-27 18:00", "tomorrow, Saturday, at 10 AM", "明天（星期六）上午10点"),
        ("2026-11-29 00:00", "tomorrow, Monday, at 9 AM", "明天（星期一）上午9点"),
        ("2026-11-28 09:59", "today at 10 AM", "今天上午10点"),
        ("2026-09-30 19:00", "on Friday, October 9, at 9 AM", "10月9日星期五上午9点"),
        ("2026-10-04 12:00", "on Friday at 9 AM", "下星期五上午9点"),
    ],
)
def test_when_somebody_is_there_again_is_told(when: str, english: str, chinese: str) -> None:
    """Today, tomorrow, a day of this week or a date, as the wall of the centre has it; holidays are passed over."""
    told = DESK.told(moment(when))
    assert set(told) == {"opens"}
    assert [read_prompt(Marked("{opens:moment}"), Voice(lang))[0].render(told).text for lang in ("en", "zh")] == [
        english,
        chinese,
    ]


def test_the_day_is_the_centre_s() -> None:
    """Friday evening in London is Saturday already where the colleagues are."""
    told = DESK.told(moment("2026-11-27 17:00", "Europe/London"))
    assert told["opens"] == "2026-11-28T10:00 2026-11-28"


def test_while_it_is_open_its_end_is_told() -> None:
    """With the next beginning; spans that touch at midnight are one, and midnight ends the day before it."""
    assert DESK.told(moment("2026-11-27 10:00")) == {
        "closes": "2026-11-27T12:00 2026-11-27",
        "opens": "2026-11-27T13:00 2026-11-27",
    }
    assert DESK.told(moment("2026-11-28 23:00"))["closes"] == "2026-11-28T24:00 2026-11-28"
    nights = Hours(name="n", zone="UTC", weekly={"fri": ((1200, 1440),), "sat": ((0, 360),)}, holidays={})
    assert nights.told(moment("2026-11-27 21:00", "UTC"))["closes"] == "2026-11-28T06:00 2026-11-27"


@pytest.mark.parametrize("weekly", [{}, dict.fromkeys(("mon", "tue", "wed", "thu", "fri", "sat", "sun"), ((0, 1440),))])
def test_what_is_not_known_is_not_told(weekly: dict[str, tuple[tuple[int, int], ...]]) -> None:
    """Of hours that never begin, or never end, nothing can be said."""
    assert Hours(name="n", zone="UTC", weekly=weekly, holidays={}).told(moment("2026-11-27 21:00")) == {}


def test_the_node_that_says_it_is_closed_says_when_it_opens() -> None:
    """And says nothing of it while it is open."""
    book = read(main=MAIN.replace("say: failed", "say: failed\n    opens: desk")).book
    for when, told in (("2026-03-02 08:00", 1), ("2026-03-02 10:00", 0)):
        pencil = draft(at=moment(when))
        menus.resume(book, pencil, "main", "sorry")
        assert sum(isinstance(event, Said) and event.prompt == "system.back_at" for event in pencil.events) == told


def test_hours_that_end_in_the_hour_the_clock_goes_through_twice() -> None:
    """Open by the wall's clock the second time, too; of that nothing is told."""
    late = Hours(name="n", zone="Europe/Berlin", weekly={"sun": ((60, 150),)}, holidays={})
    again = datetime(2026, 10, 25, 2, 15, fold=1, tzinfo=ZoneInfo("Europe/Berlin")).timestamp()
    assert late.open_at(again)
    assert late.told(again) == {}
