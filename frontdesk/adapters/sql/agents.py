"""The people in SQL. Keeps password hashes only, never what they were made of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.head import TAKE
from frontdesk.adapters.sql.tables import agents, staff_log
from frontdesk.adapters.sql.upsert import put
from frontdesk.adapters.stored import SCHEMA
from frontdesk.core.codec import decode, encode
from frontdesk.core.evolve import replace
from frontdesk.core.staffing import AgentStatus, AgentStatusChanged
from handoff.ports import Agent, UnknownAgent, came_or_went

_ALL = select(agents).order_by(agents.c.id)
_ONE = select(agents).where(agents.c.id == bindparam("of"))


class SqlAgentStore:
    """The AgentStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def agents(self) -> Sequence[Agent]:
        return tuple(map(_agent, await self._database.ask(_ALL)))

    async def agent(self, agent: str) -> Agent | None:
        found = await self._database.ask(_ONE, of=agent)
        return _agent(found[0]) if found else None

    @whole
    async def save(self, agent: Agent) -> None:
        async with self._database.write() as connection:
            await _log(connection, await _held(connection, agent.id), agent)
            await put(connection, agents, [encode(agent)])

    @whole
    async def set_status(self, agent: str, status: AgentStatus, at: float, reason: str = "") -> None:
        change = update(agents).where(agents.c.id == agent).values(status=status, status_since=at, reason=reason)
        async with self._database.write() as connection:
            before = await _held(connection, agent)
            if before is None:
                raise UnknownAgent(f"There is no agent {agent!r}; add the agent first.")
            await connection.execute(change)
            await _log(connection, before, replace(before, status=status, status_since=at, reason=reason))

    @whole
    async def seen(self, agent: str, at: float) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(agents).where(agents.c.id == agent).values(seen_at=at))

    @whole
    async def idle(self, agent: str, at: float) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(agents).where(agents.c.id == agent).values(idle_since=at))


async def _held(connection: AsyncConnection, agent: str) -> Agent | None:
    """The agent as kept; of two changes at once the second waits here."""
    row = (await connection.execute(select(agents).where(agents.c.id == agent).with_for_update())).first()
    return None if row is None else _agent(row)


async def _log(connection: AsyncConnection, before: Agent | None, after: Agent) -> None:
    """Tell the log in the same transaction, at the next position: its counter's lock is held until the commit."""
    event = came_or_went(before, after)
    if event is None:
        return
    position = (await connection.execute(TAKE, {"count": 1})).scalar_one()
    row = staff_row(position, after.status_since, event)
    await connection.execute(insert(staff_log).values(row))


def staff_row(position: int, at: float, event: AgentStatusChanged) -> dict[str, Any]:
    """An entry of the log about an agent, as it is kept."""
    return {"position": position, "agent": event.agent, "at": at, "schema": SCHEMA, "event": event}


def _agent(row: Row[Any]) -> Agent:
    agent = decode(Agent, row._asdict())
    assert isinstance(agent, Agent)
    return agent
