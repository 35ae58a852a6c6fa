"""The contracts of AccountStore, LoginStore, TryStore and AuditLog."""

import asyncio
from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import delete, update
from sqlalchemy.exc import DBAPIError

from frontdesk.adapters.sql import tables
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.people import SqlTryStore
from frontdesk.people.audit import AuditEntry
from frontdesk.people.ports import Account, OpenLogin
from frontdesk.people.tries import BY_ACCOUNT
from handoff.ports import UnknownAgent
from tests.contracts import made
from tests.contracts.conftest import Stores


def login(token: str, agent: str = "amy", until: float = 2000.0, since: float = 1000.0) -> OpenLogin:
    return OpenLogin(token_hash=token, agent=agent, created_at=since, expires_at=until, address="::1", browser="B")


async def test_an_agent_has_an_account(stores: Stores) -> None:
    """Role and password are the agent's own; what was never set is empty."""
    await stores.agents.save(made.agent("amy"))
    assert await stores.accounts.account("amy") == Account(agent="amy", role="agent", password="$h$")
    assert await stores.accounts.account("nobody") is None


async def test_a_saved_account_changes_the_agent(stores: Stores) -> None:
    """Role and password change there too, and nothing else does: not the status somebody set meanwhile."""
    await stores.agents.save(made.agent("amy"))
    await stores.agents.set_status("amy", "ready", 5.0)
    account = Account(
        agent="amy", role="admin", password="new", disabled=True, email="Amy@Example.com", company_id="i#1"
    )
    await stores.accounts.save(account)
    assert await stores.accounts.account("amy") == replace(account, email="amy@example.com")
    agent = await stores.agents.agent("amy")
    assert agent == made.agent("amy", role="admin", password_hash="new", status="ready", status_since=5.0)
    with pytest.raises(UnknownAgent):
        await stores.accounts.save(replace(account, agent="nobody"))


async def test_accounts_are_found_by_company_id_or_address(stores: Stores) -> None:
    """In any spelling of the address; nothing finds nothing."""
    for name in ("amy", "bob"):
        await stores.agents.save(made.agent(name))
    await stores.accounts.save(Account(agent="bob", role="agent", email="bob@example.com", company_id="idp#7"))
    for asked in ({"company_id": "idp#7"}, {"email": "BOB@example.com"}):
        found = await stores.accounts.found(**asked)
        assert found is not None
        assert found.agent == "bob"
    for asked in ({}, {"company_id": ""}, {"email": ""}, {"email": "amy@example.com"}, {"company_id": "idp#8"}):
        assert await stores.accounts.found(**asked) is None
    assert [account.agent for account in await stores.accounts.accounts()] == ["amy", "bob"]


async def test_a_login_holds_until_it_expires(stores: Stores) -> None:
    """The token leads to the agent while `now` is before the expiry."""
    await stores.logins.open(login("hash"))
    assert await stores.logins.agent_of("hash", 1999.9) == "amy"
    assert await stores.logins.agent_of("hash", 2000.0) is None
    assert await stores.logins.agent_of("other", 1.0) is None


async def test_a_closed_login_is_gone(stores: Stores) -> None:
    """Logging out ends this token only; doing it twice is no error."""
    await stores.logins.open(login("one"))
    await stores.logins.open(login("two"))
    await stores.logins.close("one")
    await stores.logins.close("one")
    assert await stores.logins.agent_of("one", 1.0) is None
    assert await stores.logins.agent_of("two", 1.0) == "amy"


async def test_a_token_opened_again_belongs_to_the_newer_login(stores: Stores) -> None:
    """One token, one login."""
    await stores.logins.open(login("hash"))
    await stores.logins.open(login("hash", "bob", 3000.0))
    assert await stores.logins.agent_of("hash", 2500.0) == "bob"


async def test_expired_logins_are_swept_away_by_the_next_login(stores: Stores) -> None:
    """What has expired by the clock is forgotten, even for a question about the past."""
    await stores.logins.open(login("old"))
    stores.clock.now = 2000.0
    await stores.logins.open(login("new", "bob", 9000.0))
    assert await stores.logins.agent_of("old", 1.0) is None


async def test_all_logins_of_a_person_end_but_one(stores: Stores) -> None:
    """They are listed newest first, with where they came from; nobody else's are touched."""
    mine = [login("one", since=1.0), login("two", since=2.0), login("three", since=3.0)]
    for one in (*mine, login("other", "bob")):
        await stores.logins.open(one)
    assert list(await stores.logins.open_logins("amy", 1000.0)) == mine[::-1]
    assert list(await stores.logins.open_logins("amy", 2000.0)) == []
    assert await stores.logins.close_all("amy", but="two") == 2
    assert list(await stores.logins.open_logins("amy", 1000.0)) == [mine[1]]
    assert await stores.logins.close_all("amy") == 1
    assert await stores.logins.agent_of("other", 1000.0) == "bob"


async def test_tries_are_counted_until_one_is_right(stores: Stores) -> None:
    """After the free ones comes a wait, which is told and not counted; the right one starts anew."""
    waits = [await stores.tries.take("account:amy", 100.0) for _ in range(BY_ACCOUNT.free + 2)]
    assert waits == [0.0] * BY_ACCOUNT.free + [2.0, 2.0]
    assert (await stores.tries.tries("account:amy")).count == BY_ACCOUNT.free
    assert await stores.tries.take("account:amy", 102.0) == 0.0
    await stores.tries.give_back("account:amy")
    assert (await stores.tries.tries("account:amy")).count == BY_ACCOUNT.free
    await stores.tries.clear("account:amy")
    assert await stores.tries.take("account:amy", 103.0) == 0.0
    assert (await stores.tries.tries("account:amy")).count == 1
    assert (await stores.tries.tries("account:bob")).count == 0


async def test_tries_made_at_once_count_as_many(databases: Callable[[], Database]) -> None:
    """Two processes asked together allow no more tries than one."""
    tries = [SqlTryStore(databases()), SqlTryStore(databases())]
    waits = await asyncio.gather(*(tries[i % 2].take("account:amy", 100.0) for i in range(20)))
    assert waits.count(0.0) == BY_ACCOUNT.free


async def test_the_audit_log_is_read_newest_first(stores: Stores) -> None:
    """Page by page, all of it or one person's."""
    for number, who in enumerate(("amy", "bob", "amy")):
        await stores.audit.add(AuditEntry(at=float(number), who=who, deed="logged_in", about=who, address="::1"))
    await stores.audit.add(AuditEntry(at=3.0, who="ada", deed="role_changed", about="bob", note="agent -> owner"))
    newest = await stores.audit.entries(limit=2)
    assert [entry.who for entry in newest] == ["ada", "amy"]
    assert newest[0].note == "agent -> owner"
    older = await stores.audit.entries(before=newest[-1].position)
    assert [entry.who for entry in older] == ["bob", "amy"]
    assert [entry.who for entry in await stores.audit.entries(about="bob")] == ["ada", "bob"]


async def test_the_database_keeps_the_audit_log(databases: Callable[[], Database]) -> None:
    """Whoever holds the program's own rights can neither change nor delete what is written there."""
    database = databases()
    async with database.write() as connection:
        await connection.execute(tables.audit.insert().values(at=1.0, who="a", deed="d", about="", address="", note=""))
    for change in (update(tables.audit).values(who="b"), delete(tables.audit)):
        with pytest.raises(DBAPIError, match="only added to"):
            async with database.write() as connection:
                await connection.execute(change)
