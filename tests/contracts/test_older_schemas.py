"""What earlier versions wrote is read as if written today: `stored/log_schema_1.jsonl` is a log as the first version kept it."""

import json
from collections.abc import Callable
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.personal import SqlPersonalData
from frontdesk.adapters.stored import SCHEMA, event_from
from frontdesk.core.codec import NotDecodable
from frontdesk.core.events import AgentSaid, CustomerSpoke, HandoffClosed, SessionOpened
from frontdesk.record.contacts import Contacts
from frontdesk.record.ledger import Ledger
from frontdesk.record.sessions import session_row
from tests.contracts.conftest import sql_stores

OLD = Path(__file__).parent / "stored" / "log_schema_1.jsonl"
LEDGER = Ledger(ZoneInfo("UTC"), "UTC")


def _rows() -> list[dict[str, Any]]:
    return [json.loads(line) for line in OLD.read_text(encoding="utf-8").splitlines()]


async def _put(database: Database) -> None:
    """The log of the first version, as its database held it."""
    rows = _rows()
    state = {"session": "S-old", "channel": "chat", "lang": "en", "started_at": 110.0}
    turns = [
        {
            "session": "S-old",
            "seq": seq,
            "position": of_turn[-1]["position"],
            "key": f"k{seq}",
            "at": 100.0 + seq,
            "schema": 1,
            "events": [row["event"] for row in of_turn],
            "state": state | {"seq": seq},
        }
        for seq, of_turn in ((seq, list(some)) for seq, some in groupby(rows, key=itemgetter("seq")))
    ]
    async with database.write() as connection:
        session = {"id": "S-old", "channel": "chat", "started_at": 110.0, "over": True}
        await connection.execute(insert(tables.sessions).values(session))
        await connection.execute(insert(tables.turns), turns)
        await connection.execute(tables.log_head.update().values(position=len(rows)))


async def test_an_old_log_is_read_and_folded(databases: Callable[[], Database]) -> None:
    """Every event is there, fields of later are filled, words follow today's rules, and the record counts it."""
    database = databases()
    await _put(database)
    stores = sql_stores(database)
    entries = await stores.log.after(0, 100)
    assert [entry.event.kind for entry in entries] == [row["event"]["kind"] for row in _rows()]
    events = {type(entry.event): entry.event for entry in entries}
    assert events[SessionOpened] == SessionOpened(channel="chat", lang="en", flow_version="3f2a", contact="", region="")
    kept = CustomerSpoke(text="where is 10023, my ID is [id] and the password is [secret]", via="text")
    assert events[CustomerSpoke] == kept
    assert events[AgentSaid] == AgentSaid(agent="amy", agent_name="Amy", text="Your date of birth is [secret], right?")
    assert events[HandoffClosed].note == "Born on [secret]"  # type: ignore[union-attr]
    while await stores.projections.advance(LEDGER, limit=4):
        pass
    row = session_row((await stores.projections.rows(LEDGER.sessions))["S-old"])
    assert (row.outcome, row.score, row.tier, row.tickets[0].low_s) == ("escalated", 6, "gold", 60)
    assert await stores.sessions.load("S-old") is not None


async def test_what_is_written_again_is_of_today(databases: Callable[[], Database]) -> None:
    """Whoever rewrites an old event, such as the end of a lifetime, leaves it in the form of today."""
    database = databases()
    await _put(database)
    await SqlPersonalData(database, LEDGER, Contacts()).forget(["S-old"], "words", lambda name: name)
    async with database.read() as connection:
        rows = (await connection.execute(select(tables.turns.c.schema, tables.turns.c.events))).all()
    spoken = [event["text"] for row in rows for event in row.events if event["kind"] == "customer_spoke"]
    assert ({row.schema for row in rows}, set(spoken)) == ({SCHEMA}, {"[erased]"})


@pytest.mark.parametrize("schema", [0, SCHEMA + 1])
def test_what_nobody_knows_is_left_alone(schema: int) -> None:
    """A form of a later version, or of none, is refused with what to do."""
    with pytest.raises(NotDecodable, match="run the matching version"):
        event_from({"kind": "session_ended", "reason": "idle"}, schema)
