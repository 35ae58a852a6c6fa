"""One session as the record keeps it: what happened in it, as numbers and names. No fact of a customer.

The only words in it are a few the bot did not understand, masked, so that owners see what to teach it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Literal

from frontdesk.core.privacy import AGENT, NAME, WORDS

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
WaitEnd = Literal["waiting", "answered", "abandoned", "expired"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskRun:
    """A self-service task that ended, by the menus or by the bot."""

    task: str
    outcome: str
    by: Literal["menu", "bot"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketRow:
    """One request for a human: its wait, what was foretold of it, and the work on it. Times are epoch seconds.

    `told_at`, `low_s`, `high_s`: the first estimate that was told. `talk_s` is without `hold_s`. `talk_from`, `hold_from`,
    `wrap_from`: since when talk, hold or wrap-up runs. `agent`: who had the talk last. `marks`: by fact of the packet, what an
    agent last said it was worth.
    """

    id: str
    queue: str
    at: float
    end: WaitEnd = "waiting"
    ended_at: float | None = None
    told_at: float | None = None
    low_s: float | None = None
    high_s: float | None = None
    agent: Annotated[str | None, AGENT] = None
    returns: int = 0
    talk_from: float | None = None
    talk_s: float = 0.0
    hold_from: float | None = None
    hold_s: float = 0.0
    wrap_from: float | None = None
    wrap_s: float | None = None
    disposition: str | None = None
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def waited_s(self) -> float | None:
        """Seconds until answered, gone or told that nobody comes; None while waiting."""
        return None if self.ended_at is None else max(0.0, self.ended_at - self.at)


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseRow:
    """A callback or an answer promised by `due_at`, and when it was kept, if it was. Epoch seconds."""

    id: str
    kind: Literal["callback", "message"]
    queue: str
    due_at: float
    kept_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRow:
    """A session so far. Times are epoch seconds (UTC), `_s` are seconds.

    `contact`: a pseudonym of the number or browser; `customer`: who proved to be one. `needed`: the customer wanted
    something beyond a greeting. `open_need`: what they want and have no answer to yet. `answered`: self-service answered
    something. `parted`, `thanked`: their last words were thanks or goodbye, or thanks. `finished`: the conversation came
    to its own end. `went_back`: they left the queue and went on without a human. `waiting_since`, `talking_since`: while
    in the queue, while with a human. `nodes`: visits, silences and misses of each menu node; `ways`: how often each went
    to which (`main.menu>orders.ask`). `asked_again`: turns that said a prompt of the turn before again; `prompts`,
    `prompts_before`: what was said in this turn and in the one before. `continued_by`, `repeated_by`: the customer's next
    session about the same, within the quarter of an hour or within the window (`repeats.py`); `came_from`: the channel of the
    one before.
    """

    id: str
    started_at: float
    last_at: float
    channel: str
    lang: str
    flow_version: str
    contact: Annotated[str, NAME] = ""
    region: str = ""
    customer: Annotated[str | None, NAME] = None
    tier: str | None = None
    arms: Mapping[str, str] = field(default_factory=dict)
    ended_at: float | None = None
    end_reason: str | None = None
    outcome: Outcome = "running"
    goal: str | None = None
    needed: bool = False
    open_need: str | None = None
    answered: bool = False
    answered_at: float | None = None
    parted: bool = False
    thanked: bool = False
    finished: bool = False
    verified: bool = False
    verifications: int = 0
    tasks: tuple[TaskRun, ...] = ()
    tickets: tuple[TicketRow, ...] = ()
    handoff_reason: str | None = None
    handoffs: int = 0
    asked_for_human: bool = False
    went_back: bool = False
    connected: bool = False
    connected_at: float | None = None
    abandoned: bool = False
    expired: bool = False
    promised: bool = False
    promises: tuple[PromiseRow, ...] = ()
    disposition: str | None = None
    waiting_since: float | None = None
    talking_since: float | None = None
    waited_s: float = 0.0
    human_s: float = 0.0
    survey_asked: bool = False
    question: str | None = None
    score: int | None = None
    ratings: Mapping[str, int] = field(default_factory=dict)
    inputs: int = 0
    turns: int = 0
    silences: int = 0
    misses: int = 0
    asked_again: int = 0
    prompts: tuple[str, ...] = ()
    prompts_before: tuple[str, ...] = ()
    bot_answers: int = 0
    bot_misses: int = 0
    heard: Annotated[str | None, WORDS] = None
    not_understood: Annotated[tuple[str, ...], WORDS] = ()
    machine_failures: int = 0
    nodes: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    ways: Mapping[str, int] = field(default_factory=dict)
    node: str | None = None
    continues: str | None = None
    continued_by: str | None = None
    repeats: str | None = None
    came_from: str | None = None
    repeated_by: str | None = None
    repeated_after_s: float | None = None
