"""Tickets in SQL: a read model, written by the session store within the turn's own transaction."""

import re
import sqlite3
from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, or_, select
from sqlalchemy.exc import IntegrityError

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.direct import Connection
from frontdesk.adapters.sql.tables import agents, tickets
from frontdesk.adapters.sql.upsert import put
from frontdesk.adapters.stored import SCHEMA, ticket_from
from frontdesk.core.tickets import OPEN, Ticket
from handoff.order import NO_LOAD, fits, holds_phone, loads, on_the_phone
from handoff.ports import AgentTaken, QueuedTicket

_ON_THE_DESK = sorted(OPEN | {"wrap_up"})
_TAKEN = "This agent has another customer by now; the ticket is offered anew."
_IN_USE = "{} is on the phone, or their phone rings; ask somebody else, or again in a moment."
# The lock (PostgreSQL) holds up whoever else looks for room with this agent until our turn is kept, or not.
_ROOM = select(agents.c.name, agents.c.calls, agents.c.chats).where(agents.c.id == bindparam("agent")).with_for_update()
_HELPS = tickets.c.on_the_line.like(bindparam("helps"), escape="\\")
_ON_HAND = select(tickets).where(
    or_(tickets.c.agent == bindparam("agent"), _HELPS),
    tickets.c.id != bindparam("but"),
    tickets.c.status.in_(_ON_THE_DESK),
)

_BY_AGE = select(tickets).order_by(tickets.c.created_at, tickets.c.id)
_HERE = _BY_AGE.where(tickets.c.status.in_(_ON_THE_DESK))
_ONE = _BY_AGE.where(tickets.c.id == bindparam("of"))
_THEIRS = _BY_AGE.where(tickets.c.customer == bindparam("whose"), tickets.c.created_at >= bindparam("since"))
_DUE = (
    select(tickets)
    .where(tickets.c.status.in_(_ON_THE_DESK), tickets.c.due_at <= bindparam("now"))
    .order_by(tickets.c.due_at, tickets.c.id)
)


class SqlTicketQueue:
    """The TicketQueue port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        return await self._asked(_HERE)

    async def ticket(self, ticket: str) -> QueuedTicket | None:
        found = await self._asked(_ONE, of=ticket)
        return found[0] if found else None

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        return await self._asked(_DUE, now=now)

    @whole
    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        newest = (
            select(tickets.c.closed_at, tickets.c.connected_at)
            .where(tickets.c.queue == queue, tickets.c.status == "closed", tickets.c.connected_at.is_not(None))
            .where(tickets.c.closed_at.is_not(None))
            .order_by(tickets.c.closed_at.desc(), tickets.c.id.desc())
            .limit(limit)
        )
        async with self._database.read() as connection:
            return tuple(row.closed_at - row.connected_at for row in await connection.execute(newest))

    @whole
    async def past(self, since: float, limit: int = 20_000) -> Sequence[QueuedTicket]:
        over = tickets.c.status.not_in(_ON_THE_DESK) & (tickets.c.created_at >= since)
        newest = select(tickets).where(over).order_by(tickets.c.created_at.desc(), tickets.c.id.desc()).limit(limit)
        async with self._database.read() as connection:
            return tuple(reversed([_queued(row) for row in await connection.execute(newest)]))

    async def of_customer(self, customer: str, since: float) -> Sequence[QueuedTicket]:
        return await self._asked(_THEIRS, whose=customer, since=since)

    async def _asked(self, wanted: Select[Any], **values: Any) -> Sequence[QueuedTicket]:
        return tuple(map(_queued, await self._database.ask(wanted, **values)))


async def keep_ticket(connection: Connection, session: str, ticket: Ticket) -> None:
    """Add or replace the row of a session's ticket, within the caller's transaction.

    Raises AgentTaken when its agent has another offer or call: the turn is not kept.
    """
    try:
        await put(connection, tickets, [ticket_row(session, ticket)])
    except (IntegrityError, sqlite3.IntegrityError) as error:
        raise AgentTaken(_TAKEN) from error


async def check_room(connection: Connection, ticket: Ticket) -> None:
    """Raises AgentTaken when a new offer is more than fits: another process offered one meanwhile, and it was accepted.

    To be asked when the offer is written already. From then on the index above lets nobody else offer this agent
    anything before this transaction ends, so that what is read here stays true.
    """
    room = (await connection.execute(_ROOM, {"agent": ticket.agent})).first()
    if room is None:
        return  # somebody of an outside queue
    load = loads(await _on_hand(connection, ticket.agent or "", ticket)).get(ticket.agent or "", NO_LOAD)
    if not fits(load, room.calls, room.chats, call=on_the_phone(ticket)):
        raise AgentTaken(_TAKEN)


async def check_phone(connection: Connection, ticket: Ticket, agent: str) -> None:
    """Raises AgentTaken when the telephone of somebody who is to come into this call is in use for another one."""
    room = (await connection.execute(_ROOM, {"agent": agent})).first()
    if room is not None and any(holds_phone(q.ticket, agent) for q in await _on_hand(connection, agent, ticket)):
        raise AgentTaken(_IN_USE.format(room.name))


async def _on_hand(connection: Connection, agent: str, but: Ticket) -> list[QueuedTicket]:
    """The tickets this person has, or helps with on the phone, besides this one."""
    known = re.sub(r"([\\%_])", r"\\\1", agent)
    found = await connection.execute(_ON_HAND, {"agent": agent, "helps": f"% {known} %", "but": but.id})
    return [_queued(row) for row in found.all()]


def ticket_row(session: str, ticket: Ticket) -> dict[str, Any]:
    """The row of a session's ticket."""
    columns = ("id", "queue", "status", "agent", "created_at", "due_at", "connected_at", "closed_at", "channel")
    row = {name: getattr(ticket, name) for name in (*columns, "customer")}
    helpers = [helper.agent for helper in ticket.helpers] if ticket.channel == "voice" else []
    row["on_the_line"] = f" {' '.join(helpers)} " if helpers else ""
    return row | {"session": session, "schema": SCHEMA, "ticket": ticket}


def _queued(row: Row[Any]) -> QueuedTicket:
    return QueuedTicket(session=row.session, ticket=ticket_from(row.ticket, row.schema))
