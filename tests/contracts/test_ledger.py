"""The record's ledger in every store: advanced in portions, by many at once, broken off or rebuilt, the rows are the same."""

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from frontdesk.core.events import CustomerSpoke, Event, SessionEnded, SurveyAnswered, SurveyAsked, TaskFinished
from frontdesk.record.ledger import Ledger
from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Folding
from frontdesk.record.sessions import session_row
from tests.contracts import made
from tests.contracts.conftest import Stores

LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
SHELVES = (
    "sessions",
    "customers",
    "chains",
    "day/all",
    "day/intent",
    "day/agent",
    "hour/all",
    "nodes",
    "unanswered",
    "agents",
)
_SECOND: tuple[Event, ...] = (
    CustomerSpoke(text="10023", via="text"),
    TaskFinished(task="verify_identity", outcome="verified", by="bot"),
    TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"}),
    SurveyAsked(question="ces2"),
)
_THIRD: tuple[Event, ...] = (SurveyAnswered(question="ces2", score=6), SessionEnded(reason="completed"))


async def _catch_up(stores: Stores, limit: int) -> None:
    while await stores.projections.advance(LEDGER, limit=limit):
        pass


async def _all(stores: Stores) -> Mapping[str, Mapping[str, Any]]:
    return {shelf: await stores.projections.rows(f"{LEDGER.name}/{shelf}") for shelf in SHELVES}


async def _three_sessions(stores: Stores) -> None:
    await stores.agents.save(made.agent("amy"))
    await stores.agents.set_status("amy", "ready", 600.0)
    for name in ("S-1", "S-2", "S-3"):
        await stores.sessions.commit(made.turn(name, 1, events=made.HELLO))
    for name in ("S-1", "S-3"):
        await stores.sessions.commit(made.turn(name, 2, events=_SECOND))
        await stores.sessions.commit(made.turn(name, 3, events=_THIRD))
    await stores.agents.set_status("amy", "break", 4200.0, "meal")


async def test_rows_in_the_store(stores: Stores) -> None:
    """One row per session and the day's counters; rebuilt from zero in other portions they are the same."""
    await _three_sessions(stores)
    await _catch_up(stores, limit=1)
    rows = await _all(stores)
    first, second = (session_row(rows["sessions"][name]) for name in ("S-1", "S-2"))
    assert (first.outcome, first.score, first.turns) == ("resolved_verified", 6, 3)
    assert second.outcome == "running"
    assert rows["day/all"]["1970-01-01|all"]["counts"]["o.resolved_verified"] == 2
    assert rows["day/agent"]["1970-01-01|amy"]["counts"]["s.on_ms"] == 3_600_000
    for limit in (3, 500):
        await stores.projections.reset(LEDGER.name)
        assert not any((await _all(stores)).values())
        await _catch_up(stores, limit=limit)
        assert await _all(stores) == rows


async def test_many_readers_at_once_count_once(stores: Stores) -> None:
    """Eight processes that read the same log together count every session once."""
    await _three_sessions(stores)
    await asyncio.gather(*(_catch_up(stores, limit=2) for _ in range(8)))
    assert (await _all(stores))["day/all"]["1970-01-01|all"]["counts"]["n"] == 2


class Breaks(Ledger):
    """Breaks when it has read a position, with rows of several shelves already asked for."""

    breaks_at = 9

    def read(self, entries: Sequence[LogEntry]) -> Folding:
        changed = yield from super().read(entries)
        if any(entry.position == self.breaks_at for entry in entries):
            raise RuntimeError("broken on purpose")
        return changed


async def test_broken_off_in_the_middle_loses_and_doubles_nothing(stores: Stores) -> None:
    """A crash after the fold and before the commit leaves rows and position of the portion before; the next takes it whole."""
    await _three_sessions(stores)
    breaks = Breaks(ZoneInfo("UTC"), "UTC")
    for _ in range(4):
        await stores.projections.advance(breaks, limit=2)
    with pytest.raises(RuntimeError):
        await stores.projections.advance(breaks, limit=2)
    await _catch_up(stores, limit=2)
    broken = await _all(stores)
    await stores.projections.reset(LEDGER.name)
    await _catch_up(stores, limit=100)
    assert await _all(stores) == broken
