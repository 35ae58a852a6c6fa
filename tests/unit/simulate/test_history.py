"""Simulated sessions in a database: the same log, the same rows, in order of time; never among real ones."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.history import StaffEntry
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.projections import SqlProjectionStore
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.app.history import History
from frontdesk.app.kept import ledger_of
from frontdesk.app.settings import load
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.rooms import State
from frontdesk.record.session_row import SessionRow
from frontdesk.record.sessions import session_row
from tests.unit.simulate.made import BUSY, run


def alone(row: SessionRow) -> SessionRow:
    """The row without what it is to other sessions of the same customer."""
    return replace(
        row, continues=None, continued_by=None, repeats=None, came_from=None, repeated_by=None, repeated_after_s=None
    )


def test_what_is_written_is_what_was_lived_through(tmp_path: Path) -> None:
    """Positions have no gap and follow time, states can be loaded, and the board's rows are those of the simulation."""
    statuses = list[StaffEntry]()
    made, contacts = run(BUSY, 8, keeps=True, status=lambda at, event: statuses.append(StaffEntry(at, event)))
    url = f"sqlite:///{tmp_path / 'made.db'}"
    with History.opened(url) as history:
        for one in statuses:
            history.came_or_went(*one)
        for contact in contacts:
            history.add(contact.turns)

    async def look() -> None:
        database = Database(url)
        entries = await SqlLogReader(database).after(0, 100_000)
        assert [entry.position for entry in entries] == list(range(1, len(entries) + 1))
        assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
        events = sum(len(turn.events) for contact in contacts for turn in contact.turns)
        assert len(entries) == events + len(statuses)
        rows = await SqlProjectionStore(database).rows(ledger_of(load()).sessions)
        assert {key: alone(session_row(row)) for key, row in rows.items()} == {c.state.session: c.row for c in contacts}
        days = (await SqlProjectionStore(database).rows(f"{ledger_of(load()).name}/day/all")).values()
        staffed, busy = (sum(day["counts"].get(f"s.{name}_ms", 0) for day in days) / 1000 for name in ("on", "busy"))
        assert staffed == pytest.approx(made.figures.staffed_s, rel=0.02)
        assert 0.8 * made.figures.busy_s < busy < made.figures.busy_s  # there offers and ringing count too
        last = await SqlSessionStore(database).load(contacts[0].state.session)
        assert last == contacts[0].turns[-1].state
        await database.close()

    asyncio.run(look())


def test_made_up_sessions_do_not_get_among_real_ones(tmp_path: Path) -> None:
    """A database that holds a real session is refused, with a sentence."""
    url = f"sqlite:///{tmp_path / 'real.db'}"
    with History.opened(url):
        pass

    async def one_session() -> None:
        database = Database(url)
        state = State(session="S-real", channel="chat", lang="en", started_at=1.0, seq=1)
        turn = StoredTurn(session="S-real", seq=1, key="k", at=1.0, state=state, events=())
        await SqlSessionStore(database).commit(turn, address="chat:1")
        await database.close()

    asyncio.run(one_session())
    with pytest.raises(FrontdeskError, match="real sessions"), History.opened(url):
        pass
