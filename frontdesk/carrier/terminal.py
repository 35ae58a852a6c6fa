"""A telephone in a terminal: what is heard is written, a typed line is keys (only 0-9 * #) or words."""

import asyncio
import re
from collections.abc import Callable

from frontdesk.carrier.account import Sleep
from frontdesk.carrier.handset import Receiver
from frontdesk.carrier.signals import Answered, Bridged, Cue, Ended, Heard, Held, HungUp, Keys, Listening, Words

Write = Callable[[str], None]


class TerminalHandset:
    """Lines are taken one at a time, each when the exchange listens; after the last there is only silence."""

    def __init__(self, lines: "asyncio.Queue[str]", write: Write, sleep: Sleep) -> None:
        self.ended = asyncio.Event()
        self._lines = lines
        self._write = write
        self._sleep = sleep
        self._receiver: Receiver | None = None
        self._wanted = asyncio.Event()
        self._talking = False

    def connect(self, receiver: Receiver | None) -> None:
        self._receiver = receiver

    def show(self, cue: Cue) -> None:
        self._talking = isinstance(cue, Bridged) or (self._talking and isinstance(cue, Heard))
        match cue:
            case Listening(inputs, timeout):
                self._write(f"    listening for {' or '.join(inputs)}, {timeout:g} s")
                self._wanted.set()
            case Heard(text, speaker):
                self._write(f"{speaker}: {text}")
            case Held():
                self._write("    on hold")
            case Bridged():
                self._write("    connected")
                self._wanted.set()
            case Answered():
                self._write("    answered")
            case Ended(reason):
                self._write(f"    {reason}")
                self.ended.set()

    async def say(self, text: str, language: str, voice: str, rate: float = 1.0) -> None:
        self._wanted.clear()
        self._write(f"[{language}] {text}")

    async def play(self, url: str, text: str, language: str) -> None:
        self._wanted.clear()
        self._write(f"[{language or 'sound'}] {text or url}")

    async def pause(self, seconds: float) -> None:
        await self._sleep(seconds)

    async def quiet(self, seconds: float) -> None:
        await self._sleep(seconds)

    async def type_lines(self) -> None:
        """Pass the lines on until cancelled. `/hangup` hangs up; a line of keys alone is pressed, others are spoken."""
        while True:
            await self._wanted.wait()
            line = (await self._lines.get()).strip()
            if self._receiver is None or not line:
                continue
            if not self._talking:
                self._wanted.clear()
            if line == "/hangup":
                self._receiver(HungUp())
            elif re.fullmatch(r"[0-9*#]+", line):
                self._receiver(Keys(line))
            else:
                self._receiver(Words(line))
