"""The call a customer was promised: who picks up is asked for one key, then waits for the agent like any caller.

A machine that picks up presses nothing, so it is never put through; the next try is the ticket's business.
"""

from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from frontdesk.channels.voice import decode, documents
from frontdesk.channels.voice.answers import nothing_to_say, xml
from frontdesk.channels.voice.door import LEFT
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.urls import Line, callback_path, link
from frontdesk.channels.voice.words import spoken
from frontdesk.core.desk_inputs import CallbackDropped, CallbackFailed, CallbackPickedUp
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.inputs import ContactLeft, Input
from handoff.desk import PICKUP_S
from handoff.ports import QueuedTicket

Reason = Literal["no_answer", "busy", "failed"]
REASONS: dict[str, Reason] = {"busy": "busy", "failed": "failed"}
PARTINGS = {"2": "voice.callback_later", "3": "voice.callback_dropped"}


@dataclass(frozen=True, slots=True)
class CallbackLeg:
    """The webhooks of the customer's leg of a promised call, until it is theirs again."""

    deps: VoiceDeps

    async def picked_up(self, request: web.Request) -> web.Response:
        """Somebody answered: is it the customer?"""
        _, queued = await self._asked(request)
        if queued is None or not _rings(queued):
            return self._sorry()
        lang = queued.ticket.lang
        hello = Line(spoken(self.deps.words, "system.callback_ask", lang), lang)
        answer = self.deps.base_url.rstrip("/") + callback_path("callback-answer", queued.ticket.id)
        return xml(documents.callback(hello, answer))

    async def answer(self, request: web.Request) -> web.Response:
        """1: they are there, and wait for the agent, who is rung now. 2: another time, please. 3: not needed any more.

        With another key, or none, it is over: a machine may have picked up, and it is tried again.
        """
        sid, queued = await self._asked(request)
        keys = getattr(decode.answer(form_of(request), self.deps.clock()), "digits", "")
        if queued is not None and keys == "1":
            at = self.deps.clock()
            there = CallbackPickedUp(at=at, leg=sid, until=at + PICKUP_S, ticket=queued.ticket.id)
            if await self._tell(queued, there, f"{sid}:picked-up"):
                return xml(documents.on(link(self.deps.base_url, "/voice/now")))
            return self._sorry()
        if queued is not None and keys in PARTINGS:
            return await self._parted(queued, sid, keys)
        return xml(documents.goodbye(()))

    async def _parted(self, queued: QueuedTicket, sid: str, keys: str) -> web.Response:
        """They do not want to talk now; what they hear holds even when the ticket moved on."""
        at, ticket = self.deps.clock(), queued.ticket
        later = CallbackFailed(at=at, reason="later", ticket=ticket.id)
        await self._tell(queued, later if keys == "2" else CallbackDropped(at=at, ticket=ticket.id), f"{sid}:parted")
        line = Line(spoken(self.deps.words, PARTINGS[keys], ticket.lang), ticket.lang)
        return xml(documents.goodbye([line]))

    async def status(self, request: web.Request) -> web.Response:
        """The leg ended: the customer's hanging up once they are there, before that a try in vain."""
        state = form_of(request).get("CallStatus", "")
        sid, queued = await self._asked(request)
        if state not in LEFT or queued is None:
            return nothing_to_say()
        if await self.deps.turns.present(decode.address(sid)) is not None:
            await self._tell(queued, ContactLeft(at=self.deps.clock()), f"{sid}:left")
        elif queued.ticket.call in (None, sid):
            reason = REASONS.get(state, "no_answer")
            failed = CallbackFailed(at=self.deps.clock(), reason=reason, ticket=queued.ticket.id)
            await self._tell(queued, failed, f"{sid}:missed")
        return nothing_to_say()

    def _sorry(self) -> web.Response:
        """Too late, or long settled: nobody is left in silence."""
        return xml(documents.goodbye(documents.both(self.deps.words, "voice.sorry_end")))

    async def _asked(self, request: web.Request) -> tuple[str, QueuedTicket | None]:
        sid = decode.call_sid(form_of(request))
        return sid, await self.deps.tickets.ticket(request.query.get("ticket", ""))

    async def _tell(self, queued: QueuedTicket, given: Input, key: str) -> bool:
        try:
            await self.deps.turns.tell(queued.session, given, key)
        except (NotAllowed, UnknownSession):
            return False
        return True


def _rings(queued: QueuedTicket) -> bool:
    return queued.ticket.mode == "callback" and queued.ticket.status == "accepted"
