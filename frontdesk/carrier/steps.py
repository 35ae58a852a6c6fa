"""What a call does next, as values. Must not know how it is done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from frontdesk.carrier.rooms import Room, Seat
from frontdesk.carrier.verbs import Method

ENDS = Seat(ends=True)

Status = Literal["queued", "ringing", "in-progress", "completed", "busy", "failed", "no-answer", "canceled"]
FINAL: frozenset[str] = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})


@dataclass(frozen=True, slots=True)
class Goto:
    """Ask this webhook and follow its document."""

    url: str
    method: Method = "POST"
    extra: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Follow:
    """Follow this document, given as text."""

    twiml: str


@dataclass(frozen=True, slots=True)
class Join:
    """Go and talk in this room until it ends."""

    room: Room
    seat: Seat = ENDS


@dataclass(frozen=True, slots=True)
class End:
    """Hang up. `status` is what the call becomes; `reason` is for the person."""

    reason: str
    status: Status = "completed"


@dataclass(frozen=True, slots=True)
class LeaveQueue:
    pass


Step: TypeAlias = Goto | Follow | Join | End | LeaveQueue
