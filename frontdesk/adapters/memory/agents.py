"""The people and their logins in memory."""

from collections.abc import Callable, Sequence
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

    async def set_status(self, agent: str, status: AgentStatus, at: float) -> None:
        if agent not in self._agents:
            raise UnknownAgent(f"There is no agent {agent!r}; add the agent first.")
        self._agents[agent] = replace(self._agents[agent], status=status, status_since=at)

    async def seen(self, agent: str, at: float) -> None:
        if agent in self._agents:
            self._agents[agent] = replace(self._agents[agent], seen_at=at)


class MemoryLoginStore:
    """The LoginStore port in memory. The clock sweeps expired logins away."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._logins: dict[str, tuple[str, float]] = {}

    async def open(self, token_hash: str, agent: str, expires_at: float) -> None:
        now = self._clock()
        self._logins = {token: login for token, login in self._logins.items() if login[1] > now}
        self._logins[token_hash] = (agent, expires_at)

    async def agent_of(self, token_hash: str, now: float) -> str | None:
        agent, expires_at = self._logins.get(token_hash, (None, 0.0))
        return agent if now < expires_at else None

    async def close(self, token_hash: str) -> None:
        self._logins.pop(token_hash, None)
