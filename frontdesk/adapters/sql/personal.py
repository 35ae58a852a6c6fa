"""Personal data in SQL: whose sessions they are, what is kept of them, and taking it out everywhere at once."""

import json
from collections.abc import AsyncIterator, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from sqlalchemy import (
    Column,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    cast,
    delete,
    exists,
    inspect,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.projections import held_position, keep_rows, run_fold
from frontdesk.adapters.stored import SCHEMA, events_from, state_from, ticket_from
from frontdesk.core.events import Event, IdentityVerified, SessionOpened
from frontdesk.core.privacy import LIFETIMES, Lifetime
from frontdesk.core.tickets import OPEN
from frontdesk.record.contacts import Contacts
from frontdesk.record.erasing import Names, forgotten, state_left, ticket_left
from frontdesk.record.ledger import Ledger

_turns, _sessions, _tickets = tables.turns, tables.sessions, tables.tickets
_ON_THE_DESK = sorted(OPEN | {"wrap_up"})
rasa_events = Table("rasa_events", MetaData(), Column("sender", Text), Column("event", Text))  # the worker's own table


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """How a customer is found: a session's id, an id in the shop, pseudonyms of numbers, words that stand in what was said."""

    session: str = ""
    customer: str = ""
    contacts: tuple[str, ...] = ()
    words: str = ""


class SqlPersonalData:
    """Everything kept of customers, across the tables. `ledger` and `contacts` are the rows folded from the log."""

    def __init__(self, database: Database, ledger: Ledger, contacts: Contacts) -> None:
        self._database, self._ledger, self._contacts = database, ledger, contacts

    @whole
    async def find(self, whose: Whose) -> Sequence[str]:
        """The sessions of a customer, oldest first. Reads the whole log where it is searched for words."""
        found: set[str] = set()
        async with self._database.read() as connection:
            async for session in _searches(connection, whose):
                found.add(session)
            there = select(_sessions.c.id).where(_sessions.c.id.in_(found)).order_by(_sessions.c.started_at)
            return tuple(await connection.scalars(there)) if found else ()

    @whole
    async def busy(self, sessions: Collection[str]) -> Sequence[str]:
        """Those of them that are not over, or whose ticket somebody still works on."""
        working = select(_tickets.c.session).where(_tickets.c.status.in_(_ON_THE_DESK))
        wanted = select(_sessions.c.id).where(
            _sessions.c.id.in_(sessions), _sessions.c.over.is_(False) | _sessions.c.id.in_(working)
        )
        async with self._database.read() as connection:
            return tuple(await connection.scalars(wanted.order_by(_sessions.c.id)))

    @whole
    async def due(self, upto: Lifetime, before: float, limit: int = 50) -> Sequence[str]:
        """Sessions that began before that time, are over, and still hold what lives no longer."""
        working = select(_tickets.c.session).where(_tickets.c.status.in_(_ON_THE_DESK))
        wanted = (
            select(_sessions.c.id)
            .where(_sessions.c.forgotten < _step(upto), _sessions.c.started_at < before, _sessions.c.over.is_(True))
            .where(_sessions.c.id.not_in(working))
            .order_by(_sessions.c.started_at)
            .limit(limit)
        )
        async with self._database.read() as connection:
            return tuple(await connection.scalars(wanted))

    @whole
    async def forget(self, sessions: Collection[str], upto: Lifetime, names: Names) -> set[str]:
        """Take out of these sessions, which are over, what lives no longer: everywhere, in one transaction.

        Returns the words of their customers and the names of recordings as they were, so that their files can be found.
        """
        async with self._database.write() as connection:
            for projection in sorted((self._ledger.name, self._contacts.name)):
                await held_position(connection, projection)  # nobody folds meanwhile
            if self._database.sqlite:
                await connection.execute(text("PRAGMA secure_delete=ON"))
            customers, words = await _rewrite_turns(connection, sessions, upto, names)
            await _rewrite_tickets(connection, sessions, upto, names)
            await keep_rows(connection, await run_fold(connection, self._ledger.forget(sessions, upto, names)))
            if upto == "names":
                work = self._contacts.forget(customers, sessions, names)
                await keep_rows(connection, await run_fold(connection, work))
            if upto != "session":
                await _drop(connection, sessions)
            done = update(_sessions).where(_sessions.c.id.in_(sessions), _sessions.c.forgotten < _step(upto))
            await connection.execute(done.values(forgotten=_step(upto)))
        return words

    @whole
    async def drop_old_rows(self) -> int:
        """Rows of earlier versions of the folds, which nobody reads any more; whoever does after all folds them anew."""
        kept, names = tables.projection_rows, (self._ledger.name, self._contacts.name)
        ours = [kept.c.name == name for name in names] + [
            kept.c.name.startswith(f"{name}/", autoescape=True) for name in names
        ]
        old = delete(kept)
        for mine in ours:
            old = old.where(~mine)
        positions = tables.projection_positions
        async with self._database.write() as connection:
            for name in names:  # of the same fold, by whichever version
                fold = positions.c.name.startswith(f"{name.partition('.')[0]}.", autoescape=True)
                await connection.execute(delete(positions).where(fold, positions.c.name != name))
            return (await connection.execute(old)).rowcount

    @whole
    async def drop_old_staffing(self, before: float) -> int:
        """Agents' comings and goings that ended before that time: an entry that still holds for its agent stays."""
        staff, later = tables.staff_log, tables.staff_log.alias()
        followed = exists().where(later.c.agent == staff.c.agent, later.c.position > staff.c.position)
        followed = followed.where(later.c.at < before)
        async with self._database.write() as connection:
            return (await connection.execute(delete(staff).where(staff.c.at < before, followed))).rowcount

    @whole
    async def kept(self, session: str) -> dict[str, Any]:
        """All that is kept of a session, as JSON."""
        async with self._database.read() as connection:
            turns = await connection.execute(select(_turns).where(_turns.c.session == session).order_by(_turns.c.seq))
            events = [{"at": row.at, "event": event} for row in turns for event in row.events]
            newest = select(_turns.c.state).where(_turns.c.session == session).order_by(_turns.c.seq.desc()).limit(1)
            state = await connection.scalar(newest)
            tickets = list(await connection.scalars(select(_tickets.c.ticket).where(_tickets.c.session == session)))
            shelf = tables.projection_rows
            row = await connection.scalar(
                select(shelf.c.row).where(shelf.c.name == self._ledger.sessions, shelf.c.key == session)
            )
            sent = select(tables.outbox.c.kind, tables.outbox.c.body).where(tables.outbox.c.session == session)
            outside = [{"kind": one.kind, "body": one.body} for one in await connection.execute(sent)]
            talk = await _of_worker(connection, session)
        return {"session": session, "events": events, "state": state, "tickets": tickets, "record": row,
                "told_outside": outside, "dialogue": talk}  # fmt: skip


def _step(upto: Lifetime) -> int:
    return LIFETIMES.index(upto) + 1


async def _searches(connection: AsyncConnection, whose: Whose) -> AsyncIterator[str]:
    """The sessions where the customer is found, some of them several times."""
    if whose.session:
        yield whose.session
    if shown_as := [name for name in (whose.customer, *whose.contacts) if name]:
        for row in await connection.execute(_holding(shown_as)):
            if any(_theirs(event, whose) for event in events_from(row.events, row.schema)):
                yield row.session
    if whose.words:
        kept = [cast(part, Text).icontains(whose.words, autoescape=True) for part in (_turns.c.events, _turns.c.state)]
        for session in await connection.scalars(select(_turns.c.session).where(or_(*kept)).distinct()):
            yield session


def _holding(values: Iterable[str]) -> Select[Any]:
    """Turns with an event in which one of these values stands, whatever it means there."""
    quoted = {json.dumps(value, ensure_ascii=plain) for value in values for plain in (True, False)}
    inside = [cast(_turns.c.events, Text).contains(value, autoescape=True) for value in sorted(quoted)]
    return select(_turns.c.session, _turns.c.events, _turns.c.schema).where(or_(*inside))


def _theirs(event: Event, whose: Whose) -> bool:
    match event:
        case IdentityVerified(customer=customer):
            return bool(customer) and customer == whose.customer
        case SessionOpened(contact=contact):
            return contact in whose.contacts
        case _:
            return False


async def _rewrite_turns(
    connection: AsyncConnection, sessions: Collection[str], upto: Lifetime, names: Names
) -> tuple[set[str], set[str]]:
    """Their events in the log, and their states. Returns who they proved to be, and what was said or recorded."""
    rows = (await connection.execute(select(_turns).where(_turns.c.session.in_(sessions)))).all()
    before = [events_from(row.events, row.schema) for row in rows]
    changed = [
        {"of": row.session, "number": row.seq, "schema": SCHEMA,
         "events": tuple(forgotten(event, upto, names) for event in events),
         "state": state_left(state_from(row.state, row.schema), upto, names)}
        for row, events in zip(rows, before, strict=True)
    ]  # fmt: skip
    there = (_turns.c.session == bindparam("of")) & (_turns.c.seq == bindparam("number"))
    if changed:
        await connection.execute(update(_turns).where(there), changed)
    said = list(chain.from_iterable(before))
    customers = {event.customer for event in said if isinstance(event, IdentityVerified)}
    return customers, {str(getattr(event, name, "")) for event in said for name in ("text", "recording")}


async def _rewrite_tickets(
    connection: AsyncConnection, sessions: Collection[str], upto: Lifetime, names: Names
) -> None:
    rows = (await connection.execute(select(_tickets).where(_tickets.c.session.in_(sessions)))).all()
    for row in rows:
        left = ticket_left(ticket_from(row.ticket, row.schema), upto, names)
        change = update(_tickets).where(_tickets.c.id == row.id)
        await connection.execute(change.values(ticket=left, schema=SCHEMA, customer=left.customer))


async def _drop(connection: AsyncConnection, sessions: Collection[str]) -> None:
    """What is of no use to any figure."""
    of_tickets = select(_tickets.c.id).where(_tickets.c.session.in_(sessions))
    await connection.execute(delete(tables.outside_links).where(tables.outside_links.c.ticket.in_(of_tickets)))
    for table in (tables.outbox, tables.outside_open, tables.marks, tables.addresses):
        await connection.execute(delete(table).where(table.c.session.in_(sessions)))
    if await connection.run_sync(lambda sync: inspect(sync).has_table(rasa_events.name)):
        await connection.execute(delete(rasa_events).where(rasa_events.c.sender.in_(sessions)))


async def _of_worker(connection: AsyncConnection, session: str) -> list[str]:
    """What the dialogue worker keeps of the conversation."""
    if not await connection.run_sync(lambda sync: inspect(sync).has_table(rasa_events.name)):
        return []
    wanted = select(rasa_events.c.event).where(rasa_events.c.sender == session)
    return list(await connection.scalars(wanted))
