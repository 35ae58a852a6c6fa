"""One simulated customer: what they want, how they take what happens, what they will say of it. Decides no timing.

What is in their mind is the truth that a record of the session can only guess at: whether they were helped, how hard it was.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from actions import Customer, Order
from frontdesk.core.events import (
    AgentWasRung,
    CallbackPromised,
    CustomerSilent,
    DialogueAnswered,
    Event,
    HandoffAbandoned,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffRequested,
    HandoffReturned,
    InputNotMatched,
    MachineDidFail,
    MessageLeft,
    SurveyAnswered,
    SurveyAsked,
    TaskFinished,
)
from frontdesk.core.inputs import Channel
from frontdesk.simulate.bot import QUESTIONS, TASK_OF
from frontdesk.simulate.chance import Chance, happens
from frontdesk.simulate.scenario import Callers

DONE = ("found", "started", "already_started")
UNEASY = ("delayed", "lost", "cancelled")  # states of an order that leave a worry
CONTENT_IF_UNEASY = 0.45
ACCEPTS_NO = 0.5


@dataclass(frozen=True, slots=True)
class Errand:
    """Who comes, by which channel, about what; `again` names the session before, if they come back."""

    customer: Customer
    order: Order
    need: str
    channel: Channel
    lang: str
    again: str | None = None
    visits: int = 1


@dataclass(slots=True)
class Caller:
    """The mind of one contact."""

    errand: Errand
    chance: Chance
    manner: Callers
    there: bool = True
    wants_person: bool = False
    bears: int = 3
    patience_s: float = 300.0
    troubles: int = 0
    transfers: int = 0
    talked_s: float = 0.0
    talking_since: float | None = None
    helped: bool | None = None  # None: nothing was answered yet
    by: str = ""  # who helped: task, answer, agent
    asked_person: bool = False
    reached: bool = False
    left_queue: bool = False
    promised: bool = False
    expired: bool = False
    spoke: int = 0
    waited_s: float = 0.0
    waiting_since: float | None = None
    said: bool = False  # the need was told to the bot
    score: int | None = None
    answered: int | None = None
    surveyed: bool = False
    noise: float = field(default=0.0)

    def hear(self, events: Sequence[Event], at: float) -> None:
        """Take in what a turn said and did."""
        for event in events:
            self._hear(event, at)

    def _hear(self, event: Event, at: float) -> None:
        match event:
            case CustomerSilent() | InputNotMatched() | MachineDidFail():
                self.troubles += 1
            case TaskFinished():
                self._task(event)
            case DialogueAnswered():
                self._answer(event)
            case HandoffRequested():
                self.asked_person = True
                self.waiting_since = at
            case HandoffConnected():
                self.reached, self.transfers, self.talking_since = True, self.transfers + 1, at
                self._stop(at)
            case HandoffEnded():
                self.talked_s += at - (at if self.talking_since is None else self.talking_since)
                self.talking_since = None
            case HandoffAbandoned():
                self.left_queue = True
                self._stop(at)
            case HandoffExpired():
                self.expired = True
                self._stop(at)
            case CallbackPromised() | MessageLeft():
                self.promised = True
            case SurveyAsked():
                self.surveyed = True
            case SurveyAnswered():
                self.answered = event.score
            case HandoffReturned() | AgentWasRung() | _:
                return

    def _stop(self, at: float) -> None:
        if self.waiting_since is not None:
            self.waited_s += at - self.waiting_since
            self.waiting_since = None

    def _task(self, event: TaskFinished) -> None:
        wanted = TASK_OF.get(self.errand.need)
        if event.task == "verify_identity":
            self.troubles += event.outcome != "verified"
        elif event.task == wanted and event.outcome in DONE:
            uneasy = event.facts.get("order_state") in UNEASY
            self._helped("task", CONTENT_IF_UNEASY if uneasy else self.manner.contented)
        elif event.task == wanted and event.outcome == "not_returnable":
            self._helped("answer", ACCEPTS_NO)
        else:  # another task than wanted, or one that failed
            self.troubles += 1

    def _answer(self, event: DialogueAnswered) -> None:
        if event.understood and event.intent == self.errand.need and event.intent in QUESTIONS:
            return  # the words decide: `read`
        if self.said and event.intent not in (self.errand.need, "inform", "affirm", "deny", "thanks", "human_agent"):
            self.troubles += 1

    def read(self) -> None:
        """The bot answered a question out of the help pages."""
        self._helped("answer", 0.75)

    def serve(self, helps: bool) -> None:
        """An agent did what they could."""
        self.helped, self.by = helps, "agent"

    def _helped(self, by: str, likely: float) -> None:
        self.helped, self.by = happens(self.chance, likely), by

    @property
    def tired(self) -> bool:
        return self.troubles >= self.bears

    def effort(self) -> int:
        """The score they would give, 1 (hard) to 7 (easy); settled the first time it is asked for."""
        if self.score is None:
            ease = 6.4 - 0.5 * min(self.troubles, 6) - 0.35 * min(self.waited_s / 60.0, 8.0) - 0.3 * self.transfers
            ease -= 1.7 * (not self.helped) + 0.4 * (self.errand.visits - 1)
            self.score = max(1, min(7, round(ease + self.noise)))
        return self.score

    def outcome(self) -> str:
        """What truly became of it, in the ledger's words (`frontdesk.record.outcome`), decided by the customer's mind."""
        if self.reached:
            return "escalated"
        if not self.there or not self.spoke:
            return "unreachable"
        if self.promised:
            return "promised"
        if self.left_queue:
            return "abandoned_in_queue"
        if self.expired or (self.asked_person and not self.helped):
            return "trapped"
        if self.helped:
            return "resolved_verified" if self.by == "task" else "resolved_unverified"
        return "gave_up"


def new_caller(errand: Errand, chance: Chance, manner: Callers) -> Caller:
    """A customer with a temper of their own. Who comes back sooner asks for a person."""
    hurried = manner.wants_person if errand.visits == 1 else 0.3 + 0.7 * manner.wants_person
    return Caller(
        errand=errand,
        chance=chance,
        manner=manner,
        there=not happens(chance, manner.nobody),
        wants_person=happens(chance, hurried) or errand.need == "complaint",
        bears=1 + int(chance.poisson(max(0.0, manner.bears - 1.0))),
        patience_s=float(chance.exponential(manner.patience_s)) if manner.patience_s > 0 else float("inf"),
        noise=float(chance.normal(0.0, 0.6)),
    )
