"""The desk's routes: snapshot and socket, one ticket with its packet, and what agents do."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from frontdesk.channels.desk import inside
from frontdesk.channels.desk.deeds import DEEDS, Doing
from frontdesk.channels.desk.look import SharedLook
from frontdesk.channels.desk.view import DeskNow, card, snapshot
from frontdesk.channels.login import AGENT, DESK, Login, read_json, refusal
from frontdesk.channels.pushes import Feed, push, same_origin
from frontdesk.channels.sight import not_yours, seen, spoken_with
from frontdesk.channels.signs import SignFeed
from frontdesk.conversation.marks import MarkStore
from frontdesk.conversation.ports import Bus, SessionStore
from frontdesk.core.errors import FrontdeskError
from frontdesk.people.audit import Deed as Written
from frontdesk.record.ports import LogReader
from handoff import packet
from handoff.desk import Desk
from handoff.left_message import left_message
from handoff.order import Rules, plain_rules
from handoff.packet import Happened
from handoff.ports import AgentStore, TicketQueue

TICKING = ("waited_s", "longest_wait_s", "late")  # what changes by itself
MARK_S = 15.0  # how often an open desk is written down
AUDITED: Mapping[str, Written] = {
    "take": "took_over",
    "listen": "coached",
    "move": "reassigned",
    "hand-over": "handed_over",
    "call-off": "called_off",
}
STATUSES = ("ready", "wrap_up", "break", "offline")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskParts:
    """What the desk door works with."""

    desk: Desk
    queue: TicketQueue
    agents: AgentStore
    store: SessionStore
    log: LogReader
    bus: Bus
    marks: MarkStore
    login: Login
    clock: Callable[[], float]
    base_url: str
    rules: Rules = plain_rules
    queues: Callable[[], Sequence[str]] = tuple


class DeskDoor:
    """The HTTP side of the desk."""

    def __init__(self, parts: DeskParts) -> None:
        self._parts = parts
        self._now = SharedLook(self._look)

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        do = self._doing
        return [
            web.get("/api/desk", guard(self.show, DESK)),
            web.get("/api/desk/ws", guard(self.socket, DESK)),
            web.get("/api/desk/tickets/{ticket}", guard(self.ticket, DESK)),
            web.post("/api/desk/status", guard(self.status, DESK)),
            web.post("/api/desk/leave", guard(self.leave, DESK)),
            *(
                web.post(f"/api/desk/tickets/{{ticket}}/{name}", guard(do(name, deed), deed.roles))
                for name, deed in DEEDS.items()
            ),
        ]

    async def show(self, request: web.Request) -> web.Response:
        return web.json_response(await self._snapshot(request[AGENT].id))

    async def status(self, request: web.Request) -> web.Response:
        body = await read_json(request)
        status = body.get("status")
        if status not in STATUSES:
            return refusal(f"The status must be one of {', '.join(STATUSES)}.", 400)
        await self._parts.desk.set_status(request[AGENT].id, status, str(body.get("reason", "")))
        self._parts.bus.wake("desk")
        return web.json_response({"ok": True})

    async def leave(self, request: web.Request) -> web.Response:
        """Before a log-out: nobody is offered to who goes, and whom they talk with a colleague takes on."""
        await self._parts.desk.log_off(request[AGENT].id)
        self._parts.bus.wake("desk")
        return web.json_response({"ok": True})

    async def ticket(self, request: web.Request) -> web.Response:
        """One ticket: its card, context packet and transcript. For the agent who has it, and supervisors."""
        queued = await seen(request, self._parts.queue)
        if queued is None:
            return not_yours()
        state = await self._parts.store.load(queued.session)
        if state is None:
            return refusal("The conversation is gone; reload the desk.", 404)
        happened = await happened_in(self._parts.log, queued.session)
        built = packet.build(state, queued.ticket, happened)
        return web.json_response(
            {
                "card": card(queued, state, self._parts.clock()),
                "packet": built,
                "transcript": inside.lines(happened),
                "marks": inside.marks(happened, queued.ticket.id),
                "message": left_message(state, queued.ticket, happened),
                "whisper": packet.whisper(built),
            }
        )

    async def socket(self, request: web.Request) -> web.StreamResponse:
        if not same_origin(request, self._parts.base_url):
            return refusal("This socket is for our own pages.", 403)
        feed = DeskFeed(self._parts, request[AGENT].id, self._snapshot)
        still = self._parts.login.still(request)
        return await push(request, self._parts.bus, Feed(topics=feed.topics, news=feed.news, allowed=still))

    async def _snapshot(self, agent_id: str) -> dict[str, Any]:
        now = await self._now.get()
        me = next(agent for agent in now.agents if agent.id == agent_id)
        return snapshot(me, now)

    async def _look(self) -> DeskNow:
        """Everything on the desk. Each ticket costs a read, so all open desks share one look."""
        agents, tickets = await self._parts.agents.agents(), await self._parts.queue.open_tickets()
        states = {q.session: s for q in tickets if (s := await self._parts.store.load(q.session)) is not None}
        parts = self._parts
        return DeskNow(
            agents=agents, tickets=tickets, states=states, now=parts.clock(), rules=parts.rules, queues=parts.queues()
        )

    def _doing(self, name: str, deed: Doing) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
        async def handler(request: web.Request) -> web.StreamResponse:
            body = await read_json(request)
            try:
                if deed.sends:
                    await self._hush(request)
                await deed.do(self._parts.desk, request[AGENT], request.match_info["ticket"], body)
                await self._parts.agents.seen(request[AGENT].id, self._parts.clock())
                if name == "take":
                    await self._hush(request)  # whoever had it does not type to them any more
                if (written := AUDITED.get(name)) is not None:
                    login = self._parts.login
                    await login.keeper.people.write(login.by(request), written, request.match_info["ticket"])
            except FrontdeskError as error:
                return refusal(str(error), 409)
            return web.json_response({"ok": True})

        return handler

    async def _hush(self, request: web.Request) -> None:
        """Who sends what they wrote does not type any more."""
        queued = await spoken_with(request, self._parts.queue)
        if queued is not None:
            await self._parts.marks.typing(queued.session, "agent", 0.0)


class DeskFeed:
    """What one desk socket is sent: the snapshot when it changed, and new lines of the agent's own conversations."""

    def __init__(self, parts: DeskParts, agent: str, snapshot: Callable[[str], Awaitable[dict[str, Any]]]) -> None:
        self._parts, self._agent, self._snapshot = parts, agent, snapshot
        self._last: dict[str, Any] = {}
        self._seen: dict[str, int] = {}
        self._marked = 0.0
        self._signs = SignFeed(parts.marks, parts.clock, "customer")

    def topics(self) -> list[str]:
        return ["desk", *(f"session:{session}" for session in self._seen)]

    async def news(self) -> list[dict[str, Any]]:
        await self._mark()
        shot = await self._snapshot(self._agent)
        found: list[dict[str, Any]] = []
        if _still(shot) != _still(self._last):
            before, self._last = self._last, shot
            found.append({"type": "snapshot", **shot})
            found += await self._gone(before, shot)
        mine = list(dict.fromkeys(card["session"] for card in (*shot["mine"], *shot["helping"])))
        self._seen = {session: seq for session, seq in self._seen.items() if session in mine}
        for session in mine:
            found += await self._lines(session)
        return found + [{"type": "signs", **news} for news in await self._signs.news(mine)]

    async def _gone(self, before: dict[str, Any], shot: dict[str, Any]) -> list[dict[str, Any]]:
        """Of each conversation that a colleague took away who did so: it must not just vanish."""
        still = {card["id"] for card in (*shot["mine"], *shot["helping"])}
        found = []
        for had in before.get("mine", []):
            if had["id"] in still or had["status"] == "offered":
                continue
            taken = inside.taken_by(await happened_in(self._parts.log, had["session"]), had["id"], self._agent)
            if taken is not None:
                by = next((one["name"] for one in shot["agents"] if one["id"] == taken[0]), taken[0])
                found.append({"type": "gone", "how": taken[1], "by": by, "card": had})
        return found

    async def _mark(self) -> None:
        """While this socket is open, the agent is at the desk."""
        now = self._parts.clock()
        if now - self._marked >= MARK_S:
            self._marked = now
            await self._parts.agents.seen(self._agent, now)

    async def _lines(self, session: str) -> list[dict[str, Any]]:
        """New transcript lines of a session; the first look only remembers where it stands."""
        state = await self._parts.store.load(session)
        if state is None or self._seen.get(session) == state.seq:
            return []
        seen = self._seen.get(session)
        self._seen[session] = state.seq
        if seen is None:
            return [{"type": "turn", "session": session, "items": []}]
        happened = await happened_in(self._parts.log, session)
        lines = [line for line in inside.lines(happened) if int(line["id"].split(":")[0]) > seen]
        return [{"type": "turn", "session": session, "items": lines}] if lines else []


async def happened_in(log: LogReader, session: str) -> list[Happened]:
    """A session's events as the packet and the transcript read them."""
    return [Happened(at=e.at, seq=e.seq, event=e.event) for e in await log.of_session(session)]


def _still(shot: dict[str, Any]) -> dict[str, Any]:
    """The snapshot without what only the clock changes."""
    kept = {k: v for k, v in shot.items() if k != "now"}
    for part in ("queue", "mine", "helping", "live", "queues"):
        kept[part] = [{k: v for k, v in c.items() if k not in TICKING} for c in kept.get(part, [])]
    return kept
