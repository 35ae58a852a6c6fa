"""The contract of ProjectionStore: nothing lost, nothing doubled."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Rows
from tests.contracts import made
from tests.contracts.conftest import Stores


@dataclass(slots=True)
class EventCount:
    """Counts events per session, and of all; may be told to break at a position."""

    name: str = "count"
    breaks_at: int | None = None

    def keys(self, entry: LogEntry) -> Sequence[str]:
        return (entry.session, "all")

    def fold(self, rows: Rows, entry: LogEntry) -> Rows:
        if entry.position == self.breaks_at:
            raise RuntimeError("broken on purpose")
        return {key: {"n": rows.get(key, {}).get("n", 0) + 1, "last": entry.position} for key in self.keys(entry)}


@dataclass(slots=True)
class Openings:
    """A row per session with the time it began, and one row without a time."""

    name: str = "openings"

    def keys(self, entry: LogEntry) -> Sequence[str]:
        return (entry.session, "total")

    def fold(self, rows: Rows, entry: LogEntry) -> Rows:
        if entry.event.kind != "session_opened":
            return {}
        return {entry.session: {"started_at": entry.at, "text": "你好"}, "total": {"sessions": 1}}


async def _log_of(stores: Stores, turns: int) -> None:
    for seq in range(1, turns + 1):
        await stores.sessions.commit(made.turn("S-1", seq))


async def _count(stores: Stores, key: str = "all") -> int:
    row = await stores.projections.row("count", key)
    return int(row["n"]) if row else 0


async def test_advance_reads_the_log_in_portions(stores: Stores) -> None:
    """Each advance takes up to `limit` entries and tells how many; 0 at the end."""
    await _log_of(stores, 5)
    took = [await stores.projections.advance(EventCount(), limit=4) for _ in range(4)]
    assert took == [4, 4, 2, 0]
    assert await stores.projections.row("count", "all") == {"n": 10, "last": 10}
    assert await _count(stores, "S-1") == 10


async def test_advance_goes_on_where_it_stood(stores: Stores) -> None:
    """New entries are added to the rows of before."""
    await _log_of(stores, 1)
    await stores.projections.advance(EventCount())
    await stores.sessions.commit(made.turn("S-2"))
    assert await stores.projections.advance(EventCount()) == 2
    assert await stores.projections.rows("count") == {
        "S-1": {"n": 2, "last": 2},
        "S-2": {"n": 2, "last": 4},
        "all": {"n": 4, "last": 4},
    }


async def test_projections_stand_apart(stores: Stores) -> None:
    """Each name has its own rows and position."""
    await _log_of(stores, 1)
    await stores.projections.advance(EventCount())
    assert await stores.projections.advance(Openings()) == 2
    assert set(await stores.projections.rows("openings")) == {"S-1", "total"}
    assert await stores.projections.rows("nothing") == {}
    assert await stores.projections.row("count", "nobody") is None


async def test_a_break_in_the_middle_loses_and_doubles_nothing(stores: Stores) -> None:
    """When a fold breaks, neither rows nor position of that portion are kept; the next advance takes it whole."""
    await _log_of(stores, 5)
    await stores.projections.advance(EventCount(), limit=4)
    with pytest.raises(RuntimeError):
        await stores.projections.advance(EventCount(breaks_at=7))
    assert await _count(stores) == 4
    assert await stores.projections.advance(EventCount()) == 6
    assert await _count(stores) == 10


async def test_workers_at_once_do_not_double(stores: Stores) -> None:
    """Eight workers on one projection: each entry is counted once."""
    await _log_of(stores, 20)
    advances = [stores.projections.advance(EventCount(), limit=7) for _ in range(8)]
    assert sum(await asyncio.gather(*advances)) == 40
    assert await _count(stores) == 40


async def test_reset_lets_a_projection_be_rebuilt(stores: Stores) -> None:
    """Rows and position of that name are gone; the log gives the same rows again."""
    await _log_of(stores, 3)
    await stores.projections.advance(EventCount())
    await stores.projections.advance(Openings())
    await stores.projections.reset("count")
    assert await stores.projections.rows("count") == {}
    assert await stores.projections.advance(EventCount()) == 6
    assert await _count(stores) == 6
    assert await stores.projections.advance(Openings()) == 0


async def test_rows_can_be_asked_since_a_time(stores: Stores) -> None:
    """`since` picks rows whose `started_at` is at or after it; rows without one are left out. `part` is that field only."""
    for n in range(3):
        await stores.sessions.commit(made.turn(f"S-{n}", seq=1))
    for seq in (1, 2):
        await stores.sessions.commit(made.turn("S-9", seq, events=() if seq == 1 else made.HELLO))
    await stores.projections.advance(Openings())
    assert set(await stores.projections.rows("openings", since=102.0)) == {"S-9"}
    assert set(await stores.projections.rows("openings", since=101.0)) == {"S-0", "S-1", "S-2", "S-9"}
    assert "total" in await stores.projections.rows("openings")
    assert await stores.projections.rows("openings", since=102.0, part="nothing") == {
        "S-9": {"started_at": 102.0, "nothing": None}
    }
    (whole,) = (await stores.projections.rows("openings", since=102.0)).values()
    for part in whole:
        (found,) = (await stores.projections.rows("openings", since=102.0, part=part)).values()
        assert found == {"started_at": 102.0, part: whole[part]}


async def test_a_touched_row_that_is_not_returned_stays(stores: Stores) -> None:
    """A fold may leave a row alone by not giving it back."""
    await _log_of(stores, 1)
    await stores.projections.advance(Openings(), limit=1)
    before = await stores.projections.row("openings", "S-1")
    await stores.projections.advance(Openings())
    assert await stores.projections.row("openings", "S-1") == before == {"started_at": 101.0, "text": "你好"}


async def test_what_a_reader_does_to_a_row_does_not_reach_the_store(stores: Stores) -> None:
    """Rows handed out are copies."""
    await _log_of(stores, 1)
    await stores.projections.advance(EventCount())
    dict(await stores.projections.rows("count"))["all"] = {}
    row = await stores.projections.row("count", "all")
    assert isinstance(row, dict)
    row["n"] = 99
    assert await _count(stores) == 2
