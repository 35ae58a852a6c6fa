"""Hearing what was recorded of a session: for whose role allows it, and each time written down."""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from aiohttp import web

from frontdesk.channels.login import AGENT, Login, refusal
from frontdesk.core.codec import encode
from frontdesk.core.recording import RECORDING_NAME
from frontdesk.people.audit import AuditEntry, AuditLog
from frontdesk.record.ports import LogReader

GONE = "There is no such recording; it may have been deleted when its time was over, or with its customer's data."


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingsDoor:
    """The one route by which a recording leaves the house."""

    folder: Path
    log: LogReader
    audit: AuditLog
    login: Login
    clock: Callable[[], float]

    def routes(self) -> list[web.RouteDef]:
        path = "/api/recordings/{session}/{recording}"
        return [web.get(path, self.login.guard(self.give, needs="recordings.hear"))]

    async def give(self, request: web.Request) -> web.StreamResponse:
        """The sound, if this session's log names it."""
        session, name = request.match_info["session"], request.match_info["recording"]
        path = self.folder / f"{name}.wav"
        if not await self._named(session, name) or not await asyncio.to_thread(path.is_file):
            return refusal(GONE, 404)
        entry = AuditEntry(at=self.clock(), who=request[AGENT].id, deed="recording_heard", about=session, note=name)
        await self.audit.add(entry)
        headers = {"Content-Type": "audio/wav", "Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}
        return web.FileResponse(path, headers=headers)

    async def _named(self, session: str, name: str) -> bool:
        """Whether it is one of this session's."""
        if not RECORDING_NAME.fullmatch(name):
            return False
        entries = await self.log.of_session(session)
        return any(name in json.dumps(encode(entry.event)) for entry in entries)
