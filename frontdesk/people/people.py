"""What is done to the people of the house, by command or page alike; each deed is written down and ends what it must."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from frontdesk.core.errors import FrontdeskError
from frontdesk.people.audit import AuditEntry, AuditLog, Deed
from frontdesk.people.company import Newcomer, NotLetIn
from frontdesk.people.passwords import fit
from frontdesk.people.ports import Account, AccountStore, LoginStore
from frontdesk.people.roles import ROLES
from handoff.ports import Agent, AgentStore, Role


class NoSuchAccount(FrontdeskError):
    """There is no account of that name; `frontdesk people list` shows the names."""


class NotPossible(FrontdeskError):
    """This can't be done to the account; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody to be added. `password` may be empty when they come in by the company's log-in."""

    agent: str
    name: str
    role: Role
    langs: tuple[str, ...]
    phone: str = ""
    email: str = ""
    password: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class By:
    """Who does it, and from which address."""

    who: str
    address: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of the house. `hashed` makes the hash of a password (argon2id)."""

    agents: AgentStore
    accounts: AccountStore
    logins: LoginStore
    audit: AuditLog
    clock: Callable[[], float]
    hashed: Callable[[str], str]

    async def add(self, new: NewPerson, by: By) -> Agent:
        """Add somebody. Raises NotPossible, WeakPassword."""
        _well_named(new)
        if await self.agents.agent(new.agent) is not None:
            raise NotPossible(f"There is an account '{new.agent}' already; choose another name.")
        await self._free(new.email, new.agent)
        if new.password:
            fit(new.password, new.agent)
        password = self.hashed(new.password) if new.password else ""
        agent = Agent(
            id=new.agent,
            name=new.name,
            role=new.role,
            langs=new.langs,
            phone=new.phone or f"client:{new.agent}",
            password_hash=password,
        )
        await self.agents.save(agent)
        await self.accounts.save(Account(agent=new.agent, role=new.role, password=password, email=new.email))
        await self.write(by, "person_added", new.agent, new.role)
        return agent

    async def set_password(self, agent: str, password: str, by: By, *, but: str = "") -> int:
        """Change it and end the other log-ins (all but the one of token hash `but`); returns how many ended."""
        account = await self.account(agent)
        fit(password, agent)
        await self.accounts.save(replace(account, password=self.hashed(password)))
        ended = await self.logins.close_all(agent, but=but)
        await self.write(by, "password_changed", agent, f"{ended} other log-ins ended")
        return ended

    async def set_role(self, agent: str, role: Role, by: By) -> None:
        """Change it; sockets that stand open close by themselves, and the next request is judged by the new role."""
        account = await self.account(agent)
        if account.role == "admin" and role != "admin":
            await self._not_the_last_admin(agent)
        await self.accounts.save(replace(account, role=role))
        await self.write(by, "role_changed", agent, f"{account.role} -> {role}")

    async def disable(self, agent: str, by: By) -> int:
        """Nobody comes in as this person any more, and they are offered nothing; returns how many log-ins ended."""
        account = await self.account(agent)
        if account.role == "admin":
            await self._not_the_last_admin(agent)
        await self.accounts.save(replace(account, disabled=True))
        ended = await self.logins.close_all(agent)
        await self.agents.set_status(agent, "offline", self.clock())
        await self.write(by, "person_disabled", agent, f"{ended} log-ins ended")
        return ended

    async def enable(self, agent: str, by: By) -> None:
        account = await self.account(agent)
        await self.accounts.save(replace(account, disabled=False))
        await self.write(by, "person_enabled", agent)

    async def set_email(self, agent: str, email: str, by: By) -> None:
        """By this address the company's log-in finds the account for the first time."""
        account = await self.account(agent)
        await self._free(email, agent)
        await self.accounts.save(replace(account, email=email, company_id=""))
        await self.write(by, "role_changed", agent, "e-mail address for the company's log-in changed")

    async def from_company(self, one: Newcomer, by: By) -> Agent:
        """The agent of somebody the company vouches for; made when their role allows it. Raises NotLetIn."""
        account = await self.accounts.found(company_id=one.company_id) or await self._by_email(one)
        if account is None and one.role is None:
            raise NotLetIn("no_account", "You have no account here; ask an administrator to add your e-mail address.")
        if account is None:
            name = await self._free_name(one)
            new = NewPerson(agent=name, name=one.name, role=one.role or "agent", langs=("en",), email=one.email)
            await self.add(new, by)
            account = await self.account(name)
        if account.disabled:
            raise NotLetIn("disabled", "This account is disabled; ask an administrator.")
        if account.company_id != one.company_id:
            await self.accounts.save(replace(account, company_id=one.company_id))
        if one.role is not None and one.role != account.role:
            await self.set_role(account.agent, one.role, by)
        agent = await self.agents.agent(account.agent)
        assert agent is not None
        return agent

    async def _by_email(self, one: Newcomer) -> Account | None:
        """An address leads to an account once; afterwards the company's own id does, whoever gets the address later."""
        account = await self.accounts.found(email=one.email)
        if account is not None and account.company_id:
            raise NotLetIn("no_account", "This address belongs to somebody else's log-in; ask an administrator.")
        return account

    async def _free_name(self, one: Newcomer) -> str:
        base = "".join(c for c in one.email.partition("@")[0].lower() if c.isascii() and c.isalnum())[:30] or "agent"
        name, number = base, 2
        while await self.agents.agent(name) is not None:
            name, number = f"{base}{number}", number + 1
        return name

    async def account(self, agent: str) -> Account:
        """Raises NoSuchAccount."""
        found = await self.accounts.account(agent)
        if found is None:
            raise NoSuchAccount(f"There is no account '{agent}'; `frontdesk people list` shows the names.")
        return found

    async def write(self, by: By, deed: Deed, about: str = "", note: str = "") -> None:
        """Write a deed down."""
        entry = AuditEntry(at=self.clock(), who=by.who, deed=deed, about=about, address=by.address, note=note)
        await self.audit.add(entry)

    async def _free(self, email: str, agent: str) -> None:
        other = await self.accounts.found(email=email)
        if other is not None and other.agent != agent:
            raise NotPossible(f"The e-mail address belongs to '{other.agent}'; each account has its own.")

    async def _not_the_last_admin(self, agent: str) -> None:
        others = [
            a for a in await self.accounts.accounts() if a.role == "admin" and not a.disabled and a.agent != agent
        ]
        if not others:
            raise NotPossible("This is the last admin; make somebody else one first, or nobody could manage people.")


def _well_named(new: NewPerson) -> None:
    if not (new.agent.isascii() and new.agent.replace("-", "").replace("_", "").isalnum() and len(new.agent) <= 40):
        raise NotPossible("Choose a log-in name of letters, digits, - and _, such as amy.")
    if new.agent != new.agent.lower():
        raise NotPossible("Write the log-in name in small letters.")
    if new.role not in ROLES:
        raise NotPossible(f"'{new.role}' is no role; use one of {', '.join(ROLES)}.")
    if not new.name.strip() or not new.langs:
        raise NotPossible("A person has a name that customers read, and languages, such as en,zh.")
