"""The caller's webhooks: decode, hand to the one door in, render. Which turn is due the step number decides.

A repeated request names the same call and step, so it gets the same turn rendered again and changes nothing.
"""

import asyncio
import contextlib
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace

from aiohttp import web

from frontdesk.channels.voice import decode, documents
from frontdesk.channels.voice.answers import nothing_to_say, xml
from frontdesk.channels.voice.late import LANG, PERSON_KEY
from frontdesk.channels.voice.ports import NoSounds, VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.channels.voice.twiml import lines_of, offers_keys, render, waits_for_agent
from frontdesk.channels.voice.urls import CallUrls, Line, link
from frontdesk.channels.voice.words import spoken
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.desk_inputs import AgentLost, BridgeConfirmed, WaitContinued
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.inputs import (
    AgentLeft,
    ContactLeft,
    ContactStarted,
    CustomerInput,
    KeysPressed,
    MachineSlow,
    NothingHeard,
    WordsSpoken,
)
from frontdesk.core.pace import AS_IT_IS, Pace
from frontdesk.core.recording import SecretUnsafe
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForAgent, ForCustomer, ForReply

LEFT = frozenset({"completed", "busy", "failed", "no-answer", "canceled"})
STILL_WANTED = frozenset({"queue-full", "error", "system-error"})
TALKED = frozenset({"connected", "wrap_up", "closed"})
QUEUE_TRIES = 3
BUSY_LOOKS = 20
MESSAGE_COMES_S = 2.0  # after the end of a call, until the carrier has told of the message left in it
LOST = "lost"


@dataclass(frozen=True, slots=True)
class CallerDoor:
    """Every webhook of the caller's leg but the fallback."""

    deps: VoiceDeps

    async def new_call(self, request: web.Request) -> web.Response:
        sid = decode.call_sid(form_of(request))
        given = self._contact(request)
        return await self._page(request, await self.deps.turns.handle(decode.address(sid), given, f"{sid}:0"))

    async def turn(self, request: web.Request) -> web.Response:
        """The caller did something, or nothing, where turn `step` had asked."""
        silent = request.query.get("silent") == "1"
        return await self._take(request, decode.answer(form_of(request), self.deps.clock(), silent=silent))

    async def recorded(self, request: web.Request) -> web.Response:
        """The caller left a message: its reference goes on as their words, the sound is fetched meanwhile."""
        sid = decode.call_sid(form_of(request))
        present = await self.deps.turns.present(decode.address(sid))
        if present is None:
            return await self._lost(request, sid)
        left = decode.recorded(form_of(request))
        recordings = self.deps.recordings
        kept = left is not None and recordings is not None and recordings.take(left.name, left.url, sid)
        given: CustomerInput = NothingHeard(at=self.deps.clock())
        if left is not None and kept:
            text = spoken(self.deps.words, "voice.recorded", present.state.lang)
            given = WordsSpoken(at=self.deps.clock(), text=f"{text} {left.seconds} s, {left.name}")
        return await self._take(request, given)

    async def _take(self, request: web.Request, given: CustomerInput) -> web.Response:
        """An answer to turn `step`; one to a turn that never was changes nothing."""
        sid = decode.call_sid(form_of(request))
        step = decode.whole(request.query.get("step", ""), sys.maxsize)
        try:
            turn = await self.deps.turns.handle(decode.address(sid), given, f"{sid}:{step}", asked=step)
        except (UnknownSession, NotAllowed):  # over meanwhile, or elsewhere: the present turn is the answer
            present = await self._present(sid)
            if present is None:
                return await self._lost(request, sid)
            turn = present
        return await self._page(request, turn)

    async def now(self, request: web.Request) -> web.Response:
        """Where the call stands: a live call was moved here, or is coming back after a failure."""
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        if present is None:
            return await self._lost(request, sid)
        return await self._page(request, await self._arrived(present, decode.address(sid)))

    async def _arrived(self, present: StoredTurn, address: str) -> StoredTurn:
        """The caller's own call is here: if an agent is ready for them, this is the moment they are together."""
        ticket = present.state.ticket
        if ticket is None or ticket.status != "briefed":
            return present
        given = BridgeConfirmed(at=self.deps.clock(), ticket=ticket.id)
        try:
            return await self.deps.turns.tell(present.session, given, f"{ticket.id}:{ticket.talks}:bridged")
        except NotAllowed:  # the agent is gone again
            return await self.deps.turns.present(address) or present

    async def person(self, request: web.Request) -> web.Response:
        """A person was asked for while an answer was under way: as at the question that stands now, if one does."""
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        if present is None or not isinstance(present.state.wait, ForCustomer):
            return await self.now(request)
        asked = KeysPressed(at=self.deps.clock(), digits=PERSON_KEY)
        turn = await self.deps.turns.handle(decode.address(sid), asked, f"{sid}:{present.seq}", asked=present.seq)
        return await self._page(request, turn)

    async def busy(self, request: web.Request) -> web.Response:
        """A task was at work when turn `step` ended: what comes of it as soon as it is there, else more filler words."""
        sid = decode.call_sid(form_of(request))
        step = decode.whole(request.query.get("step", ""), 0)
        for _ in range(BUSY_LOOKS):
            present = await self._present(sid)
            if present is None:
                return await self._lost(request, sid)
            if present.state.spoke > step or not isinstance(present.state.wait, ForReply):
                return await self._page(request, present)
            await asyncio.sleep(self.deps.busy_s / BUSY_LOOKS)
        with contextlib.suppress(UnknownSession, NotAllowed):
            await self.deps.turns.handle(decode.address(sid), MachineSlow(at=self.deps.clock()), f"{sid}:busy:{step}")
        return await self.now(request)

    async def wait(self, request: web.Request) -> web.Response:
        """A stretch of waiting in the queue: a key pressed, news, or music. Out of it when the session has moved on.

        The first one says what the turn said, where that offers keys: outside of the queue a key would be lost.
        """
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        number = decode.whole(request.query.get("round", ""), 0)
        if present is None or not _queued(present):
            return xml(documents.leave_queue()) if present else xml(documents.hold(self._music(request, number, ())))
        lines: Sequence[Line] = self._lines(present) if offers_keys(present.state.wait) and not number else ()
        if number:
            turn = await self._heard(
                request, present, f"{sid}:{decode.whole(request.query.get('step', ''), 0)}:{number}"
            )
            if not _queued(turn):
                return xml(documents.leave_queue())
            present, lines = turn, self._lines(turn)
        return xml(documents.hold(self._music(request, number, lines, present)))

    async def _heard(self, request: web.Request, present: StoredTurn, key: str) -> StoredTurn:
        """What this stretch says: the answer to a key, or news of the wait, if there is any."""
        sid = decode.call_sid(form_of(request))
        given = decode.answer(form_of(request), self.deps.clock())
        try:
            if isinstance(given, KeysPressed):
                return await self.deps.turns.handle(decode.address(sid), given, f"{key}:key")
            ticket = present.state.ticket
            if ticket is None or ticket.status != "waiting":
                return replace(present, events=())
            continued = WaitContinued(at=self.deps.clock(), ticket=ticket.id)
            return await self.deps.turns.tell(present.session, continued, f"{key}:wait")
        except (NotAllowed, UnknownSession):  # an agent is being called just now
            return replace(await self._present(sid) or present, events=())

    def _music(
        self, request: web.Request, number: int, lines: Sequence[Line], present: StoredTurn | None = None
    ) -> documents.Stretch:
        lang = present.state.lang if present else request.query.get("lang", "en")
        wait = present.state.wait if present else None
        step = decode.whole(request.query.get("step", ""), 0)
        return documents.Stretch(
            lines=lines,
            sound=self.deps.sounds.hold(lang),
            on=CallUrls(base=self.deps.base_url, step=step).wait_on(lang, number + 1),
            keys=wait is not None and waits_for_agent(wait),
        )

    async def on_hold(self, request: web.Request) -> web.Response:
        """What a caller hears whom the agent put on hold: a word and music, again and again."""
        lang = request.query.get("lang", "en")
        line = Line(spoken(self.deps.words, "voice.on_hold", lang), lang)
        on = link(self.deps.base_url, "/voice/on-hold", lang=lang)
        return xml(documents.hold(documents.Stretch(lines=[line], sound=self.deps.sounds.hold(lang), on=on)))

    async def queue_left(self, request: web.Request) -> web.Response:
        sid = decode.call_sid(form_of(request))
        result = form_of(request).get("QueueResult", "")
        if result == "hangup":
            await self._left(sid)
            return xml(documents.EMPTY)
        present = await self._present(sid)
        if present is None:
            return await self._lost(request, sid)
        present = await self._arrived(present, decode.address(sid))
        if not _queued(present) or result not in STILL_WANTED:
            return await self._page(request, present)
        tries = decode.whole(request.query.get("tries", ""), 0) + 1
        if tries < QUEUE_TRIES:
            return await self._page(request, present, queued=tries)
        return xml(documents.rejoin(self._waiting(present.state), self._urls(request, present.seq).now()))

    async def dial_ended(self, request: web.Request) -> web.Response:
        """The talk with the agent is over: go on with what comes after it."""
        sid = decode.call_sid(form_of(request))
        present = await self._present(sid)
        if present is None:
            return await self._lost(request, sid)
        ticket = present.state.ticket
        if ticket is not None and ticket.status in TALKED and ticket.agent:
            over = AgentLost if ticket.held else AgentLeft  # nobody said goodbye to who is on hold
            given = over(at=self.deps.clock(), agent=ticket.agent, ticket=ticket.id)
            try:
                present = await self.deps.turns.tell(present.session, given, talk_ended_key(ticket))
            except NotAllowed:  # the desk ended it first
                present = await self._present(sid) or present
        return await self._page(request, present)

    async def status(self, request: web.Request) -> web.Response:
        """Calls end once, however often and in whatever order the carrier says so."""
        if form_of(request).get("CallStatus", "") in LEFT:
            sid = decode.call_sid(form_of(request))
            await self._message_arrived(sid)
            await self._left(sid)
        return nothing_to_say()

    async def _message_arrived(self, sid: str) -> None:
        """Who hung up while leaving a message has left it: the carrier tells of it at the same time, in either order."""
        present = await self._present(sid)
        if self.deps.recordings is None or present is None or present.state.over:
            return
        if isinstance(present.state.wait, ForCustomer) and present.state.wait.record_s:
            await asyncio.sleep(MESSAGE_COMES_S)

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
        given = self._contact(request)
        return await self._page(request, await self.deps.turns.handle(decode.address(sid), given, f"{sid}:{LOST}"))

    def _contact(self, request: web.Request) -> ContactStarted:
        given = decode.contact(form_of(request), self.deps.clock(), self.deps.textable)
        return replace(given, recordable=self.deps.recordable)

    async def _present(self, sid: str) -> StoredTurn | None:
        return await self.deps.turns.present(decode.address(sid))

    async def _page(self, request: web.Request, turn: StoredTurn, *, queued: int = 0) -> web.Response:
        turn = await self._hushed(turn)
        consent = self._line("voice.record_consent", turn.state) if self.deps.messages else None
        urls = self._urls(request, turn.seq, queued=queued, consent=consent)
        found_again = turn.key.endswith(f":{LOST}")
        before = [self._line("voice.lost", turn.state)] if found_again else []
        made = xml(render([*before, *self._lines(turn)], turn.state.wait, turn.state.lang, urls))
        made[LANG] = turn.state.lang
        return made

    def _lines(self, turn: StoredTurn) -> list[Line]:
        """What the turn says, at the caller's pace. Who asked for another one hears no recordings: those have but one."""
        recorded = self.deps.sounds.of if turn.state.pace == AS_IT_IS else NoSounds().of
        return lines_of(turn.events, recorded, lambda lang: self._pace(lang, turn.state))

    def _pace(self, lang: str, state: State) -> Pace:
        own = self.deps.pace(lang, state.caller)
        return own if state.pace == AS_IT_IS else own._replace(rate=own.rate * state.pace)

    def _line(self, key: str, state: State) -> Line:
        """Words of the house that belong to no turn."""
        return Line(spoken(self.deps.words, key, state.lang), state.lang, pace=self._pace(state.lang, state))

    async def _hushed(self, turn: StoredTurn) -> StoredTurn:
        """The turn itself; where it asks for a secret and the recording goes on in spite of us, what comes instead of it."""
        wait = turn.state.wait
        if not isinstance(wait, ForCustomer) or not wait.secret or await self.deps.hushed(turn.session):
            return turn
        given = SecretUnsafe(at=self.deps.clock())
        return await self.deps.turns.tell(turn.session, given, f"{turn.session}:unsafe:{turn.seq}")

    def _urls(self, request: web.Request, step: int, *, queued: int = 0, consent: Line | None = None) -> CallUrls:
        tried = request.query.get("tried") == "1"
        return CallUrls(
            base=self.deps.base_url,
            step=step,
            tried=tried and request.path.endswith("/now"),
            queued=queued,
            consent=consent,
        )

    def _waiting(self, state: State) -> list[Line]:
        return [self._line("system.waiting_still", state)._replace(sound=self.deps.sounds.hold(state.lang))]


def talk_ended_key(ticket: Ticket) -> str:
    """Each talk of a ticket ends once, whichever leg tells it first."""
    return f"{ticket.id}:{ticket.talks}:agent-left"


def _queued(turn: StoredTurn) -> bool:
    wait, ticket = turn.state.wait, turn.state.ticket
    together = ticket is not None and ticket.status == "briefed"
    return isinstance(wait, ForAgent) and not wait.connected and not together
