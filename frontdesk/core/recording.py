"""A call's recording: the events and inputs about it. Whether it may run is `conversation/recorded.py`'s to say."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from frontdesk.core.privacy import SOUND

RECORDING_NAME = re.compile(r"\bRE[0-9a-f]{32}\b")  # as carriers name them
_NAMES = re.compile(f"({RECORDING_NAME.pattern})")
RecordingIs = Literal["", "asked", "on", "paused", "over"]  # asked: it may run already, the carrier has not said so yet
Why = Literal["", "secret", "waiting", "agent", "failed"]


def around_recordings(text: str, clean: Callable[[str], str]) -> str:
    """The text cleaned, with the names of recordings in it left whole: their digits are nobody's number."""
    parts = _NAMES.split(text)
    return "".join(part if RECORDING_NAME.fullmatch(part) else clean(part) for part in parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingAnswered:
    """The customer was told that the call would be recorded. `how`: an `answer`, `silence` after hearing it out, or
    something else said meanwhile, which is no agreement.

    `{"kind": "recording_answered", "agreed": true, "how": "silence"}`
    """

    kind: ClassVar[str] = "recording_answered"
    agreed: bool
    how: Literal["answer", "silence", "else"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingStarted:
    """The carrier records the call. `{"kind": "recording_started", "recording": "RE0f…"}`"""

    kind: ClassVar[str] = "recording_started"
    recording: Annotated[str, SOUND]


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingPaused:
    """Nothing is recorded for now: a `secret` is asked for, the customer is `waiting`, or the `agent` wants it so.

    `{"kind": "recording_paused", "why": "secret"}`
    """

    kind: ClassVar[str] = "recording_paused"
    why: Why


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingResumed:
    """The call is recorded again. `{"kind": "recording_resumed"}`"""

    kind: ClassVar[str] = "recording_resumed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingEnded:
    """The recording is over for good. `why`: empty with the call; `secret` or `agent` when it could not be paused;
    `failed` when the carrier did not record. `seconds` is its length, 0 while it is not known.

    `{"kind": "recording_ended", "recording": "RE0f…", "seconds": 93, "why": ""}`
    """

    kind: ClassVar[str] = "recording_ended"
    recording: Annotated[str, SOUND]
    seconds: int = 0
    why: Why = ""


RecordingEvent = RecordingAnswered | RecordingStarted | RecordingPaused | RecordingResumed | RecordingEnded


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingTold:
    """What the carrier was made to do with the recording, or says of it. `recording`: its name, where it is told."""

    kind: ClassVar[str] = "recording_told"
    at: float
    now: RecordingIs
    recording: str = ""
    seconds: int = 0
    why: Why = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecretUnsafe:
    """A secret was to be asked for while the call is recorded, and the recording could be neither paused nor stopped."""

    kind: ClassVar[str] = "secret_unsafe"
    at: float


RecordingInput = RecordingTold | SecretUnsafe
