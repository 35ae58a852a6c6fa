"""What the human side needs of the outside: the tickets that wait, and the agents."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, Protocol

from frontdesk.core.errors import FrontdeskError, NotAllowed
from frontdesk.core.staffing import AgentStatus, AgentStatusChanged, status_changed
from frontdesk.core.tickets import Ticket

Role = Literal["agent", "supervisor", "owner", "admin"]


MayCall = Callable[[str], Awaitable[bool]]  # whether a customer's number may be called by us, at our cost, now


async def call_nobody(number: str) -> bool:
    """Where nothing was allowed, nothing is."""
    return False


class AgentTaken(NotAllowed):
    """The agent has another offer or call, or no room, by now; the ticket keeps its place and is offered anew."""


class UnknownAgent(FrontdeskError):
    """There is no agent of that id; add the agent first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuedTicket:
    """A ticket with the session it belongs to."""

    session: str
    ticket: Ticket


@dataclass(frozen=True, slots=True, kw_only=True)
class Agent:
    """One person who can log in. `phone` is where their leg rings (`client:amy`, `+44…`). `status_since`, `seen_at`
    (their desk was open then) and `idle_since` (their last customer was done then): epoch seconds.

    `skills` with levels 1 to 5; `queues` they serve, empty: all they have the skills for. `calls` and `chats` at a time.
    `auto_ready`: ready again by itself after wrap-up. `reason` says why they are on break.
    """

    id: str
    name: str
    role: Role
    langs: tuple[str, ...]
    phone: str
    password_hash: str
    status: AgentStatus = "offline"
    status_since: float = 0.0
    chats: int = 3
    seen_at: float = 0.0
    skills: Mapping[str, int] = field(default_factory=dict)
    queues: tuple[str, ...] = ()
    calls: int = 1
    auto_ready: bool = True
    reason: str = ""
    idle_since: float = 0.0


def came_or_went(before: Agent | None, after: Agent) -> AgentStatusChanged | None:
    """What the log is told when an agent is kept; None when nothing of it changed."""
    was = ("offline", "", after.queues) if before is None else (before.status, before.reason, before.queues)
    if was == (after.status, after.reason, after.queues):
        return None
    return status_changed(after.id, after.status, after.reason, after.queues)


class TicketQueue(Protocol):
    """Tickets as a read model, written with every turn in the same transaction."""

    async def open_tickets(self) -> Sequence[QueuedTicket]:
        """All tickets that are waiting, offered, accepted, briefed or connected, plus those in wrap-up; oldest first."""
        ...

    async def ticket(self, ticket: str) -> QueuedTicket | None: ...

    async def due(self, now: float) -> Sequence[QueuedTicket]:
        """Tickets of `open_tickets` whose `due_at` has come (at or before `now`), the longest overdue first."""
        ...

    async def handling_times(self, queue: str, limit: int = 50) -> Sequence[float]:
        """Seconds from connected to closed (talk and wrap-up) of the newest closed tickets of a queue, newest first."""
        ...

    async def past(self, since: float, limit: int = 20_000) -> Sequence[QueuedTicket]:
        """The newest tickets created since then that are over (closed, abandoned, expired …), oldest first."""
        ...

    async def of_customer(self, customer: str, since: float) -> Sequence[QueuedTicket]:
        """The tickets of a verified customer created since then, whatever became of them, oldest first."""
        ...


class AgentStore(Protocol):
    """The people."""

    async def agents(self) -> Sequence[Agent]: ...

    async def agent(self, agent: str) -> Agent | None: ...

    async def save(self, agent: Agent) -> None:
        """Add or replace. A changed status or queue is logged as by `set_status`, at `status_since`."""
        ...

    async def set_status(self, agent: str, status: AgentStatus, at: float, reason: str = "") -> None:
        """Keep it, and log that it changed, in one transaction. Raises UnknownAgent when there is no such agent."""
        ...

    async def idle(self, agent: str, at: float) -> None:
        """The agent's last customer was done at `at`. An unknown agent is no error."""
        ...

    async def seen(self, agent: str, at: float) -> None:
        """The agent's desk was open at `at`. An unknown agent is no error."""
        ...


class CallFailed(FrontdeskError):
    """The carrier refused or did not answer a call-control request; the message says what it said."""


class CallGone(CallFailed):
    """The call has ended, or there never was one of that id."""


class CallControl(Protocol):
    """Live phone calls, by the carrier's REST API. All raise CallFailed."""

    async def ring_agent(self, ticket: str, phone: str) -> str:
        """Ring the agent's phone for a ticket; returns the carrier's id of that leg."""
        ...

    async def ring_customer(self, ticket: str, number: str) -> str:
        """Ring a customer who was promised a call; returns the carrier's id of that leg. Who may be rung is asked before."""
        ...

    async def move_caller(self, call_sid: str, path: str) -> None:
        """Make the caller's call fetch its next document from this path of ours (`/twilio/voice/now?step=7`).

        Raises CallGone when the caller has hung up.
        """
        ...

    async def on_line(self, call_sid: str) -> bool:
        """Whether a call goes on, or still rings; False for one that has ended or never was."""
        ...

    async def hang_up(self, call_id: str) -> None:
        """End a call. One that has ended already is no error."""
        ...
