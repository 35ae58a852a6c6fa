"""A telephone for tests: what it should do is said line by line, nothing is waited for, all it heard is kept."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from frontdesk.carrier.handset import Receiver
from frontdesk.carrier.signals import (
    Bridged,
    Cue,
    Ended,
    Heard,
    Held,
    HungUp,
    Incoming,
    Keys,
    Listening,
    PickedUp,
    Refused,
    Signal,
    Words,
)


@dataclass(frozen=True, slots=True)
class Spoken:
    """Something the person heard: a prompt with its language and pace, or another party's words with who said them."""

    text: str
    language: str = ""
    speaker: str = ""
    rate: float = 1.0


class ScriptedHandset:
    """Prompts are spoken at once; silence passes when the script says so.

    Every action waits for its moment (listening, ringing) and every `until_…` fails after `patience` seconds
    with all that was heard so far.
    """

    def __init__(self, patience: float = 10, picks_up: bool = False) -> None:
        self.transcript: list[Spoken] = []
        self.cues: list[Cue] = []
        self.played: list[str] = []
        self.listening: Listening | None = None
        self.patience = patience
        self.picks_up = picks_up
        self._receiver: Receiver | None = None
        self._since = 0
        self._silent = asyncio.Event()
        self._changed = asyncio.Event()
        self._slow = asyncio.Event()
        self._slow.set()

    # the side of the exchange

    def connect(self, receiver: Receiver | None) -> None:
        if receiver is not None:
            self._since = len(self.cues)
        self._receiver = receiver

    def show(self, cue: Cue) -> None:
        self.cues.append(cue)
        match cue:
            case Listening():
                self.listening = cue
                self._silent.clear()
            case Heard(text, speaker):
                self.transcript.append(Spoken(text, speaker=speaker))
            case Incoming() if self.picks_up:
                asyncio.get_running_loop().call_soon(self._send, PickedUp())
            case Ended():
                self.listening = None
        self._notify()

    async def say(self, text: str, language: str, voice: str, rate: float = 1.0) -> None:
        self.listening = None
        self.transcript.append(Spoken(text, language, rate=rate))
        self._notify()
        await self._slow.wait()

    async def play(self, url: str, text: str, language: str) -> None:
        self.played.append(url)
        await self.say(text or url, language, "")

    async def pause(self, seconds: float) -> None:
        return

    async def quiet(self, seconds: float) -> None:
        await self._silent.wait()

    # the side of the script

    @property
    def heard(self) -> list[str]:
        return [one.text for one in self.transcript]

    @property
    def _now(self) -> list[Cue]:
        """What was shown since the present (or last) call began."""
        return self.cues[self._since :]

    @property
    def ended(self) -> bool:
        return any(isinstance(cue, Ended) for cue in self._now)

    @property
    def bridged(self) -> bool:
        return any(isinstance(cue, Bridged) for cue in self._now)

    def speak_slowly(self) -> None:
        """From now on a prompt lasts until it is interrupted (or `speak_fast`)."""
        self._slow.clear()

    def speak_fast(self) -> None:
        self._slow.set()

    async def press(self, digits: str, then_wait: bool = False) -> Self:
        """Press keys when listened to, then (unless `then_wait`) stay silent until they are taken."""
        await self.until_listening()
        self.press_now(digits)
        if not then_wait:
            self._silent.set()
            self.listening = None
        return self

    def press_now(self, digits: str) -> None:
        """Press keys at this very moment, whatever the exchange is doing."""
        self._send(Keys(digits))

    async def speak(self, text: str, confidence: float = 0.95) -> Self:
        """Say something when listened to."""
        await self.until_listening()
        self.listening = None
        self.talk(text, confidence)
        return self

    def talk(self, text: str, confidence: float = 0.95) -> None:
        """Say something at this very moment: over a prompt, or to the others in a room."""
        self._send(Words(text, confidence))

    async def silence(self) -> Self:
        """Say and press nothing until the exchange gives up waiting."""
        await self.until_listening()
        self.listening = None
        self._silent.set()
        return self

    async def pick_up(self) -> Self:
        await self.until_ringing()
        self._send(PickedUp())
        return self

    async def refuse(self) -> Self:
        await self.until_ringing()
        self._send(Refused())
        return self

    def hangup(self) -> None:
        self._send(HungUp())

    async def until_listening(self) -> Self:
        return await self.until(lambda: self.listening is not None, "listening")

    async def until_heard(self, text: str) -> Self:
        return await self.until(lambda: any(text in one for one in self.heard), f"hearing {text!r}")

    async def until_ringing(self) -> Self:
        return await self._until(lambda: bool(self._now) and isinstance(self._now[-1], Incoming), "ringing")

    async def until_held(self) -> Self:
        return await self.until(lambda: any(isinstance(cue, Held) for cue in self._now), "being held")

    async def until_bridged(self) -> Self:
        return await self.until(lambda: self.bridged, "being bridged")

    async def until_ended(self) -> Self:
        return await self._until(lambda: self.ended, "the end")

    async def until(self, condition: Callable[[], bool], what: str) -> Self:
        """Wait for a condition; a call that ends first will never meet it."""
        await self._until(lambda: condition() or self.ended, what)
        if not condition():
            raise AssertionError(f"The call ended before {what}. Heard: {self.heard}")
        return self

    async def _until(self, condition: Callable[[], bool], what: str) -> Self:
        try:
            async with asyncio.timeout(self.patience):
                while not condition():
                    await self._changed.wait()
        except TimeoutError as error:
            raise AssertionError(f"Waited in vain for {what}. Heard: {self.heard}; last: {self.cues[-3:]}") from error
        return self

    def _notify(self) -> None:
        self._changed.set()
        self._changed = asyncio.Event()

    def _send(self, signal: Signal) -> None:
        if self._receiver is not None:
            self._receiver(signal)
