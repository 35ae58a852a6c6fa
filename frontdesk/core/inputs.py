"""Inputs: everything that can come in. `at` is when it came, epoch seconds (UTC), stamped at the door.

What agents and timers do names its `ticket`, because a session may have had others before; None: the present one.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from frontdesk.core.attachments import Attachment
from frontdesk.core.desk_inputs import DeskInput
from frontdesk.core.recording import RecordingInput
from frontdesk.core.waits import Choice

Channel = Literal["voice", "chat"]
Machine = Literal["dialogue", "task", "estimate"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """What a chat takes along from the call it continues: no identity. `queue`: where the caller waited, since when."""

    session: str
    facts: Mapping[str, str] = field(default_factory=dict)
    queue: str = ""
    waiting_since: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactStarted:
    """A customer called or opened a chat. `caller` is their number as given by the carrier, if any; never an identity.

    `contact` and `region` are what may be known of it for good: a pseudonym and a country. The loop adds them.
    `textable`: the house may send this number a text. `recordable`: the house records calls whose callers agree.
    `carried`: the chat continues a call.
    """

    kind: ClassVar[str] = "contact_started"
    at: float
    channel: Channel
    lang: str | None = None
    caller: str | None = None
    contact: str = ""
    region: str = ""
    textable: bool = False
    recordable: bool = False
    carried: Carried | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatTaken:
    """Somebody opened the link to go on in chat; `chat` marks which chat it is."""

    kind: ClassVar[str] = "chat_taken"
    at: float
    chat: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KeysPressed:
    """Keys pressed on the phone, as one group."""

    kind: ClassVar[str] = "keys_pressed"
    at: float
    digits: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsSpoken:
    """What a recogniser heard. `confidence` is 0..1 or unknown; carriers promise nothing about it."""

    kind: ClassVar[str] = "words_spoken"
    at: float
    text: str
    confidence: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextTyped:
    """A chat message. With an `attachment`, `text` is how the file is called where only words are read."""

    kind: ClassVar[str] = "text_typed"
    at: float
    text: str
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePicked:
    """A button pressed on chat."""

    kind: ClassVar[str] = "choice_picked"
    at: float
    payload: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NothingHeard:
    """The prompt ended and no key or word came in time."""

    kind: ClassVar[str] = "nothing_heard"
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLeft:
    """The customer hung up, or their chat stayed silent past its limit."""

    kind: ClassVar[str] = "contact_left"
    at: float
    reason: Literal["hung_up", "idle", "failed"] = "hung_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class BotMessage:
    """One thing the bot says, with the buttons that go with it."""

    text: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskNote:
    """The bot ran a task: what came out, and the facts it learnt."""

    task: str
    outcome: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class DialogueReply:
    """The dialogue model's answer in our words. `handoff` is set when the bot wants a human to take over.

    `need`: what the bot is in the middle of, as an intent's or a task's need; `told`: the facts it was told for that.
    `expects_secret`: what the customer says next is a secret and must not be written down.
    """

    kind: ClassVar[str] = "dialogue_reply"
    messages: tuple[BotMessage, ...] = ()
    tasks: tuple[TaskNote, ...] = ()
    intent: str | None = None
    need: str | None = None
    told: Mapping[str, str] = field(default_factory=dict)
    confidence: float | None = None
    handoff: str | None = None
    understood: bool = True
    finished: bool = False
    expects_secret: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskReply:
    """A task's outcome, the words for the customer and the facts learnt."""

    kind: ClassVar[str] = "task_reply"
    task: str
    outcome: str
    words: str
    spoken: str
    facts: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitReply:
    """Expected wait as a range in seconds and the place in the queue (1 = next). `None` range: it can't be told.

    `options` are the ways on besides waiting; `full`: as many wait already as may. `place_at` and `place_of`: the place
    of a call of this customer that was cut off, to be taken up again. `number`: the one that was asked about, as it is
    dialled; None where it can't be rung. `last_agent`: who served this customer last. `unsure`:
    the estimate failed, so this is all that is known without one.
    """

    kind: ClassVar[str] = "wait_reply"
    position: int
    staffed: int
    low_s: float | None = None
    high_s: float | None = None
    options: tuple[str, ...] = ()
    full: bool = False
    place_at: float | None = None
    place_of: str | None = None
    last_agent: str | None = None
    number: str | None = None
    unsure: bool = False


Reply = DialogueReply | TaskReply | WaitReply


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineReplied:
    """A machine answered the present `ForReply`; with a `key`, the one whose task has this key, which may be over."""

    kind: ClassVar[str] = "machine_replied"
    at: float
    reply: Reply
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineFailed:
    """A machine did not answer: too late, not there, or nonsense."""

    kind: ClassVar[str] = "machine_failed"
    at: float
    machine: Machine
    reason: Literal["late", "down", "invalid"]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MachineSlow:
    """The machine asked is still at work, and the customer should hear something."""

    kind: ClassVar[str] = "machine_slow"
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferMade:
    """The desk offers the ticket to one agent until `until`. `foreign`: they do not speak the customer's language."""

    kind: ClassVar[str] = "offer_made"
    at: float
    agent: str
    agent_name: str
    until: float
    ticket: str | None = None
    foreign: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferAccepted:
    """The agent took the offer. `until`: by when a phone agent must have picked up."""

    kind: ClassVar[str] = "offer_accepted"
    at: float
    agent: str
    until: float | None = None
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDeclined:
    """The agent refused, or did not answer in time (`no_answer`: RONA), or their phone leg failed."""

    kind: ClassVar[str] = "offer_declined"
    at: float
    agent: str
    reason: Literal["declined", "no_answer", "leg_failed"] = "declined"
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentRung:
    """The agent's phone leg rings; `leg` is the carrier's id of that call."""

    kind: ClassVar[str] = "agent_rung"
    at: float
    agent: str
    leg: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentJoined:
    """The agent is there and briefed: customer and agent can be connected."""

    kind: ClassVar[str] = "agent_joined"
    at: float
    agent: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentWrote:
    """A connected agent's chat message, or a file with its name as the text."""

    kind: ClassVar[str] = "agent_wrote"
    at: float
    agent: str
    text: str
    ticket: str | None = None
    attachment: Attachment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentLeft:
    """The talk between customer and agent ended without a disposition yet."""

    kind: ClassVar[str] = "agent_left"
    at: float
    agent: str
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgentClosed:
    """The agent closed the ticket with a disposition (wrap-up done)."""

    kind: ClassVar[str] = "agent_closed"
    at: float
    agent: str
    disposition: str
    note: str = ""
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimerRang:
    """The time limit of the ticket's present step ran out."""

    kind: ClassVar[str] = "timer_rang"
    at: float
    ticket: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutsideFailed:
    """An outside queue does not answer (`down`: we keep trying) or won't take the ticket (`refused`: our own desk does)."""

    kind: ClassVar[str] = "outside_failed"
    at: float
    ticket: str
    system: str
    reason: Literal["down", "refused"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyDue:
    """A call is over that was not asked how it was: ask by a message, at the address its answer will come from."""

    kind: ClassVar[str] = "survey_due"
    at: float
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyReplied:
    """The answer to such a message: a score on the question's scale, in the customer's words."""

    kind: ClassVar[str] = "survey_replied"
    at: float
    score: int
    text: str


CustomerInput = KeysPressed | WordsSpoken | TextTyped | ChoicePicked | NothingHeard
MachineInput = MachineReplied | MachineFailed
AgentInput = OfferMade | OfferAccepted | OfferDeclined | AgentRung | AgentJoined | AgentWrote | AgentLeft | AgentClosed
TicketInput = AgentInput | DeskInput | TimerRang | OutsideFailed
SurveyInput = SurveyDue | SurveyReplied
Input = (
    ContactStarted
    | CustomerInput
    | ContactLeft
    | MachineInput
    | MachineSlow
    | ChatTaken
    | RecordingInput
    | SurveyInput
    | TicketInput
)
