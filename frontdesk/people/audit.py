"""The audit log: who did what, when and from where. It is only ever added to; the database refuses anything
else, but that the name of somebody who is erased becomes an alias."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Deed = Literal[
    "logged_in",
    "login_failed",
    "login_blocked",
    "logged_out",
    "login_ended",
    "password_changed",
    "role_changed",
    "person_added",
    "person_disabled",
    "person_enabled",
    "person_erased",
    "took_over",
    "reassigned",
    "handed_over",
    "coached",
    "called_off",
    "task_run",
    "erased",
    "exported",
    "recording_heard",
    "published",
    "rolled_back",
    "incident_marked",
    "incident_changed",
    "incident_removed",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One deed. `who`: the agent's id, or who ran the command; `about`: whom or what it was done to; `address`: from where.

    `note` says more in a few words; it holds no customer's data. `position` counts entries, 0 before it is kept.
    """

    at: float
    who: str
    deed: Deed
    about: str = ""
    address: str = ""
    note: str = ""
    position: int = 0


class AuditLog(Protocol):
    """Where deeds are written down."""

    async def add(self, entry: AuditEntry) -> None: ...

    async def entries(self, *, before: int | None = None, limit: int = 100, about: str = "") -> Sequence[AuditEntry]:
        """The newest entries first; `before` a position, for the page after; `about` or by somebody, when named."""
        ...
