"""What log-in needs kept: accounts, log-ins and tries. Times are epoch seconds (UTC)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from frontdesk.people.tries import Tries
from handoff.ports import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """How an agent comes in. `company_id`: issuer and subject of the company's log-in, once used (`https://idp#42`).

    `password` is its argon2id hash; empty: none, the company's log-in only.
    """

    agent: str
    role: Role
    password: str = ""
    disabled: bool = False
    email: str = ""
    company_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLogin:
    """One log-in that has not ended: since when, until when, from where, in which browser (as it calls itself)."""

    token_hash: str
    agent: str
    created_at: float
    expires_at: float
    address: str = ""
    browser: str = ""

    @property
    def id(self) -> str:
        """Names it to people; the token can't be found from it."""
        return self.token_hash[:16]


class AccountStore(Protocol):
    """The accounts; each belongs to one agent of the AgentStore."""

    async def account(self, agent: str) -> Account | None: ...

    async def accounts(self) -> Sequence[Account]:
        """All of them, by agent."""
        ...

    async def found(self, *, company_id: str = "", email: str = "") -> Account | None:
        """The account with this company id or e-mail address (upper and lower case are the same); empty finds none."""
        ...

    async def save(self, account: Account) -> None:
        """Change role, password, disabled, e-mail and company id. Raises UnknownAgent when there is no such agent."""
        ...


class LoginStore(Protocol):
    """Who is logged in, by the hash of a token that only the browser holds."""

    async def open(self, login: OpenLogin) -> None:
        """Log in. A token opened again belongs to the newer login."""
        ...

    async def agent_of(self, token_hash: str, now: float) -> str | None:
        """The agent's id, or None when the token is unknown, closed or expired (`now` is not before `expires_at`)."""
        ...

    async def close(self, token_hash: str) -> None:
        """Log out. A token that is unknown or closed already is no error."""
        ...

    async def open_logins(self, agent: str, now: float) -> Sequence[OpenLogin]:
        """The agent's log-ins that have not ended, newest first."""
        ...

    async def close_all(self, agent: str, *, but: str = "") -> int:
        """End the agent's log-ins, except the one of token hash `but`; returns how many."""
        ...


class TryStore(Protocol):
    """Tries to log in, counted under names such as `account:amy`; kept, so that a restart forgives nothing."""

    async def take(self, name: str, now: float) -> float:
        """Take a try by the rule of `tries.taken`; returns the seconds still to wait, 0 when it may be made.

        Counted before the password is looked at, so that tries made at once count as many.
        """
        ...

    async def tries(self, name: str) -> Tries: ...

    async def give_back(self, name: str) -> None:
        """The last try was right: it is no longer counted, the others are."""
        ...

    async def clear(self, name: str) -> None:
        """It was the right one: start anew."""
        ...
