"""Signs of life between agent and customer: who types, what was read. The agent's side of it; nothing here is a turn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from frontdesk.channels.login import DESK, Login, read_json, refusal
from frontdesk.channels.sight import spoken_with
from frontdesk.conversation.marks import TYPING_S, Marks, MarkStore, Side
from frontdesk.conversation.ports import Bus
from handoff.ports import TicketQueue


@dataclass(frozen=True, slots=True, kw_only=True)
class SignParts:
    """What the door works with."""

    marks: MarkStore
    queue: TicketQueue
    bus: Bus
    login: Login
    clock: Callable[[], float]


class SignDoor:
    """POST /api/desk/tickets/{ticket}/typing and …/read, for whoever of us is with the customer."""

    def __init__(self, parts: SignParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        return [
            web.post("/api/desk/tickets/{ticket}/typing", guard(self.typing, DESK)),
            web.post("/api/desk/tickets/{ticket}/read", guard(self.read, DESK)),
        ]

    async def typing(self, request: web.Request) -> web.Response:
        session = await self._session(request)
        if session is None:
            return refusal("You are not with this customer now; reload the desk.", 409)
        await self._parts.marks.typing(session, "agent", self._parts.clock() + TYPING_S)
        self._parts.bus.wake(f"session:{session}")
        return web.json_response({"ok": True})

    async def read(self, request: web.Request) -> web.Response:
        """`turn`: up to which the agent has seen the conversation."""
        session, turn = await self._session(request), (await read_json(request)).get("turn")
        if session is None or not isinstance(turn, int) or not 0 <= turn < 2**31:
            return refusal("You are not with this customer now; reload the desk.", 409)
        if await self._parts.marks.read(session, "agent", turn):
            self._parts.bus.wake(f"session:{session}")
        return web.json_response({"ok": True})

    async def _session(self, request: web.Request) -> str | None:
        queued = await spoken_with(request, self._parts.queue)
        return queued.session if queued is not None else None


class SignFeed:
    """What one page is told of the other side's signs: only what changed since it was told last."""

    def __init__(self, marks: MarkStore, clock: Callable[[], float], other: Side) -> None:
        self._marks, self._clock, self._other = marks, clock, other
        self._told: dict[str, Marks] = {}

    async def news(self, sessions: Sequence[str]) -> list[dict[str, Any]]:
        """`{session, typing_s, read, away_since}` for each session whose other side did something."""
        found = await self._marks.marks(sessions)
        changed = []
        for session in sessions:
            now = found.get((session, self._other))
            if now is not None and now != self._told.get(session):
                self._told[session] = now
                typing = max(0.0, round(now.typing_until - self._clock(), 1))
                changed.append({"session": session, "typing_s": typing, "read": now.read, "away_since": now.away_since})
        return changed
