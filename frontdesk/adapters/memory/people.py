"""Accounts, log-ins, tries and the audit log in memory."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.people.audit import AuditEntry
from frontdesk.people.ports import Account, OpenLogin
from frontdesk.people.tries import Tries, given_back, patience, taken
from handoff.ports import UnknownAgent


class MemoryAccountStore:
    """The AccountStore port in memory, beside the agents."""

    def __init__(self, agents: MemoryAgentStore) -> None:
        self._agents = agents
        self._kept: dict[str, Account] = {}

    async def account(self, agent: str) -> Account | None:
        one = await self._agents.agent(agent)
        if one is None:
            return None
        kept = self._kept.get(agent) or Account(agent=agent, role=one.role)
        return replace(kept, role=one.role, password=one.password_hash)

    async def accounts(self) -> Sequence[Account]:
        found = [await self.account(agent.id) for agent in await self._agents.agents()]
        return tuple(account for account in found if account is not None)

    async def found(self, *, company_id: str = "", email: str = "") -> Account | None:
        for account in await self.accounts():
            if company_id and account.company_id == company_id:
                return account
            if not company_id and email and account.email == email.casefold():
                return account
        return None

    async def save(self, account: Account) -> None:
        one = await self._agents.agent(account.agent)
        if one is None:
            raise UnknownAgent(f"There is no agent {account.agent!r}; add the agent first.")
        await self._agents.save(replace(one, role=account.role, password_hash=account.password))
        self._kept[account.agent] = replace(account, email=account.email.casefold())


class MemoryLoginStore:
    """The LoginStore port in memory. The clock sweeps expired logins away."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._logins: dict[str, OpenLogin] = {}

    async def open(self, login: OpenLogin) -> None:
        now = self._clock()
        self._logins = {token: one for token, one in self._logins.items() if one.expires_at > now}
        self._logins[login.token_hash] = login

    async def agent_of(self, token_hash: str, now: float) -> str | None:
        login = self._logins.get(token_hash)
        return login.agent if login is not None and now < login.expires_at else None

    async def close(self, token_hash: str) -> None:
        self._logins.pop(token_hash, None)

    async def open_logins(self, agent: str, now: float) -> Sequence[OpenLogin]:
        theirs = [one for one in self._logins.values() if one.agent == agent and now < one.expires_at]
        return tuple(sorted(theirs, key=lambda one: -one.created_at))

    async def close_all(self, agent: str, *, but: str = "") -> int:
        theirs = [token for token, one in self._logins.items() if one.agent == agent and token != but]
        for token in theirs:
            del self._logins[token]
        return len(theirs)


class MemoryTryStore:
    """The TryStore port in memory."""

    def __init__(self) -> None:
        self._tries: dict[str, Tries] = {}

    async def take(self, name: str, now: float) -> float:
        self._tries[name], wait = taken(self._tries.get(name), now, patience(name))
        return wait

    async def tries(self, name: str) -> Tries:
        return self._tries.get(name, Tries())

    async def give_back(self, name: str) -> None:
        if name in self._tries:
            self._tries[name] = given_back(self._tries[name])

    async def clear(self, name: str) -> None:
        self._tries.pop(name, None)


class MemoryAuditLog:
    """The AuditLog port in memory."""

    def __init__(self) -> None:
        self._entries: list[AuditEntry] = []

    async def add(self, entry: AuditEntry) -> None:
        self._entries.append(replace(entry, position=len(self._entries) + 1))

    async def entries(self, *, before: int | None = None, limit: int = 100, about: str = "") -> Sequence[AuditEntry]:
        found = [
            entry
            for entry in reversed(self._entries)
            if (before is None or entry.position < before) and (not about or about in (entry.about, entry.who))
        ]
        return tuple(found[:limit])
