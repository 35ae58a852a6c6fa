"""One session as the record keeps it: what happened in it, as numbers and names. No words of anybody, no fact of a customer."""

from dataclasses import dataclass
from typing import Literal

Outcome = Literal[
    "running",
    "unreachable",
    "escalated",
    "promised",
    "abandoned_in_queue",
    "trapped",
    "resolved_verified",
    "resolved_unverified",
    "gave_up",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRun:
    """A self-service task that ended, by the menus or by the bot."""

    task: str
    outcome: str
    by: Literal["menu", "bot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session so far. Times are epoch seconds (UTC), `_s` are seconds.

    `needed`: the customer wanted something beyond a greeting. `open_need`: what they want and have no answer to yet.
    `answered`: self-service answered something. `parted`: their last words were thanks or goodbye. `finished`: the
    conversation came to its own end. `waiting_since`, `talking_since`: while in the queue, while with a human.
    """

    id: str
    started_at: float
    last_at: float
    channel: str
    lang: str
    flow_version: str
    ended_at: float | None = None
    end_reason: str | None = None
    outcome: Outcome = "running"
    goal: str | None = None
    needed: bool = False
    open_need: str | None = None
    answered: bool = False
    parted: bool = False
    finished: bool = False
    verified: bool = False
    tasks: tuple[TaskRun, ...] = ()
    handoff_reason: str | None = None
    handoffs: int = 0
    asked_for_human: bool = False
    connected: bool = False
    abandoned: bool = False
    expired: bool = False
    promised: bool = False
    disposition: str | None = None
    waiting_since: float | None = None
    talking_since: float | None = None
    waited_s: float = 0.0
    human_s: float = 0.0
    survey_asked: bool = False
    score: int | None = None
    inputs: int = 0
    turns: int = 0
    silences: int = 0
    misses: int = 0
    machine_failures: int = 0
