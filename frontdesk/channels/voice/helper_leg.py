"""The phone of a colleague who was rung into a talk: there when they pick up, gone when it ends."""

from dataclasses import dataclass

from aiohttp import web

from frontdesk.channels.voice import decode
from frontdesk.channels.voice.answers import nothing_to_say
from frontdesk.channels.voice.door import LEFT
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.core.desk_inputs import HelperCame, HelperRung, HelperWent
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.inputs import Input
from handoff.ports import QueuedTicket

REASONS = {"busy": "busy", "failed": "failed", "no-answer": "no_answer", "canceled": "no_answer"}


@dataclass(frozen=True, slots=True)
class HelperLeg:
    """The one webhook of a helper's leg. A leg that is not the helper's any more has no say."""

    deps: VoiceDeps

    async def status(self, request: web.Request) -> web.Response:
        state, sid = form_of(request).get("CallStatus", ""), decode.call_sid(form_of(request))
        queued = await self.deps.tickets.ticket(request.query.get("ticket", ""))
        helper = queued.ticket.helper(request.query.get("helper", "")) if queued else None
        if queued is None or helper is None or helper.leg not in (None, sid):
            if state == "in-progress":  # sent away meanwhile: nobody sits in a talk whom its ticket does not know
                await self.deps.hang_up(sid)
            return nothing_to_say()
        at, ticket = self.deps.clock(), queued.ticket.id
        if state == "in-progress" and not helper.joined:
            await self._tell(queued, HelperCame(at=at, helper=helper.agent, leg=sid, ticket=ticket), f"{sid}:came")
        elif state in LEFT:
            reason = "" if helper.joined else REASONS.get(state, "no_answer")
            gone = HelperWent(at=at, helper=helper.agent, reason=reason, ticket=ticket)
            await self._tell(queued, gone, f"{sid}:went")
        elif helper.leg is None:  # rung just before a stop: this is how we hear of the leg
            await self._tell(queued, HelperRung(at=at, helper=helper.agent, leg=sid, ticket=ticket), f"{sid}:rung")
        return nothing_to_say()

    async def _tell(self, queued: QueuedTicket, given: Input, key: str) -> None:
        try:
            await self.deps.turns.tell(queued.session, given, key)
        except (NotAllowed, UnknownSession):
            return
