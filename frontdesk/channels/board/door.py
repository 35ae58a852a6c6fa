"""The board's routes: figures with their intervals, looks inside, sessions and their stories, and a socket for news."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from aiohttp import web

from frontdesk.channels.board import alarm, effort, figures, traffic
from frontdesk.channels.board.ask import Asked, Unclear, asked, before, one_of
from frontdesk.channels.board.incidents import IncidentDoor
from frontdesk.channels.board.listing import listing
from frontdesk.channels.board.map import Books, Wanted, flow_map
from frontdesk.channels.board.reading import Reading
from frontdesk.channels.login import BOARD, Handler, Login, refusal
from frontdesk.channels.pushes import Feed, push, same_origin
from frontdesk.conversation.ports import Bus
from frontdesk.record.board import bounds, day_board, day_of, session_line
from frontdesk.record.cells import SLICES
from frontdesk.record.incidents import Incidents
from frontdesk.record.ports import LogReader, ProjectionStore
from frontdesk.record.sessions import session_row
from frontdesk.record.story import story
from frontdesk.record.targets import Target

POLL_S = 30.0  # each time the page asks for the whole day
LISTED = 200  # sessions of a day on its first page
Answer = Callable[[Asked, web.Request], Awaitable[dict[str, Any]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardParts:
    """What the board door works with. `ledger` names the rows; `catch_up` brings them up to the log's end.

    `notes(since, until)`: what happened to the house, to be noted beside its figures.
    `books(version)`: the flows of a version. `published()`: the publications that brought each version first and again.
    """

    projections: ProjectionStore
    log: LogReader
    bus: Bus
    login: Login
    clock: Callable[[], float]
    zone: str
    base_url: str
    ledger: str
    catch_up: Callable[[], Awaitable[None]]
    targets: Callable[[], Mapping[str, Target]]
    notes: Callable[[float, float], Awaitable[Sequence[dict[str, Any]]]]
    incidents: Incidents
    books: Books
    published: Callable[[], Awaitable[Mapping[str, Mapping[str, Any]]]]


class BoardDoor:
    """The HTTP side of the board."""

    def __init__(self, parts: BoardParts) -> None:
        self._parts = parts
        self._zone = ZoneInfo(parts.zone)
        self._reading = Reading(parts.projections, parts.ledger, parts.clock)
        self._incidents = IncidentDoor(incidents=parts.incidents, login=parts.login, clock=parts.clock, zone=self._zone)

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        answers: dict[str, Answer] = {
            "figures": self.figures,
            "trend": self.trend,
            "breakdown": self.breakdown,
            "compare": self.compare,
            "alerts": self.alerts,
            "flow": self.flow,
            "map": self.map,
            "funnels": self.funnels,
            "reasons": self.reasons,
            "unanswered": self.unanswered,
            "estimates": self.estimates,
            "handed": self.handed,
            "effort": self.effort,
            "hardest": self.hardest,
            "repeats": self.repeats,
            "sessions": self.sessions,
        }
        return [
            web.get("/api/board", guard(self.day, BOARD)),
            web.get("/api/board/ws", guard(self.socket, BOARD)),
            web.get("/api/board/catalogue", guard(self.catalogue, BOARD)),
            *(web.get(f"/api/board/{name}", guard(self._told(answer), BOARD)) for name, answer in answers.items()),
            web.get("/api/board/sessions/{session}", guard(self.session, BOARD)),
            *self._incidents.routes(),
        ]

    def _told(self, answer: Answer) -> Handler:
        """An answer over a period, from a record that is up to date; a request that can't be understood is told so."""

        async def told(request: web.Request) -> web.StreamResponse:
            try:
                ask = asked(request.query, self._parts.clock(), self._zone)
                await self._parts.catch_up()
                return web.json_response(await answer(ask, request))
            except Unclear as wrong:
                return refusal(str(wrong), 400)

        return told

    async def catalogue(self, request: web.Request) -> web.Response:
        return web.json_response(figures.catalogue(self._parts.targets()))

    async def figures(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        targets, zone = self._parts.targets(), self._parts.zone
        if one_of(request.query, "against", ("nothing", "before"), "nothing") == "before":
            return await figures.against(self._reading, ask, before(ask, self._zone), targets, zone)
        return await figures.totals(self._reading, ask, targets, zone)

    async def trend(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        found = await figures.trend(self._reading, ask, self._parts.targets(), self._zone)
        return {**found, "notes": list(await self._parts.notes(ask.since, ask.until))}

    async def breakdown(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        by = one_of(request.query, "by", SLICES[1:], "intent")
        return await self._named(
            by, await figures.breakdown(self._reading, ask, by, self._parts.targets(), self._parts.zone)
        )

    async def _named(self, by: str, found: dict[str, Any]) -> dict[str, Any]:
        """With the publications that brought the versions, where rows are versions of the flows."""
        if by != "version":
            return found
        known = await self._parts.published()
        return {**found, "rows": [{**row, "published": known.get(row["value"])} for row in found["rows"]]}

    async def compare(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        by = one_of(request.query, "by", SLICES[1:], "version")
        pair = request.query.get("one", ""), request.query.get("other", "")
        if not all(pair):
            raise Unclear("Give `one` and `other`: two values of the slice `by`, such as two versions of the flows.")
        return await figures.comparison(self._reading, ask, by, pair, self._parts.zone)

    async def alerts(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        notes = await self._parts.notes(ask.since, ask.until)
        found = await alarm.alerts(self._reading, ask, self._parts.targets(), self._parts.zone, notes)
        moved = [one["driver"] for one in found["alerts"] if one["driver"] and one["driver"]["slice"] == "version"]
        known = await self._parts.published() if moved else {}
        for driver in moved:
            driver["published"] = known.get(driver["value"])
        return found

    async def flow(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        known = await self._parts.published()
        numbers = {version: (by["again"] or by)["number"] for version, by in known.items()}
        found = await traffic.flow(self._reading, ask, request.query.get("version"), self._parts.zone, numbers)
        return {**found, "versions": [{**one, "published": known.get(one["version"])} for one in found["versions"]]}

    async def map(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        wanted = Wanted(request.query.get("lang", "en"), request.query.get("flow"))
        return await flow_map(await self.flow(ask, request), self._parts.books, wanted)

    async def funnels(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.funnels(self._reading, ask, self._parts.zone)

    async def reasons(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.reasons(self._reading, ask, self._parts.zone)

    async def unanswered(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.unanswered(self._reading, ask, self._parts.zone)

    async def estimates(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.estimates(self._reading, ask, self._parts.zone)

    async def handed(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.handed(self._reading, ask, self._parts.zone)

    async def effort(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await effort.effort(self._reading, ask, self._parts.zone)

    async def hardest(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        by = one_of(request.query, "by", SLICES[1:], "intent")
        return await self._named(by, await effort.hardest(self._reading, ask, by, self._parts.zone))

    async def repeats(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await traffic.chains(self._reading, ask, self._parts.zone)

    async def sessions(self, ask: Asked, request: web.Request) -> dict[str, Any]:
        return await listing(self._reading, ask, request.query, self._parts.zone)

    async def day(self, request: web.Request) -> web.Response:
        """The figures of one day (`?day=YYYY-MM-DD`, today without)."""
        given = request.query.get("day")
        try:
            day = date.fromisoformat(given) if given else day_of(self._parts.clock(), self._zone)
        except ValueError:
            return refusal("Give the day as YYYY-MM-DD.", 400)
        await self._parts.catch_up()
        since, until = bounds(day, self._zone)
        shelf = f"{self._parts.ledger}/sessions"
        newest = await self._parts.projections.newest(shelf, (until, ""), LISTED)
        rows = [session_row(row) for _, row in newest if row["started_at"] >= since]
        ask = asked({"from": day.isoformat(), "to": day.isoformat()}, self._parts.clock(), self._zone)
        return web.json_response(
            day_board(rows, await self._reading.cut(ask), day, self._parts.zone, self._parts.clock())
        )

    async def session(self, request: web.Request) -> web.Response:
        """The whole story of one session, masked."""
        await self._parts.catch_up()
        name = request.match_info["session"]
        row = await self._parts.projections.row(f"{self._parts.ledger}/sessions", name)
        if row is None:
            return refusal("There is no such session; reload the board.", 404)
        entries = await self._parts.log.of_session(name)
        line = session_line(session_row(row), self._parts.clock())
        return web.json_response({"session": line, "story": story(entries)})

    async def socket(self, request: web.Request) -> web.StreamResponse:
        if not same_origin(request, self._parts.base_url):
            return refusal("This socket is for our own pages.", 403)
        still = self._parts.login.still(request)
        feed = Feed(topics=lambda: ["log"], news=_changed, allowed=still, poll_s=POLL_S)
        return await push(request, self._parts.bus, feed)


async def _changed() -> list[dict[str, Any]]:
    return [{"type": "changed"}]
