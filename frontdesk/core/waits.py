"""Waits: who must speak next, and what they may say. A turn ends when a person must speak, or nobody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from frontdesk.core.words import OfHouse

Accepts = Literal["keys", "speech", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing the customer may choose: a key on the phone, a button on chat."""

    label: str
    payload: str
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ForCustomer:
    """The customer must speak. `timeout_s` counts from the end of the prompt (voice only).

    `between_s`: after so long without another key what was pressed counts as whole, where a single key and many are both
    an answer; 0: `timeout_s`. `record_s`: so long a voice message may be left instead, where the house records; 0: never.
    No secret is recorded. `by_bot`: the bot asked, and it alone can put the question in another language. `paused`: the
    customer asked for time, so that a bare "ok" says no more than that they are back.
    """

    kind: ClassVar[str] = "for_customer"
    accepts: tuple[Accepts, ...] = ("keys", "speech", "text")
    timeout_s: float = 5.0
    max_digits: int | None = None
    finish_key: str = "#"
    between_s: float = 0.0
    hints: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    secret: bool = False
    barge_in: bool = True
    record_s: float = 0.0
    by_bot: bool = False
    paused: bool = False

    def __hash__(self) -> int:
        """Of a few fields: documents are found again by their wait, and all the hints of a menu take longer than that. Equal
        ones are equal in all fields."""
        first = self.choices[0].label if self.choices else ""
        return hash((first, len(self.choices), len(self.hints), self.timeout_s, self.max_digits))

    @property
    def of_house(self) -> bool:
        """Whether nothing of a customer stands in it. Of a wait that was read from the store it is not known."""
        return all(isinstance(choice.label, OfHouse) for choice in self.choices)


@dataclass(frozen=True, slots=True, kw_only=True)
class ForAgent:
    """A human owns the conversation or is about to; the customer may still write, press or leave."""

    kind: ClassVar[str] = "for_agent"
    ticket: str
    connected: bool = False
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ForNobody:
    """The session is over."""

    kind: ClassVar[str] = "for_nobody"


@dataclass(frozen=True, slots=True, kw_only=True)
class AskDialogue:
    """Ask the dialogue model about one message. `known` holds session facts the bot may use."""

    kind: ClassVar[str] = "ask_dialogue"
    text: str
    lang: str
    medium: Literal["voice", "text"]
    known: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunTask:
    """Run one self-service task of `actions/`. `facts` may hold secrets; they are never stored.

    `key` names this one run within its session: its answer is taken once, and by nobody else.
    """

    kind: ClassVar[str] = "run_task"
    task: str
    facts: Mapping[str, str]
    lang: str
    medium: Literal["voice", "text"]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateWait:
    """Ask how long a customer who joins this queue now, or waits there already with `ticket`, will wait (still).

    `caller` is the number the carrier gave, for the promise of a call back; `number` one the customer gave for it, to be
    looked up; `customer` is the verified customer.
    """

    kind: ClassVar[str] = "estimate_wait"
    queue: str
    lang: str
    tier: str = "standard"
    medium: Literal["voice", "text"] = "text"
    priority: int = 50
    ticket: str | None = None
    caller: str | None = None
    number: str | None = None
    customer: str | None = None


MachineRequest = AskDialogue | RunTask | EstimateWait


@dataclass(frozen=True, slots=True, kw_only=True)
class ForReply:
    """A machine must answer within `deadline_s`; the loop asks it and feeds the answer back as an input.

    `filler`: there are filler words, with which the turn may end while the machine is still at work; `told`: how many
    were said. `until` (epoch seconds): later than this nobody answers. `by_bot`: a question of the bot's stands meanwhile.
    """

    kind: ClassVar[str] = "for_reply"
    request: MachineRequest
    deadline_s: float
    filler: bool = False
    told: int = 0
    until: float = 0.0
    by_bot: bool = False


Wait = ForCustomer | ForAgent | ForNobody | ForReply
