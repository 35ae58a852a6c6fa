"""Personal data in both databases: found by every name, erased everywhere, gone from the bytes; the figures stay."""

from collections.abc import Callable, Sequence
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy.exc import DBAPIError

from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.personal import SqlPersonalData, Whose
from frontdesk.core.events import (
    CustomerSpoke,
    DialogueAnswered,
    Event,
    HandoffClosed,
    HandoffRequested,
    IdentityVerified,
    Said,
    SessionEnded,
    SessionOpened,
    TaskFinished,
)
from frontdesk.core.privacy import Lifetime
from frontdesk.core.rooms import Outside
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.record.contacts import Contacts
from frontdesk.record.ledger import Ledger
from tests.contracts import made
from tests.contracts.conftest import Stores, sql_stores

LEDGER, CONTACTS = Ledger(ZoneInfo("UTC"), "UTC"), Contacts()
SHELVES = ("sessions", "customers", "chains", "day/all", "day/intent", "hour/all", "nodes", "unanswered")
WORD, MAIL, NOTE, NAME = "Rumpelstilzchen", "ann@example.org", "Ann cried", "k7QwAnn"
Databases = Callable[[], Database]


def _events(session: str) -> Sequence[Sequence[Event]]:
    return (
        (SessionOpened(channel="chat", lang="en", flow_version="3f2a", contact=NAME, region="GB"),),
        (
            CustomerSpoke(text=f"I want {WORD}", via="text"),
            DialogueAnswered(intent=None, confidence=0.1, understood=False),
            Said(text=f"What is {WORD}?", spoken=f"What is {WORD}?", lang="en"),
        ),
        (
            TaskFinished(
                task="verify_identity", outcome="verified", by="bot", facts={"email": MAIL, "customer_tier": "gold"}
            ),
            IdentityVerified(customer="C-ANN-7", how="order_and_phone"),
            TaskFinished(task="order_status", outcome="found", by="bot", facts={"order_number": "10023"}),
        ),
        (HandoffRequested(ticket=f"T-{session}", queue="service", reason="asked", priority=1),),
        (
            HandoffClosed(ticket=f"T-{session}", agent="amy", disposition="solved", note=NOTE),
            SessionEnded(reason="hung_up"),
        ),
    )


async def _lives(stores: Stores, session: str, start: float, *, over: bool = True) -> None:
    """A whole session of Ann's, or one that is still open."""
    turns = _events(session) if over else _events(session)[:-1]
    held = made.ticket(f"T-{session}", status="closed" if over else "waiting", customer="C-ANN-7", closed_at=start + 9)
    for seq, events in enumerate(turns, 1):
        ended = over and seq == len(turns)
        after = made.state(
            session,
            seq,
            started_at=start,
            address=f"chat:{session}",
            caller="+441632960000",
            facts={"email": MAIL, "customer_id": "C-ANN-7", "customer_name": "Ann Rumpel"},
            room=Outside(over=ended),
            ticket=held if seq >= 4 else None,
        )
        turn = made.turn(session, seq, state=after, events=tuple(events), key=f"{session}{seq}")
        await stores.sessions.commit(turn, address=after.address if seq == 1 else None)


async def _folded(stores: Stores) -> dict[str, object]:
    for projection in (LEDGER, CONTACTS):
        while await stores.projections.advance(projection, limit=3):
            pass
    rows: dict[str, object] = {s: await stores.projections.rows(f"{LEDGER.name}/{s}") for s in SHELVES}
    return rows | {"contacts": await stores.projections.rows(CONTACTS.name)}


def _nobody() -> Callable[[str], str]:
    known: dict[str, str] = {}
    return lambda name: name if name.startswith("erased-") else known.setdefault(name, f"erased-{len(known)}")


async def test_a_customer_is_found_by_every_name(databases: Databases) -> None:
    """By the shop's id, a number's pseudonym, words that were said, a session; nobody else's sessions are."""
    database = databases()
    stores, data = sql_stores(database), SqlPersonalData(database, LEDGER, CONTACTS)
    await _lives(stores, "S-1", 100.0)
    await stores.sessions.commit(made.turn("S-2", 1, events=made.HELLO))
    for whose in (
        Whose(customer="C-ANN-7"), Whose(contacts=(NAME,)), Whose(words=MAIL.upper()), Whose(words="1632960000"),
        Whose(session="S-1"),
    ):  # fmt: skip
        assert await data.find(whose) == ("S-1",), whose
    assert await data.find(Whose(words="100%")) == ()
    assert await data.busy(["S-1", "S-2"]) == ("S-2",)


async def test_erased_everywhere_and_the_figures_stay(databases: Databases) -> None:
    """No word, name, fact or note is left in any table; every counter is as it was, and is again when folded anew."""
    database = databases()
    stores, data = sql_stores(database), SqlPersonalData(database, LEDGER, CONTACTS)
    await _lives(stores, "S-1", 100.0)
    await _lives(stores, "S-2", 4000.0)
    before = await _folded(stores)
    words = await data.forget(["S-1", "S-2"], "names", _nobody())
    assert f"I want {WORD}" in words
    after = await _folded(stores)
    for shelf in ("day/all", "day/intent", "hour/all", "nodes", "chains"):
        assert after[shelf] == before[shelf]
    assert after["chains"], "the two sessions were one customer's, and still are"
    assert (await stores.sessions.load("S-1")) is not None
    told = await stores.sessions.turns_after("S-1", 0)
    assert len(told) > 1
    for turn in told:
        again = (await stores.sessions.standing("S-1", turn.key)).told
        assert WORD.lower() not in f"{turn} {again}".lower(), "it is still told from memory"
    for projection in (LEDGER, CONTACTS):
        await stores.projections.reset(projection.name)
    assert await _folded(stores) == after
    await _nothing_is_left(database)


async def _nothing_is_left(database: Database) -> None:
    async with database.read() as connection:
        tables = await connection.run_sync(lambda sync: __import__("sqlalchemy").inspect(sync).get_table_names())
        for table in tables:
            rows = (await connection.exec_driver_sql(f'SELECT * FROM "{table}"')).all()
            for secret in (WORD.lower(), MAIL, NOTE.lower(), NAME.lower(), "c-ann-7", "1632960000", "ann rumpel"):
                assert secret not in str(rows).lower(), f"{secret} is still in {table}"


async def test_nothing_is_left_in_the_bytes_of_the_file(sqlite_url: str) -> None:
    """After an erasure the words can't be read out of what SQLite freed, nor out of its journal."""
    database = Database(sqlite_url)
    stores, data = sql_stores(database), SqlPersonalData(database, LEDGER, CONTACTS)
    await _lives(stores, "S-1", 100.0)
    await _folded(stores)
    await data.forget(["S-1"], "names", _nobody())
    assert await database.vacuum()
    await database.close()
    file = Path(sqlite_url.removeprefix("sqlite:///"))
    kept = b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))
    for secret in (WORD, WORD.lower(), MAIL, NOTE, NAME, "C-ANN-7", "1632960000"):
        assert secret.encode() not in kept, secret


@pytest.mark.parametrize(
    ("upto", "gone", "there"),
    [("session", ("1632960000", "Ann Rumpel"), (WORD, NAME)), ("words", (WORD, MAIL, NOTE), (NAME, "C-ANN-7"))],
)
async def test_each_lifetime_ends_its_own(
    databases: Databases, upto: Lifetime, gone: tuple[str, ...], there: tuple[str, ...]
) -> None:
    """What only the conversation needed goes first, then words, and names last. Done once, it is due no more."""
    database = databases()
    stores, data = sql_stores(database), SqlPersonalData(database, LEDGER, CONTACTS)
    await _lives(stores, "S-1", 100.0)
    await _lives(stores, "S-9", 200.0, over=False)
    await _folded(stores)
    assert await data.due(upto, 50.0) == ()
    assert await data.due(upto, 1e9) == ("S-1",), "who is still there is left alone"
    await data.forget(["S-1"], upto, _nobody())
    assert await data.due(upto, 1e9) == ()
    assert await data.due("names", 1e9) == ("S-1",)
    kept = str(await data.kept("S-1"))
    assert not [word for word in gone if word in kept]
    assert not [word for word in there if word not in kept]


async def test_agents_comings_and_goings_live_their_time(databases: Databases) -> None:
    """What ended before the day goes, what still holds stays, nobody can change an entry; what was counted stays counted."""
    database = databases()
    stores, data = sql_stores(database), SqlPersonalData(database, LEDGER, CONTACTS)
    for name in ("amy", "bob"):
        await stores.agents.save(made.agent(name))
        await stores.agents.set_status(name, "ready", 1000.0)
    await stores.agents.set_status("amy", "break", 2000.0, "meal")
    await stores.agents.set_status("amy", "ready", 3000.0)
    await stores.agents.set_status("amy", "offline", 9000.0)
    await _folded(stores)
    counted = await stores.projections.rows(f"{LEDGER.name}/day/agent")
    assert [await data.drop_old_staffing(2500.0), await data.drop_old_staffing(2500.0)] == [1, 0]
    left = [(e.event.agent, e.at) for e in await stores.log.after(0, 100) if isinstance(e.event, AgentStatusChanged)]
    assert left == [("bob", 1000.0), ("amy", 2000.0), ("amy", 3000.0), ("amy", 9000.0)]
    await _folded(stores)
    assert await stores.projections.rows(f"{LEDGER.name}/day/agent") == counted
    with pytest.raises(DBAPIError, match="only ever added to"):
        async with database.write() as connection:
            await connection.exec_driver_sql("UPDATE staff_log SET at = 0")
