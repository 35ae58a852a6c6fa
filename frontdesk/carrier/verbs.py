"""The verbs of a TwiML document as values. Must not know XML, nor how a call carries them out."""

from dataclasses import dataclass
from typing import Literal, TypeAlias

Method = Literal["GET", "POST"]


@dataclass(frozen=True, slots=True)
class Say:
    """`rate`: how fast most of it is spoken; 1 is the voice's own pace."""

    text: str
    language: str = "en-US"
    voice: str = ""
    loop: int = 1
    rate: float = 1.0


@dataclass(frozen=True, slots=True)
class Play:
    url: str
    digits: str = ""
    loop: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    length: float = 1


Prompt: TypeAlias = Say | Play | Pause


@dataclass(frozen=True, slots=True)
class Gather:
    """Listen for keys or speech while the prompts are spoken and for `timeout` seconds after."""

    action: str = ""
    method: Method = "POST"
    inputs: frozenset[str] = frozenset({"dtmf"})
    timeout: float = 5
    finish_on_key: str = "#"
    num_digits: int | None = None
    speech_timeout: float | None = None
    language: str = "en-US"
    hints: tuple[str, ...] = ()
    barge_in: bool = True
    action_on_empty: bool = False
    prompts: tuple[Prompt, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    action: str = ""
    method: Method = "POST"
    timeout: float = 5
    finish_on_key: str = "1234567890*#"
    max_length: float = 3600


@dataclass(frozen=True, slots=True)
class Redirect:
    url: str = ""
    method: Method = "POST"


@dataclass(frozen=True, slots=True)
class Enqueue:
    name: str
    action: str = ""
    method: Method = "POST"
    wait_url: str = ""
    wait_method: Method = "POST"
    max_size: int = 100


@dataclass(frozen=True, slots=True)
class Number:
    """A telephone number or a registered client (`client:amy`) to ring."""

    address: str
    url: str = ""
    method: Method = "POST"
    status_callback: str = ""
    status_events: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Conference:
    name: str
    start_on_enter: bool = True
    end_on_exit: bool = False
    muted: bool = False
    wait_url: str = ""
    wait_method: Method = "POST"
    label: str = ""


@dataclass(frozen=True, slots=True)
class Queue:
    name: str


@dataclass(frozen=True, slots=True)
class Dial:
    targets: tuple[Number, ...] | Conference | Queue
    action: str = ""
    method: Method = "POST"
    timeout: float = 30
    caller_id: str = ""
    time_limit: float = 14400
    hangup_on_star: bool = False


@dataclass(frozen=True, slots=True)
class Hangup:
    pass


@dataclass(frozen=True, slots=True)
class Reject:
    reason: Literal["rejected", "busy"] = "rejected"


@dataclass(frozen=True, slots=True)
class Leave:
    pass


Verb: TypeAlias = Say | Play | Pause | Gather | Record | Redirect | Enqueue | Dial | Hangup | Reject | Leave


@dataclass(frozen=True, slots=True)
class Document:
    """One answer of a webhook: verbs in order, and the address its relative addresses start from."""

    verbs: tuple[Verb, ...]
    url: str = ""
