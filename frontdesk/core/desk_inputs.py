"""Inputs about a ticket beyond offer and answer: moved, taken over, helped, held, called back. See `inputs`."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from frontdesk.core.tickets import AnswerHow, FactMark, HelperRole


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitContinued:
    """The customer still waits: time to see whether there is something new to tell them."""

    kind: ClassVar[str] = "wait_continued"
    at: float
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLate:
    """The customer in a chat has waited long for the agent's words."""

    kind: ClassVar[str] = "answer_late"
    at: float
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BridgeConfirmed:
    """The customer's own call entered the room where the agent is: they hear each other."""

    kind: ClassVar[str] = "bridge_confirmed"
    at: float
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLost:
    """The agent is gone in the middle of it: the browser never came back, the line broke."""

    kind: ClassVar[str] = "agent_lost"
    at: float
    agent: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketMoved:
    """To another queue or a certain agent: by its agent (`transfer`), a supervisor (`reassign`) or a rule (`overflow`).

    `by` is who did it; `note` is what the next one should know.
    """

    kind: ClassVar[str] = "ticket_moved"
    at: float
    by: str
    why: Literal["transfer", "reassign", "overflow"]
    queue: str | None = None
    agent: str | None = None
    note: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketTaken:
    """A supervisor takes the conversation over. `until`: by when their phone must have been picked up."""

    kind: ClassVar[str] = "ticket_taken"
    at: float
    agent: str
    agent_name: str
    until: float | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BotCalled:
    """The agent gives the customer back to the bot; `note` says what was settled."""

    kind: ClassVar[str] = "bot_called"
    at: float
    agent: str
    note: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageCalled:
    """The agent has the customer leave a message for colleagues (voicemail); `note` is what those should know besides."""

    kind: ClassVar[str] = "message_called"
    at: float
    agent: str
    note: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperAsked:
    """A colleague is asked to join the agent (`consult`, `three_way`), or a supervisor comes (`listen`, `coach`).

    Asked again with another role, the helper changes it: a consult becomes a talk of three.
    """

    kind: ClassVar[str] = "helper_asked"
    at: float
    agent: str
    helper: str
    helper_name: str
    role: HelperRole
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperRung:
    """The helper's phone rings; `leg` is the carrier's id of that call."""

    kind: ClassVar[str] = "helper_rung"
    at: float
    helper: str
    leg: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperCame:
    """The helper is there; `leg` is their phone call, if they were rung."""

    kind: ClassVar[str] = "helper_came"
    at: float
    helper: str
    leg: str | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperWent:
    """The helper is gone, or never came; `reason` says why they did not: no_phone, no_answer, busy, failed."""

    kind: ClassVar[str] = "helper_went"
    at: float
    helper: str
    reason: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldSet:
    """The agent puts the customer on hold, or comes back."""

    kind: ClassVar[str] = "hold_set"
    at: float
    agent: str
    on: bool
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPauseSet:
    """The agent has the recording of the call pause, for a card number for instance, or go on."""

    kind: ClassVar[str] = "recording_pause_set"
    at: float
    agent: str
    on: bool
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MuteSet:
    """The agent is not to be heard on the phone, or is again."""

    kind: ClassVar[str] = "mute_set"
    at: float
    agent: str
    on: bool
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TalkGiven:
    """The agent gives the talk to a helper who is in it: a warm transfer, without the customer going through the queue."""

    kind: ClassVar[str] = "talk_given"
    at: float
    agent: str
    helper: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentNoteWritten:
    """Words among agents, which the customer never sees: a coach's advice, an answer to a consult."""

    kind: ClassVar[str] = "agent_note_written"
    at: float
    agent: str
    agent_name: str
    text: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactJudged:
    """The agent says of a fact in the packet that it was used, is wrong, or had to be asked again."""

    kind: ClassVar[str] = "fact_judged"
    at: float
    agent: str
    fact: str
    mark: FactMark
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackDialled:
    """The customer's phone rings for the call they were promised; `leg` is the carrier's id of it."""

    kind: ClassVar[str] = "callback_dialled"
    at: float
    leg: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackPickedUp:
    """The customer answered the promised call and said that it is them. `until`: by when the agent must have picked up."""

    kind: ClassVar[str] = "callback_picked_up"
    at: float
    leg: str
    until: float | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackFailed:
    """The promised call came to nothing. `later`: the customer asks to be called again; `not_allowed`: we may not ring them."""

    kind: ClassVar[str] = "callback_failed"
    at: float
    reason: Literal["no_answer", "busy", "failed", "refused", "later", "not_allowed"]
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CallbackDropped:
    """The customer, or the desk for them, needs the promised call no more."""

    kind: ClassVar[str] = "callback_dropped"
    at: float
    by: str = "customer"
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven:
    """The agent answered a message that was left: in the chat with `text`, or elsewhere; `note` is for colleagues."""

    kind: ClassVar[str] = "answer_given"
    at: float
    agent: str
    how: AnswerHow
    text: str = ""
    note: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MessagePutBack:
    """The agent who has a left message open leaves it to somebody else."""

    kind: ClassVar[str] = "message_put_back"
    at: float
    agent: str
    ticket: str | None = None


CallbackInput = CallbackDialled | CallbackPickedUp | CallbackFailed | CallbackDropped
DeskInput = (
    AgentLost
    | TicketMoved
    | TicketTaken
    | BotCalled
    | MessageCalled
    | HelperAsked
    | HelperRung
    | HelperCame
    | HelperWent
    | HoldSet
    | MuteSet
    | RecordingPauseSet
    | TalkGiven
    | AgentNoteWritten
    | FactJudged
    | BridgeConfirmed
    | WaitContinued
    | AnswerLate
    | AnswerGiven
    | MessagePutBack
    | CallbackInput
)
