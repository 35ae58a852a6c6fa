"""Accounts, log-ins, tries and the audit log in SQL. Keeps hashes of passwords and tokens, never what they were made of."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from frontdesk.adapters.sql.database import Database, whole
from frontdesk.adapters.sql.tables import accounts, agents, audit, logins, tries
from frontdesk.adapters.sql.upsert import insert_new, put
from frontdesk.people.audit import AuditEntry
from frontdesk.people.ports import Account, OpenLogin
from frontdesk.people.tries import FORGOTTEN_S, Tries, given_back, patience, taken
from handoff.ports import UnknownAgent

_ACCOUNT = select(
    agents.c.id.label("agent"),
    agents.c.role,
    agents.c.password_hash.label("password"),
    accounts.c.disabled,
    accounts.c.email,
    accounts.c.company_id,
).select_from(agents.outerjoin(accounts, accounts.c.agent == agents.c.id))


class SqlAccountStore:
    """The AccountStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def account(self, agent: str) -> Account | None:
        return await self._one(agents.c.id == agent)

    @whole
    async def accounts(self) -> Sequence[Account]:
        async with self._database.read() as connection:
            return tuple(_account(row) for row in await connection.execute(_ACCOUNT.order_by(agents.c.id)))

    @whole
    async def found(self, *, company_id: str = "", email: str = "") -> Account | None:
        if company_id:
            return await self._one(accounts.c.company_id == company_id)
        return await self._one(accounts.c.email == email.casefold()) if email else None

    @whole
    async def save(self, account: Account) -> None:
        how = {"role": account.role, "password_hash": account.password}
        known = {
            "agent": account.agent,
            "disabled": account.disabled,
            "email": account.email.casefold() or None,
            "company_id": account.company_id or None,
        }
        async with self._database.write() as connection:
            changed = await connection.execute(update(agents).where(agents.c.id == account.agent).values(how))
            if changed.rowcount == 0:
                raise UnknownAgent(f"There is no agent {account.agent!r}; add the agent first.")
            await put(connection, accounts, [known])

    async def _one(self, where: Any) -> Account | None:
        async with self._database.read() as connection:
            row = (await connection.execute(_ACCOUNT.where(where))).first()
        return None if row is None else _account(row)


class SqlLoginStore:
    """The LoginStore port on SQLite or PostgreSQL. The clock sweeps expired ones away."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock

    @whole
    async def open(self, login: OpenLogin) -> None:
        row = {name: getattr(login, name) for name in logins.columns.keys()}  # noqa: SIM118 - not a dict
        async with self._database.write() as connection:
            await connection.execute(delete(logins).where(logins.c.expires_at <= self._clock()))
            await put(connection, logins, [row])

    @whole
    async def agent_of(self, token_hash: str, now: float) -> str | None:
        valid = (logins.c.token_hash == token_hash) & (logins.c.expires_at > now)
        async with self._database.read() as connection:
            found = await connection.scalar(select(logins.c.agent).where(valid))
        return None if found is None else str(found)

    @whole
    async def close(self, token_hash: str) -> None:
        async with self._database.write() as connection:
            await connection.execute(delete(logins).where(logins.c.token_hash == token_hash))

    @whole
    async def open_logins(self, agent: str, now: float) -> Sequence[OpenLogin]:
        valid = (logins.c.agent == agent) & (logins.c.expires_at > now)
        newest = select(logins).where(valid).order_by(logins.c.created_at.desc())
        async with self._database.read() as connection:
            return tuple(OpenLogin(**row._mapping) for row in await connection.execute(newest))

    @whole
    async def close_all(self, agent: str, *, but: str = "") -> int:
        theirs = (logins.c.agent == agent) & (logins.c.token_hash != but)
        async with self._database.write() as connection:
            return (await connection.execute(delete(logins).where(theirs))).rowcount


class SqlTryStore:
    """The TryStore port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def take(self, name: str, now: float) -> float:
        async with self._database.write() as connection:
            await connection.execute(delete(tries).where(tries.c.at < now - FORGOTTEN_S))
            await insert_new(connection, tries, {"name": name, "count": 0, "at": now, "until": 0.0})
            row = (await connection.execute(select(tries).where(tries.c.name == name).with_for_update())).one()
            after, wait = taken(_tries(row), now, patience(name))
            await put(connection, tries, [_row(name, after)])
        return wait

    @whole
    async def give_back(self, name: str) -> None:
        async with self._database.write() as connection:
            row = (await connection.execute(select(tries).where(tries.c.name == name).with_for_update())).first()
            if row is not None:
                await put(connection, tries, [_row(name, given_back(_tries(row)))])

    @whole
    async def tries(self, name: str) -> Tries:
        async with self._database.read() as connection:
            row = (await connection.execute(select(tries).where(tries.c.name == name))).first()
        return Tries() if row is None else _tries(row)

    @whole
    async def clear(self, name: str) -> None:
        async with self._database.write() as connection:
            await connection.execute(delete(tries).where(tries.c.name == name))


class SqlAuditLog:
    """The AuditLog port on SQLite or PostgreSQL."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @whole
    async def add(self, entry: AuditEntry) -> None:
        row = {name: getattr(entry, name) for name in audit.columns.keys() if name != "position"}  # noqa: SIM118 - not a dict
        async with self._database.write() as connection:
            await connection.execute(insert(audit).values(row))

    @whole
    async def entries(self, *, before: int | None = None, limit: int = 100, about: str = "") -> Sequence[AuditEntry]:
        newest = select(audit).order_by(audit.c.position.desc()).limit(limit)
        if before is not None:
            newest = newest.where(audit.c.position < before)
        if about:
            newest = newest.where((audit.c.about == about) | (audit.c.who == about))
        async with self._database.read() as connection:
            return tuple(AuditEntry(**row._mapping) for row in await connection.execute(newest))


def _account(row: Any) -> Account:
    return Account(
        agent=row.agent,
        role=row.role,
        password=row.password,
        disabled=bool(row.disabled),
        email=row.email or "",
        company_id=row.company_id or "",
    )


def _tries(row: Any) -> Tries:
    kept = row._mapping  # `count` is a method of rows
    return Tries(count=kept["count"], at=kept["at"], until=kept["until"])


def _row(name: str, kept: Tries) -> dict[str, Any]:
    return {"name": name, "count": kept.count, "at": kept.at, "until": kept.until}
