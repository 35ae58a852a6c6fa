"""Chatwoot's webhook: what its agents write, assign and resolve. Only their own doings count, never an echo of ours.

Chatwoot gives up on a webhook after 5 s and does not repeat it: the answer is quick, and what fails is logged.
"""

import hashlib
import hmac
import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from frontdesk.channels.login import refusal
from frontdesk.conversation.outbox import Links
from frontdesk.core.errors import FrontdeskError
from handoff.outside_desk import OutsideDesk, Person

log = logging.getLogger(__name__)
PATH = "/api/handoff/chatwoot/{token}"
TOLERANCE_S = 300.0


@dataclass(frozen=True, slots=True)
class ChatwootDoor:
    """`token` is in the webhook's address, which only Chatwoot knows; `secret`, when set, must sign the body, too."""

    desk: OutsideDesk
    links: Links
    token: str
    secret: str
    clock: Callable[[], float]

    def routes(self) -> list[web.RouteDef]:
        return [web.post(PATH, self.news)]

    async def news(self, request: web.Request) -> web.Response:
        raw = await request.read()
        if not self._genuine(request, raw):
            return refusal("This is not Chatwoot's webhook address, or its signature does not fit.", 403)
        try:
            said = json.loads(raw)
        except ValueError:
            return refusal("The body is no JSON.", 422)
        if isinstance(said, dict):
            try:
                await self._take(said)
            except FrontdeskError as error:  # it does not fit any more, and Chatwoot can do nothing about it
                log.info("chatwoot's news (%s) changed nothing: %s", said.get("event"), error)
        return web.json_response({"ok": True})

    def _genuine(self, request: web.Request, raw: bytes) -> bool:
        token = request.match_info["token"].encode("utf-8", "replace")
        if not hmac.compare_digest(token, self.token.encode()):
            return False
        if not self.secret:
            return True
        stamp = request.headers.get("X-Chatwoot-Timestamp", "")
        signed = f"{stamp}.".encode() + raw
        fits = "sha256=" + hmac.new(self.secret.encode(), signed, hashlib.sha256).hexdigest()
        given = request.headers.get("X-Chatwoot-Signature", "").encode("utf-8", "replace")
        fresh = stamp.isascii() and stamp.isdigit() and abs(self.clock() - int(stamp[:12])) <= TOLERANCE_S
        return fresh and hmac.compare_digest(fits.encode(), given)

    async def _take(self, said: Mapping[str, Any]) -> None:
        event = said.get("event")
        conversation = said.get("conversation") if event == "message_created" else said
        number = _part(conversation, "id")
        ticket = await self.links.ticket_of("chatwoot", "conversation", str(number)) if number else None
        if ticket is None:
            return  # a conversation of somebody else's
        match event:
            case "message_created":
                await self._message(ticket, said)
            case "conversation_updated":
                await self._assigned(ticket, said)
            case "conversation_status_changed" | "conversation_resolved":
                if _part(said, "status") == "resolved":
                    person = _assignee(said) or Person("chatwoot", "0", "Chatwoot")
                    await self.desk.closed(ticket, person, "solved", "", f"chatwoot:resolved:{ticket}")
            case _:
                return

    async def _message(self, ticket: str, said: Mapping[str, Any]) -> None:
        """An agent's words to the customer: outgoing, not private, by a person."""
        sender = said.get("sender")
        by_person = isinstance(sender, dict) and str(sender.get("type", "user")).lower() in ("user", "agent")
        if said.get("message_type") not in ("outgoing", 1) or said.get("private") or not by_person:
            return
        text = str(said.get("content") or "")
        attachments = [a for a in said.get("attachments") or () if isinstance(a, dict)]
        if attachments and not text:
            text = "(📎)"
        if text:
            await self.desk.wrote(ticket, _person(sender), text, f"chatwoot:message:{said.get('id')}")

    async def _assigned(self, ticket: str, said: Mapping[str, Any]) -> None:
        person = _assignee(said)
        if person is not None:
            await self.desk.accepted(ticket, person, f"chatwoot:assigned:{ticket}:{person.name}")


def _part(said: Any, name: str) -> Any:
    return said.get(name) if isinstance(said, dict) else None


def _assignee(said: Mapping[str, Any]) -> Person | None:
    assignee = _part(said.get("meta"), "assignee")
    return _person(assignee) if isinstance(assignee, dict) and assignee.get("id") else None


def _person(said: Any) -> Person:
    name = _part(said, "available_name") or _part(said, "name") or "Agent"
    return Person("chatwoot", str(_part(said, "id") or "0")[:40], str(name))
