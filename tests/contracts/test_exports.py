"""What leaves the house as tables: whole, masked, safe to open, and the same in both databases."""

import csv
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pyarrow.parquet as pq
import pytest
from sqlalchemy import text

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.tables.files import opened
from frontdesk.app import record
from frontdesk.app.settings import load
from frontdesk.core.events import CustomerSpoke, Event, SessionEnded, TaskFinished
from frontdesk.record.exporting import COLUMNS, safe
from frontdesk.record.ledger import Ledger
from tests.contracts import made
from tests.contracts.conftest import SQL_BACKENDS, database_url, sql_stores

LEDGER = Ledger(ZoneInfo("UTC"), "UTC")
AILMENT = "seeing Dr. Canary"  # an agent's own words for a break
PERIOD = record.Period(first=date(1970, 1, 1), last=date(1970, 1, 1))
WORDS: tuple[Event, ...] = (
    CustomerSpoke(text="=cmd|' /C calc'!A0 from ann@example.org", via="text"),
    TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"}),
    SessionEnded(reason="hung_up"),
)


async def _filled(database: Database) -> None:
    stores = sql_stores(database)
    for name in ("S-1", "S-2"):
        await stores.sessions.commit(made.turn(name, 1, events=made.HELLO))
    await stores.sessions.commit(made.turn("S-1", 2, events=WORDS))
    await stores.agents.save(made.agent("amy"))
    for at, status, reason in ((200.0, "ready", ""), (800.0, "break", AILMENT), (1000.0, "offline", "")):
        await stores.agents.set_status("amy", status, at, reason)
    while await stores.projections.advance(LEDGER, limit=10):
        pass


@pytest.mark.parametrize("backend", SQL_BACKENDS)
async def test_files_hold_every_row(backend: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    """CSV and Parquet have the same rows; words are masked, and none is a formula."""
    url = database_url(backend, request)
    database = Database(url)
    await _filled(database)
    await database.close()
    settings = load(database_url=url, data_dir=tmp_path)
    for what, count in (("sessions", 2), ("events", 10), ("figures", None)):
        sheet, columns = tmp_path / f"{what}.csv", tmp_path / f"{what}.parquet"
        written = await record.export(settings, what, PERIOD, (sheet, "csv"))  # type: ignore[arg-type]
        assert written == await record.export(settings, what, PERIOD, (columns, "parquet"))  # type: ignore[arg-type]
        rows = list(csv.DictReader(sheet.read_text(encoding="utf-8").splitlines()))
        table = pq.read_table(columns).to_pylist()
        assert len(rows) == len(table) == written == (count or written) > 0
        assert list(rows[0]) == list(table[0]) == list(COLUMNS[what])  # type: ignore[index]
        assert not [word for word in ("ann@example.org", AILMENT) if word in sheet.read_text(encoding="utf-8")]
        shown = [value for row in rows for value in row.values()]
        assert not [v for v in shown if v.startswith(("=", "@", "+")) or (v.startswith("-") and not _number(v))]
    told = {
        (r["slice"], r["value_of_slice"], r["figure"]): r
        for r in pq.read_table(tmp_path / "figures.parquet").to_pylist()
    }
    for of in (("all", "all"), ("agent", "amy")):
        busy, away = told[*of, "occupancy"], told[*of, "on_break"]
        assert (busy["value"], busy["n"], busy["formula"], away["value"]) == (0.0, 1, "occupancy.1", 0.25)
    first = pq.read_table(tmp_path / "sessions.parquet").to_pylist()[0]
    assert (first["session"], first["outcome"], first["started_at"].isoformat()) == (
        "S-1", "resolved_verified", "1970-01-01T00:01:41+00:00",
    )  # fmt: skip


def _number(value: str) -> bool:
    return value.replace(".", "").replace("-", "").replace("e", "").isdigit()


def test_a_broken_export_leaves_no_file(tmp_path: Path) -> None:
    """Half a file is worse than none."""

    def broken() -> None:
        with opened(tmp_path / "x.csv", "sessions", "csv") as write:
            write([{"session": "S-1"}])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        broken()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.stands("S17")
@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_no_text_is_a_formula(value: str) -> None:
    """What a spreadsheet would compute is shown instead."""
    assert safe(value) == f"'{value}"
    assert safe("a=1") == "a=1"


async def test_views_for_other_programs(databases: Callable[[], Database]) -> None:
    """The views answer on both databases alike, and hold nothing a customer said or is called by."""
    database = databases()
    await _filled(database)

    async def ask(sql: str) -> list[Any]:
        async with database.read() as connection:
            return list((await connection.execute(text(sql))).all())

    assert await ask("SELECT session, outcome, channel, turns FROM report_sessions ORDER BY 1") == [
        ("S-1", "resolved_verified", "chat", 2), ("S-2", "running", "chat", 1),
    ]  # fmt: skip
    assert [row[0] for row in await ask("SELECT kind FROM report_events WHERE session = 'S-1' ORDER BY position")] == [
        "session_opened", "said", "customer_spoke", "task_finished", "session_ended",
    ]  # fmt: skip
    counted = await ask("SELECT count FROM report_counters WHERE slice = 'all' AND counter = 'o.resolved_verified'")
    assert counted == [(1,)]
    went = await ask("SELECT agent, status, reason FROM report_agent_status ORDER BY position")
    assert went == [("amy", "ready", ""), ("amy", "break", ""), ("amy", "offline", "")]
    staffed = await ask("SELECT count FROM report_counters WHERE value_of_slice = 'amy' AND counter = 's.away_ms'")
    assert staffed == [(200_000,)]
    everything = json.dumps(
        [
            [str(v) for v in row]
            for view in ("sessions", "events", "agent_status", "counters")
            for row in await ask(f"SELECT * FROM report_{view}")
        ]
    )
    assert "ann@example" not in everything
    assert not [word for word in ("10023", AILMENT) if word in everything]
