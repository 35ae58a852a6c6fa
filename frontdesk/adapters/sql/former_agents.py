"""Somebody who worked here, in SQL: where they are named, and an alias in its place, in batches that can be taken up again."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, Text, bindparam, cast, delete, insert, or_, select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.projections import held_position, keep_rows, run_fold
from frontdesk.adapters.sql.tickets import ticket_row
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.adapters.stored import SCHEMA, events_from, state_from, ticket_from
from frontdesk.core.events import Event
from frontdesk.core.privacy import ERASED
from frontdesk.people.audit import AuditEntry
from frontdesk.record.erasing_agents import Former, everywhere, names, names_in, without
from frontdesk.record.ledger import Ledger

_turns, _tickets, _audit, _staff = tables.turns, tables.tickets, tables.audit, tables.staff_log
_THEIRS = (tables.logins.c.agent, tables.accounts.c.agent, tables.agents.c.id, tables.erasures.c.agent)
_WRITTEN_BY = ((tables.incidents, "number", "by", "words"), (tables.flow_publications, "number", "who", "note"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """How much still names an agent besides conversations: comings and goings, entries of the audit log."""

    comings: int
    deeds: int


class SqlFormerAgents:
    """All that names an agent, across the tables. `ledger` is the record folded from the log."""

    def __init__(self, database: Database, ledger: Ledger) -> None:
        self._database, self._ledger = database, ledger

    @whole
    async def sessions(self, agent: str) -> Sequence[str]:
        """Conversations that name them, by id. Reads the whole log."""
        turns = select(_turns.c.session, _turns.c.events, _turns.c.schema).where(_naming(_turns.c.events, agent))
        tickets = select(_tickets.c.session, _tickets.c.ticket, _tickets.c.schema)
        found = set[str]()
        async with self._database.read() as connection:
            for session, events, schema in await connection.execute(turns):
                if session not in found and any(names(event, agent) for event in events_from(events, schema)):
                    found.add(session)
            for session, ticket, schema in await connection.execute(tickets.where(_naming(_tickets.c.ticket, agent))):
                if session not in found and names(ticket_from(ticket, schema), agent):
                    found.add(session)
        return tuple(sorted(found))

    @whole
    async def named(self, agent: str) -> Named:
        async with self._database.read() as connection:
            comings = await connection.scalars(select(_staff.c.position).where(_staff.c.agent == agent))
            deeds = await connection.scalars(select(_audit.c.position).where(_done(agent)))
            return Named(comings=len(comings.all()), deeds=len(deeds.all()))

    @whole
    async def alias(self, agent: str, fresh: str) -> str:
        """The alias of an erasure that is under way, or `fresh` from now on: after a stop it goes on with the same."""
        kept = tables.erasures
        async with self._database.write() as connection:
            await insert_new(connection, kept, {"agent": agent, "alias": fresh})
            return str(await connection.scalar(select(kept.c.alias).where(kept.c.agent == agent)))

    @whole
    async def rename(self, sessions: Collection[str], former: Former) -> None:
        """Take them out of these sessions, which are over, in one transaction; no fold goes on meanwhile."""
        async with self._database.write() as connection:
            await _begin(connection, self._database, self._ledger)
            rows = (await connection.execute(select(_turns).where(_turns.c.session.in_(sessions)))).all()
            events = [events_from(row.events, row.schema) for row in rows]
            shown = {name for event in chain.from_iterable(events) for name in names_in(event, former.id)}
            former = replace(former, names=former.names | shown)
            await _rewrite_turns(connection, zip(rows, events, strict=True), former)
            await _rewrite_tickets(connection, sessions, former)
            await _rewrite_parcels(connection, sessions, former)
            await keep_rows(connection, await run_fold(connection, self._ledger.without_agent(sessions, former)))

    @whole
    async def finish(self, former: Former, entry: AuditEntry) -> None:
        """Take them out of all the rest: comings and goings, what was counted by agent, the audit log, the account."""
        async with self._database.write() as connection:
            await _begin(connection, self._database, self._ledger)
            shelf, kept = self._ledger.by_agent, tables.projection_rows
            theirs = kept.c.key.endswith(f"|{former.id}", autoescape=True)
            found = await connection.scalars(select(kept.c.key).where(kept.c.name == shelf, theirs))
            keys = [key for key in found if key.endswith(f"|{former.id}")]  # LIKE does not tell "amy" from "AMY"
            await keep_rows(connection, await run_fold(connection, self._ledger.renamed_agent(keys, former)))
            await _rewrite_staff_log(connection, former)
            await _rewrite_audit(connection, former)
            for table, key, who, words in _WRITTEN_BY:
                await _rewrite_written(connection, table, (key, who, words), former)
            for column in _THEIRS:
                await connection.execute(delete(column.table).where(column == former.id))
            written = {name: getattr(entry, name) for name in _audit.columns.keys() if name != "position"}  # noqa: SIM118 - not a dict
            await connection.execute(insert(_audit).values(written))


def _naming(column: ColumnElement[Any], agent: str) -> ColumnElement[bool]:
    return cast(column, Text).contains(f'"{agent}"', autoescape=True)


def _done(agent: str) -> ColumnElement[bool]:
    return or_(_audit.c.who == agent, _audit.c.about == agent)


async def _begin(connection: AsyncConnection, database: Database, ledger: Ledger) -> None:
    await held_position(connection, ledger.name)
    if database.sqlite:
        await connection.execute(text("PRAGMA secure_delete=ON"))


async def _rewrite_turns(
    connection: AsyncConnection, turns: Iterable[tuple[Row[Any], tuple[Event, ...]]], former: Former
) -> None:
    """Their events in the log, and their states."""
    changed = []
    for row, events in turns:
        state = state_from(row.state, row.schema)
        left, after = tuple(without(event, former) for event in events), without(state, former)
        if (left, after) != (events, state):
            changed.append({"of": row.session, "number": row.seq, "schema": SCHEMA, "events": left, "state": after})
    there = (_turns.c.session == bindparam("of")) & (_turns.c.seq == bindparam("number"))
    if changed:
        await connection.execute(update(_turns).where(there), changed)


async def _rewrite_tickets(connection: AsyncConnection, sessions: Collection[str], former: Former) -> None:
    wanted = select(_tickets).where(_tickets.c.session.in_(sessions), _naming(_tickets.c.ticket, former.id))
    rows = (await connection.execute(wanted)).all()
    after = [ticket_row(row.session, without(ticket_from(row.ticket, row.schema), former)) for row in rows]
    await put(connection, _tickets, after)


async def _rewrite_parcels(connection: AsyncConnection, sessions: Collection[str], former: Former) -> None:
    """What outside queues were told of these conversations, or are still to be told."""
    outbox = tables.outbox
    for row in (await connection.execute(select(outbox).where(outbox.c.session.in_(sessions)))).all():
        left = everywhere(row.body, former)
        if left != row.body:
            await connection.execute(update(outbox).where(outbox.c.id == row.id).values(body=left))


async def _rewrite_staff_log(connection: AsyncConnection, former: Former) -> None:
    rows = (await connection.execute(select(_staff).where(_staff.c.agent == former.id))).all()
    changed = [{"at_position": row.position, "event": {**row.event, "agent": former.alias}} for row in rows]
    if changed:
        there = update(_staff).where(_staff.c.position == bindparam("at_position")).values(agent=former.alias)
        await connection.execute(there, changed)


async def _rewrite_audit(connection: AsyncConnection, former: Former) -> None:
    """Deeds and their times stay; who did them is an alias, and from where they did them is gone."""
    told = [_audit.c.note.contains(name, autoescape=True) for name in sorted(former.names)]
    for row in (await connection.execute(select(_audit).where(or_(_done(former.id), *told)))).all():
        theirs = row.who == former.id or (row.about == former.id and row.who == "-")
        left = {
            "who": former.of(row.who),
            "about": former.of(row.about),
            "address": "" if theirs else row.address,
            "note": row.note if former.out_of(row.note) == row.note else ERASED,
        }
        await connection.execute(update(_audit).where(_audit.c.position == row.position).values(left))


async def _rewrite_written(
    connection: AsyncConnection, table: Table, columns: tuple[str, str, str], former: Former
) -> None:
    key, who, words = columns
    for row in (await connection.execute(select(table))).mappings().all():
        left = {who: former.of(row[who]), words: former.out_of(row[words])}
        if left != {who: row[who], words: row[words]}:
            await connection.execute(update(table).where(table.c[key] == row[key]).values(left))
