"""The board's incidents: marked, changed and taken away by whoever may; shown beside the figures by everybody's board."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from frontdesk.channels.board.ask import Unclear, asked
from frontdesk.channels.login import AGENT, BOARD, Handler, Login, read_json, refusal
from frontdesk.people.audit import Deed
from frontdesk.record.incidents import Incident, Incidents, NoSuchIncident, WrongIncident, fit, note


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentDoor:
    """The routes of /api/board/incidents. Times are the house's own (`2026-11-26T09:30`) or carry their offset."""

    incidents: Incidents
    login: Login
    clock: Callable[[], float]
    zone: ZoneInfo

    def routes(self) -> list[web.RouteDef]:
        guard, one = self.login.guard, "/api/board/incidents/{number}"
        return [
            web.get("/api/board/incidents", guard(self._told(self.listed), BOARD)),
            web.post("/api/board/incidents", guard(self._told(self.mark), needs="incidents.mark")),
            web.patch(one, guard(self._told(self.change), needs="incidents.mark")),
            web.delete(one, guard(self._told(self.remove), needs="incidents.mark")),
        ]

    async def listed(self, request: web.Request) -> web.Response:
        ask = asked(request.query, self.clock(), self.zone)
        found = await self.incidents.within(ask.since, ask.until)
        return web.json_response({"incidents": [self._shown(incident) for incident in found]})

    async def mark(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        given = Incident(
            began_at=self._time(body.get("begins"), "begins") or self.clock(),
            ended_at=self._time(body.get("ends"), "ends"),
            words=str(body.get("words", "")),
            by=request[AGENT].id,
        )
        kept = await self.incidents.add(fit(given, self.clock()))
        await self._written(request, "incident_marked", kept)
        return web.json_response(self._shown(kept), status=201)

    async def change(self, request: web.Request) -> web.Response:
        """Other words or times; what is not sent stays, `ends: null` goes on."""
        body, old = await read_json(request), await self._named(request)
        given = replace(
            old,
            began_at=self._time(body.get("begins"), "begins") or old.began_at,
            ended_at=self._time(body["ends"], "ends") if "ends" in body else old.ended_at,
            words=str(body.get("words", old.words)),
        )
        kept = fit(given, self.clock())
        await self.incidents.change(kept)
        await self._written(request, "incident_changed", kept)
        return web.json_response(self._shown(kept))

    async def remove(self, request: web.Request) -> web.Response:
        old = await self._named(request)
        await self.incidents.remove(old.number)
        await self._written(request, "incident_removed", old)
        return web.json_response({"ok": True})

    def _shown(self, incident: Incident) -> dict[str, Any]:
        return note(incident, self.zone) | {"by": incident.by}

    async def _named(self, request: web.Request) -> Incident:
        number = request.match_info["number"]
        return await self.incidents.incident(int(number) if number.isdecimal() and len(number) < 10 else 0)

    def _time(self, given: Any, name: str) -> float | None:
        if given in (None, ""):
            return None
        try:
            at = datetime.fromisoformat(str(given))
        except ValueError as error:
            raise Unclear(f"Give `{name}` as a time such as 2026-11-26T09:30.") from error
        return (at if at.tzinfo is not None else at.replace(tzinfo=self.zone)).timestamp()

    async def _written(self, request: web.Request, deed: Deed, incident: Incident) -> None:
        people = self.login.keeper.people
        await people.write(self.login.by(request), deed, f"incident {incident.number}", incident.words)

    def _told(self, handler: Callable[[web.Request], Awaitable[web.Response]]) -> Handler:
        async def told(request: web.Request) -> web.StreamResponse:
            try:
                return await handler(request)
            except (Unclear, WrongIncident) as wrong:
                return refusal(str(wrong), 400)
            except NoSuchIncident as gone:
                return refusal(str(gone), 404)

        return told
