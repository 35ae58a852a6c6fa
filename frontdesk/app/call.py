"""A caller in a box, who calls a running server as the carrier would and follows a script."""

import asyncio
import secrets
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from frontdesk.adapters.audio.playing import Captions
from frontdesk.adapters.audio.shelf import Shelf
from frontdesk.app.call_script import Act, BadScript, CallScript, Expectation, read_call
from frontdesk.app.draft import draft_book, draft_exchange
from frontdesk.app.secrets_kept import kept_secret
from frontdesk.app.settings import Settings
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.carrier.signals import Ended, Held
from frontdesk.carrier.virtual_time import VirtualTime
from frontdesk.core.errors import FrontdeskError

Write = Callable[[str], None]
PATIENCE_S = 20.0
PIECE_S = 5.0


class NotAsExpected(FrontdeskError):
    """The call did not go as its script says."""


def follow_all(scripts: Sequence[Path], settings: Settings, base_url: str, flow: str, write: Write) -> int:
    """One call after the other, to a server or to a draft; returns how many went otherwise."""
    failed = 0
    for path in scripts:
        try:
            made = read_call(path)
            asyncio.run(try_draft(made, settings, flow, write) if flow else follow(made, settings, base_url, write))
        except NotAsExpected as error:
            write(f"✗ {path}: {error}")
            failed += 1
    return failed


NOT_BELIEVED = (
    "The server refused the signature: give this command the server's settings (PORT or PUBLIC_BASE_URL, DATA_DIR, "
    "TWILIO_AUTH_TOKEN)."
)


async def try_draft(
    script: CallScript, settings: Settings, flow: str, write: Write, patience_s: float = PATIENCE_S
) -> None:
    """One call to flows that nobody else can reach yet. `patience_s`: for what is expected. Raises NotAsExpected."""
    write(f"— {script.title} (draft: {flow})")
    book = draft_book(settings, flow)
    async with draft_exchange(settings, book, script.at or time.time()) as (exchange, clock):
        await _one_call(exchange, script, _Caller(ScriptedHandset(patience=patience_s), write, clock))


async def _one_call(exchange: Exchange, script: CallScript, caller: "_Caller") -> None:
    leg = exchange.call(caller.telephone, script.caller)
    try:
        await caller.follow(script)
    except NotAsExpected as error:
        raise NotAsExpected(" ".join([str(error), *_mishaps(exchange)])) from error
    finally:
        exchange.hang_up(leg)
        await exchange.settle()
    if exchange.mishaps:
        raise NotAsExpected(" ".join(_mishaps(exchange)))


def _mishaps(exchange: Exchange) -> list[str]:
    """What went wrong between carrier and server, each once; and what to do where the server did not believe the signature."""
    told = list(dict.fromkeys(f"the carrier met error {one.code}: {one.text}" for one in exchange.mishaps))
    return [*told, *([NOT_BELIEVED] if any("status 403" in one.text for one in exchange.mishaps) else [])]


async def follow(script: CallScript, settings: Settings, base_url: str, write: Write) -> None:
    """One call from ring to hang-up. Raises NotAsExpected."""
    write(f"— {script.title}")
    if script.needs_draft:
        raise BadScript(
            "A script with 'at' or 'wait' moves the clock; that needs --flow, a running server keeps its own time."
        )
    public = settings.base_url
    to = (base_url or public).rstrip("/")
    line = Line(
        settings.twilio_number,
        f"{public}/twilio/voice",
        f"{public}/twilio/voice/fallback",
        f"{public}/twilio/voice/status",
    )
    captions = Captions(Shelf(settings.data_dir / "audio").listing())  # a recording is heard as its words
    ports = Ports(time.time, lambda: secrets.token_hex(16), caption=captions.of)
    async with Exchange(_account(settings), [line], ports, route=lambda url: url.replace(public, to, 1)) as exchange:
        await _one_call(exchange, script, _Caller(ScriptedHandset(patience=PATIENCE_S), write))


async def _pass(clock: VirtualTime, seconds: float) -> None:
    """Let time pass piece by piece, so that requests of this machine's own network keep up with it."""
    while seconds > 0:
        await clock.advance(min(seconds, PIECE_S))
        await asyncio.sleep(0.02)
        seconds -= PIECE_S


def _account(settings: Settings) -> Account:
    """As whom to sign: the carrier's token, or the embedded one's, which is kept in DATA_DIR."""
    if not settings.embedded_carrier:
        return Account(settings.twilio_account_sid, settings.twilio_auth_token.get_secret_value())
    return Account("AC" + "0" * 32, kept_secret(settings.data_dir, "carrier-token")[:32])


class _Caller:
    """Does what the script says and writes down what is heard."""

    def __init__(self, telephone: ScriptedHandset, write: Write, clock: VirtualTime | None = None) -> None:
        self.telephone = telephone
        self._write = write
        self._clock = clock
        self._written = 0
        self._since = 0

    async def follow(self, script: CallScript) -> None:
        for step in script.steps:
            try:
                await (self._act(step) if isinstance(step, Act) else self._expect(step))
            except AssertionError as error:
                self._tell()
                raise NotAsExpected(f"line {step.line}: {str(error).partition(' Heard:')[0]}") from error
        self._tell()

    async def _act(self, act: Act) -> None:
        if act.what not in ("hang_up", "wait"):
            await self.telephone.until_listening()
        self._tell()
        self._since = len(self.telephone.transcript)
        self._write(f"   caller  {act.what.replace('_', ' ')}{': ' if act.words else ''}{act.words}")
        match act.what:
            case "press":
                await self.telephone.press(act.words)
            case "say":
                await self.telephone.speak(act.words)
            case "silence":
                await self.telephone.silence()
            case "wait" if self._clock is not None:
                await _pass(self._clock, float(act.words))
            case _:
                self.telephone.hangup()

    async def _expect(self, wanted: Expectation) -> None:
        telephone = self.telephone
        for words in wanted.hears:
            await telephone.until(lambda text=words: self._heard(text), f"hearing {words!r}")  # type: ignore[misc]
        if wanted.call is not None:
            await self._stands(wanted.call)
        elif wanted.never:
            await telephone.until_listening()
        for words in wanted.never:
            if self._heard(words):
                raise AssertionError(f"It said what it should not: {words!r}.")

    async def _stands(self, call: str) -> None:
        telephone = self.telephone
        match call:
            case "listening":
                await telephone.until_listening()
            case "held":
                await telephone.until(lambda: any(isinstance(cue, Held) for cue in telephone.cues), "being held")
            case "connected":
                await telephone.until_bridged()
            case _:
                await telephone.until_ended()

    def _heard(self, words: str) -> bool:
        return any(words in one.text for one in self.telephone.transcript[self._since :])

    def _tell(self) -> None:
        """Write what was heard since the last time."""
        for one in self.telephone.transcript[self._written :]:
            self._write(f"  service  {one.text}")
        self._written = len(self.telephone.transcript)
        if self.telephone.ended and isinstance(self.telephone.cues[-1], Ended):
            self._write(f"           ({self.telephone.cues[-1].reason})")
