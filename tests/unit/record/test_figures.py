"""The figures of the board: right by their formulas, within their ranges, and adding up."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.core.events import Event, SurveyAnswered
from frontdesk.record.board import bounds, day_board, day_of, totals
from frontdesk.record.effort import effort
from frontdesk.record.log import LogEntry
from frontdesk.record.self_service import self_service, wilson
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import session_row
from frontdesk.record.waits import waits
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
    VERIFIED,
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


def test_only_the_confirmed_count() -> None:
    """Who gave up is contained, but not helped; the gap can be seen."""
    found = self_service(rows_of(HELPED, LEFT, LEFT, HUMAN, [CALL, HUNG_UP], [CHAT, SPOKE]))
    assert found.verified.rate == 0.25
    assert (found.resolved, found.verified.n) == (1, 4)
    assert (found.naive_rate, found.naive_n) == (0.8, 5)


def test_wilson_by_the_book() -> None:
    """Known values: 81 of 263 (Newcombe, 1998), none of ten, all of ten."""
    share = wilson(81, 263)
    assert share.low == pytest.approx(0.2553, abs=1e-4)
    assert share.high == pytest.approx(0.3662, abs=1e-4)
    assert wilson(0, 10).high == pytest.approx(0.2775, abs=1e-4)
    assert wilson(10, 10).low == pytest.approx(0.7225, abs=1e-4)


@given(st.integers(0, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_wilson_stays_in_range(counts: tuple[int, int]) -> None:
    """An interval lies within 0 and 1 and around its rate; of nothing there is none."""
    share = wilson(*counts)
    if share.rate is None or share.low is None or share.high is None:
        assert counts[1] == 0
        return
    assert 0 <= share.low <= share.rate <= share.high <= 1


def test_effort() -> None:
    """Mean and top box of those who answered; who was asked and did not is counted, too."""
    found = effort(rows_of(scored(7), scored(5), scored(4), scored(2), [CHAT, SPOKE, SURVEY, HUNG_UP]))
    assert (found.asked, found.n, found.mean, found.top_box) == (5, 4, 4.5, 0.5)
    assert effort(rows_of(LEFT)).mean is None


def test_waits_count_those_who_gave_up() -> None:
    """Leaving the queue is a wait as well; a wait that goes on is not one yet."""
    long = [CALL, SPOKE, ASKED, *[SPOKE] * 8, ABANDONED, HUNG_UP]
    found = waits(rows_of(HUMAN, HUMAN, long, [CALL, SPOKE, ASKED, SPOKE]))
    assert (found.n, found.median_s, found.p90_s) == (3, 10.0, 90.0)
    assert waits([]).p90_s is None


@given(sessions())
def test_the_board_adds_up(entries: list[LogEntry]) -> None:
    """Outcomes add up to the sessions, and no share leaves its range."""
    rows = [session_row(row) for row in through_projection(entries).values()]
    found = totals(rows)
    assert sum(found["by_outcome"].values()) == found["sessions"] == len(rows)
    assert found["self_service"]["n"] == found["with_need"]
    assert found["ces"]["answered"] == found["ces"]["n"]
    for rate in (found["self_service"]["rate"], found["naive_containment"]["rate"], found["ces"]["top_box"]):
        assert rate is None or 0 <= rate <= 1


def test_a_day_where_it_is() -> None:
    """A day begins at its place's midnight, and lasts 25 hours when the clocks go back."""
    start, end = bounds(date(2026, 10, 25), BERLIN)
    assert end - start == 25 * 3600
    assert day_of(start, BERLIN) == day_of(end - 1, BERLIN) == date(2026, 10, 25)


def test_a_day_of_the_board() -> None:
    """The sessions that began on the day, newest first, in the form the page reads."""
    start, end = bounds(date(2026, 11, 22), BERLIN)
    rows = [
        row_of(log(*HELPED, session="S-a", start=start)),
        row_of(log(*HUMAN, session="S-b", start=end - 1)),
        row_of(log(*HELPED, session="S-c", start=end)),
    ]
    board = day_board(rows, date(2026, 11, 22), BERLIN, "Europe/Berlin")
    assert [line["id"] for line in board["sessions"]] == ["S-b", "S-a"]
    assert board["sessions"][1] == {
        "id": "S-a",
        "started_at": start,
        "ended_at": start + 40,
        "channel": "chat",
        "lang": "en",
        "outcome": "resolved_verified",
        "goal": "order_status",
        "handoff_reason": None,
        "effort": {"asked": False, "score": None},
        "seconds": 40.0,
        "human_s": 0.0,
    }
    assert set(board) == {"day", "tz", "sessions", "totals"}
    assert set(board["totals"]) == {
        "sessions",
        "with_need",
        "by_outcome",
        "self_service",
        "naive_containment",
        "ces",
        "waits",
    }
