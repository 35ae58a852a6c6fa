"""A session's version is its newest turn, and its keys are found among its turns: also those an older house wrote, those of
other processes, and those of sessions nobody remembers."""

import asyncio
import contextlib
import hashlib
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from alembic import command
from sqlalchemy import Connection, delete, text

from frontdesk.adapters.sql import kept_turns, tables
from frontdesk.adapters.sql.agents import SqlAgentStore
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.log import SqlLogReader
from frontdesk.adapters.sql.migrate import config, upgrade_async
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.core.errors import StaleSession, UnknownSession
from frontdesk.core.events import HandoffOffered
from frontdesk.core.inputs import ContactLeft, ContactStarted, KeysPressed
from frontdesk.core.rooms import Outside, WithHuman
from frontdesk.core.waits import ForAgent
from handoff.ports import AgentTaken
from tests.contracts import made
from tests.contracts.conftest import Stores, sql_stores
from tests.fakes.desk import NOON, TestHouse
from tests.servers import PostgresServer

Another = Callable[[], Database]
CALL = "voice:CA1"


async def test_a_house_that_upgrades_keeps_versions_and_keys_on_sqlite(tmp_path: Any) -> None:
    """Who presses a key twice around the upgrade has pressed it once, and the way back leaves what was there."""
    await _upgraded(f"sqlite:///{tmp_path}/frontdesk.db")


@pytest.mark.postgres
async def test_a_house_that_upgrades_keeps_versions_and_keys_on_postgres(postgres_server: PostgresServer) -> None:
    """Who presses a key twice around the upgrade has pressed it once, and the way back leaves what was there."""
    await _upgraded(postgres_server.create("versions"))
    postgres_server.drop("versions")


async def _upgraded(url: str) -> None:
    await upgrade_async(url)
    database = Database(url)
    for seq in (1, 2):
        await SqlSessionStore(database).commit(made.turn(seq=seq))
    before = await _rows(database)
    async with database.write() as connection:
        await connection.run_sync(_downgrade)
        versions = await connection.execute(text("SELECT id, seq FROM sessions"))
        assert versions.all() == [("S-1", 2)]
        assert (await connection.execute(text("SELECT position FROM log_head"))).scalar() == 4
    await upgrade_async(url)
    store = SqlSessionStore(database)
    standing = await store.standing("S-1", "k1")
    assert standing.state is not None
    assert standing.told is not None
    assert (standing.state.seq, standing.told.seq) == (2, 1)
    for stale in (made.turn(seq=2, key="new"), made.turn(seq=3, key="k1"), made.turn(seq=4)):
        with pytest.raises(StaleSession):
            await store.commit(stale)
    assert await _rows(database) == before
    await store.commit(made.turn(seq=3))
    await database.close()


def _downgrade(connection: Connection) -> None:
    settings = config()
    settings.attributes["connection"] = connection
    command.downgrade(settings, "0018")


async def _rows(database: Database) -> list[Any]:
    async with database.read() as connection:
        return [
            list(await connection.execute(text(f"SELECT * FROM {name} ORDER BY position")))
            for name in ("turns", "report_events")
        ]


async def test_what_another_process_wrote_is_known(databases: Another) -> None:
    """A key taken elsewhere is taken here, and a turn on top of what is old is refused."""
    here, there = SqlSessionStore(databases()), SqlSessionStore(databases())
    await here.commit(made.turn(seq=1))
    await there.commit(made.turn(seq=2))
    for stale in (made.turn(seq=2, key="new"), made.turn(seq=3, key="k2")):
        with pytest.raises(StaleSession):
            await here.commit(stale)
    standing = await here.standing("S-1", "k2")
    assert standing.told is not None
    assert standing.told.seq == 2
    assert standing.state is not None
    assert standing.state.seq == 2


async def test_an_address_that_another_process_bound_anew_is_followed(databases: Another) -> None:
    """Who comes back to an address is in the session opened there last, wherever that was; where nobody is, that is told."""
    here, there = (_house(sql_stores(databases()), name) for name in "ab")
    await here.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "CA1:0")
    before = await here.turns.handle(CALL, ContactLeft(at=NOON), "CA1:left")
    after = await there.turns.handle(CALL, ContactStarted(at=NOON, channel="voice"), "CA1:lost")
    turn = await here.turns.handle(CALL, KeysPressed(at=NOON, digits="1"), "CA1:1", asked=1)
    assert before.session != after.session == turn.session
    assert await there.turns.handle(CALL, KeysPressed(at=NOON, digits="1"), "CA1:1", asked=1) == turn
    database = databases()
    async with database.write() as connection:
        await connection.execute(delete(tables.addresses))
    with pytest.raises(UnknownSession):
        await here.turns.handle(CALL, KeysPressed(at=NOON, digits="1"), "CA1:2", asked=2)


def _house(stores: Stores, name: str) -> TestHouse:
    return TestHouse(stores.sessions, stores.tickets, stores.agents, name=name)


async def test_a_forgotten_session_is_read_anew(databases: Another, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many others spoke meanwhile, an old webhook gets its own turn again."""
    monkeypatch.setattr(kept_turns, "MOST_SESSIONS", 1)
    store = SqlSessionStore(databases())
    for seq in range(1, 8):
        await store.commit(made.turn(seq=seq))
    await store.commit(made.turn("S-2"))
    for key, seq in (("k1", 1), ("k7", 7)):
        standing = await store.standing("S-1", key)
        assert standing.told is not None
        assert standing.told.seq == seq
        await store.commit(made.turn(f"S-after-{key}"))
    await store.commit(made.turn(seq=8))


@pytest.mark.parametrize("left", [0, 3])
@pytest.mark.parametrize("again", [False, True])
async def test_turns_that_the_database_lost_are_not_told_from_memory(
    databases: Another, left: int, again: bool
) -> None:
    """A backup that was restored, or a server that took over, may be behind: what it has is what there is."""
    database = databases()
    here, there = SqlSessionStore(database), SqlSessionStore(databases())
    for seq in range(1, 6):
        await here.commit(made.turn(seq=seq))
    async with database.write() as connection:
        await connection.execute(delete(tables.turns).where(tables.turns.c.seq > left))
        if left == 0:
            await connection.execute(delete(tables.sessions))
    if again:
        for seq in range(left + 1, 7):
            await there.commit(made.turn(seq=seq, key=f"again{seq}"))
    newest = 6 if again else left
    standing = await here.standing("S-1", "k5")
    assert (standing.state.seq if standing.state is not None else 0) == newest
    assert standing.told is None
    with pytest.raises(StaleSession):
        await here.commit(made.turn(seq=newest + 2))
    await here.commit(made.turn(seq=newest + 1, key="on"))
    told = (await there.standing("S-1", "on")).told
    assert told is not None
    assert told.seq == newest + 1


async def test_who_offers_the_same_tickets_at_once_is_late_and_no_worse(databases: Another) -> None:
    """Tickets and the agents they are offered to are taken in one order: nobody waits for who waits for them."""
    for agent in ("amy", "wei"):
        await SqlAgentStore(databases()).save(made.agent(agent, status="ready", chats=1))

    async def work(store: SqlSessionStore, number: int) -> None:
        for at in range(150):
            any_of = hashlib.sha256(f"{number} {at}".encode()).digest()
            session, to = f"S-{any_of[0] % 3}", ("amy", "wei", None)[any_of[1] % 3]
            ticket = made.ticket(f"T-{session}", status="waiting" if to is None else "offered", agent=to)
            events = made.HELLO if to is None else (*made.HELLO, HandoffOffered(ticket=ticket.id, agent=to))
            state = (await store.standing(session, f"{number}-{at}")).state
            seq = state.seq + 1 if state is not None else 1
            turn = made.turn(
                session,
                seq,
                f"{number}-{at}",
                ticket=ticket,
                room=WithHuman(),
                wait=ForAgent(ticket=ticket.id),
                events=events,
            )
            with contextlib.suppress(StaleSession, AgentTaken):
                await store.commit(turn, address=f"chat:{session}" if seq == 1 else None)

    stores = [SqlSessionStore(databases()) for _ in range(3)]
    await asyncio.wait_for(asyncio.gather(*(work(store, number) for number, store in enumerate(stores * 2))), 60)


async def test_a_session_is_over_when_its_turn_says_so(databases: Another) -> None:
    """The session's row follows its end, and only that."""
    store = SqlSessionStore(databases())
    await store.commit(made.turn(seq=1))
    await store.commit(made.turn(seq=2))
    assert await store.open_sessions() == ("S-1",)
    elsewhere = SqlSessionStore(databases())
    await elsewhere.commit(made.turn(seq=3, room=Outside(over=True)))
    assert await store.open_sessions() == ()


def test_keys_of_all_sessions_together_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Who spoke longest ago is forgotten first; who speaks now is kept."""
    monkeypatch.setattr(kept_turns, "MOST_KEYS", 5)
    kept = kept_turns.KeptTurns()
    for session in ("S-1", "S-2", "S-3"):
        for seq in (1, 2):
            kept.keep(made.turn(session, seq))
    assert [kept.upto(session) for session in ("S-1", "S-2", "S-3")] == [0, 2, 2]
    for seq in range(3, 12):
        kept.keep(made.turn("S-3", seq))
    assert (kept.upto("S-2"), kept.upto("S-3"), kept.told("S-3", "k11")) == (0, 11, 11)


def test_a_gap_is_not_taken_for_known() -> None:
    """What came between is learned in its order, or not at all."""
    kept = kept_turns.KeptTurns()
    kept.keep(made.turn(seq=3))
    kept.learn("S-1", [(2, "k2")])
    assert kept.upto("S-1") == 0
    kept.learn("S-1", [(1, "k1"), (2, "k2"), (3, "k3")])
    assert kept.upto("S-1") == 3


async def test_a_turn_by_itself_waits_for_who_writes_and_is_refused_where_it_is_late(sqlite_url: str) -> None:
    """A turn that is all there is to write is written by one statement, with the same promises."""
    database = Database(sqlite_url)
    store = SqlSessionStore(database)
    await store.commit(made.turn(seq=1))
    other = sqlite3.connect(sqlite_url.removeprefix("sqlite:///"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    asyncio.get_running_loop().call_later(0.003, other.execute, "COMMIT")
    await store.commit(made.turn(seq=2))
    await SqlSessionStore(database).commit(made.turn(seq=3))
    with pytest.raises(StaleSession):
        await store.commit(made.turn(seq=3, key="late"))
    assert [(e.position, e.seq) for e in await SqlLogReader(database).after(0, 9)] == [
        (n, (n + 1) // 2) for n in range(1, 7)
    ]
    await store.standing("S-1", "k3")
    await store.commit(made.turn(seq=4))
    other.close()
    await database.close()
