"""The port a call speaks to: one telephone in someone's hand. Must not know TwiML or webhooks."""

from collections.abc import Callable
from typing import Protocol

from frontdesk.carrier.signals import Cue, Signal

Receiver = Callable[[Signal], None]


class Handset(Protocol):
    """A telephone. How long words and silence last is the handset's own affair."""

    def connect(self, receiver: Receiver | None) -> None:
        """Send every signal to `receiver` from now on; None when the call is over."""

    def show(self, cue: Cue) -> None:
        """Let the person know; never waits."""

    async def say(self, text: str, language: str, voice: str, rate: float = 1.0) -> None:
        """Speak, and return when it has been spoken. `rate` 1 is the voice's own pace."""

    async def play(self, url: str, text: str, language: str) -> None:
        """Play a sound, and return when it is over. `text`: what it says, as far as anyone knows."""

    async def pause(self, seconds: float) -> None:
        """Let so much silence of the exchange's own pass."""

    async def quiet(self, seconds: float) -> None:
        """Return when the person has been silent for so long."""
