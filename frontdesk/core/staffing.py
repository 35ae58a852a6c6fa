"""Agents coming and going, as it is kept in the log: the one kind of event that belongs to no session."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from frontdesk.core.privacy import AGENT

AgentStatus = Literal["ready", "wrap_up", "break", "offline"]
BREAK_REASONS = frozenset({"rest", "meal", "meeting", "training", "technical", "no_answer"})


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentStatusChanged:
    """An agent came, went, took a break or wraps up. `queues`: those they serve; empty: all they have the skills for.

    `reason` of a break is one of a list, or empty: words of their own may tell of their health.
    `{"kind": "agent_status_changed", "agent": "amy", "status": "break", "reason": "meal", "queues": []}`
    """

    kind: ClassVar[str] = "agent_status_changed"
    agent: Annotated[str, AGENT]
    status: AgentStatus
    reason: str = ""
    queues: tuple[str, ...] = ()


def status_changed(agent: str, status: AgentStatus, reason: str, queues: tuple[str, ...]) -> AgentStatusChanged:
    """The event; a reason that is not of the list stays out of it."""
    known = reason if reason in BREAK_REASONS else ""
    return AgentStatusChanged(agent=agent, status=status, reason=known, queues=queues)
