"""What passes between a call and the person at the telephone: signals come in, cues go out. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Keys:
    digits: str


@dataclass(frozen=True, slots=True)
class Words:
    text: str
    confidence: float = 0.95


@dataclass(frozen=True, slots=True)
class HungUp:
    pass


@dataclass(frozen=True, slots=True)
class PickedUp:
    pass


@dataclass(frozen=True, slots=True)
class Refused:
    pass


Signal: TypeAlias = Keys | Words | HungUp | PickedUp | Refused


@dataclass(frozen=True, slots=True)
class Ringing:
    """The other side is being rung."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """This telephone rings. `parameters` are those written after the client's name (`client:amy?ticket=7`)."""

    caller: str
    parameters: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answered:
    pass


@dataclass(frozen=True, slots=True)
class Listening:
    """From now on silence counts: keys and speech are waited for."""

    inputs: tuple[str, ...]
    timeout: float
    finish_on_key: str = "#"
    num_digits: int | None = None
    language: str = "en-US"
    hints: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Held:
    pass


@dataclass(frozen=True, slots=True)
class Bridged:
    pass


@dataclass(frozen=True, slots=True)
class Heard:
    """Words of the other party."""

    text: str
    speaker: str


@dataclass(frozen=True, slots=True)
class Ended:
    reason: str


Cue: TypeAlias = Ringing | Incoming | Answered | Listening | Held | Bridged | Heard | Ended
