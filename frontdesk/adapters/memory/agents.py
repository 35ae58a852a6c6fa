"""The people in memory."""

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.adapters.memory.data import MemoryData, through_json
from frontdesk.adapters.stored import SCHEMA, event_from
from frontdesk.core.staffing import AgentStatus
from frontdesk.record.log import LogEntry
from handoff.ports import Agent, UnknownAgent, came_or_went


class MemoryAgentStore:
    """The AgentStore port in memory."""

    def __init__(self, agents: Sequence[Agent] = (), data: MemoryData | None = None) -> None:
        self._agents = {agent.id: agent for agent in agents}
        self._data = MemoryData() if data is None else data

    async def agents(self) -> Sequence[Agent]:
        return tuple(self._agents[name] for name in sorted(self._agents))

    async def agent(self, agent: str) -> Agent | None:
        return self._agents.get(agent)

    async def save(self, agent: Agent) -> None:
        self._log(self._agents.get(agent.id), agent)
        self._agents[agent.id] = agent

    async def set_status(self, agent: str, status: AgentStatus, at: float, reason: str = "") -> None:
        if agent not in self._agents:
            raise UnknownAgent(f"There is no agent {agent!r}; add the agent first.")
        after = replace(self._agents[agent], status=status, status_since=at, reason=reason)
        self._log(self._agents[agent], after)
        self._agents[agent] = after

    async def idle(self, agent: str, at: float) -> None:
        if agent in self._agents:
            self._agents[agent] = replace(self._agents[agent], idle_since=at)

    async def seen(self, agent: str, at: float) -> None:
        if agent in self._agents:
            self._agents[agent] = replace(self._agents[agent], seen_at=at)

    def _log(self, before: Agent | None, after: Agent) -> None:
        event = came_or_went(before, after)
        if event is not None:
            log, told = self._data.log, event_from(through_json(event), SCHEMA)
            log.append(LogEntry(position=len(log) + 1, session="", seq=0, at=after.status_since, event=told))
