"""Events: everything that happened, in the past tense. Readers (render, record, react) know nothing else of a turn.

Events hold no secret facts and no caller numbers. Each is stored as JSON with its `kind`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from frontdesk.core.attachments import Attachment
from frontdesk.core.desk_events import DeskEvent
from frontdesk.core.inputs import Channel
from frontdesk.core.privacy import AGENT, AGENT_NAME, FACTS, FILE, NAME, NOTE, WORDS
from frontdesk.core.recording import RecordingEvent
from frontdesk.core.staffing import AgentStatusChanged
from frontdesk.core.tickets import HandoffReason
from frontdesk.core.words import OfHouse

EndReason = Literal["completed", "hung_up", "idle", "failed"]
HowChosen = Literal["key", "asked", "detected", "hint"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOpened:
    """A session began. `contact` is a pseudonym of the caller's number or the browser, by a key only the house has;
    empty when withheld. `region` is the country of the number, if any.

    `{"kind": "session_opened", "channel": "chat", "lang": "en", "flow_version": "3f2a", "contact": "k7Qw", "region": "GB"}`
    """

    kind: ClassVar[str] = "session_opened"
    channel: Channel
    lang: str
    flow_version: str
    contact: Annotated[str, NAME] = ""
    region: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageChosen:
    """The session's language was settled, or changed: by a `key`, because it was `asked` for, or `detected` in what was said.

    `{"kind": "language_chosen", "lang": "zh", "how": "detected"}`
    """

    kind: ClassVar[str] = "language_chosen"
    lang: str
    how: HowChosen


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeEntered:
    """The session entered a menu node. `{"kind": "node_entered", "flow": "main", "node": "menu"}`"""

    kind: ClassVar[str] = "node_entered"
    flow: str
    node: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSpoke:
    """The customer said, typed, pressed or chose something. Secrets are masked as `****`. `aside`: it is about the
    conversation itself (its language, its pace, how long the queue is), not about what they came for.

    `{"kind": "customer_spoke", "text": "1", "via": "keys"}`
    """

    kind: ClassVar[str] = "customer_spoke"
    text: Annotated[str, WORDS]
    via: Literal["keys", "speech", "text", "choice"]
    confidence: float | None = None
    attachment: Annotated[Attachment | None, FILE] = None
    aside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerSilent:
    """The prompt ended and nothing came; `count` silences in a row. `{"kind": "customer_silent", "count": 1}`"""

    kind: ClassVar[str] = "customer_silent"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InputNotMatched:
    """What came fitted nothing; `count` misses in a row. `{"kind": "input_not_matched", "count": 1}`"""

    kind: ClassVar[str] = "input_not_matched"
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words to the customer. `spoken` is the form for the voice ("1 0 0 2 3"); `prompt` names the prompt they came from.

    `{"kind": "said", "text": "Order 10023 …", "spoken": "Order 1 0 0 2 3 …", "lang": "en", "prompt": "order.read_back"}`
    """

    kind: ClassVar[str] = "said"
    text: Annotated[str, WORDS]
    spoken: Annotated[str, WORDS]
    lang: str
    prompt: str | None = None

    @property
    def of_house(self) -> bool:
        """Whether nothing of a customer stands in it. Of an event that was read from the log it is not known."""
        return isinstance(self.text, OfHouse) and isinstance(self.spoken, OfHouse)


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueAnswered:
    """The dialogue model answered. `{"kind": "dialogue_answered", "intent": "order_status", "confidence": 0.97}`"""

    kind: ClassVar[str] = "dialogue_answered"
    intent: str | None
    confidence: float | None
    understood: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineDidFail:
    """A machine did not answer. `{"kind": "machine_did_fail", "machine": "dialogue", "reason": "late"}`"""

    kind: ClassVar[str] = "machine_did_fail"
    machine: Literal["dialogue", "task", "estimate"]
    reason: Literal["late", "down", "invalid"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskFinished:
    """A self-service task ended. `{"kind": "task_finished", "task": "order_status", "outcome": "found", "by": "bot"}`"""

    kind: ClassVar[str] = "task_finished"
    task: str
    outcome: str
    by: Literal["menu", "bot"]
    facts: Annotated[Mapping[str, str], FACTS] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentityVerified:
    """The customer's identity was verified. `{"kind": "identity_verified", "customer": "C0007", "how": "order_and_phone"}`"""

    kind: ClassVar[str] = "identity_verified"
    customer: Annotated[str, NAME]
    how: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmChosen:
    """An experiment put the customer into one of its arms. `{"kind": "arm_chosen", "experiment": "greeting", "arm": "short"}`"""

    kind: ClassVar[str] = "arm_chosen"
    experiment: str
    arm: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackPromised:
    """The customer was promised a call by `due_at` (epoch seconds); the number is in the session, never here.

    `{"kind": "callback_promised", "promise": "P-1-1", "queue": "service", "lang": "zh", "due_at": 1772449200.0}`
    """

    kind: ClassVar[str] = "callback_promised"
    promise: str
    queue: str
    lang: str
    due_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageLeft:
    """The customer left a message for a queue and was promised an answer by `due_at`; its words are a fact of the session.

    `{"kind": "message_left", "promise": "P-1-1", "queue": "service", "lang": "en", "due_at": 1772449200.0}`
    """

    kind: ClassVar[str] = "message_left"
    promise: str
    queue: str
    lang: str
    due_at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatLinkPromised:
    """A verified caller was promised a text with a link to go on in chat. `{"kind": "chat_link_promised", "lang": "zh"}`"""

    kind: ClassVar[str] = "chat_link_promised"
    lang: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatContinued:
    """The link was opened, once: the conversation goes on in a chat. `{"kind": "chat_continued", "chat": "9c1f0e2ab34d5678"}`"""

    kind: ClassVar[str] = "chat_continued"
    chat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffRequested:
    """A human was called for. `{"kind": "handoff_requested", "ticket": "T-1-1", "queue": "service", "reason": "asked"}`"""

    kind: ClassVar[str] = "handoff_requested"
    ticket: str
    queue: str
    reason: HandoffReason
    priority: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitTold:
    """The customer was told how long it may take, in seconds, and perhaps the place; `None`: that it can't be told.

    `apology`: it takes longer than they were told before, and they heard that we are sorry.

    `{"kind": "wait_told", "ticket": "T-1-1", "position": 2, "low_s": 60, "high_s": 180}`
    """

    kind: ClassVar[str] = "wait_told"
    ticket: str
    position: int | None
    low_s: float | None
    high_s: float | None
    apology: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffOffered:
    """The ticket was offered to an agent. `{"kind": "handoff_offered", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "handoff_offered"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffAccepted:
    """The agent took it. `{"kind": "handoff_accepted", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "handoff_accepted"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWasRung:
    """The agent's phone rings. `{"kind": "agent_was_rung", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "agent_was_rung"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffReturned:
    """The offer ended without a connection, or the connection broke; the customer keeps the place.

    `reason`: declined, no_answer, leg_failed, bridge_failed, agent_lost, no_reply, callback_failed, not_rung, put_back.

    `{"kind": "handoff_returned", "ticket": "T-1-1", "agent": "amy", "reason": "no_answer"}`
    """

    kind: ClassVar[str] = "handoff_returned"
    ticket: str
    agent: Annotated[str, AGENT]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffConnected:
    """Customer and agent are connected. `{"kind": "handoff_connected", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "handoff_connected"
    ticket: str
    agent: Annotated[str, AGENT]
    agent_name: Annotated[str, AGENT_NAME]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentSaid:
    """A message of the agent to the customer. `{"kind": "agent_said", "agent": "amy", "text": "Hello"}`"""

    kind: ClassVar[str] = "agent_said"
    agent: Annotated[str, AGENT]
    agent_name: Annotated[str, AGENT_NAME]
    text: Annotated[str, WORDS]
    attachment: Annotated[Attachment | None, FILE] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffEnded:
    """The talk is over; wrap-up follows. `{"kind": "handoff_ended", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "handoff_ended"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffClosed:
    """The ticket was closed. `{"kind": "handoff_closed", "ticket": "T-1-1", "disposition": "solved"}`"""

    kind: ClassVar[str] = "handoff_closed"
    ticket: str
    agent: Annotated[str, AGENT]
    disposition: str
    note: Annotated[str, NOTE] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffAbandoned:
    """The customer left before being connected. `{"kind": "handoff_abandoned", "ticket": "T-1-1", "waited_s": 40}`"""

    kind: ClassVar[str] = "handoff_abandoned"
    ticket: str
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffExpired:
    """Nobody took the ticket within the limit. `{"kind": "handoff_expired", "ticket": "T-1-1", "waited_s": 1800}`"""

    kind: ClassVar[str] = "handoff_expired"
    ticket: str
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideDidFail:
    """An outside queue was `down`, or `refused` the ticket and our own desk took it; the customer keeps the place.

    `{"kind": "outside_did_fail", "ticket": "T-1-1", "system": "chatwoot", "reason": "down"}`
    """

    kind: ClassVar[str] = "outside_did_fail"
    ticket: str
    system: str
    reason: Literal["down", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAsked:
    """A question was put, the house's own or one of a flow (`house`; None: in logs of before, where the house asked ces2).

    `by_text`: in a message after the call. `{"kind": "survey_asked", "question": "ces2", "house": true}`
    """

    kind: ClassVar[str] = "survey_asked"
    question: str
    house: bool | None = None
    by_text: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyAnswered:
    """The answer, up to `most`; of `ces2` 1 (strongly disagree) to 7 (strongly agree).

    `{"kind": "survey_answered", "question": "ces2", "score": 6}`
    """

    kind: ClassVar[str] = "survey_answered"
    question: str
    score: int
    most: int = 7
    house: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionEnded:
    """The session is over. `{"kind": "session_ended", "reason": "completed"}`"""

    kind: ClassVar[str] = "session_ended"
    reason: EndReason


Event = (
    SessionOpened | LanguageChosen | NodeEntered | CustomerSpoke | CustomerSilent | InputNotMatched | Said
    | DialogueAnswered | MachineDidFail | TaskFinished | IdentityVerified | ArmChosen | CallbackPromised | MessageLeft
    | ChatLinkPromised | ChatContinued | RecordingEvent | HandoffRequested | WaitTold | HandoffOffered | HandoffAccepted
    | AgentWasRung | HandoffReturned | HandoffConnected | AgentSaid | HandoffEnded | HandoffClosed | HandoffAbandoned
    | HandoffExpired | OutsideDidFail | DeskEvent | SurveyAsked | SurveyAnswered | SessionEnded | AgentStatusChanged
)  # fmt: skip
