"""The agent's phone leg: brief them, take their one key, put them through, notice when they are gone.

Who may join is the ticket's business (`Turns.tell` refuses); this door only asks and says so.
"""

import asyncio
import logging
from dataclasses import dataclass
from typing import Literal

from aiohttp import web

from frontdesk.channels.voice import decode, documents
from frontdesk.channels.voice.answers import nothing_to_say, xml
from frontdesk.channels.voice.door import LEFT, talk_ended_key
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.urls import Line, agent_path
from frontdesk.channels.voice.words import spoken
from frontdesk.core.desk_inputs import AgentLost, TalkGiven
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.inputs import AgentJoined, AgentLeft, AgentRung, Input, OfferDeclined
from handoff.ports import QueuedTicket

log = logging.getLogger(__name__)

LOOKS, LOOK_S = 30, 0.1
Reason = Literal["declined", "no_answer", "leg_failed"]


@dataclass(frozen=True, slots=True)
class AgentLeg:
    """The webhooks of an agent's leg. A leg that was rung before another one has no say in the ticket any more."""

    deps: VoiceDeps

    async def leg(self, request: web.Request) -> web.Response:
        """The agent picked up: what it is about, and one key to take it."""
        sid, queued = await self._asked(request)
        if queued is None or not _may_join(queued, sid):
            return self._say(queued, "voice.agent_gone")
        ticket = queued.ticket
        if ticket.leg is None:  # rung from outside, or by us just before a stop: this is how we hear of the leg
            rung = AgentRung(at=self.deps.clock(), agent=ticket.agent or "", ticket=ticket.id, leg=sid)
            await self._tell(queued, rung, f"{sid}:rung")
        text, lang = await self._summary(ticket.id) or (spoken(self.deps.words, "voice.agent_brief", "en"), "en")
        press = Line(spoken(self.deps.words, "voice.agent_press", lang), lang)
        answer = self.deps.base_url.rstrip("/") + agent_path("answer", ticket.id)
        return xml(documents.brief(Line(text, lang), press, answer, f"{answer}&silent=1"))

    async def answer(self, request: web.Request) -> web.Response:
        """1 puts them through; any other key, or none, gives the caller back to the queue."""
        sid, queued = await self._asked(request)
        given = decode.answer(form_of(request), self.deps.clock(), silent=request.query.get("silent") == "1")
        keys = getattr(given, "digits", "")
        if queued is None:
            return self._say(None, "voice.agent_gone")
        if keys == "1":
            joined = _may_join(queued, sid) and await self._join(queued, sid)
            return xml(documents.to_room(queued.ticket.id)) if joined else self._say(queued, "voice.agent_gone")
        queued = await self._known_leg(queued)
        if queued.ticket.leg == sid:
            await self._decline(queued, sid, "declined" if keys else "no_answer")
        return self._say(queued, "voice.agent_declined")

    async def status(self, request: web.Request) -> web.Response:
        """The leg ended: after a talk, or before there was one."""
        state = form_of(request).get("CallStatus", "")
        sid, queued = await self._asked(request)
        if state not in LEFT or queued is None:
            return nothing_to_say()
        queued = await self._known_leg(queued)
        if queued.ticket.leg != sid:
            return nothing_to_say()
        if queued.ticket.status == "connected":
            await self._talk_over(queued, sid, broken=state == "failed")
        elif queued.ticket.status in ("accepted", "briefed"):
            await self._decline(queued, sid, "no_answer" if state == "completed" else "leg_failed")
        return nothing_to_say()

    async def _talk_over(self, queued: QueuedTicket, sid: str, *, broken: bool) -> None:
        """The agent hung up, or the line broke: a colleague who is there goes on; one who only rings is waited for in front
        of the queue; else it was the end of the talk, or the agent was lost."""
        ticket, at = queued.ticket, self.deps.clock()
        agent, helper = ticket.agent or "", ticket.successor
        if helper is not None:
            given = TalkGiven(at=at, agent=agent, helper=helper.agent, ticket=ticket.id)
            await self._tell(queued, given, f"{sid}:given")
        elif broken or ticket.held:  # nobody said goodbye to who is on hold
            await self._tell(queued, AgentLost(at=at, agent=agent, ticket=ticket.id), talk_ended_key(ticket))
        else:
            left = AgentLeft(at=at, agent=agent, ticket=ticket.id)
            await self._tell(queued, left, talk_ended_key(ticket))

    async def _asked(self, request: web.Request) -> tuple[str, QueuedTicket | None]:
        """This leg's call, and the ticket it was rung for."""
        sid = decode.call_sid(form_of(request))
        return sid, await self.deps.tickets.ticket(request.query.get("ticket", ""))

    async def _known_leg(self, queued: QueuedTicket) -> QueuedTicket:
        """The ticket once the house knows which leg it rang: a quick agent can be heard before the ringing was written down."""
        for _ in range(LOOKS):
            if queued.ticket.status != "accepted" or queued.ticket.leg is not None:
                break
            await asyncio.sleep(LOOK_S)
            queued = await self.deps.tickets.ticket(queued.ticket.id) or queued
        return queued

    async def _join(self, queued: QueuedTicket, sid: str) -> bool:
        given = AgentJoined(at=self.deps.clock(), agent=queued.ticket.agent or "", ticket=queued.ticket.id)
        return await self._tell(queued, given, f"{sid}:joined")

    async def _decline(self, queued: QueuedTicket, sid: str, reason: Reason) -> None:
        ticket = queued.ticket
        given = OfferDeclined(at=self.deps.clock(), agent=ticket.agent or "", ticket=ticket.id, reason=reason)
        await self._tell(queued, given, f"{sid}:declined")

    async def _tell(self, queued: QueuedTicket, given: Input, key: str) -> bool:
        try:
            await self.deps.turns.tell(queued.session, given, key)
        except (NotAllowed, UnknownSession):
            return False
        return True

    async def _summary(self, ticket: str) -> tuple[str, str] | None:
        """What to whisper; a summary that can't be had never keeps a caller waiting."""
        try:
            return await self.deps.briefing.whisper(ticket)
        except Exception:
            log.exception("The summary of ticket %s can't be told to the agent; they are connected without.", ticket)
            return None

    def _say(self, queued: QueuedTicket | None, key: str) -> web.Response:
        if queued is None:
            return xml(documents.goodbye(documents.both(self.deps.words, key)))
        return xml(documents.goodbye([Line(spoken(self.deps.words, key, queued.ticket.lang), queued.ticket.lang)]))


def _may_join(queued: QueuedTicket, sid: str) -> bool:
    """The ticket is an agent's, and this is the leg rung for it (or the house has not yet heard which one that is)."""
    ticket = queued.ticket
    return bool(ticket.agent) and ticket.status in ("accepted", "briefed", "connected") and ticket.leg in (None, sid)
