"""An agent's own day in figures: what they handled, and how long it took. GET /api/desk/shift."""

from collections.abc import Callable, Sequence
from datetime import datetime, time
from statistics import mean
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from frontdesk.channels.login import AGENT, DESK, Login
from handoff.ports import QueuedTicket, TicketQueue


class ShiftDoor:
    """The route. The day is that of `zone`."""

    def __init__(self, queue: TicketQueue, login: Login, clock: Callable[[], float], zone: str) -> None:
        self._queue, self._login, self._clock, self._zone = queue, login, clock, ZoneInfo(zone)

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/api/desk/shift", self._login.guard(self.show, DESK))]

    async def show(self, request: web.Request) -> web.Response:
        now = datetime.fromtimestamp(self._clock(), self._zone)
        midnight = datetime.combine(now.date(), time.min, self._zone).timestamp()
        past = await self._queue.past(midnight - 6 * 3600)  # a customer may have come before midnight
        return web.json_response(shift(past, request[AGENT].id, midnight))


def shift(past: Sequence[QueuedTicket], agent: str, since: float) -> dict[str, Any]:
    """What an agent closed since then: how many, seconds of talk and of wrap-up on average, by disposition."""
    mine = [q.ticket for q in past if q.ticket.agent == agent and (q.ticket.closed_at or 0) >= since]
    talks = [t.ended_at - t.held_since for t in mine if t.ended_at is not None and t.held_since is not None]
    wraps = [t.closed_at - t.ended_at for t in mine if t.closed_at is not None and t.ended_at is not None]
    results: dict[str, int] = {}
    for ticket in mine:
        results[ticket.disposition or "other"] = results.get(ticket.disposition or "other", 0) + 1
    return {
        "handled": len(mine),
        "talk_s": round(mean(talks), 1) if talks else None,
        "wrap_s": round(mean(wraps), 1) if wraps else None,
        "results": results,
    }
