"""The doors files go through: customers and agents send them, and whoever was shown one gets it, as a download."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote, unquote

from aiohttp import web

from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.channels.files import MOST_BYTES, Files, NotTaken
from frontdesk.channels.limits import Limiter
from frontdesk.channels.login import AGENT, DESK, Login, refusal
from frontdesk.channels.sight import spoken_with
from frontdesk.conversation.ports import Turns
from frontdesk.core.attachments import Attachment
from frontdesk.core.errors import NotAllowed
from frontdesk.core.inputs import TextTyped
from frontdesk.core.rooms import WithHuman
from handoff.desk import Desk
from handoff.ports import TicketQueue

NO_HUMAN = "Files can be sent once a person is with you; the assistant can't look at them."


@dataclass(frozen=True, slots=True, kw_only=True)
class FileParts:
    """What the file doors work with. `origins`: pages of other sites that embed the chat; `*` for any."""

    files: Files
    turns: Turns
    tokens: ChatTokens
    limiter: Limiter
    desk: Desk
    queue: TicketQueue
    login: Login
    clock: Callable[[], float]
    new_key: Callable[[], str]
    origins: tuple[str, ...] = ()


class FileDoor:
    """Routes for files, both ways."""

    def __init__(self, parts: FileParts) -> None:
        self._parts = parts

    def routes(self) -> list[web.RouteDef]:
        guard = self._parts.login.guard
        return [
            web.post("/api/chat/files", self.from_customer),
            web.options("/api/chat/files", self.preflight),
            web.post("/api/desk/tickets/{ticket}/files", guard(self.from_agent, DESK)),
            web.get("/files/{file}", self.give),
        ]

    async def from_customer(self, request: web.Request) -> web.Response:
        """The body is the file, `X-Chat` the chat's token, `X-File-Name` its name, percent-encoded."""
        token = request.headers.get("X-Chat", "")
        if not self._parts.tokens.genuine(token):
            return self._open(request, refusal("This chat is unknown here; reload the page.", 403))
        address = f"chat:{token}"
        if not self._parts.limiter.allow(address):
            return self._open(request, refusal("Too many files at once; wait a moment.", 429))
        present = await self._parts.turns.present(address)
        if present is None or present.state.over or not isinstance(present.state.room, WithHuman):
            return self._open(request, refusal(NO_HUMAN, 409))
        try:
            kept = await self._keep(request, present.session)
        except NotTaken as error:
            return self._open(request, refusal(str(error), 415))
        given = TextTyped(at=self._parts.clock(), text=words_for(kept), attachment=kept)
        key = request.headers.get("X-Key", "")[:64]
        await self._parts.turns.handle(address, given, f"m:{key}" if key else self._parts.new_key())
        return self._open(request, web.json_response({"ok": True, "attachment": shown(kept)}))

    async def preflight(self, request: web.Request) -> web.Response:
        response = web.Response(status=204)
        response.headers["Access-Control-Allow-Methods"] = "POST"
        response.headers["Access-Control-Allow-Headers"] = "X-Chat, X-File-Name, X-Key, Content-Type"
        response.headers["Access-Control-Max-Age"] = "600"
        return self._open(request, response)

    async def from_agent(self, request: web.Request) -> web.Response:
        agent, ticket = request[AGENT].id, request.match_info["ticket"]
        queued = await spoken_with(request, self._parts.queue)
        if queued is None:
            return refusal("You are not with this customer now; reload the desk.", 409)
        try:
            kept = await self._keep(request, queued.session)
            await self._parts.desk.say(agent, ticket, words_for(kept), kept)
        except NotTaken as error:
            return refusal(str(error), 415)
        except NotAllowed as error:
            return refusal(str(error), 409)
        return web.json_response({"ok": True, "attachment": shown(kept)})

    async def give(self, request: web.Request) -> web.StreamResponse:
        """The file as a download that no browser takes for a page of ours."""
        file = await asyncio.to_thread(self._parts.files.find, request.match_info["file"])
        if file is None or not file.path.is_file():
            return refusal("There is no such file; it may have been deleted with the conversation.", 404)
        headers = {
            "Content-Type": file.attachment.media,
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.attachment.name)}",
            "Content-Security-Policy": "default-src 'none'; sandbox",
            "X-Content-Type-Options": "nosniff",
            "Cross-Origin-Resource-Policy": "cross-origin",
            "Referrer-Policy": "no-referrer",
            "Cache-Control": "private, max-age=3600",
        }
        return web.FileResponse(file.path, headers=headers)

    async def _keep(self, request: web.Request, session: str) -> Attachment:
        """Read no more than we take. Raises NotTaken."""
        content = bytearray()
        async for chunk in request.content.iter_chunked(64 * 1024):
            content += chunk
            if len(content) > MOST_BYTES:
                raise NotTaken(f"The file is too large; send one of at most {MOST_BYTES // 1024 // 1024} MB.")
        name = unquote(request.headers.get("X-File-Name", ""))[:400]
        return await asyncio.to_thread(self._parts.files.keep, session, name, bytes(content))

    def _open(self, request: web.Request, response: web.Response) -> web.Response:
        """Pages that embed the chat may read the answer."""
        origin = request.headers.get("Origin")
        if origin and ("*" in self._parts.origins or origin in self._parts.origins):
            response.headers["Access-Control-Allow-Origin"] = origin
            response.headers["Vary"] = "Origin"
        return response


def words_for(file: Attachment) -> str:
    """How a file stands where only words are read."""
    return f"📎 {file.name}"


def shown(file: Attachment) -> dict[str, object]:
    """A file as pages are told of it."""
    return {"url": f"/files/{file.id}", "name": file.name, "media": file.media, "size": file.size}
