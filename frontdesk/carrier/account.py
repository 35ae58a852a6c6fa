"""What an exchange is set up with: the account, its telephone line, its limits, time and ids. Holds no state."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

Clock = Callable[[], float]
Sleep = Callable[[float], Coroutine[Any, Any, None]]
NewHex = Callable[[], str]
Caption = Callable[[str], tuple[str, str] | None]


def no_caption(url: str) -> None:
    """Nothing is known of any sound's words."""
    return


@dataclass(frozen=True, slots=True)
class Account:
    """Who signs webhooks and may use the REST API."""

    sid: str
    auth_token: str

    def __repr__(self) -> str:
        return f"Account(sid={self.sid!r})"


@dataclass(frozen=True, slots=True)
class Line:
    """A telephone number and the webhooks that answer it."""

    number: str
    voice_url: str
    fallback_url: str = ""
    status_url: str = ""


@dataclass(frozen=True, slots=True)
class Ports:
    """Time and ids as arguments: `clock` tells epoch seconds, `new_hex` gives 32 fresh hexadecimal digits.

    `caption`: the words of a sound and their language, where they are known.
    """

    clock: Clock
    new_hex: NewHex
    sleep: Sleep = asyncio.sleep
    caption: Caption = no_caption


@dataclass(frozen=True, slots=True)
class Limits:
    """How long anything may last. The webhook figures are Twilio's defaults."""

    connect_s: float = 5
    webhook_s: float = 15
    documents_without_input: int = 50
    within_s: float = 60
    call_s: float = 4 * 3600
    hold_round_s: float = 1
    music_s: float = 10
    finished_calls: int = 1000
