"""What the human side needs of the outside: the tickets that wait, and the agents."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from frontdesk.core.tickets import Ticket

AgentStatus = Literal["ready", "break", "offline"]
Role = Literal["agent", "supervisor", "owner", "admin"]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedTicket:
    """A ticket with the session it belongs to."""

    session: str
    ticket: Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One person who can log in. `phone` is where their leg rings (`client:amy`, `+44…`). `status_since`: epoch seconds."""

    id: str
    name: str
    role: Role
    langs: tuple[str, ...]
    phone: str
    password_hash: str
    status: AgentStatus = "offline"
    status_since: float = 0.0
    chats: int = 3


class TicketQueue(Protocol):
    """Tickets as a read model, written with every turn in the same transaction."""

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        """All tickets that are waiting, offered, accepted or connected, plus those in wrap-up; oldest first."""
        ...

    async def ticket(self, ticket: str) -> QueuedTicket | None: ...

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        """Open tickets whose `due_at` has passed."""
        ...

    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        """Seconds from connected to closed (talk and wrap-up) of the newest closed tickets of a queue, newest first."""
        ...


class AgentStore(Protocol):
    """The people."""

    async def agents(self) -> Sequence[Agent]: ...

    async def agent(self, agent: str) -> Agent | None: ...

    async def save(self, agent: Agent) -> None:
        """Add or replace."""
        ...

    async def set_status(self, agent: str, status: AgentStatus, at: float) -> None: ...
