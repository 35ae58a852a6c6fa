"""The record's projection: the same rows however the log is cut, and counters that are what the sessions say."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.adapters.folding import folding, settled
from frontdesk.core.events import Event, IdentityVerified, SessionEnded, SessionOpened
from frontdesk.record import repeats
from frontdesk.record.cells import cells
from frontdesk.record.idle import idle_sessions
from frontdesk.record.ledger import Ledger
from frontdesk.record.log import LogEntry
from frontdesk.record.packed import unpacked
from frontdesk.record.ports import Place, Row
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import session_row
from tests.unit.record.logs import FOUND, HUNG_UP, SPOKE, VERIFIED, log, sessions, understood

LEDGER = Ledger(ZoneInfo("Asia/Shanghai"), "Asia/Shanghai")
MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


def run(entries: Sequence[LogEntry], portion: int = 1) -> dict[Place, Row]:
    """The rows as a store would keep them, through JSON, a portion of the log at a time."""
    rows: dict[Place, Row] = {}
    for start in range(0, len(entries), portion):
        for place, row in settled(folding(LEDGER, entries[start : start + portion]), rows).items():
            if row is None:
                rows.pop(place)
            else:
                rows[place] = json.loads(json.dumps(row))
    return rows


def counted(rows: Mapping[Place, Row], shelf: str = "day/all") -> Counter[str]:
    found: Counter[str] = Counter()
    for (name, _), row in rows.items():
        if name == f"{LEDGER.name}/{shelf}":
            found += Counter(unpacked(row))
    return found


def visit(number: int, at: float, *events: Event, contact: str = "k7", channel: str = "voice") -> list[LogEntry]:
    opened = SessionOpened(channel=channel, lang="en", flow_version="v1", contact=contact)  # type: ignore[arg-type]
    return log(opened, *events, HUNG_UP, session=f"S-{number}", start=at)


def row(rows: Mapping[Place, Row], session: str) -> Any:
    return session_row(rows[LEDGER.sessions, session])


HELPED = (SPOKE, understood("order_status"), VERIFIED, FOUND)
STUCK = (SPOKE, understood("order_status"))


@settings(max_examples=40, deadline=None)
@given(sessions(), st.integers(1, 30))
def test_however_the_log_is_cut(entries: list[LogEntry], portion: int) -> None:
    """Entry by entry, in portions or all at once: the rows are the same."""
    assert run(entries) == run(entries, portion) == run(entries, len(entries))


@settings(max_examples=40, deadline=None)
@given(sessions())
def test_counters_are_what_the_sessions_say(entries: list[LogEntry]) -> None:
    """Every counter is the sum over the session rows: nothing is lost or doubled by late changes."""
    rows = run(entries, 3)
    wanted: dict[Place, Counter[str]] = {}
    for (shelf, _), stored in rows.items():
        if shelf == LEDGER.sessions:
            for place, found in cells(session_row(stored), LEDGER.name, LEDGER.zone).items():
                wanted.setdefault(place, Counter()).update(found)
    kept = {
        p: Counter(unpacked(r))
        for p, r in rows.items()
        if p[0] not in (LEDGER.sessions, LEDGER.customers, LEDGER.chains)
    }
    assert kept == {p: Counter({k: v for k, v in c.items() if v}) for p, c in wanted.items()}


@settings(max_examples=40, deadline=None)
@given(sessions(), st.integers(1, 60))
def test_wherever_the_process_dies_each_session_is_counted_once(entries: list[LogEntry], cut: int) -> None:
    """The sweep ends what a crash left open, and then every session has exactly one outcome in the counters, itself included."""
    kept = entries[:cut]
    open_ones = [one for one in _rows(run(kept)) if one.ended_at is None]
    idle = idle_sessions(open_ones, 1e9, 1800.0)
    talking = [one.id for one in open_ones if one.id not in idle]  # in a chat's queue or talk: its human side ends it
    for session in (*idle, *talking):
        last = kept[-1]
        end = SessionEnded(reason="idle" if session in idle else "failed")
        kept.append(LogEntry(position=last.position + 1, session=session, seq=99, at=last.at + 1800, event=end))
    rows = run(kept, 7)
    found, told = counted(rows), _rows(rows)
    outcomes = Counter({name: count for name, count in found.items() if name.startswith("o.")})
    assert outcomes == Counter(f"o.{one.outcome}" for one in told)
    assert outcomes.total() == found["n"] == len({entry.session for entry in kept})


def _rows(rows: Mapping[Place, Row]) -> list[SessionRow]:
    return [session_row(stored) for (shelf, _), stored in rows.items() if shelf == LEDGER.sessions]


def test_who_comes_back_about_the_same_was_not_helped() -> None:
    """A second call within the week takes the first one's success back, in the day it was counted."""
    first = visit(1, 1000.0, *HELPED)
    assert counted(run(first))["sr.open.8"] == 1
    rows = run(first + visit(2, 1000.0 + 2 * DAY, *STUCK))
    assert row(rows, "S-1").repeated_by == "S-2"
    assert row(rows, "S-2").repeats == "S-1"
    assert (counted(rows)["rv"], counted(rows)["sr.open.8"], counted(rows)["sr.back.6"]) == (1, 0, 1)


@pytest.mark.parametrize("gap", [5 * MINUTE, 10 * MINUTE])
def test_a_call_again_at_once_is_the_same_contact(gap: float) -> None:
    """Within a quarter of an hour it goes on; it is counted once, by how it ended."""
    rows = run(visit(1, 1000.0, *STUCK) + visit(2, 1000.0 + gap, *HELPED, channel="chat"))
    assert row(rows, "S-1").continued_by == "S-2"
    assert (counted(rows)["need"], counted(rows)["rv"], counted(rows)["n"]) == (1, 1, 2)


def test_what_is_no_repeat() -> None:
    """Another matter, another customer, a withheld number, or later than the window."""
    other = (SPOKE, understood("invoice"))
    again = 1000.0 + 2 * HOUR
    for second in (
        visit(2, again, *other),
        visit(2, again, *STUCK, contact="x9"),
        visit(2, again, *STUCK, contact=""),
        visit(2, 1000.0 + 8 * DAY, *STUCK),
        visit(2, again),
    ):
        assert row(run(visit(1, 1000.0, *HELPED) + second), "S-1").repeated_by is None


def test_two_customers_on_one_telephone() -> None:
    """Who proved to be somebody else did not come back."""
    one, two = (IdentityVerified(customer=c, how="order_and_phone") for c in ("C1", "C2"))
    assert row(run(visit(1, 1000.0, *HELPED, one) + visit(2, 9000.0, *STUCK, two)), "S-1").repeated_by is None
    moved = visit(1, 1000.0, *HELPED, one) + visit(2, 9000.0, *STUCK, one, contact="other")
    assert row(run(moved), "S-1").repeated_by == "S-2"


def test_a_chain_across_channels() -> None:
    """Called, wrote half a day later, called again two days on: one chain, and each way between channels is counted."""
    log_of_three = visit(1, 1000.0, *STUCK)
    log_of_three += visit(2, 1000.0 + 12 * HOUR, *STUCK, channel="chat")
    log_of_three += visit(3, 1000.0 + 3 * DAY, *HELPED) + visit(4, 5000.0, *STUCK, contact="x9")
    rows = run(log_of_three)
    pairs = [(key, row) for (shelf, key), row in rows.items() if shelf == LEDGER.chains]
    (chain,) = repeats.chains(sorted(pairs, reverse=True))
    assert [(s["session"], s["channel"], s["outcome"]) for s in chain["steps"]] == [
        ("S-1", "voice", "gave_up"),
        ("S-2", "chat", "gave_up"),
        ("S-3", "voice", "resolved_verified"),
    ]
    assert [step.get("kind") for step in chain["steps"]] == [None, "repeat", "repeat"]
    assert (counted(rows)["c.repeat.voice>chat"], counted(rows)["c.repeat.chat>voice"]) == (1, 1)
