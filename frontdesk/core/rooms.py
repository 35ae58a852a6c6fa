"""Rooms and state: where a session stands. All of it is JSON between turns."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, ClassVar, Literal

from frontdesk.core.facts import FACTS as FACTS_KNOWN
from frontdesk.core.inputs import Channel
from frontdesk.core.pace import AS_IT_IS
from frontdesk.core.privacy import ADDRESS, FACTS, NUMBER, PRESENT, SOUND
from frontdesk.core.questions import EFFORT, House
from frontdesk.core.recording import RecordingIs
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForNobody, Wait

A_PERSON = "human_agent"  # the goal of who asked the bot for a person, and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class InMenu:
    """At a node of a flow. `pending` is collected input that waits for its read-back to be confirmed; `part` are
    the first digits of a number that is given in pieces.

    `trail` names the questions before this one ("main.menu"), oldest first: where "back" leads.
    """

    kind: ClassVar[str] = "in_menu"
    flow: str
    node: str
    silences: int = 0
    misses: int = 0
    pending: str | None = None
    part: str = ""
    trail: tuple[str, ...] = field(default=(), compare=False)  # how one came makes no difference to where one is


@dataclass(frozen=True, slots=True, kw_only=True)
class InTalk:
    """Talking to the bot. `back_flow`/`back_node` is where the talk came from, if from a menu. `told`: facts of what the bot is
    in the middle of, for when it is gone; `hidden`: what it is asked about is a secret.
    """

    kind: ClassVar[str] = "in_talk"
    back_flow: str | None = None
    back_node: str | None = None
    silences: int = 0
    misses: int = 0
    told: Annotated[Mapping[str, str], FACTS] = field(default_factory=dict, compare=False)
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WithHuman:
    """In the queue or with a human; the ticket tells which. `asking`: for a `message`, which of the `options`, for a `number`
    to be called back at, or whether that is the `number_right`: `number` as it was given so far, `rings` as it is dialled.
    `wish`: the way on they came for, until it is known whether it can be gone.
    """

    kind: ClassVar[str] = "with_human"
    asking: Literal["", "message", "options", "number", "number_right"] = ""
    misses: int = 0
    number: str = ""
    rings: str = ""
    wish: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InSurvey:
    """Being asked the effort question."""

    kind: ClassVar[str] = "in_survey"
    question: str
    tries: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """Not yet begun, or over."""

    kind: ClassVar[str] = "outside"
    over: bool = False


Room = InMenu | InTalk | WithHuman | InSurvey | Outside


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """One thing tried in self-service, for the human who takes over."""

    what: str
    outcome: str
    by: Literal["menu", "bot"]
    at: float


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """All that a session is between two turns.

    `seq` counts committed turns, `spoke` is the last that said something to the customer;
    `address` is the door's name for the contact; times are epoch seconds (UTC). `earlier` are tickets of
    former handoffs whose wrap-up is still to be done; `calls` are the nodes whose subflow we are in, outermost first;
    `arms` the arm of each experiment; `promises` counts callbacks and messages promised. `unheard` is what the customer
    said while the bot could not answer (without proofs of identity): the menus use it once instead of asking again. `surveyed`:
    the effort question was put, or is not to be put to this customer now.
    `question` is the house's; `asked_at`: when it was put by a message after the call, 0 if it was not.
    `told`: something was said in words that a person will read. `offered_langs`: those that a menu offers; until one is
    chosen the house speaks each of them.
    `call_at`: the number they asked to be called back at, where that is not `caller`.
    `textable`: the caller's number may be sent a text. `recordable`: the house records this call if the caller agrees, which the
    fact `recording` says; `recording` is the carrier's name for it, `recording_is` what it is doing.
    `pace`: how fast the caller wants to be spoken to, as a share of the house's own pace.
    """

    session: str
    channel: Channel
    lang: str
    started_at: float
    address: Annotated[str, ADDRESS] = ""
    lang_settled: bool = False
    offered_langs: tuple[str, ...] = ()
    caller: Annotated[str | None, NUMBER] = None
    call_at: Annotated[str | None, NUMBER] = None
    flow_version: str = ""
    seq: int = 0
    spoke: int = 0
    room: Annotated[Room, PRESENT] = field(default_factory=Outside)
    wait: Annotated[Wait, PRESENT] = field(default_factory=ForNobody)
    facts: Annotated[Mapping[str, str], FACTS] = field(default_factory=dict)
    ticket: Ticket | None = None
    earlier: tuple[Ticket, ...] = ()
    tickets: int = 0
    tried: tuple[Tried, ...] = ()
    told: bool = False
    failures: int = 0
    surveyed: bool = False
    question: House = EFFORT
    asked_at: float = 0.0
    calls: tuple[str, ...] = ()
    arms: Mapping[str, str] = field(default_factory=dict)
    promises: int = 0
    unheard: Annotated[str, PRESENT] = ""
    textable: bool = False
    recordable: bool = False
    recording: Annotated[str, SOUND] = ""
    recording_is: RecordingIs = ""
    pace: float = AS_IT_IS

    @property
    def all_tickets(self) -> tuple[Ticket, ...]:
        """The present ticket and earlier ones that an agent may still have on the desk."""
        return self.earlier if self.ticket is None else (*self.earlier, self.ticket)

    @property
    def langs(self) -> tuple[str, ...]:
        """What the house speaks: the language that was chosen; before that, those that were offered."""
        return (self.lang,) if self.lang_settled else self.offered_langs or (self.lang,)

    @property
    def anything_told(self) -> bool:
        """Whether there is anything a person who takes over can know already."""
        about = (name for name in self.facts if FACTS_KNOWN[name].purpose == "service" and name != "customer_name")
        return self.told or bool(self.tried) or self.facts.get("goal", A_PERSON) != A_PERSON or any(about)

    @property
    def over(self) -> bool:
        return isinstance(self.room, Outside) and self.room.over
