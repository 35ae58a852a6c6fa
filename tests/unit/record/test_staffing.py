"""Agents' time: what counts as staffed, busy and on break, checked second by second against a plain count."""

from collections.abc import Mapping, Sequence
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.adapters.folding import folding, settled
from frontdesk.core.desk_events import HandoffMoved, HoldEnded, HoldStarted
from frontdesk.core.events import Event, HandoffClosed, HandoffConnected, HandoffEnded, HandoffRequested
from frontdesk.core.staffing import AgentStatus, AgentStatusChanged
from frontdesk.record.figures.catalogue import FIGURES, cut_of, past_of
from frontdesk.record.figures.maturity import cell_of
from frontdesk.record.figures.value import Value, ratio
from frontdesk.record.ledger import Ledger
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Place, Row
from frontdesk.record.sessions import session_row
from tests.unit.record.logs import CALL, CHAT

LEDGER = Ledger(ZoneInfo("Asia/Kolkata"), "Asia/Kolkata")  # its hours begin at half past those of UTC
NINE = 1_772_422_200.0  # 2026-03-02 09:00 there
Told = tuple[float, str, Event]


def status(minute: float, now: AgentStatus, agent: str = "amy", queues: tuple[str, ...] = ()) -> Told:
    return NINE + 60 * minute, "", AgentStatusChanged(agent=agent, status=now, queues=queues)


def talk(
    session: str, start: float, end: float, closed: float, agent: str = "amy", queue: str = "service"
) -> list[Told]:
    ticket = f"T-{session}"
    events: list[tuple[float, Event]] = [
        (start - 1, CHAT if session.startswith("C") else CALL),
        (start - 1, HandoffRequested(ticket=ticket, queue=queue, reason="asked", priority=50)),
        (start, HandoffConnected(ticket=ticket, agent=agent, agent_name="")),
        (end, HandoffEnded(ticket=ticket, agent=agent)),
        (closed, HandoffClosed(ticket=ticket, agent=agent, disposition="solved")),
    ]
    return [(NINE + 60 * minute, session, event) for minute, event in events]


def rows_of(told: Sequence[Told], portion: int = 1000) -> Mapping[Place, Row]:
    ordered = sorted(told, key=lambda one: one[0])
    entries = [
        LogEntry(position=i, session=s, seq=i, at=at, event=event) for i, (at, s, event) in enumerate(ordered, 1)
    ]
    rows = dict[Place, Row]()
    for start in range(0, len(entries), portion):
        for place, row in settled(folding(LEDGER, entries[start : start + portion]), rows).items():
            rows[place] = row or {}
    return rows


def figure(rows: Mapping[Place, Row], name: str, cut: str = "all", value: str = "all", grain: str = "day") -> Value:
    shelf = f"{LEDGER.name}/{grain}/{cut}"
    cells = [cell_of(row) for (s, key), row in rows.items() if s == shelf and key.partition("|")[2] == value]
    return FIGURES[name].compute(cut_of(cells, past_of(cells, NINE + 9e5), NINE + 9e5))


def test_occupancy_is_handling_over_staffed_time() -> None:
    """Talk and wrap-up, of the time between coming and going: a quarter of an hour of an hour."""
    rows = rows_of([status(0, "ready"), *talk("V-1", 10, 20, 25), status(60, "offline")])
    assert figure(rows, "occupancy", "agent", "amy").value == pytest.approx(0.25)
    assert figure(rows, "occupancy", "queue", "service").value == pytest.approx(0.25)
    assert figure(rows, "occupancy", "channel", "voice").n == 1


def test_two_chats_at_once_are_one_agents_time() -> None:
    """However many chats run side by side, a minute is a minute; how many at once is told beside it, once there are two
    days of agents to tell how days differ."""
    told = [status(0, "ready"), *talk("C-1", 10, 25, 25), *talk("C-2", 10, 25, 25), status(60, "offline")]
    assert figure(rows_of(told), "occupancy").value == pytest.approx(0.25)
    assert figure(rows_of(told), "at_once") == Value(n=1)
    alone = [status(0, "ready", "wei"), *talk("C-3", 10, 25, 25, "wei"), status(60, "offline", "wei")]
    found = figure(rows_of([*told, *alone]), "at_once")
    assert (found.value, found.n) == (pytest.approx(1.5), 2)
    assert (found.low or 0.0) < 1.5 < (found.high or 0.0)


def test_a_break_begins_when_the_last_customer_is_done() -> None:
    """Who takes a break in a talk is staffed until it is over; breaks are of the time logged in."""
    rows = rows_of([status(0, "ready"), *talk("V-1", 10, 20, 25), status(15, "break"), status(40, "offline")])
    assert figure(rows, "occupancy").value == pytest.approx(15 / 25)
    assert figure(rows, "on_break").value == pytest.approx(15 / 40)


def test_who_passed_a_customer_on_has_nothing_to_wrap_up() -> None:
    """A transfer frees the agent at once; one who went home wraps nothing up."""
    moved = HandoffMoved(ticket="T-V-1", by="amy", why="transfer", queue="service", agent="wei")
    ended = HandoffEnded(ticket="T-V-1", agent="amy")
    told = [status(0, "ready"), *talk("V-1", 10, 20, 50)[:3], (NINE + 1200, "V-1", moved), (NINE + 1200, "V-1", ended)]
    assert figure(rows_of([*told, status(60, "offline")]), "occupancy").value == pytest.approx(10 / 60)
    home = [status(0, "ready"), *talk("V-1", 10, 20, 50), status(20, "offline")]
    assert figure(rows_of(home), "occupancy").value == pytest.approx(0.5)


def test_people_of_other_systems_are_not_counted() -> None:
    """Whose coming the log never told of, works elsewhere: no occupancy of 100 % is made up."""
    assert figure(rows_of(talk("V-1", 10, 20, 25, agent="chatwoot:7")), "occupancy") == Value()


def test_a_span_over_midnight_belongs_to_both_days() -> None:
    """Time is counted where it passed: two hours of the first day, one of the next; in hours each whole."""
    rows = rows_of([status(13 * 60, "ready"), status(16 * 60, "offline")])
    days = {key: row["counts"]["s.on_ms"] for (s, key), row in rows.items() if s == f"{LEDGER.name}/day/agent"}
    assert days == {"2026-03-02|amy": 7_200_000, "2026-03-03|amy": 3_600_000}
    hours = [row["counts"]["s.on_ms"] for (s, _), row in rows.items() if s == f"{LEDGER.name}/hour/all"]
    assert hours == [3_600_000] * 3


def test_idle_agents_of_a_queue_count_for_it() -> None:
    """Who serves a queue and had no customer of it makes it no busier."""
    told = [
        status(0, "ready", "amy", ("vip",)),
        status(0, "ready", "wei", ("vip",)),
        *talk("V-1", 0, 30, 30, queue="vip"),
    ]
    rows = rows_of([*told, status(60, "offline", "amy"), status(60, "offline", "wei")])
    assert figure(rows, "occupancy", "queue", "vip").value == pytest.approx(0.25)
    assert figure(rows, "occupancy", "queue", "vip").n == 2


def test_hold_is_no_talk() -> None:
    """A minute of music is a minute of hold, and a part of the handling time."""
    told = talk("V-1", 10, 20, 25)
    told += [
        (NINE + 720, "V-1", HoldStarted(ticket="T-V-1", agent="amy")),
        (NINE + 780, "V-1", HoldEnded(ticket="T-V-1", agent="amy")),
    ]
    ticket = session_row(rows_of(told)[LEDGER.sessions, "V-1"]).tickets[0]
    assert (ticket.talk_s, ticket.hold_s, ticket.wrap_s) == (540, 60, 300)


def test_the_interval_is_that_of_a_ratio() -> None:
    """Units that are all alike leave no doubt; one alone leaves all of it."""
    alike = ratio(30, 60, (300, 600, 1200), 3)
    assert (alike.value, alike.low, alike.high) == (0.5, 0.5, 0.5)
    assert ratio(10, 20, (100, 200, 400), 1) == Value(value=0.5, low=0.0, high=1.0, n=1)
    assert ratio(0, 0, (0, 0, 0), 0) == Value()


STATUSES: tuple[AgentStatus, ...] = ("ready", "wrap_up", "break", "offline")


@st.composite
def days(draw: st.DrawFn) -> list[Told]:
    """Statuses and talks of one agent at whole minutes of four hours."""
    told = [status(0, "ready")]
    told += [status(draw(st.integers(1, 239)), draw(st.sampled_from(STATUSES))) for _ in range(draw(st.integers(0, 5)))]
    for number in range(draw(st.integers(0, 4))):
        start, end, closed = sorted(draw(st.lists(st.integers(1, 239), min_size=3, max_size=3)))
        told += talk(f"{draw(st.sampled_from('CV'))}-{number}", start, end, closed)
    return [*told, status(240, "offline")]


@given(days(), st.integers(1, 7))
def test_sums_are_those_of_a_count_minute_by_minute(told: list[Told], portion: int) -> None:
    """Whatever happens, and however the log is cut: each minute is staffed, busy or on break as the definition says."""
    counted = {"on": 0, "busy": 0, "away": 0, "work": 0}
    now, has = "offline", dict[str, str]()
    ordered = sorted(told, key=lambda one: one[0])
    for minute in range(240):
        while ordered and ordered[0][0] <= NINE + 60 * minute:
            _, session, event = ordered.pop(0)
            if isinstance(event, AgentStatusChanged):
                now = event.status
            elif isinstance(event, HandoffConnected):
                has[session] = "talk"
            elif isinstance(event, HandoffEnded):
                has[session] = "wrap"
            elif isinstance(event, HandoffClosed):
                del has[session]
        work = sum(1 for what in has.values() if what == "talk" or now != "offline")
        work += now == "wrap_up" and not work
        counted["work"] += work
        counted["busy"] += work > 0
        counted["on"] += work > 0 or now in ("ready", "wrap_up")
        counted["away"] += now == "break" and not work
    rows = rows_of(told, portion)
    assert rows == rows_of(told)
    counts = rows[f"{LEDGER.name}/day/all", "2026-03-02|all"]["counts"]
    assert {name: counts.get(f"s.{name}_ms", 0) for name in counted} == {n: 60_000 * c for n, c in counted.items()}
