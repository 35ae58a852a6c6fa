"""A telephone in a browser page: JSON messages out by an outbox, JSON messages in by `take`. Must not know sockets."""

import asyncio
import math
from collections.abc import Callable, Mapping
from typing import Any, Final

from frontdesk.carrier.account import Sleep
from frontdesk.carrier.handset import Receiver
from frontdesk.carrier.signals import (
    Answered,
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
    Ringing,
    Signal,
    Words,
)
from frontdesk.carrier.tasks import first_of

Message = Mapping[str, Any]
Send = Callable[[Message], None]
_PAGE_LANGUAGES: Final = {
    "cmn-CN": "zh-CN",
    "cmn-Hans-CN": "zh-CN",
    "zh": "zh-CN",
    "cmn-TW": "zh-TW",
    "cmn-Hant-TW": "zh-TW",
    "yue-HK": "zh-HK",
    "yue-Hant-HK": "zh-HK",
}
MOST_KEYS: Final = 64
MOST_WORDS: Final = 2000
LONGEST_SOUND_S: Final = 120.0


def page_language(tag: str) -> str:
    """A telephone company's language tag as browsers name it."""
    return _PAGE_LANGUAGES.get(tag, tag)


def speaking_time(text: str) -> float:
    """The longest a page may take to speak a text before it is taken as spoken."""
    wide = sum(ord(character) > 0x2E7F for character in text)
    return 3 + 0.35 * wide + 0.12 * (len(text) - wide)


def encode(cue: Cue) -> Message:
    """A cue as the page's message."""
    match cue:
        case Ringing():
            return {"type": "ringing"}
        case Incoming(caller, parameters):
            ticket = {"ticket": parameters["ticket"]} if "ticket" in parameters else {}
            return {"type": "incoming", "from": caller, **ticket}
        case Answered():
            return {"type": "answered"}
        case Listening():
            return _encode_listening(cue)
        case Held():
            return {"type": "hold"}
        case Bridged():
            return {"type": "bridged"}
        case Heard(text, speaker):
            return {"type": "heard", "text": text, "from": speaker}
        case Ended(reason):
            return {"type": "ended", "reason": reason}


def _encode_listening(cue: Listening) -> Message:
    return {
        "type": "gather",
        "input": list(cue.inputs),
        **({} if cue.num_digits is None else {"num_digits": cue.num_digits}),
        "timeout_s": cue.timeout,
        "finish_on_key": cue.finish_on_key,
        "lang": page_language(cue.language),
        "hints": list(cue.hints),
    }


def decode(message: Message) -> Signal | None:
    """A page's message as a signal; None when it is not one."""
    match message:
        case {"type": "keys", "digits": str(digits)}:
            known = "".join(key for key in digits if key in "0123456789*#")[:MOST_KEYS]
            return Keys(known) if known else None
        case {"type": "speech", "text": str(text)}:
            return Words(text.strip()[:MOST_WORDS]) if text.strip() else None
        case {"type": "answer"}:
            return PickedUp()
        case {"type": "reject"}:
            return Refused()
        case {"type": "hangup"}:
            return HungUp()
    return None


class BrowserHandset:
    """Speaks through a page: a prompt is over when the page says so, or when it must have been."""

    def __init__(self, send: Send, sleep: Sleep) -> None:
        self._send = send
        self._sleep = sleep
        self._receiver: Receiver | None = None
        self._factor = 1.0
        self._prompts = 0
        self._speaking: dict[int, asyncio.Event] = {}

    # the side of the exchange

    def connect(self, receiver: Receiver | None) -> None:
        self._receiver = receiver

    def show(self, cue: Cue) -> None:
        self._send(encode(cue))

    async def say(self, text: str, language: str, voice: str, rate: float = 1.0) -> None:
        how = {**({"voice": voice} if voice else {}), **({"rate": rate} if rate != 1 else {})}
        await self._prompt(text, language, how, speaking_time(text) / min(rate, 1.0))

    async def play(self, url: str, text: str, language: str) -> None:
        """A prompt with its sound; a page that can't play it reads the words."""
        await self._prompt(text or "♪", language, {"url": url}, LONGEST_SOUND_S)

    async def _prompt(self, text: str, language: str, extra: Message, longest: float) -> None:
        self._prompts += 1
        number, spoken = self._prompts, asyncio.Event()
        self._send({"type": "say", "id": number, "text": text, "lang": page_language(language), **extra})
        if self._factor == 0:
            return
        self._speaking[number] = spoken
        try:
            await first_of(spoken.wait(), self._sleep(longest * max(1.0, self._factor)))
        finally:
            self._speaking.pop(number, None)

    async def pause(self, seconds: float) -> None:
        self._send({"type": "pause", "seconds": seconds * self._factor})
        await self._sleep(seconds * self._factor)

    async def quiet(self, seconds: float) -> None:
        await self._sleep(seconds)

    # the side of the page

    def take(self, message: Message) -> None:
        """A message of the page that is about the present call."""
        match message:
            case {"type": "said", "id": int(number)}:
                if spoken := self._speaking.get(number):
                    spoken.set()
            case {"type": "speed", "factor": int() | float() as factor} if math.isfinite(factor):
                self._hurry(min(max(float(factor), 0.0), 10.0))
            case _:
                if (signal := decode(message)) is not None:
                    self.signal(signal)

    def signal(self, signal: Signal) -> None:
        if self._receiver is not None:
            self._receiver(signal)

    def _hurry(self, factor: float) -> None:
        self._factor = factor
        if factor == 0:
            for spoken in self._speaking.values():
                spoken.set()
