"""What the voice door needs of the house, handed to it in one piece."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from frontdesk.conversation.ports import Turns
from frontdesk.core.events import Said
from frontdesk.core.pace import OWN_PACE, Pace
from frontdesk.core.words import Words
from handoff.ports import TicketQueue


class Briefing(Protocol):
    """The short summary an agent hears before the caller is put through."""

    async def whisper(self, ticket: str) -> tuple[str, str] | None:
        """The words and their language, or None when there is nothing to tell."""
        ...


class Sounds(Protocol):
    """Which recordings are played instead of words."""

    def of(self, said: Said) -> str:
        """The address of the sound that says exactly this, or "" when the words must be spoken."""
        ...

    def hold(self, lang: str) -> str:
        """The address of what is heard in the queue, or ""."""
        ...


class NoSounds:
    """Everything is spoken by the carrier."""

    def of(self, said: Said) -> str:
        return ""

    def hold(self, lang: str) -> str:
        return ""


class Recordings(Protocol):
    """Keeps what is recorded of callers."""

    def take(self, name: str, url: str, call: str) -> bool:
        """Fetch the recording of this call at this address, later; False when the address is not the carrier's."""
        ...

    def drop(self, name: str, url: str) -> None:
        """Have the carrier delete its copy, later; nothing is kept here."""
        ...


async def leave_alone(call: str) -> None:
    """Where calls are not ours to end."""


async def never_recorded(session: str) -> bool:
    """Where no call is recorded, a secret can be asked for at any time."""
    return True


@dataclass(frozen=True, slots=True, kw_only=True)
class VoiceDeps:
    """`base_url`: the public address carriers call. `deadline_s`: an answer to our own people later than this is the
    apology instead. A caller hears words after `patience_s`, and has the answer or the apology within `longest_s`.

    `recordings` None: nothing is ever recorded. `messages`: callers may leave voice messages. `recordable`: calls are recorded
    if their callers agree; `hushed` makes sure that one is not recorded now, and says whether it could. `busy_s`: so long
    nothing is heard between filler words.
    `hang_up` ends a call of ours.
    `pace`: how fast one speaks a language to a caller's number. `textable`: whether this number may be sent a text.
    """

    turns: Turns
    tickets: TicketQueue
    briefing: Briefing
    clock: Callable[[], float]
    base_url: str
    words: Words
    deadline_s: float = 10.0
    patience_s: float = 3.0
    longest_s: float = 45.0
    sounds: Sounds = field(default_factory=NoSounds)
    recordings: Recordings | None = None
    messages: bool = False
    recordable: bool = False
    hushed: Callable[[str], Awaitable[bool]] = never_recorded
    busy_s: float = 2.0
    textable: Callable[[str], bool] = lambda number: False
    hang_up: Callable[[str], Awaitable[None]] = leave_alone
    pace: Callable[[str, str | None], Pace] = lambda lang, caller: OWN_PACE
