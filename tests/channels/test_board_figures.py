"""The board's answers over a few days: every slice adds up to the whole, shares stand with their n, versions are compared."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from random import Random  # noqa: TID251 - seeded
from typing import Any, cast
from zoneinfo import ZoneInfo

import pytest

from benchmarks.board import QUERIES, door
from benchmarks.record_world import world
from frontdesk.adapters.folding import folding, settled
from frontdesk.adapters.sql.database import Database
from frontdesk.channels.board import effort, figures, traffic
from frontdesk.channels.board.ask import Asked, asked, before
from frontdesk.channels.board.reading import Reading
from frontdesk.core.tickets import FACT_MARKS, FactMark
from frontdesk.record.cells import cells, start_of
from frontdesk.record.ledger import Ledger
from frontdesk.record.packed import packed
from frontdesk.record.ports import Place, ProjectionStore, Row
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import session_row

UTC_ZONE = ZoneInfo("UTC")
LEDGER = Ledger(UTC_ZONE, "UTC")
SLICES = ("channel", "lang", "region", "tier", "version", "intent")
Shelves = Mapping[Place, Row]


@dataclass(frozen=True, slots=True)
class Kept:
    """A store of rows that are there."""

    shelves: Shelves

    async def rows(
        self, name: str, *, since: float | None = None, until: float | None = None, part: str | None = None
    ) -> Mapping[str, Row]:
        return {
            key: row
            for (shelf, key), row in self.shelves.items()
            if shelf == name and (since or 0) <= row["started_at"] < (until or float("inf"))
        }


def marks(number: int) -> dict[str, FactMark]:
    """Order numbers are always right, and every third issue is asked for again."""
    issue: FactMark = "asked_again" if number % 3 == 0 else "used"
    return {} if number % 4 == 0 else {"order_number": "used", "issue": issue}


def made() -> list[SessionRow]:
    """Sessions of two days, each with a region, a tier and one of two versions."""
    entries, rows = world(Random(1), 2, 60).entries, dict[Place, Row]()
    rows |= {place: row or {} for place, row in settled(folding(LEDGER, entries), rows).items()}
    ended = [session_row(row) for (shelf, _), row in rows.items() if shelf == LEDGER.sessions and row["ended_at"]]
    return [
        replace(
            row,
            region=("GB", "CN")[i % 2],
            tier=("gold", "standard")[i % 3 > 0],
            flow_version=f"v{i % 2}",
            tickets=tuple(replace(t, marks=marks(i)) for t in row.tickets),
        )
        for i, row in enumerate(ended)
    ]


@pytest.fixture(scope="module")
def board() -> tuple[Reading, Asked]:
    rows, found = made(), dict[Place, Counter[str]]()
    for row in rows:
        for place, counts in cells(row, LEDGER.name, LEDGER.zone).items():
            found.setdefault(place, Counter()).update(counts)
    shelves = {}
    for place, counts in found.items():
        named = place[0].endswith(("/nodes", "/unanswered"))
        shelves[place] = packed(start_of(place, LEDGER.zone), counts, named=named)
    days = sorted(datetime.fromtimestamp(row.started_at, UTC).date().isoformat() for row in rows)
    now = max(row.last_at for row in rows) + 3600
    reading = Reading(cast(ProjectionStore, Kept(shelves)), LEDGER.name, lambda: now)
    return reading, asked({"from": days[0], "to": days[-1]}, now, UTC_ZONE)


def stands(figure: Mapping[str, Any]) -> None:
    """A share has its n and its interval around it."""
    if figure["value"] is not None:
        assert figure["n"] > 0
        assert figure["low"] <= figure["value"] <= figure["high"]


@pytest.mark.parametrize("by", SLICES)
async def test_a_slice_adds_up(board: tuple[Reading, Asked], by: str) -> None:
    """Every session is in one value of it, and each rate stands with n and interval."""
    reading, ask = board
    whole = await figures.totals(reading, ask, {}, "UTC")
    parts = await figures.breakdown(reading, ask, by, {}, "UTC")
    assert sum(row["sessions"] for row in parts["rows"]) == whole["sessions"] > 100
    for row in parts["rows"]:
        stands(row["figures"]["self_service"])
        stands(row["figures"]["containment"])


async def test_a_queue_counts_those_who_waited_in_it(board: tuple[Reading, Asked]) -> None:
    """The requests of all queues are those of the house."""
    reading, ask = board
    whole = await figures.totals(reading, ask, {}, "UTC")
    parts = await figures.breakdown(reading, ask, "queue", {}, "UTC")
    asked_for = [row["figures"]["answer_rate"]["n"] for row in parts["rows"]]
    assert sum(asked_for) == whole["figures"]["answer_rate"]["n"] > 0


async def test_versions_side_by_side(board: tuple[Reading, Asked]) -> None:
    """Each difference has an interval, and is sure where no nought is in it."""
    reading, ask = board
    found = await figures.comparison(reading, ask, "version", ("v0", "v1"), "UTC")
    gap = found["differences"]["containment"]
    sides = [found[side]["figures"]["containment"]["value"] for side in ("one", "other")]
    assert gap["value"] == pytest.approx(sides[1] - sides[0])
    assert gap["low"] < gap["value"] < gap["high"]
    assert gap["sure"] == (gap["low"] > 0 or gap["high"] < 0)


async def test_a_period_against_the_one_before(board: tuple[Reading, Asked]) -> None:
    """Both stand beside each other with the difference, its interval and whether it is sure."""
    reading, ask = board
    second = replace(ask, first=ask.last, since=ask.until - 86400)
    found = await figures.against(reading, second, before(second, UTC_ZONE), {}, "UTC")
    then = await figures.totals(reading, before(second, UTC_ZONE), {}, "UTC")
    assert found["before"]["figures"] == then["figures"]
    gap, (now, old) = found["differences"]["containment"], (found["figures"], then["figures"])
    assert gap["value"] == pytest.approx(now["containment"]["value"] - old["containment"]["value"])
    assert gap["low"] < gap["value"] < gap["high"]
    assert gap["sure"] == (gap["low"] > 0 or gap["high"] < 0)


def test_as_many_days_before() -> None:
    """Whole days of the house, also where a clock was put back between them and a day had 25 hours."""
    zone = ZoneInfo("Europe/Berlin")
    week = asked({"from": "2026-10-26", "to": "2026-11-01"}, 0.0, zone)
    earlier = before(week, zone)
    assert (str(earlier.first), str(earlier.last)) == ("2026-10-19", "2026-10-25")
    assert (week.since - earlier.since, earlier.until) == (7 * 86400 + 3600, week.since)


async def test_tasks_reasons_and_words(board: tuple[Reading, Asked]) -> None:
    """A funnel never widens after its task ran; reasons are shares of all; facts that were asked again or wrong most often come
    first, and so does what was most often not understood."""
    reading, ask = board
    tasks = (await traffic.funnels(reading, ask, "UTC"))["tasks"]
    assert {task["goal"] for task in tasks} >= {"order_status"}
    for task in tasks:
        assert all(step["n"] <= task["steps"][0]["n"] for step in task["steps"])
    reasons = (await traffic.reasons(reading, ask, "UTC"))["reasons"]
    assert sum(row["share"]["value"] for row in reasons) == pytest.approx(1)
    handed = await traffic.handed(reading, ask, "UTC")
    assert [row["fact"] for row in handed["facts"]] == ["issue", "order_number"]
    assert 0 < handed["facts"][0]["asked_again"] < handed["marked"] < handed["answered"]
    assert all(
        sum(row[mark] for mark in FACT_MARKS) == handed["marked"] == row["again"]["n"] for row in handed["facts"]
    )
    words = (await traffic.unanswered(reading, ask, "UTC"))["words"]
    assert words
    assert [row["n"] for row in words] == sorted((row["n"] for row in words), reverse=True)


async def test_the_flow_map_begins_with_the_newest(board: tuple[Reading, Asked]) -> None:
    """Of the versions that saw enough the one published last, however many came to another; without any, the one most came to."""
    reading, ask = board

    async def begun(version: str | None = None, **numbers: int) -> str:
        found = await traffic.flow(reading, ask, version, "UTC", numbers)
        assert found["sessions"] == {one["version"]: one["sessions"] for one in found["versions"]}[found["version"]]
        return str(found["version"])

    assert [await begun(v0=1, v1=2), await begun(v0=3, v1=2), await begun("v1", v0=3, v1=2)] == ["v1", "v0", "v1"]
    versions = (await traffic.flow(reading, ask, None, "UTC", {}))["versions"]
    assert await begun() == versions[0]["version"]
    assert versions[0]["sessions"] >= versions[1]["sessions"] > traffic.ENOUGH


@pytest.mark.parametrize("by", ["intent", "version", "queue"])
async def test_where_effort_arises(board: tuple[Reading, Asked], by: str) -> None:
    """The index is the board's figure, of a value and of all other sessions; the values' parts make up the whole where every
    session has one; causes here and elsewhere come to those of the house."""
    reading, ask = board
    whole = (await figures.totals(reading, ask, {}, "UTC"))["figures"]["effort_index"]
    named = {row["value"]: row for row in (await figures.breakdown(reading, ask, by, {}, "UTC"))["rows"]}
    found = await effort.hardest(reading, ask, by, "UTC")
    for row in found["rows"]:
        index, rest = row["index"], row["elsewhere"]
        known = named[row["value"]]["figures"]["effort_index"]
        assert {name: index[name] for name in ("value", "low", "high", "n")} == pytest.approx(
            {name: known[name] for name in ("value", "low", "high", "n")}
        )
        assert index["value"] * index["n"] + (rest["value"] or 0) * rest["n"] == pytest.approx(
            whole["value"] * whole["n"]
        )
        assert row["gap"]["sure"] == (row["gap"]["low"] > 0 or row["gap"]["high"] < 0)
    assert sum(row["part"] for row in found["rows"]) == pytest.approx(1) or by == "queue"
    assert [row["part"] for row in found["rows"]] == sorted((row["part"] for row in found["rows"]), reverse=True)
    first, sessions = found["rows"][0], [row for row in made() if row.outcome != "running"]
    own = named[first["value"]]["sessions"]
    (silence,) = (one for one in first["causes"] if one["what"] == "a silence")
    counted = silence["points"] * own + silence["elsewhere"] * (len(sessions) - own)
    assert counted == pytest.approx(sum(row.silences for row in sessions)) != 0


async def test_the_benchmark_asks_what_is_served(tmp_path: Path) -> None:
    """Every question whose time is published is one the board answers."""
    database = Database(f"sqlite:///{tmp_path}/board.db", answer_within_s=1.0)
    served = {route.path for route in door(database).routes() if route.method == "GET"}
    await database.close()
    assert {f"/api/board/{query.partition('?')[0]}".rstrip("/") for query in QUERIES.values()} < served
