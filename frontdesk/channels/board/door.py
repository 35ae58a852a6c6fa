"""The board's routes: one day's figures, one session's whole story, and a socket that tells when something changed."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from frontdesk.channels.login import BOARD, Login, refusal
from frontdesk.channels.pushes import Feed, push, same_origin
from frontdesk.conversation.ports import Bus
from frontdesk.record.board import bounds, day_board, day_of, session_line
from frontdesk.record.ports import LogReader, ProjectionStore
from frontdesk.record.sessions import session_row
from frontdesk.record.story import story

POLL_S = 30.0  # each time the page asks for the whole day


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardParts:
    """What the board door works with. `sessions` names the rows; `catch_up` brings them up to the log's end."""

    projections: ProjectionStore
    log: LogReader
    bus: Bus
    login: Login
    clock: Callable[[], float]
    zone: str
    base_url: str
    sessions: str
    catch_up: Callable[[], Awaitable[None]]


class BoardDoor:
    """The HTTP side of the board."""

    def __init__(self, parts: BoardParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        return [
            web.get("/api/board", guard(self.day, BOARD)),
            web.get("/api/board/ws", guard(self.socket, BOARD)),
            web.get("/api/board/sessions/{session}", guard(self.session, BOARD)),
        ]

    async def day(self, request: web.Request) -> web.Response:
        """The figures of one day (`?day=YYYY-MM-DD`, today without)."""
        zone = ZoneInfo(self._parts.zone)
        asked = request.query.get("day")
        try:
            day = date.fromisoformat(asked) if asked else day_of(self._parts.clock(), zone)
        except ValueError:
            return refusal("Give the day as YYYY-MM-DD.", 400)
        await self._parts.catch_up()
        stored = await self._parts.projections.rows(self._parts.sessions, since=bounds(day, zone)[0])
        rows = [session_row(row) for row in stored.values()]
        return web.json_response(day_board(rows, day, zone, self._parts.zone))

    async def session(self, request: web.Request) -> web.Response:
        """The whole story of one session, masked."""
        await self._parts.catch_up()
        name = request.match_info["session"]
        row = await self._parts.projections.row(self._parts.sessions, name)
        if row is None:
            return refusal("There is no such session; reload the board.", 404)
        entries = await self._parts.log.of_session(name)
        return web.json_response({"session": session_line(session_row(row)), "story": story(entries)})

    async def socket(self, request: web.Request) -> web.StreamResponse:
        if not same_origin(request, self._parts.base_url):
            return refusal("This socket is for our own pages.", 403)
        still = self._parts.login.still(request)
        feed = Feed(topics=lambda: ["log"], news=_changed, allowed=still, poll_s=POLL_S)
        return await push(request, self._parts.bus, feed)


async def _changed() -> list[dict[str, Any]]:
    return [{"type": "changed"}]
