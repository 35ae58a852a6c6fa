"""The caller's webhooks: decode, hand to the one door in, render. Which turn is due the step number decides.

A repeated request names the same call and step, so it gets the same turn rendered again and changes nothing.
"""

from dataclasses import dataclass

from aiohttp import web

from frontdesk.channels.voice import decode, documents
from frontdesk.channels.voice.answers import nothing_to_say, xml
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.twiml import lines_of, render
from frontdesk.channels.voice.urls import CallUrls, Line
from frontdesk.channels.voice.words import spoken
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.inputs import AgentLeft, ContactLeft, CustomerInput, NothingHeard, WordsSpoken
from frontdesk.core.waits import ForAgent

LEFT = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
STILL_WANTED = frozenset({"queue-full", "error", "system-error"})
TALKED = frozenset({"connected", "wrap_up", "closed"})
QUEUE_TRIES = 3
LOST = "lost"


@dataclass(frozen=True, slots=True)
class CallerDoor:
    """Every webhook of the caller's leg but the fallback."""

    deps: VoiceDeps

    async def new_call(self, request: web.Request) -> web.Response:
        sid = decode.call_sid(form_of(request))
        given = decode.contact(form_of(request), self.deps.clock())
        return self._page(request, await self.deps.turns.handle(decode.address(sid), given, f"{sid}:0"))

    async def turn(self, request: web.Request) -> web.Response:
        """The caller did something, or nothing, where turn `step` had asked."""
        sid = decode.call_sid(form_of(request))
        present = await self.deps.turns.present(decode.address(sid))
        if present is None:
            return await self._lost(request, sid)
        silent = request.query.get("silent") == "1"
        return await self._take(
            request, sid, present, decode.answer(form_of(request), self.deps.clock(), silent=silent)
        )

    async def recorded(self, request: web.Request) -> web.Response:
        """The caller left a message: its reference goes on as their words, the sound is fetched meanwhile."""
        sid = decode.call_sid(form_of(request))
        present = await self.deps.turns.present(decode.address(sid))
        if present is None:
            return await self._lost(request, sid)
        left = decode.recorded(form_of(request))
        kept = left is not None and self.deps.recordings is not None and self.deps.recordings.take(left.name, left.url)
        given: CustomerInput = NothingHeard(at=self.deps.clock())
        if left is not None and kept:
            text = spoken(self.deps.words, "voice.recorded", present.state.lang)
            given = WordsSpoken(at=self.deps.clock(), text=f"{text} {left.seconds} s, {left.name}")
        return await self._take(request, sid, present, given)

    async def _take(self, request: web.Request, sid: str, present: StoredTurn, given: CustomerInput) -> web.Response:
        """An answer to turn `step`; one to a turn that never was changes nothing."""
        step = decode.whole(request.query.get("step", ""), present.seq + 1)
        if step > present.seq:
            return self._page(request, present)
        try:
            turn = await self.deps.turns.handle(decode.address(sid), given, f"{sid}:{step}")
        except (UnknownSession, NotAllowed):  # over meanwhile, or elsewhere: the present turn is the answer
            turn = await self._present(sid) or present
        return self._page(request, turn)

    async def now(self, request: web.Request) -> web.Response:
        """Where the call stands: a live call was moved here, or is coming back after a failure."""
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        return self._page(request, present) if present else await self._lost(request, sid)

    async def wait(self, request: web.Request) -> web.Response:
        """A stretch of waiting in the queue; out of it when the session has moved on and nobody moved the call."""
        present = await self._present(decode.call_sid(form_of(request)))
        if present and not _queued(present):
            return xml(documents.leave_queue())
        return xml(documents.hold(self._waiting(request)))

    async def queue_left(self, request: web.Request) -> web.Response:
        sid = decode.call_sid(form_of(request))
        result = form_of(request).get("QueueResult", "")
        if result == "hangup":
            await self._left(sid)
            return xml(documents.EMPTY)
        present = await self._present(sid)
        if present is None:
            return await self._lost(request, sid)
        if not _queued(present) or result not in STILL_WANTED:
            return self._page(request, present)
        tries = decode.whole(request.query.get("tries", ""), 0) + 1
        if tries < QUEUE_TRIES:
            return self._page(request, present, queued=tries)
        return xml(documents.rejoin(self._waiting(request, present), self._urls(request, present.seq).now()))

    async def dial_ended(self, request: web.Request) -> web.Response:
        """The talk with the agent is over: go on with what comes after it."""
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        if present is None:
            return await self._lost(request, sid)
        ticket = present.state.ticket
        if ticket is not None and ticket.status in TALKED and ticket.agent:
            given = AgentLeft(at=self.deps.clock(), agent=ticket.agent, ticket=ticket.id)
            try:
                present = await self.deps.turns.tell(present.session, given, talk_ended_key(ticket.id))
            except NotAllowed:  # the desk ended it first
                present = await self._present(sid) or present
        return self._page(request, present)

    async def status(self, request: web.Request) -> web.Response:
        """Calls end once, however often and in whatever order the carrier says so."""
        if form_of(request).get("CallStatus", "") in LEFT:
            await self._left(decode.call_sid(form_of(request)))
        return nothing_to_say()

    async def _left(self, sid: str) -> None:
        given = ContactLeft(at=self.deps.clock(), reason="hung_up")
        present = await self._present(sid)
        if present is None or present.state.over:
            return
        try:
            await self.deps.turns.handle(decode.address(sid), given, f"{sid}:left")
        except (UnknownSession, NotAllowed):
            return

    async def _lost(self, request: web.Request, sid: str) -> web.Response:
        """A call in progress that no session is known of: begin again, with an apology."""
        given = decode.contact(form_of(request), self.deps.clock())
        return self._page(request, await self.deps.turns.handle(decode.address(sid), given, f"{sid}:{LOST}"))

    async def _present(self, sid: str) -> StoredTurn | None:
        return await self.deps.turns.present(decode.address(sid))

    def _page(self, request: web.Request, turn: StoredTurn, *, queued: int = 0) -> web.Response:
        lang = turn.state.lang
        consent = Line(spoken(self.deps.words, "voice.record_consent", lang), lang) if self.deps.recordings else None
        urls = self._urls(request, turn.seq, queued=queued, consent=consent)
        found_again = turn.key.endswith(f":{LOST}")
        before = [Line(spoken(self.deps.words, "voice.lost", lang), lang)] if found_again else []
        return xml(render([*before, *lines_of(turn.events, self.deps.sounds.of)], turn.state.wait, lang, urls))

    def _urls(self, request: web.Request, step: int, *, queued: int = 0, consent: Line | None = None) -> CallUrls:
        tried = request.query.get("tried") == "1"
        return CallUrls(
            base=self.deps.base_url,
            step=step,
            tried=tried and request.path.endswith("/now"),
            queued=queued,
            consent=consent,
        )

    def _waiting(self, request: web.Request, present: StoredTurn | None = None) -> list[Line]:
        lang = present.state.lang if present else request.query.get("lang", "en")
        return [Line(spoken(self.deps.words, "system.waiting_still", lang), lang, self.deps.sounds.hold(lang))]


def talk_ended_key(ticket: str) -> str:
    """The talk of a ticket ends once, whichever leg tells it first."""
    return f"{ticket}:agent-left"


def _queued(turn: StoredTurn) -> bool:
    wait = turn.state.wait
    return isinstance(wait, ForAgent) and not wait.connected
