"""The ticket: one customer's request for a human, as the session holds it. Who may change it, and how, is `handoff/`."""

from dataclasses import dataclass
from typing import Literal

TicketStatus = Literal["waiting", "offered", "accepted", "connected", "wrap_up", "closed", "abandoned", "expired"]
OPEN: frozenset[str] = frozenset({"waiting", "offered", "accepted", "connected"})
HandoffReason = Literal["asked", "failures", "complaint", "task", "machine_down", "closed_hours"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One request for a human.

    `leg` is the agent's phone call, if any. Times are epoch seconds (UTC); `due_at` is when the present step runs out.
    `brought_in`: an outside queue could not take it, so our own desk does.
    """

    id: str
    queue: str
    reason: HandoffReason
    priority: int
    lang: str
    channel: str
    status: TicketStatus
    created_at: float
    due_at: float | None = None
    agent: str | None = None
    agent_name: str | None = None
    declined_by: tuple[str, ...] = ()
    connected_at: float | None = None
    ended_at: float | None = None
    closed_at: float | None = None
    disposition: str | None = None
    told_low_s: float | None = None
    told_high_s: float | None = None
    told_position: int | None = None
    leg: str | None = None
    skills: tuple[str, ...] = ()
    brought_in: bool = False

    @property
    def open(self) -> bool:
        return self.status in OPEN
