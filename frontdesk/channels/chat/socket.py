"""Rasa's Socket.IO channel: session_request, user_uttered in; session_confirm, bot_uttered out; plus a few events of ours.

What is sent to a chat goes one way only: a pump per socket listens for wakes and reads the committed turns.
"""

import asyncio
import contextlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import socketio

from frontdesk.channels.chat.door import ChatDoor, read_message
from frontdesk.channels.chat.render import items, phase, told_by_customer, utterances, with_human
from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.channels.limits import Limiter
from frontdesk.channels.signs import SignFeed
from frontdesk.conversation.background import Background
from frontdesk.conversation.marks import TYPING_S, MarkStore
from frontdesk.conversation.ports import Bus, StoredTurn
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.rooms import State

log = logging.getLogger(__name__)
POLL_S = 2.0  # a lost wake costs this much
HISTORY = 1000  # turns that a page is told again, the newest ones
IDLE_S = 10.0  # or this much, on a page where nobody has spoken yet


@dataclass(slots=True)
class Line:
    """One connected socket: its address, and the session and turn it has been sent up to; `over`: that one was the last.

    `human`: an agent is with the customer; `awaited`: or they wait for one, be it for the answer to a message.
    """

    address: str
    session: str | None = None
    seen: int = 0
    over: bool = False
    human: bool = False
    awaited: bool = False
    signs: SignFeed | None = None
    pump: asyncio.Task[Any] | None = None
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def go_on(self, session: str, seen: int = 0) -> None:
        """From now on send what comes after turn `seen` of this session."""
        self.session, self.seen = session, seen
        self.over = self.human = self.awaited = False

    def stands(self, state: State) -> None:
        """The conversation came to this."""
        self.over, self.human = state.over, with_human(state)
        self.awaited = state.ticket is not None and (state.ticket.on_line or state.ticket.unanswered)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChatParts:
    """What the socket works with."""

    door: ChatDoor
    bus: Bus
    tokens: ChatTokens
    limiter: Limiter
    marks: MarkStore


class ChatSocket:
    """The Socket.IO side of the chat door."""

    def __init__(self, sio: Any, parts: ChatParts) -> None:
        self._sio, self._door, self._bus, self._tokens = sio, parts.door, parts.bus, parts.tokens
        self._limiter, self._marks = parts.limiter, parts.marks
        self._lines: dict[str, Line] = {}
        self._background = Background()
        sio.on("session_request", self.session_request)
        sio.on("user_uttered", self.user_uttered)
        sio.on("typing", self.typing)
        sio.on("read", self.read)
        sio.on("disconnect", self.disconnect)

    async def session_request(self, sid: str, data: Any = None) -> None:
        """Confirm the session id given, if it is one of ours, or make one; send what was said there before."""
        if not self._limiter.allow(f"requests:{sid}"):
            return
        given = data.get("session_id") if isinstance(data, dict) else None
        token = given if isinstance(given, str) and self._tokens.genuine(given) else self._tokens.make()
        line = await self._line(sid, token)
        turns = await self._before(line)  # first: a message sent on the confirmation must find the line where it stands
        await self._sio.emit("session_confirm", token, to=sid)
        if turns:
            await self._sio.emit("history", [i for t in turns[-HISTORY:] for i in items(t)], to=sid)
            await self._sio.emit("frontdesk_state", phase(turns[-1].state), to=sid)
        self._pump(sid, line)

    async def _before(self, line: Line) -> Sequence[StoredTurn]:
        """What was said before at the line's address; the line goes on after it. Empty where nobody has spoken yet, or the
        store does not answer: the pump then finds the session when it is there, with the ids the page knows."""
        try:
            present = await self._door.turns.present(line.address)
            turns = await self._door.store.turns_after(present.session, 0) if present is not None else ()
        except FrontdeskError as error:
            log.warning("what was said before in a chat could not be read: %s", type(error).__name__)
            return ()
        if turns:
            line.go_on(turns[-1].session, turns[-1].seq)
            line.stands(turns[-1].state)
            await self._away(line, 0.0)
        return turns

    async def _away(self, line: Line, since: float) -> None:
        """Whoever of us waits for this customer, or is with them, sees that no page of theirs is open, or one is again."""
        if line.session is None or not line.awaited:
            return
        with contextlib.suppress(FrontdeskError):  # a sign that is lost is no harm
            await self._marks.away(line.session, "customer", since)
            self._bus.wake(f"session:{line.session}")

    async def user_uttered(self, sid: str, data: Any = None) -> dict[str, Any]:
        """Take a message. Answers (for clients that ask) whether it was taken."""
        message = read_message(data)
        token = data.get("session_id") if isinstance(data, dict) else None
        line = self._lines.get(sid)
        if line is None and self._tokens.genuine(token):
            line = await self._line(sid, str(token))
        if message is None or line is None:
            return {"ok": False, "error": "Ask for a session first, then send text."}
        if not self._limiter.allow(line.address):
            return {"ok": False, "error": "Too many messages at once; wait a moment."}
        try:
            await self._hush(line)
            turns = await self._door.take(line.address, message)
        except Exception:
            log.exception("a chat message could not be taken")
            await self._sio.emit("bot_uttered", self._door.sorry(message), to=sid)
            return {"ok": False, "error": "The message could not be taken; send it again in a moment."}
        if turns and line.session != turns[-1].session:
            line.go_on(turns[-1].session)
            self._bus.wake(line.address)  # other pages of this customer that have no session yet
        self._pump(sid, line)
        line.changed.set()
        return {"ok": True}

    async def typing(self, sid: str, data: Any = None) -> None:
        """The customer writes; told to the agent who is with them, to nobody else."""
        line = self._lines.get(sid)
        if line is None or not line.human or line.session is None or not self._limiter.allow(f"signs:{line.address}"):
            return
        await self._marks.typing(line.session, "customer", self._door.clock() + TYPING_S)
        self._bus.wake(f"session:{line.session}")

    async def _hush(self, line: Line) -> None:
        """Who sends what they wrote does not type any more."""
        if line.human and line.session is not None:
            with contextlib.suppress(FrontdeskError):  # nor does a sign that is lost keep a message from being taken
                await self._marks.typing(line.session, "customer", 0.0)

    async def read(self, sid: str, data: Any = None) -> None:
        """The customer has seen everything up to the message of this id (`session:turn:place`)."""
        line = self._lines.get(sid)
        said = str(data.get("id", "")) if isinstance(data, dict) else ""
        session, _, rest = said.partition(":")
        turn = rest.partition(":")[0]
        if line is None or line.session != session or not turn.isdecimal() or len(turn) > 9:
            return
        if self._limiter.allow(f"signs:{line.address}") and await self._marks.read(session, "customer", int(turn)):
            self._bus.wake(f"session:{session}")

    async def disconnect(self, sid: str, *_: Any) -> None:
        line = self._lines.pop(sid, None)
        if line is None:
            return
        if line.pump is not None:
            line.pump.cancel()
        if all(other.address != line.address for other in self._lines.values()):
            await self._away(line, self._door.clock())

    async def close(self) -> None:
        await self._background.close()

    async def _line(self, sid: str, token: str) -> Line:
        line = self._lines.get(sid)
        if line is None or line.address != f"chat:{token}":
            if line is not None and line.pump is not None:
                line.pump.cancel()
            line = self._lines[sid] = Line(address=f"chat:{token}")
        return line

    def _pump(self, sid: str, line: Line) -> None:
        """Start sending, unless that goes on already, or the socket went away while its message was taken."""
        if self._lines.get(sid) is not line:
            return
        if line.pump is None or line.pump.done():
            line.pump = self._background.start(self._run(sid, line), name="chat pump")

    async def _run(self, sid: str, line: Line) -> None:
        """Send turns as they are committed, until the socket goes. Follows the address into its first and each new session."""
        while True:
            session = line.session
            topic, pause = (f"session:{session}", POLL_S) if session else (line.address, IDLE_S)
            async with self._bus.listen(topic) as wakes:
                listener = self._background.start(_forward(wakes, line.changed), name="chat wakes")
                try:
                    while line.session == session:
                        await self._round(sid, line)
                        if line.session != session:
                            break
                        with contextlib.suppress(TimeoutError):
                            async with asyncio.timeout(pause):
                                await line.changed.wait()
                        line.changed.clear()
                finally:
                    listener.cancel()

    async def _round(self, sid: str, line: Line) -> None:
        """Send what is new. A store that does not answer now is asked again at the next round."""
        try:
            await self._send(sid, line)
            await self._tell_signs(sid, line)
            if line.over or line.session is None:
                await self._follow(line)
        except FrontdeskError as error:
            log.warning("a chat could not be sent its news yet: %s", type(error).__name__)

    async def _send(self, sid: str, line: Line) -> None:
        session = line.session
        if session is None:
            return
        for turn in await self._door.store.turns_after(session, line.seen):
            if line.session != session or turn.seq <= line.seen:  # somebody else moved the line meanwhile
                continue
            line.seen = turn.seq
            line.stands(turn.state)
            for item in told_by_customer(turn):
                await self._sio.emit("customer_uttered", item, to=sid)
            for message in utterances(turn):
                await self._sio.emit("bot_uttered", message, to=sid)
            await self._sio.emit("frontdesk_state", phase(turn.state), to=sid)

    async def _tell_signs(self, sid: str, line: Line) -> None:
        """The agent types, or has read."""
        if not line.human or line.session is None:
            return
        line.signs = line.signs or SignFeed(self._marks, self._door.clock, "agent")
        for news in await line.signs.news([line.session]):
            await self._sio.emit("frontdesk_signs", news, to=sid)

    async def _follow(self, line: Line) -> None:
        """Another page of the same customer may have begun a new session."""
        newest = await self._door.store.session_at(line.address)
        if newest is not None and newest != line.session:
            line.go_on(newest)


async def _forward(wakes: Any, changed: asyncio.Event) -> None:
    async for _ in wakes:
        changed.set()


def make_server(origins: list[str] | str) -> Any:
    """A Socket.IO server for aiohttp; `origins` are who may connect from a browser."""
    return socketio.AsyncServer(
        async_mode="aiohttp",
        cors_allowed_origins=origins,
        max_http_buffer_size=64_000,
        logger=False,
        engineio_logger=False,
    )
