"""The ticket: one customer's request for a human, as the session holds it. Who may change it, and how, is `handoff/`."""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

from frontdesk.core.privacy import AGENT, AGENT_NAME, NAME

TicketStatus = Literal[
    "waiting",
    "offered",
    "accepted",
    "briefed",
    "connected",
    "wrap_up",
    "closed",
    "abandoned",
    "expired",
    "turned_away",
]
OPEN: frozenset[str] = frozenset({"waiting", "offered", "accepted", "briefed", "connected"})
HandoffReason = Literal["asked", "failures", "complaint", "fraud", "task", "machine_down", "closed_hours"]
TicketMode = Literal["live", "callback", "message"]
HelperRole = Literal["consult", "three_way", "listen", "coach"]
FactMark = Literal["used", "wrong", "asked_again"]
FACT_MARKS: tuple[FactMark, ...] = get_args(FactMark)
AnswerHow = Literal["chat", "called", "emailed", "not_reached"]
ANSWERS: tuple[AnswerHow, ...] = get_args(AnswerHow)
PromiseWhat = Literal["wait", "place", "no_repeat", "callback", "message"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Colleague:
    """A colleague beside the agent: asked for advice (`consult`, the customer doesn't hear it), speaking with both
    (`three_way`), or a supervisor who only listens or coaches. `leg` is their phone call; `joined`: they are there.
    """

    agent: Annotated[str, AGENT]
    name: Annotated[str, AGENT_NAME]
    role: HelperRole
    joined: bool = False
    leg: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the customer was told to expect and has not got yet; `due_at` (epoch seconds) where it has an hour."""

    id: str
    what: PromiseWhat
    made_at: float
    due_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticket:
    """One request for a human.

    `leg` is the agent's phone call, if any. Times are epoch seconds (UTC); `due_at` is when the present step runs out.
    `declined_by`: whom it came back from, the newest last; `declined_at`: when each said no or let it ring, in the same order,
    0 for another reason. `brought_in`: an outside queue could not take it, so our own desk does.

    `mode`: the customer waits on the line (`live`), is to be called back, or left a message. `place_at`: since when the
    place in the queue counts, where that isn't `created_at` (regained after a dropped call; `regained` is that ticket).
    `front`: put before all others (the agent was lost, a colleague passed the customer on). `wanted` is the agent it must
    go to (until `wanted_until`), `last_agent` the one it should go to if free. `not_before`: not offered earlier (a
    callback that is tried again); `call` is the customer's leg of it, `tries` how often it rang in vain. `talks` counts
    connections. `told_at` is when the wait was told last, `heard_at` when the customer heard anything at all of us,
    `sorry_at` when we last were sorry for the wait; `repeats` counts what they heard of it that was no good news. `held`: the
    customer is on hold; `muted`: the agent is not heard. `unrecorded`: the agent has the recording pause.
    `asked_at`: since when a customer in a chat waits for the agent's words;
    `comforted`: they were told that it takes longer; `slow`: they may have somebody else, until the agent says something,
    whatever they write meanwhile. `unsure`: they were told without an
    estimate, for it failed, and are to have what it says as soon as there is one. `parted`: calls of agents and colleagues that
    have no part in it any more, newest last; whether the carrier was told so, a stop may have left open. `noted_at`: when
    what the customer wrote while waiting was last confirmed; `asks`: they want to know how long it still takes.
    `unstaffed`: when the wait was last reckoned, nobody was at the desks. `connected_at` is the first connection; `held_at`:
    since when the agent who has it now has it; `queued_at`: since when its customer waits anew, once a talk was over.
    `foreign`: the agent it was offered to does not speak the customer's language.
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
    agent: Annotated[str | None, AGENT] = None
    agent_name: Annotated[str | None, AGENT_NAME] = None
    declined_by: Annotated[tuple[str, ...], AGENT] = ()
    declined_at: tuple[float, ...] = ()
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
    mode: TicketMode = "live"
    place_at: float | None = None
    front: bool = False
    customer: Annotated[str | None, NAME] = None
    wanted: Annotated[str | None, AGENT] = None
    wanted_until: float | None = None
    last_agent: Annotated[str | None, AGENT] = None
    not_before: float | None = None
    talks: int = 0
    tries: int = 0
    told_at: float | None = None
    heard_at: float | None = None
    sorry_at: float | None = None
    repeats: int = 0
    offered_options: tuple[str, ...] = ()
    held: bool = False
    muted: bool = False
    unrecorded: bool = False
    asked_at: float | None = None
    comforted: bool = False
    helpers: tuple[Colleague, ...] = ()
    promises: tuple[Promise, ...] = ()
    promised: int = 0
    regained: str | None = None
    call: str | None = None
    unsure: bool = False
    noted_at: float | None = None
    asks: bool = False
    unstaffed: bool = False
    parted: tuple[str, ...] = ()
    queued_at: float | None = None
    held_at: float | None = None
    foreign: bool = False
    slow: bool = False

    @property
    def legs(self) -> frozenset[str]:
        """The calls of the agent and of whoever helps."""
        return frozenset(leg for leg in (self.leg, *(helper.leg for helper in self.helpers)) if leg)

    @property
    def open(self) -> bool:
        return self.status in OPEN

    @property
    def since(self) -> float:
        """Since when the place in the queue counts."""
        return self.created_at if self.place_at is None else self.place_at

    @property
    def waiting_since(self) -> float:
        """Since when the customer waits, or waited last, for whoever takes it next (epoch seconds)."""
        return self.since if self.queued_at is None else self.queued_at

    @property
    def held_since(self) -> float | None:
        """Since when the agent of now has, or had last, the customer (epoch seconds); None while nobody does."""
        if self.held_at is not None or self.status in OPEN - {"connected"}:
            return self.held_at
        return self.connected_at

    @property
    def on_line(self) -> bool:
        """The customer is in the conversation now, waiting or talking: nobody has to be called back."""
        return self.open and self.mode == "live"

    @property
    def unanswered(self) -> bool:
        """A message was left, and nobody has answered it yet."""
        return self.mode == "message" and (self.open or self.status == "wrap_up")

    @property
    def advised(self) -> bool:
        """A colleague gives advice on the phone: the customer must not hear it."""
        return self.channel == "voice" and any(helper.role == "consult" for helper in self.helpers)

    @property
    def successor(self) -> Colleague | None:
        """Who goes on with a caller when the agent hangs up: the colleague who speaks with them, or was asked first."""
        there = [helper for helper in self.helpers if helper.joined and helper.role in ("three_way", "consult")]
        return next((helper for helper in there if helper.role == "three_way"), there[0] if there else None)

    def refused_at(self, agent: str) -> float:
        """When this agent last said no to it or let it ring (epoch seconds); 0 for never."""
        return next((at for name, at in zip(self.declined_by, self.declined_at, strict=False) if name == agent), 0.0)

    def speaks(self, agent: str) -> bool:
        """Whether this person's words are the customer's to read: who has the ticket, or in a chat a third who came in."""
        third = self.helper(agent)
        joined = third is not None and third.joined and third.role == "three_way"
        return self.agent == agent or (self.channel == "chat" and joined)

    def helper(self, agent: str) -> Colleague | None:
        """The helper of that name."""
        return next((helper for helper in self.helpers if helper.agent == agent), None)
