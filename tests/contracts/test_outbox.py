"""The contract of Outbox and Links: taken in once with its place in the log, sent in order, one at a time, never lost."""

from collections.abc import Callable
from typing import Any

import pytest

from frontdesk.adapters.memory.outbox import MemoryOutbox
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.outbox import SqlOutbox
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.conversation.outbox import Taken
from frontdesk.record.log import LogEntry
from handoff.outside import Parcel
from tests.contracts import made
from tests.contracts.conftest import SQL_BACKENDS, Stores, database_url


def outbox_of(stores: Stores) -> Any:
    """The outbox on the same backend as the stores."""
    sessions: Any = stores.sessions
    return MemoryOutbox(sessions._data) if hasattr(sessions, "_data") else SqlOutbox(sessions._database)


def parcel(entry: LogEntry, ticket: str = "T-1") -> Parcel:
    return Parcel(
        id=f"{ticket}:message:{entry.position}",
        system="webhook",
        ticket=ticket,
        session=entry.session,
        kind="message",
        at=entry.at,
        body={"text": str(entry.position)},
    )


async def every_entry(entry: LogEntry, open_ticket: str | None) -> Taken:
    """A parcel for each entry; a session is the outside's from its first entry on."""
    return Taken(parcels=(parcel(entry, f"T-{entry.session}"),), open_ticket=open_ticket or f"T-{entry.session}")


async def filled(stores: Stores, *sessions: str) -> Any:
    """An outbox that has read the log's end, and then something new in it."""
    outbox = outbox_of(stores)
    assert await outbox.take_in(every_entry) == 0
    for session in sessions:
        await stores.sessions.commit(made.ticket_turn(session, made.ticket(f"T-{session}")))
    return outbox


async def test_what_was_before_the_first_reading_is_not_sent(stores: Stores) -> None:
    """An outside queue that is set up today is not told of last year's customers."""
    await stores.sessions.commit(made.ticket_turn("S-old", made.ticket("T-old", status="closed")))
    outbox = outbox_of(stores)
    await outbox.take_in(every_entry)
    assert list(await outbox.due(10.0, lease_s=5)) == []


async def test_who_waits_at_the_first_reading_is_sent(stores: Stores) -> None:
    """Nobody who stood in our own queue is lost when the people move to an outside one."""
    await stores.sessions.commit(made.ticket_turn("S-old", made.ticket("T-old", status="closed")))
    await stores.sessions.commit(made.ticket_turn("S-waits", made.ticket("T-waits")))
    outbox = outbox_of(stores)
    await outbox.take_in(every_entry)
    await outbox.take_in(every_entry)
    assert {found.ticket for found in await outbox.due(10.0, lease_s=5)} == {"T-S-waits"}


async def test_an_entry_is_taken_in_once(stores: Stores) -> None:
    """Reading again finds nothing; the parcels are there, in the log's order, one ticket at a time."""
    outbox = await filled(stores, "S-1")
    while await outbox.take_in(every_entry):
        pass
    assert await outbox.take_in(every_entry) == 0
    seen = []
    while found := await outbox.due(10.0, lease_s=5):
        assert len(found) == 1
        seen.append(found[0].body["text"])
        await outbox.settle(found[0], at=10.0, link={})
    assert seen == sorted(seen, key=int)
    assert seen


async def test_the_open_ticket_is_remembered_between_readings(stores: Stores) -> None:
    """What a reading learnt about a session, the next one is told."""
    outbox = await filled(stores, "S-1")
    while await outbox.take_in(every_entry):
        pass
    told: list[str | None] = []

    async def listen(entry: LogEntry, open_ticket: str | None) -> Taken:
        told.append(open_ticket)
        return Taken(open_ticket=None)

    await stores.sessions.commit(made.ticket_turn("S-1", made.ticket("T-S-1"), seq=2))
    while await outbox.take_in(listen):
        pass
    assert told[0] == "T-S-1"
    assert set(told[1:]) <= {None}


async def test_a_parcel_is_leased_to_one(stores: Stores) -> None:
    """Who asks again before the lease is over gets nothing; afterwards the same parcel, as a second try."""
    outbox = await filled(stores, "S-1")
    while await outbox.take_in(every_entry):
        pass
    (first,) = await outbox.due(10.0, lease_s=5)
    assert list(await outbox.due(12.0, lease_s=5)) == []
    (again,) = await outbox.due(15.0, lease_s=5)
    assert (again.id, again.tries) == (first.id, 2)


async def test_a_parcel_put_off_holds_back_those_behind_it(stores: Stores) -> None:
    """Order within a ticket is kept; other tickets go on."""
    outbox = await filled(stores, "S-1", "S-2")
    while await outbox.take_in(every_entry):
        pass
    one, other = await outbox.due(10.0, lease_s=5)
    await outbox.put_off(one, until=100.0, error="down")
    await outbox.settle(other, at=10.0, link={})
    later = await outbox.due(20.0, lease_s=5)
    assert {found.ticket for found in later} <= {other.ticket}
    assert await outbox.stuck(0.0) >= 1


async def test_a_parcel_given_up_lets_the_next_one_go(stores: Stores) -> None:
    """It stays as a fact that people can see."""
    outbox = await filled(stores, "S-1")
    while await outbox.take_in(every_entry):
        pass
    (one,) = await outbox.due(10.0, lease_s=5)
    await outbox.give_up(one, at=10.0, error="refused")
    assert one.id not in [found.id for found in await outbox.due(11.0, lease_s=5)]
    assert await outbox.stuck(9.0) >= 1


async def test_names_of_the_outside_are_found_both_ways(stores: Stores) -> None:
    """By ticket, and by a name the outside uses; names add up."""
    outbox = outbox_of(stores)
    await outbox.add("chatwoot", "T-1", {"conversation": "7"})
    await outbox.add("chatwoot", "T-1", {"contact": "c"})
    assert await outbox.link("T-1") == {"conversation": "7", "contact": "c"}
    assert await outbox.ticket_of("chatwoot", "conversation", "7") == "T-1"
    assert await outbox.ticket_of("taskrouter", "conversation", "7") is None
    await outbox.add("chatwoot", "T-2", {"conversation": "7"})
    assert await outbox.ticket_of("chatwoot", "conversation", "7") == "T-2"


@pytest.mark.parametrize("backend", SQL_BACKENDS)
async def test_two_processes_take_in_once(
    backend: str, request: pytest.FixtureRequest, databases: Callable[[], Database]
) -> None:
    """The second reader of the same place in the log keeps nothing."""
    database, second = databases(), databases()
    one, two = SqlOutbox(database), SqlOutbox(second)
    await one.take_in(every_entry)
    await SqlSessionStore(database).commit(made.ticket_turn("S-1", made.ticket("T-S-1")))
    raced = 0

    async def race(entry: LogEntry, open_ticket: str | None) -> Taken:
        nonlocal raced
        if not raced:
            raced = await two.take_in(every_entry)
        return await every_entry(entry, open_ticket)

    assert await one.take_in(race) == 0
    assert raced > 0
    ids = []
    while found := await one.due(10.0, lease_s=5):
        ids += [each.id for each in found]
        for each in found:
            await one.settle(each, at=10.0, link={})
    assert len(ids) == len(set(ids)) == raced
    assert database_url(backend, request)
