"""Hearing what was recorded of a session: for whose role allows it, and each time written down.

A message that a caller left is also for the agent who has it to answer.
"""

import asyncio
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from frontdesk.channels.login import AGENT, Login, refusal
from frontdesk.core.codec import encode
from frontdesk.core.events import CustomerSpoke, Event
from frontdesk.core.recording import RECORDING_NAME
from frontdesk.people.audit import AuditEntry, AuditLog
from frontdesk.people.roles import may
from frontdesk.record.ports import LogReader
from handoff.ports import Agent, TicketQueue

GONE = "There is no such recording; it may have been deleted when its time was over, or with its customer's data."


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingsDoor:
    """The one route by which a recording leaves the house."""

    folder: Path
    log: LogReader
    audit: AuditLog
    login: Login
    tickets: TicketQueue
    clock: Callable[[], float]

    def routes(self) -> list[web.RouteDef]:
        path = "/api/recordings/{session}/{recording}"
        return [web.get(path, self.login.guard(self.give))]

    async def give(self, request: web.Request) -> web.StreamResponse:
        """The sound, if this session's log names it."""
        session, name = request.match_info["session"], request.match_info["recording"]
        path = self.folder / f"{name}.wav"
        theirs = await self._named(session, name)
        if not await self._allowed(request[AGENT], session, theirs):
            return refusal("Your role may not hear this; ask an administrator.", 403)
        if not theirs or not await asyncio.to_thread(path.is_file):
            return refusal(GONE, 404)
        entry = AuditEntry(at=self.clock(), who=request[AGENT].id, deed="recording_heard", about=session, note=name)
        await self.audit.add(entry)
        headers = {"Content-Type": "audio/wav", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        return web.FileResponse(path, headers=headers)

    async def _named(self, session: str, name: str) -> list[Event]:
        """What of this session's log names it."""
        if not RECORDING_NAME.fullmatch(name):
            return []
        entries = await self.log.of_session(session)
        return [entry.event for entry in entries if name in json.dumps(encode(entry.event))]

    async def _allowed(self, agent: Agent, session: str, named: Sequence[Event]) -> bool:
        """By role; or it is a message in the customer's own words, and this agent is to answer it."""
        if may(agent.role, "recordings.hear"):
            return True
        if not any(isinstance(event, CustomerSpoke) for event in named):
            return False
        mine = [q.ticket for q in await self.tickets.open_tickets() if q.session == session]
        return any(ticket.mode == "message" and ticket.agent == agent.id for ticket in mine)
