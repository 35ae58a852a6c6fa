"""The figures of the board: right by their formulas, within their ranges, and adding up."""

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.projections import MemoryProjectionStore
from frontdesk.channels.board.figures import catalogue
from frontdesk.channels.board.reading import FRESH_S, Reading
from frontdesk.core.desk_events import FactMarked
from frontdesk.core.events import Event, HandoffReturned, SurveyAnswered, SurveyAsked
from frontdesk.core.tickets import FACT_MARKS, FactMark
from frontdesk.record.board import bounds, day_board, day_of, session_line
from frontdesk.record.cells import cells
from frontdesk.record.figures.catalogue import FIGURES, cut_of, figures, past_of
from frontdesk.record.figures.cut import Cut
from frontdesk.record.figures.maturity import Cell, cell_of
from frontdesk.record.figures.value import Value, difference, is_sure, mean, share
from frontdesk.record.log import LogEntry
from frontdesk.record.packed import packed, unpacked
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import session_row
from tests.unit.record.logs import (
    ABANDONED,
    ASKED,
    CALL,
    CHAT,
    CONNECTED,
    FOUND,
    HUNG_UP,
    SPOKE,
    SURVEY,
    TALK_ENDED,
    VERIFIED,
    T,
    log,
    row_of,
    sessions,
    through_projection,
    understood,
)

BERLIN = ZoneInfo("Europe/Berlin")


def rows_of(*stories: list[Event]) -> list[SessionRow]:
    return [row_of(log(*events, session=f"S-{i}")) for i, events in enumerate(stories)]


def scored(score: int) -> list[Event]:
    return [CHAT, SPOKE, SURVEY, SurveyAnswered(question="ces2", score=score), HUNG_UP]


HELPED = [CHAT, SPOKE, VERIFIED, FOUND, HUNG_UP]
LEFT = [CHAT, SPOKE, understood("order_status"), HUNG_UP]
HUMAN = [CHAT, SPOKE, ASKED, CONNECTED, HUNG_UP]


def days_of(rows: list[SessionRow]) -> list[Cell]:
    found: dict[str, Counter[str]] = {}
    for row in rows:
        for (shelf, key), counts in cells(row, "x", BERLIN).items():
            if shelf == "x/day/all":
                found[key] = found.get(key, Counter()) + counts
    return [cell_of(packed(0.0, counts)) for counts in found.values()]


def cut(rows: list[SessionRow], now: float = 1e9) -> Cut:
    """All sessions of the rows, long ago."""
    days = days_of(rows)
    return cut_of(days, past_of(days, now), now)


def value(name: str, *stories: list[Event]) -> Value:
    return FIGURES[name].compute(cut(rows_of(*stories)))


def test_only_the_confirmed_count() -> None:
    """Who gave up is contained, but not helped; the gap can be seen."""
    stories = [HELPED, LEFT, LEFT, HUMAN, [CALL, HUNG_UP], [CHAT, SPOKE]]
    assert (value("self_service", *stories).value, value("self_service", *stories).n) == (0.25, 4)
    assert (value("containment", *stories).value, value("containment", *stories).n) == (0.8, 5)


def test_wilson_by_the_book() -> None:
    """Known values: 81 of 263 (Newcombe, 1998), none of ten, all of ten."""
    assert share(81, 263).low == pytest.approx(0.2553, abs=1e-4)
    assert share(81, 263).high == pytest.approx(0.3662, abs=1e-4)
    assert share(0, 10).high == pytest.approx(0.2775, abs=1e-4)
    assert share(10, 10).low == pytest.approx(0.7225, abs=1e-4)


def test_a_difference_by_the_book() -> None:
    """Newcombe's example (1998): 56 of 70 against 48 of 80 differ by 0.2, from 0.0524 to 0.3339."""
    found = difference(share(56, 70), share(48, 80))
    assert found.value == pytest.approx(0.2)
    assert (found.low, found.high) == (pytest.approx(0.0524, abs=1e-3), pytest.approx(0.3339, abs=1e-3))


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), st.floats(0, 0.5))
def test_wilson_stays_in_range(counts: tuple[int, int], extra: float) -> None:
    """An interval lies within 0 and 1 and around its rate; of nothing there is none; more doubt never narrows it."""
    found, wider = share(*counts), share(*counts, extra=extra)
    if found.value is None or found.low is None or found.high is None:
        assert counts[1] == 0
        return
    assert wider.low is not None
    assert wider.high is not None
    assert 0 <= wider.low <= found.low <= found.value <= found.high <= wider.high <= 1


def test_effort() -> None:
    """Mean and top box of those who answered; who was asked and did not is counted, too."""
    asked = [scored(7), scored(5), scored(4), scored(2), [CHAT, SPOKE, SURVEY, HUNG_UP]]
    assert (value("ces_answers", *asked).value, value("ces_answers", *asked).n) == (4.5, 4)
    assert value("easy_answers", *asked).value == 0.5
    assert value("ces_index", *asked).value == 0.0
    assert value("response", *asked).value == 0.8
    assert value("ces_answers", LEFT).value is None
    assert mean(18, 94, 4).value == 4.5


async def test_effort_is_calibrated_anew_after_five_minutes() -> None:
    """What the answers say of the effort index is learnt from those there are by then, not once for all."""
    now, rows = [1e9], rows_of(*[scored(7)] * 5)

    class House(Reading):
        async def cells(self, *_: object, **__: object) -> dict[str, list[Cell]]:
            return {"all": days_of(rows)}

    house = House(MemoryProjectionStore(MemoryData()), "record", lambda: now[0])
    learnt = []
    for after in (0.0, 1.0, FRESH_S - 1, FRESH_S):
        now[0] = 1e9 + after
        learnt.append({one for one in (await house.past()).answers["ces2"].raw if one is not None})
        rows = rows_of(*[scored(2)] * 5)
    assert learnt == [{7.0}, {7.0}, {7.0}, {2.0}]


@pytest.mark.parametrize("house", [True, False])
def test_satisfaction_and_recommendation(house: bool) -> None:
    """CSAT and NPS are counted whether the house asks them at the end or a flow in its own place; all sessions are spoken for."""

    def said(question: str, score: int, most: int) -> list[Event]:
        asked = SurveyAsked(question=question, house=house)
        return [CHAT, SPOKE, asked, SurveyAnswered(question=question, score=score, most=most, house=house), HUNG_UP]

    csat = [said("csat", score, 5) for score in (5, 4, 3, 1)]
    assert (value("csat_answers", *csat).value, value("csat_answers", *csat).n) == (0.5, 4)
    assert (value("csat", *csat, LEFT).value, value("csat", *csat, LEFT).n) == (pytest.approx(0.5, abs=0.1), 4)
    nps = [said("nps", score, 10) for score in (10, 9, 8, 0)]
    assert (value("nps_answers", *nps).value, value("nps_answers", *nps).n) == (25.0, 4)
    assert value("nps", *nps).value == pytest.approx(25.0, abs=5)
    assert value("easy", *csat, *nps).value is None
    assert value("response", *csat, LEFT).value == (1.0 if house else None)


def test_words_like_our_names_are_only_words() -> None:
    """What customers type is counted under its own letters, whatever it looks like."""
    typed = ["e.g. my parcel", "q. why", "sr.open.3", "or. what", "fr.x"]
    row = replace(row_of(log(CHAT, SPOKE, HUNG_UP, session="S-1")), not_understood=tuple(typed))
    (counts,) = [c for (shelf, _), c in cells(row, "x", BERLIN).items() if shelf == "x/unanswered"]
    assert unpacked(packed(0.0, counts, named=True)) == dict.fromkeys(typed, 1)


def test_waits_count_those_who_gave_up() -> None:
    """Leaving the queue is a wait as well; a wait that goes on is not one yet."""
    long = [CALL, SPOKE, ASKED, *[SPOKE] * 8, ABANDONED, HUNG_UP]
    stories = [HUMAN, HUMAN, long, [CALL, SPOKE, ASKED, SPOKE]]
    assert value("wait_median", *stories).n == 3
    assert 8.0 < (value("wait_median", *stories).value or 0) <= 10.0
    assert 75.0 < (value("wait_p90", *stories).value or 0) <= 90.0
    assert value("wait_p90").value is None


def test_what_customers_had_to_say_again_by_hand() -> None:
    """Of one fact the last mark counts, of a request whether any; requests nobody answered or marked say nothing."""

    def marked(*marks: tuple[str, FactMark]) -> list[Event]:
        return [
            *HUMAN[:-1],
            *(FactMarked(ticket=T, agent="amy", fact=f, mark=m) for f, m in marks),
            TALK_ENDED,
            HUNG_UP,
        ]

    stories = [
        marked(("order_number", "asked_again"), ("issue", "asked_again"), ("email", "used")),
        marked(("order_number", "asked_again"), ("order_number", "used")),
        marked(("order_number", "wrong")),
        marked(),
        [CHAT, SPOKE, ASKED, ABANDONED, HUNG_UP],
    ]
    asked = cut(rows_of(*stories))
    found = {name: FIGURES[name].compute(asked) for name in ("re_asked", "facts_wrong", "facts_marked")}
    assert {name: (value.value, value.n) for name, value in found.items()} == {
        "re_asked": (pytest.approx(1 / 3), 3),
        "facts_wrong": (pytest.approx(1 / 3), 3),
        "facts_marked": (0.75, 4),
    }
    assert [asked[f"k.{mark}.order_number"] for mark in FACT_MARKS] == [1, 1, 1]


def test_seconds_to_a_human_by_hand() -> None:
    """From the first ring to the voice: eight after 30 s, one after 60, one after 120; who never reached one does not count.

    Half of ten is rank 5, within the bin that ends at 30 s: 25 + 5 · 5/8. Nine of ten is the one after 60 s, the end of its bin.
    """
    after = {30: 0, 60: 3, 120: 9}  # ten seconds between events; connected is the fourth
    stories = [
        [CALL, SPOKE, ASKED, *[SPOKE] * more, CONNECTED, HUNG_UP] for more in (*[after[30]] * 8, after[60], after[120])
    ]
    gone = [CALL, SPOKE, ASKED, *[SPOKE] * 30, ABANDONED, HUNG_UP]
    half, most = value("to_human_median", *stories, gone), value("to_human_p90", *stories, gone)
    assert (half.value, half.n) == (pytest.approx(25 + 5 * 5 / 8), 10)
    assert (most.value, most.n) == (pytest.approx(60.0), 10)


def test_times_have_intervals() -> None:
    """Talks of 10, 10, 40 and 40 s: mean 25, deviation √300, so ± 1.96 · 8.66; what lasted no time ends at nought."""
    short = [CALL, SPOKE, ASKED, CONNECTED, TALK_ENDED, HUNG_UP]
    long = [CALL, SPOKE, ASKED, CONNECTED, *[SPOKE] * 3, TALK_ENDED, HUNG_UP]
    talk = value("talk", short, short, long, long)
    assert (talk.value, talk.n) == (25.0, 4)
    assert (talk.low, talk.high) == (pytest.approx(25 - 16.974, abs=0.01), pytest.approx(25 + 16.974, abs=0.01))
    hold = value("hold", short, long)
    assert (hold.value, hold.low, hold.high) == (0.0, 0.0, 0.0)


def test_every_service_level_by_its_formula() -> None:
    """Ten answered at 10 s, one after 90, one gone at once, one after 90: each formula counts them its way."""
    late = [CALL, SPOKE, ASKED, *[SPOKE] * 8, CONNECTED, HUNG_UP]
    gone = [CALL, SPOKE, ASKED, *[SPOKE] * 8, ABANDONED, HUNG_UP]
    found = cut(rows_of(*[HUMAN] * 10, late, gone, gone))
    levels = {name: FIGURES[name].compute(found) for name in FIGURES if name.startswith("service_level")}
    assert {name: (level.value, level.n) for name, level in levels.items()} == {
        "service_level_1": (pytest.approx(10 / 11), 11),
        "service_level_2": (pytest.approx(10 / 13), 13),
        "service_level_3": (pytest.approx(10 / 13), 13),
        "service_level": (pytest.approx(10 / 13), 13),
    }


@settings(deadline=None)
@given(sessions())
def test_figures_add_up(entries: list[LogEntry]) -> None:
    """Outcomes add up to the ended sessions; every value has an interval around it and an n, and no share leaves its range."""
    rows = [session_row(row) for row in through_projection(entries).values()]
    found = cut(rows)
    ended = [row for row in rows if row.ended_at is not None]
    assert sum(count for name, count in found.total.items() if name.startswith("o.")) == found["n"] == len(ended)
    for name, one in figures(found).items():
        low, high = (0.0, 1.0) if FIGURES[name].unit == "share" else (-1e9, 1e9)
        if one["value"] is not None:
            assert low <= one["value"] <= high, name
            assert one["n"] > 0, name
            assert one["low"] - 1e-9 <= one["value"] <= one["high"] + 1e-9, name


def test_a_day_where_it_is() -> None:
    """A day begins at its place's midnight, and lasts 25 hours when the clocks go back."""
    start, end = bounds(date(2026, 10, 25), BERLIN)
    assert end - start == 25 * 3600
    assert day_of(start, BERLIN) == day_of(end - 1, BERLIN) == date(2026, 10, 25)


def test_a_day_of_the_board() -> None:
    """The sessions that began on the day, newest first, in the form the page reads."""
    start, _ = bounds(date(2026, 11, 22), BERLIN)
    rows = [row_of(log(*HELPED, session="S-a", start=start)), row_of(log(CHAT, SPOKE, session="S-b", start=start))]
    board = day_board(rows, cut(rows), date(2026, 11, 22), "Europe/Berlin", 500.0)
    assert [line["id"] for line in board["sessions"]] == ["S-a", "S-b"]
    assert board["sessions"][0] == {
        "id": "S-a",
        "started_at": start,
        "ended_at": start + 40,
        "channel": "chat",
        "lang": "en",
        "outcome": "resolved_verified",
        "goal": "order_status",
        "handoff_reason": None,
        "effort": {"asked": False, "score": None, "index": 0.0},
        "seconds": 40.0,
        "human_s": 0.0,
        "talking": False,
        "region": "",
        "tier": None,
        "version": "v1",
        "queue": None,
        "agent": None,
        "repeats": None,
        "repeated_by": None,
    }
    assert (board["totals"]["sessions"], board["totals"]["by_outcome"]["running"]) == (2, 1)


def test_a_talk_that_goes_on_is_told_up_to_now() -> None:
    """Who is with a person now is seen to be, and for how long; when it is over nothing counts on."""
    going, over = row_of(log(CHAT, SPOKE, ASKED, CONNECTED)), row_of(log(CHAT, SPOKE, ASKED, CONNECTED, HUNG_UP))
    line = session_line(going, going.last_at + 90)
    assert (line["talking"], line["human_s"], line["seconds"]) == (True, 90.0, going.last_at + 90 - going.started_at)
    assert session_line(over, over.last_at + 90)["human_s"] == 10.0
    assert not session_line(over, over.last_at + 90)["talking"]
    lost = row_of(log(CHAT, SPOKE, ASKED, CONNECTED, HandoffReturned(ticket=T, agent="amy", reason="agent_lost")))
    line = session_line(lost, lost.last_at + 90)
    assert (line["talking"], line["human_s"]) == (False, 10.0)


def test_every_figure_says_what_it_means_in_both_languages() -> None:
    """The catalogue gives the board name and meaning to show in either; none is left in English on a Chinese page."""
    shown = catalogue({})["figures"]
    assert [figure["id"] for figure in shown] == list(FIGURES)
    for figure in shown:
        assert re.search(r"[\u4e00-\u9fff]", figure["zh"] + figure["meaning"]["zh"]), figure["id"]
        assert figure["meaning"]["zh"].endswith("。"), figure["id"]
        foreign = set(re.findall(r"[A-Za-z]{2,}", figure["meaning"]["zh"])) - {"Kaplan", "Meier", "CES"}
        assert not foreign, (figure["id"], foreign)
        assert figure["meaning"]["en"].endswith("."), figure["id"]
        assert not re.search(r"[\u4e00-\u9fff]", figure["en"] + figure["meaning"]["en"]), figure["id"]


def test_a_difference_of_few_cases_is_never_sure() -> None:
    """Three sessions of the same effort have an interval without width, which says nothing of the fourth."""
    many, few, enough = mean(350.0, 12_600.0, 10), mean(219.0, 15_987.0, 3), mean(730.0, 53_290.0, 10)
    assert few.low == few.high == 73.0
    assert not is_sure(difference(few, many))
    assert is_sure(difference(enough, many))
    assert not is_sure(difference(many, many))
