"""The people in SQL. Keeps password hashes only, never what they were made of."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, select, update

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import agents
from frontdesk.adapters.sql.upsert import put
from frontdesk.core.codec import decode, encode
from handoff.ports import Agent, AgentStatus, UnknownAgent


class SqlAgentStore:
    """The AgentStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def agents(self) -> Sequence[Agent]:
        async with self._database.read() as connection:
            return tuple(_agent(row) for row in await connection.execute(select(agents).order_by(agents.c.id)))

    @whole
    async def agent(self, agent: str) -> Agent | None:
        async with self._database.read() as connection:
            row = (await connection.execute(select(agents).where(agents.c.id == agent))).first()
        return None if row is None else _agent(row)

    @whole
    async def save(self, agent: Agent) -> None:
        async with self._database.write() as connection:
            await put(connection, agents, [encode(agent)])

    @whole
    async def set_status(self, agent: str, status: AgentStatus, at: float, reason: str = "") -> None:
        change = update(agents).where(agents.c.id == agent).values(status=status, status_since=at, reason=reason)
        async with self._database.write() as connection:
            changed = (await connection.execute(change)).rowcount
        if changed == 0:
            raise UnknownAgent(f"There is no agent {agent!r}; add the agent first.")

    @whole
    async def seen(self, agent: str, at: float) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(agents).where(agents.c.id == agent).values(seen_at=at))

    @whole
    async def idle(self, agent: str, at: float) -> None:
        async with self._database.write() as connection:
            await connection.execute(update(agents).where(agents.c.id == agent).values(idle_since=at))


def _agent(row: Row[Any]) -> Agent:
    agent = decode(Agent, dict(row._mapping))
    assert isinstance(agent, Agent)
    return agent
