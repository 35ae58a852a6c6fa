"""Who worked here is erased in both databases: no trace of them anywhere, every figure as it was, now and folded anew."""

import dataclasses
import types
import typing
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_type_hints

import pytest
import pytest_asyncio
from sqlalchemy import insert, inspect, select
from sqlalchemy.exc import DBAPIError

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.former_agents import SqlFormerAgents
from frontdesk.app.former_agents import FormerAgents
from frontdesk.app.kept import ledger_of
from frontdesk.app.privacy import StillBusy
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, open_stores
from frontdesk.channels.login import counter
from frontdesk.core.events import (
    AgentSaid,
    CustomerSpoke,
    Event,
    HandoffAccepted,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffRequested,
    Said,
    SessionEnded,
    SessionOpened,
)
from frontdesk.core.privacy import AGENT, AGENT_NAME, NOTE, held
from frontdesk.core.recording import RecordingEvent
from frontdesk.core.rooms import Outside
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.core.tickets import Colleague
from frontdesk.people.audit import AuditEntry
from frontdesk.people.people import By, NotPossible
from frontdesk.people.ports import Account, OpenLogin
from frontdesk.record.erasing_agents import Former
from tests.contracts import made
from tests.contracts.conftest import SQL_BACKENDS, database_url

ZOE, NAME, MAIL, SUBJECT = "zoe7qk", "Zoë Quillfeather", "zoe@quill.example", "https://idp.example#subject-9931"
SECRETS = (ZOE, "Zoë", "Quillfeather", MAIL, "subject-9931", "1632960077", "$zoe-hash$", "203.0.113.77", "ZoeBrowser")
NAMESAKE = ZOE.upper()  # somebody else, whose name differs in its letters' size alone
BY = By(who="root (command)")
SHELVES = ("sessions", "chains", "day/all", "day/queue", "hour/all", "hour/queue", "nodes", "agents", "day/agent")


@pytest_asyncio.fixture(params=SQL_BACKENDS)
async def stores(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[tuple[Stores, FormerAgents, Settings]]:
    given: dict[str, Any] = {"database_url": database_url(request.param, request), "shop_url": "http://shop.example"}
    settings = Settings(**given | {"data_dir": tmp_path, "_env_file": None})
    opened = await open_stores(settings, lambda: 1000.0)
    yield opened, FormerAgents(opened, settings), settings
    await opened.close()


def _events(session: str) -> tuple[tuple[Event, ...], ...]:
    ticket = f"T-{session}"
    return (
        (SessionOpened(channel="chat", lang="en", flow_version="3f2a"),
         HandoffRequested(ticket=ticket, queue="service", reason="asked", priority=1)),
        (HandoffConnected(ticket=ticket, agent=ZOE, agent_name=NAME),
         Said(text=f"You are talking to {NAME}.", spoken=f"You are talking to {NAME}.", lang="en")),
        (AgentSaid(agent=ZOE, agent_name=NAME, text="Hi, Zoë here. Zoëlogy is no name of mine."),),
        (HandoffEnded(ticket=ticket, agent=ZOE),),
        (HandoffClosed(ticket=ticket, agent=ZOE, disposition="solved", note=f"{NAME} will see to it"),
         SessionEnded(reason="hung_up")),
    )  # fmt: skip


def _every_kind() -> Iterator[Event]:
    """One of each event that names an agent, with her in each such field, and her name in each note."""
    for kind in get_args(Event):
        said = held(kind)
        if kind is AgentStatusChanged or kind in get_args(RecordingEvent) or AGENT not in said.values():
            continue
        words = {AGENT: ZOE, AGENT_NAME: NAME, NOTE: f"Ask {NAME}"}
        hints, fields = get_type_hints(kind), dataclasses.fields(kind)
        plain = {f.name: _plain(hints[f.name]) for f in fields if f.default is dataclasses.MISSING}
        yield kind(**plain | {name: words[how] for name, how in said.items() if how in words})


def _plain(hint: Any) -> Any:
    if typing.get_origin(hint) is typing.Literal:
        return get_args(hint)[0]
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return None
    return {str: "x", int: 1, float: 1.0, bool: False}.get(hint, ())


async def _lives(stores: Stores, session: str, turns: tuple[tuple[Event, ...], ...], *, over: bool = True) -> None:
    for seq, events in enumerate(turns, 1):
        ended = over and seq == len(turns)
        ticket = made.ticket(
            f"T-{session}", status="closed" if ended else "connected", agent=ZOE, agent_name=NAME, declined_by=("wei", ZOE),
            wanted=ZOE, last_agent=ZOE, closed_at=109.0 if ended else None,
            helpers=(Colleague(agent=ZOE, name=NAME, role="coach"),), channel="voice" if ended else "chat",
        )  # fmt: skip
        turn = made.turn(session, seq, events=events, room=Outside(over=ended), ticket=ticket, earlier=(ticket,))
        await stores.sessions.commit(turn)


async def _planted(stores: Stores) -> None:
    """Zoë works, is written down everywhere, and leaves."""
    for name in ("wei", "ada", NAMESAKE):
        await stores.agents.save(made.agent(name, name=name.upper(), role="admin"))
    for at, status in ((90.0, "ready"), (110.0, "offline")):
        await stores.agents.set_status(NAMESAKE, status, at, "")  # type: ignore[arg-type]
    zoe = made.agent(ZOE, name=NAME, phone="+441632960077", password_hash="$zoe-hash$")
    await stores.agents.save(zoe)
    for at, status in ((90.0, "ready"), (108.0, "break"), (110.0, "offline")):
        await stores.agents.set_status(ZOE, status, at, "meal" if status == "break" else "")  # type: ignore[arg-type]
    account = Account(agent=ZOE, role="agent", password="$zoe-hash$", email=MAIL, company_id=SUBJECT)
    await stores.accounts.save(account)
    login = OpenLogin(
        token_hash="t" * 64, agent=ZOE, created_at=1.0, expires_at=2.0, address="203.0.113.77", browser="ZoeBrowser"
    )
    await stores.logins.open(login)
    await stores.tries.take(counter(ZOE), 1000.0)
    for entry in (
        AuditEntry(at=1.0, who=ZOE, deed="logged_in", about=ZOE, address="203.0.113.77", note="password"),
        AuditEntry(at=2.0, who="-", deed="login_failed", about=ZOE, address="203.0.113.77"),
        AuditEntry(at=3.0, who="ada", deed="incident_marked", address="198.51.100.7", note=f"{NAME} saw it first"),
    ):
        await stores.audit.add(entry)
    parcel = {"ticket": "T-S-1", "agent": ZOE, "lines": [{"from": "agent", "text": "Zoë here"}]}
    rows: Mapping[Any, Any] = {
        tables.incidents: {"number": 1, "began_at": 1.0, "words": "Zoë is away", "by": ZOE},
        tables.flow_editions: {"version": "3f2a", "files": {}},
        tables.flow_publications: {"number": 1, "version": "3f2a", "at": 1.0, "who": ZOE, "note": f"as {NAME} asked"},
        tables.outbox: {"id": "p1", "number": 1, "system": "webhook", "ticket": "T-S-1", "session": "S-1", "kind": "opened",
                        "at": 1.0, "body": parcel},
    }  # fmt: skip
    for session in ("S-1", "S-2"):
        await _lives(stores, session, _events(session))
    earlier = {"name": "record.1@UTC@7d/sessions", "key": "S-1", "row": {"agent": ZOE}}
    rows = {
        **rows,
        tables.projection_rows: earlier,
        tables.projection_positions: [{"name": "record.1@UTC@7d", "position": 9}, {"name": "postman", "position": 9}],
    }
    await _lives(stores, "S-3", (tuple(_every_kind()), (SessionEnded(reason="hung_up"),)))
    async with stores.database.write() as connection:
        for table, row in rows.items():
            await connection.execute(insert(table).values(row))


async def _folded(stores: Stores, settings: Settings) -> dict[str, Any]:
    ledger = ledger_of(settings)
    while await stores.projections.advance(ledger, limit=3):
        pass
    return {shelf: await stores.projections.rows(f"{ledger.name}/{shelf}") for shelf in SHELVES}


async def _dump(stores: Stores) -> dict[str, str]:
    found = {}
    async with stores.database.read() as connection:
        for table in await connection.run_sync(lambda sync: inspect(sync).get_table_names()):
            found[table] = str((await connection.exec_driver_sql(f'SELECT * FROM "{table}"')).all())
    return found


def _renamed(rows: Any, alias: str) -> Any:
    """What the rows must be afterwards: the same under the alias."""
    match rows:
        case str():
            return alias if rows == ZOE else rows.replace(f"|{ZOE}", f"|{alias}")
        case list() | tuple():
            return [_renamed(one, alias) for one in rows]
        case Mapping():
            return {_renamed(key, alias): _renamed(one, alias) for key, one in rows.items()}
        case _:
            return rows


House = tuple[Stores, FormerAgents, Settings]


async def test_nothing_is_left_of_who_worked_here_and_every_figure_stays(stores: House, tmp_path: Path) -> None:
    """Planted in every field that can name her, she is in no table; each row is the same under the alias, and is again
    when the record is made anew. Who else is written down stays."""
    kept, house, settings = stores
    await _planted(kept)
    before = await _folded(kept, settings)
    assert any(key.endswith(f"|{ZOE}") for key in before["day/agent"])
    alias = await house.erase(ZOE, BY)
    dumped = await _dump(kept)
    left = [(table, secret) for table, text in dumped.items() for secret in SECRETS if secret in text]
    assert left == []
    assert not [table for table, text in dumped.items() if ascii("Zoë")[1:-1] in text]
    after = await _folded(kept, settings)
    assert after == _renamed(before, alias)
    await kept.projections.reset(ledger_of(settings).name)
    assert await _folded(kept, settings) == after


async def test_what_was_written_down_by_others_stays(stores: House) -> None:
    """Deeds, times and other people's addresses stay in the audit log; the erasure is one of the deeds. Run again, it
    finds nothing, and the name is free for somebody new."""
    kept, house, _ = stores
    await _planted(kept)
    alias = await house.erase(ZOE, BY)
    told = [(e.who, e.deed, e.about, e.address, e.note) for e in reversed(await kept.audit.entries())]
    assert told == [
        (alias, "logged_in", alias, "", "password"),
        ("-", "login_failed", alias, "", ""),
        ("ada", "incident_marked", "", "198.51.100.7", "[erased]"),
        (BY.who, "person_disabled", alias, "", "1 log-ins ended"),
        (BY.who, "person_erased", alias, "", ""),
    ]
    assert not await house.traces(ZOE)
    assert [agent.id for agent in await kept.agents.agents()] == [NAMESAKE, "ada", "wei"]
    await kept.agents.save(made.agent(ZOE, name="Zoe Newcomer"))
    assert not (await house.traces(ZOE)).sessions


async def test_who_still_works_is_refused_and_told_why(stores: House) -> None:
    """Logged in, with a customer, or the last admin: nothing is changed."""
    kept, house, _ = stores
    await kept.agents.save(made.agent(ZOE, name=NAME, role="admin"))
    with pytest.raises(NotPossible, match="last admin"):
        await house.erase(ZOE, BY)
    await kept.agents.save(made.agent("ada", role="admin"))
    await _lives(kept, "S-9", _events("S-9")[:-1], over=False)
    with pytest.raises(StillBusy, match=r"not over: S-9\. Close them or pass them on"):
        await house.erase(ZOE, BY)
    await kept.logins.open(OpenLogin(token_hash="t", agent=ZOE, created_at=1.0, expires_at=9e9))
    with pytest.raises(NotPossible, match=f"frontdesk people disable {ZOE}"):
        await house.erase(ZOE, BY)
    assert ZOE in (await _dump(kept))["turns"]


async def test_stopped_in_the_middle_it_goes_on_with_the_same_alias(stores: House) -> None:
    """Some conversations are done, the rest is not: run again, everything has one alias, and the figures are right."""
    kept, house, settings = stores
    await _planted(kept)
    before = await _folded(kept, settings)
    named = SqlFormerAgents(kept.database, ledger_of(settings))
    alias = await named.alias(ZOE, "erased-first")
    await named.rename(["S-1"], Former(id=ZOE, alias=alias))
    assert await house.erase(ZOE, BY) == "erased-first"
    assert await _folded(kept, settings) == _renamed(before, "erased-first")


async def test_somebody_of_an_outside_queue_is_erased_too(stores: House) -> None:
    """They have no account here, only a name in tickets and events; the alias still tells whose they are."""
    kept, house, _ = stores
    told = HandoffConnected(ticket="T-1", agent="chatwoot:7", agent_name="Quentin Ashgrove")
    await kept.sessions.commit(made.turn("S-1", 1, events=(*made.HELLO, told), room=Outside(over=True)))
    alias = await house.erase("chatwoot:7", BY)
    assert alias.startswith("chatwoot:erased-")
    dumped = str(await _dump(kept))
    assert "Ashgrove" not in dumped
    assert "chatwoot:7" not in dumped


async def test_whoever_is_called_like_a_queue_leaves_the_queue_alone(stores: House) -> None:
    """Only what names a person is theirs: not the queue of their name, nor what somebody said; not in a parcel either."""
    kept, house, _ = stores
    spoke = CustomerSpoke(text='the "service"', via="text")
    asked = HandoffRequested(ticket="T-1", queue="service", reason="asked", priority=1)
    await kept.sessions.commit(made.turn("S-1", 1, events=(*made.HELLO, spoke, asked), room=Outside(over=True)))
    assert not await house.traces("service")
    taken = HandoffAccepted(ticket="T-2", agent="service")
    await kept.sessions.commit(made.turn("S-2", 1, events=(*made.HELLO, asked, taken), room=Outside(over=True)))
    parcel = {"id": "p", "number": 1, "system": "webhook", "ticket": "T-2", "session": "S-2", "kind": "opened", "at": 1.0,
              "body": {"queue": "service", "agent": "service"}}  # fmt: skip
    async with kept.database.write() as connection:
        await connection.execute(insert(tables.outbox).values(parcel))
    assert (await house.traces("service")).sessions == ("S-2",)
    alias = await house.erase("service", BY)
    events = [entry.event for entry in await kept.log.after(0, 100)]
    assert [event.queue for event in events if isinstance(event, HandoffRequested)] == ["service", "service"]
    assert [event.agent for event in events if isinstance(event, HandoffAccepted)] == [alias]
    async with kept.database.read() as connection:
        assert await connection.scalar(select(tables.outbox.c.body)) == {"queue": "service", "agent": alias}


async def test_the_database_lets_a_name_become_an_alias_and_nothing_else(stores: House) -> None:
    """What was done, when, and by somebody else can't be rewritten, whatever rights the program has."""
    kept, _, _ = stores
    await _planted(kept)
    for change in (
        "UPDATE audit SET deed = 'logged_out'", "UPDATE audit SET at = 0", "UPDATE audit SET who = 'ada'", "DELETE FROM audit",
        "UPDATE audit SET who = 'erased-1', note = 'fine'", "UPDATE audit SET address = '192.0.2.1'",
        "UPDATE staff_log SET agent = 'erased-1', at = 0", "UPDATE staff_log SET agent = 'wei'",
        "UPDATE staff_log SET agent = 'erased-1', event = '{\"kind\": \"agent_status_changed\"}'",
    ):  # fmt: skip
        with pytest.raises(DBAPIError, match=r"only (ever )?added to"):
            async with kept.database.write() as connection:
                await connection.exec_driver_sql(change)
