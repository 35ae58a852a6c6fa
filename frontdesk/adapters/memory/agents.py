"""The people in memory."""

from collections.abc import Sequence
from dataclasses import replace

from handoff.ports import Agent, AgentStatus, UnknownAgent


class MemoryAgentStore:
    """The AgentStore port in memory."""

    def __init__(self, agents: Sequence[Agent] = ()) -> None:
        self._agents = {agent.id: agent for agent in agents}

    async def agents(self) -> Sequence[Agent]:
        return tuple(self._agents[name] for name in sorted(self._agents))

    async def agent(self, agent: str) -> Agent | None:
        return self._agents.get(agent)

    async def save(self, agent: Agent) -> None:
        self._agents[agent.id] = agent

    async def set_status(self, agent: str, status: AgentStatus, at: float, reason: str = "") -> None:
        if agent not in self._agents:
            raise UnknownAgent(f"There is no agent {agent!r}; add the agent first.")
        self._agents[agent] = replace(self._agents[agent], status=status, status_since=at, reason=reason)

    async def idle(self, agent: str, at: float) -> None:
        if agent in self._agents:
            self._agents[agent] = replace(self._agents[agent], idle_since=at)

    async def seen(self, agent: str, at: float) -> None:
        if agent in self._agents:
            self._agents[agent] = replace(self._agents[agent], seen_at=at)
