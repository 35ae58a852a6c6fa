"""Events of the human side beyond a plain handoff: moving, helping, promising, waiting, calling back. See `events`."""

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from frontdesk.core.privacy import AGENT, AGENT_NAME, NOTE
from frontdesk.core.tickets import AnswerHow, FactMark, HelperRole, PromiseWhat


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffBriefed:
    """The agent knows what it is about and is ready; the customer is being brought.

    `{"kind": "handoff_briefed", "ticket": "T-1-1", "agent": "amy"}`
    """

    kind: ClassVar[str] = "handoff_briefed"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffMoved:
    """The ticket went to another queue or a certain agent, with everything known. `why`: transfer, reassign, overflow; or
    message: its customer is to leave words for whoever comes to it.

    `{"kind": "handoff_moved", "ticket": "T-1-1", "by": "amy", "why": "transfer", "queue": "returns", "agent": null}`
    """

    kind: ClassVar[str] = "handoff_moved"
    ticket: str
    by: Annotated[str, AGENT]
    why: Literal["transfer", "reassign", "overflow", "message"]
    queue: str
    agent: Annotated[str | None, AGENT]
    note: Annotated[str, NOTE] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffTaken:
    """A supervisor took the conversation over. `{"kind": "handoff_taken", "ticket": "T-1-1", "agent": "sam", "before": "amy"}`"""

    kind: ClassVar[str] = "handoff_taken"
    ticket: str
    agent: Annotated[str, AGENT]
    agent_name: Annotated[str, AGENT_NAME]
    before: Annotated[str | None, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoffTurnedAway:
    """No place in the queue could be given; other ways were offered. `reason`: after_hours, queue_full.

    `{"kind": "handoff_turned_away", "ticket": "T-1-1", "reason": "after_hours"}`
    """

    kind: ClassVar[str] = "handoff_turned_away"
    ticket: str
    reason: Literal["after_hours", "queue_full"]


@dataclass(frozen=True, slots=True, kw_only=True)
class BotResumed:
    """The agent gave the customer back to the bot. `{"kind": "bot_resumed", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "bot_resumed"
    ticket: str
    agent: Annotated[str, AGENT]
    note: Annotated[str, NOTE] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperInvited:
    """A colleague was asked in. `{"kind": "helper_invited", "ticket": "T-1-1", "helper": "wei", "role": "consult"}`"""

    kind: ClassVar[str] = "helper_invited"
    ticket: str
    agent: Annotated[str, AGENT]
    helper: Annotated[str, AGENT]
    role: HelperRole


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperWasRung:
    """The helper's phone rings. `{"kind": "helper_was_rung", "ticket": "T-1-1", "helper": "wei"}`"""

    kind: ClassVar[str] = "helper_was_rung"
    ticket: str
    helper: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperJoined:
    """The helper is there. `{"kind": "helper_joined", "ticket": "T-1-1", "helper": "wei", "role": "consult"}`"""

    kind: ClassVar[str] = "helper_joined"
    ticket: str
    helper: Annotated[str, AGENT]
    helper_name: Annotated[str, AGENT_NAME]
    role: HelperRole


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperLeft:
    """The helper is gone, or never came (`reason`). `{"kind": "helper_left", "ticket": "T-1-1", "helper": "wei"}`"""

    kind: ClassVar[str] = "helper_left"
    ticket: str
    helper: Annotated[str, AGENT]
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldStarted:
    """The customer hears music. `{"kind": "hold_started", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "hold_started"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldEnded:
    """The agent is back. `{"kind": "hold_ended", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "hold_ended"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentMuted:
    """Nobody hears the agent. `{"kind": "agent_muted", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "agent_muted"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentUnmuted:
    """The agent is heard again. `{"kind": "agent_unmuted", "ticket": "T-1-1", "agent": "amy"}`"""

    kind: ClassVar[str] = "agent_unmuted"
    ticket: str
    agent: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkHandedOver:
    """A helper who was in the talk has it now; the customer stayed in it.

    `{"kind": "talk_handed_over", "ticket": "T-1-1", "by": "amy", "agent": "wei", "agent_name": "Wei"}`
    """

    kind: ClassVar[str] = "talk_handed_over"
    ticket: str
    by: Annotated[str, AGENT]
    agent: Annotated[str, AGENT]
    agent_name: Annotated[str, AGENT_NAME]


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerWasLate:
    """The customer in a chat was told that the agent's answer takes longer, and offered somebody else.

    `{"kind": "answer_was_late", "ticket": "T-1-1", "agent": "amy", "waited_s": 120.0}`
    """

    kind: ClassVar[str] = "answer_was_late"
    ticket: str
    agent: Annotated[str, AGENT]
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentNoted:
    """Words among agents, never for the customer.

    `{"kind": "agent_noted", "ticket": "T-1-1", "agent": "sam", "text": "Offer 10 %"}`
    """

    kind: ClassVar[str] = "agent_noted"
    ticket: str
    agent: Annotated[str, AGENT]
    agent_name: Annotated[str, AGENT_NAME]
    text: Annotated[str, NOTE]


@dataclass(frozen=True, slots=True, kw_only=True)
class FactMarked:
    """The agent says what a fact of the packet was worth: `used`, `wrong`, or `asked_again` of the customer.

    `{"kind": "fact_marked", "ticket": "T-1-1", "agent": "amy", "fact": "order_number", "mark": "used"}`
    """

    kind: ClassVar[str] = "fact_marked"
    ticket: str
    agent: Annotated[str, AGENT]
    fact: str
    mark: FactMark


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseMade:
    """The customer was told to expect something. `what`: wait, place, no_repeat, callback, message.

    `{"kind": "promise_made", "promise": "T-1-1-p1", "what": "wait", "ticket": "T-1-1", "due_at": 1772449200.0}`
    """

    kind: ClassVar[str] = "promise_made"
    promise: str
    what: PromiseWhat
    ticket: str
    due_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PromiseSettled:
    """What became of a promise: `kept`, kept `late` (by `late_s`), `broken`, or `void`: the customer wanted it no more.

    `{"kind": "promise_settled", "promise": "T-1-1-p1", "what": "wait", "ticket": "T-1-1", "how": "late", "late_s": 42.0}`
    """

    kind: ClassVar[str] = "promise_settled"
    promise: str
    what: PromiseWhat
    ticket: str
    how: Literal["kept", "late", "broken", "void"]
    late_s: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionsOffered:
    """Ways on besides waiting were offered. `{"kind": "options_offered", "ticket": "T-1-1", "options": ["callback", "bot"]}`"""

    kind: ClassVar[str] = "options_offered"
    ticket: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionTaken:
    """The customer took one of them. `{"kind": "option_taken", "ticket": "T-1-1", "option": "callback"}`"""

    kind: ClassVar[str] = "option_taken"
    ticket: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRegained:
    """A verified customer whose call was cut off has the old place again. `before` is the ticket it was.

    `{"kind": "place_regained", "ticket": "T-2-1", "before": "T-1-1", "waited_s": 240.0}`
    """

    kind: ClassVar[str] = "place_regained"
    ticket: str
    before: str
    waited_s: float


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackStarted:
    """The customer's phone rings. `{"kind": "callback_started", "ticket": "T-1-1", "attempt": 1}`"""

    kind: ClassVar[str] = "callback_started"
    ticket: str
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackAnswered:
    """The customer answered and is there again. `{"kind": "callback_answered", "ticket": "T-1-1", "attempt": 1}`"""

    kind: ClassVar[str] = "callback_answered"
    ticket: str
    attempt: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackMissed:
    """The customer was not reached. `retry_at`: when it is tried again, if it is.

    `{"kind": "callback_missed", "ticket": "T-1-1", "attempt": 1, "reason": "no_answer", "retry_at": 1772449500.0}`
    """

    kind: ClassVar[str] = "callback_missed"
    ticket: str
    attempt: int
    reason: str
    retry_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackCancelled:
    """The promised call is not needed any more. `{"kind": "callback_cancelled", "ticket": "T-1-1", "by": "customer"}`"""

    kind: ClassVar[str] = "callback_cancelled"
    ticket: str
    by: Annotated[str, AGENT]


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageAnswered:
    """A message that the customer left was answered: in the chat, by a call, by e-mail; or nobody was reached (`not_reached`).

    `{"kind": "message_answered", "ticket": "T-1-1", "agent": "amy", "how": "emailed"}`
    """

    kind: ClassVar[str] = "message_answered"
    ticket: str
    agent: Annotated[str, AGENT]
    how: AnswerHow


DeskEvent = (
    HandoffBriefed
    | HandoffMoved
    | HandoffTaken
    | HandoffTurnedAway
    | BotResumed
    | HelperInvited
    | HelperWasRung
    | HelperJoined
    | HelperLeft
    | HoldStarted
    | HoldEnded
    | AgentMuted
    | AgentUnmuted
    | TalkHandedOver
    | AnswerWasLate
    | AgentNoted
    | FactMarked
    | PromiseMade
    | PromiseSettled
    | OptionsOffered
    | OptionTaken
    | PlaceRegained
    | CallbackStarted
    | CallbackAnswered
    | CallbackMissed
    | CallbackCancelled
    | MessageAnswered
)
