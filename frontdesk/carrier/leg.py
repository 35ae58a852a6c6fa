"""One call leg: who calls whom, its state, its telephone, its status callbacks; and the calls of an exchange.

Must not know what verbs do.
"""

import asyncio
from collections import OrderedDict
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.utils import formatdate
from typing import Literal
from urllib.parse import urljoin

from frontdesk.carrier.handset import Handset
from frontdesk.carrier.recording import Recording, Recordings, form_of
from frontdesk.carrier.services import Mishap, Services
from frontdesk.carrier.signals import Answered, Ended, Heard, HungUp, Signal
from frontdesk.carrier.steps import FINAL, End, Goto, Status, Step
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.verbs import Method, Say
from frontdesk.carrier.webhook import WebhookFailed

Direction = Literal["inbound", "outbound-api", "outbound-dial"]
_PLACES = tuple(
    who + what for who in ("From", "To", "Caller", "Called") for what in ("City", "State", "Zip", "Country")
)


@dataclass(frozen=True, slots=True)
class Parties:
    """Who calls whom, and which way."""

    caller: str
    called: str
    direction: Direction = "inbound"
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Callbacks:
    """Where a call's fate is told, which turns of it, and where to turn when a webhook fails."""

    status_url: str = ""
    status_method: Method = "POST"
    events: frozenset[str] = frozenset({"completed"})
    fallback_url: str = ""
    fallback_method: Method = "POST"


class Leg:
    """A call as the exchange sees it. Signals come in by `receive`, orders from REST or other calls by `order`.

    Calls are begun by `Calls.begin`; `calls` begins those that this one makes.
    """

    def __init__(self, calls: "Calls", parties: Parties, handset: Handset, callbacks: Callbacks) -> None:
        services = calls.services
        self.sid = "CA" + services.ports.new_hex()
        self.calls = calls
        self.services = services
        self.parties = parties
        self.handset = handset
        self.callbacks = callbacks
        self.status: Status = "queued" if parties.direction == "outbound-api" else "ringing"
        self.created_at = services.ports.clock()
        self.answered_at: float | None = None
        self.ended_at: float | None = None
        self.afterwards: Step = End("The call is over.")
        self.over = asyncio.Event()
        self.ordered: Step | None = None
        self.orders: asyncio.Queue[Step] = asyncio.Queue()
        self._documents = 0
        self._counted_from = self.created_at
        self._parked = False
        self._ear: asyncio.Queue[Signal] | None = None
        self._told = 0
        self._telling = asyncio.Lock()
        self.recordings = Recordings(services.ports.clock, services.keep)

    @property
    def party(self) -> str:
        """The name other calls see: the end of the call that is not the exchange's own line."""
        return self.parties.caller if self.parties.direction == "inbound" else self.parties.called

    @property
    def duration(self) -> int:
        """Seconds since it was answered, up to its end."""
        if self.answered_at is None:
            return 0
        until = self.services.ports.clock() if self.ended_at is None else self.ended_at
        return max(0, int(until - self.answered_at))

    def receive(self, signal: Signal) -> None:
        """A signal from the telephone. Hanging up always counts; the rest only while something listens."""
        if isinstance(signal, HungUp):
            unheard = self.answered_at is None and self.parties.direction != "inbound"
            self.order(End("The caller hung up.", "no-answer" if unheard else "completed"))
            return
        self.recordings.take(signal)
        if self._ear is not None:
            self._ear.put_nowait(signal)

    def hear(self, text: str, speaker: str) -> None:
        """Words of another party."""
        self.recordings.speech(text)
        self.handset.show(Heard(text, speaker))

    async def speak(self, verb: Say) -> None:
        self.recordings.speech(verb.text)
        await self.handset.say(verb.text, verb.language, verb.voice, verb.rate)

    async def play(self, url: str, text: str, language: str) -> None:
        self.recordings.speech(text or url)
        await self.handset.play(url, text, language)

    def order(self, step: Step) -> None:
        """Drop whatever the call is doing and do this."""
        self.ordered = step
        self.orders.put_nowait(step)

    @contextmanager
    def listening(self) -> Iterator["asyncio.Queue[Signal]"]:
        before, self._ear = self._ear, asyncio.Queue()
        try:
            yield self._ear
        finally:
            self._ear = before

    def answer(self) -> None:
        """The call is answered, if it was not yet."""
        if self.answered_at is None:
            self.answered_at = self.services.ports.clock()
            self.status = "in-progress"
            self.handset.show(Answered())
            self.tell("answered")

    def park(self) -> None:
        """The call is on hold or in a room."""
        self._parked = True

    def resume(self) -> None:
        """The application speaks to the person again; a telephone that showed hold or a talk shows the call."""
        if self._parked:
            self._parked = False
            self.handset.show(Answered())

    def finish(self, end: End) -> None:
        """Close the books: state, telephone, callback."""
        if self.over.is_set():
            return
        self.status, self.ended_at = end.status, self.services.ports.clock()
        self.over.set()
        self.handset.show(Ended(end.reason))
        self.handset.connect(None)
        self.services.directory.release(self.handset)
        self.services.rooms.sweep()
        for recording in self.recordings.active():
            self.end_recording(recording)
        self.tell("completed")

    def form(self) -> dict[str, str]:
        """The parameters every webhook of this call carries."""
        parties = self.parties
        form = {
            "CallSid": self.sid,
            "AccountSid": self.services.account.sid,
            "From": parties.caller,
            "To": parties.called,
            "Caller": parties.caller,
            "Called": parties.called,
            "CallStatus": self.status,
            "ApiVersion": "2010-04-01",
            "Direction": parties.direction,
        }
        if parties.parent:
            form["ParentCallSid"] = parties.parent
        return form | dict.fromkeys(_PLACES, "")

    async def fetch(self, goto: Goto) -> tuple[bytes, str]:
        """Ask a webhook for a document. The request runs to its end even when the call moves on meanwhile."""
        outcome = await asyncio.shield(self.services.tasks.start(self._ask(goto, self.form()), "webhook"))
        if isinstance(outcome, WebhookFailed):
            raise outcome
        return outcome

    async def _ask(self, goto: Goto, form: dict[str, str]) -> tuple[bytes, str] | WebhookFailed:
        """The failure is a value here: nobody may be left to catch it."""
        try:
            return await self.services.webhooks.document(goto.url, goto.method, form | dict(goto.extra))
        except WebhookFailed as failed:
            return failed

    def end_recording(self, one: Recording) -> None:
        """Its file is found from now on, and whoever asked is told."""
        self.recordings.finish(one)
        self.tell_recording(one)

    def tell_recording(self, one: Recording) -> None:
        """A recording's status callback, if asked for."""
        if one.told.url and one.status in one.told.events and not self.services.tasks.closed:
            account = self.services.account.sid
            url = urljoin(one.told.url, f"/2010-04-01/Accounts/{account}/Recordings/{one.sid}")
            form = form_of(one, account, url)
            self.services.tasks.start(self._post(one.told.url, one.told.method, form), "recording's status")

    def notify(self, goto: Goto) -> None:
        """Tell a webhook something without waiting for, or following, its answer."""
        if not self.services.tasks.closed:
            self.services.tasks.start(self._post(goto.url, goto.method, self.form() | dict(goto.extra)), "notice")

    def tell(self, event: str) -> None:
        """A status callback, if asked for; they arrive in the order they happened."""
        wanted = self.callbacks.status_url and event in self.callbacks.events
        if not wanted or self.services.tasks.closed:
            return
        form = self.form() | {
            "CallbackSource": "call-progress-events",
            "SequenceNumber": str(self._told),
            "Timestamp": formatdate(self.services.ports.clock()),
        }
        if self.status in FINAL:
            form |= {"CallDuration": str(self.duration), "Duration": str(-(-self.duration // 60))}
        self._told += 1
        self.services.tasks.start(self._tell_in_turn(form), "status callback")

    async def _tell_in_turn(self, form: Mapping[str, str]) -> None:
        async with self._telling:
            await self._post(self.callbacks.status_url, self.callbacks.status_method, form)

    async def _post(self, url: str, method: Method, form: Mapping[str, str]) -> None:
        try:
            await self.services.webhooks.post(url, method, form)
        except WebhookFailed as failed:
            self.mishap(failed.code, failed.url, str(failed))

    def mishap(self, code: int, url: str, text: str) -> None:
        self.services.note(Mishap(self.sid, code, url, text))

    def heard_something(self) -> None:
        """The person did something: the count of documents without input starts anew."""
        self._documents = 0

    def another_document(self) -> bool:
        """Count one more document; False when there were too many in a short time without input: a loop."""
        limits, now = self.services.limits, self.services.ports.clock()
        if now - self._counted_from > limits.within_s:
            self._counted_from, self._documents = now, 0
        self._documents += 1
        return self._documents <= limits.documents_without_input


class Calls:
    """The calls of an exchange, where REST finds them; of the finished ones only the newest are kept."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.legs: OrderedDict[str, Leg] = OrderedDict()

    def begin(self, parties: Parties, handset: Handset, callbacks: Callbacks) -> Leg:
        """A new call, which is found from now on."""
        leg = Leg(self, parties, handset, callbacks)
        self.legs[leg.sid] = leg
        over = [sid for sid, one in self.legs.items() if one.over.is_set()]
        for sid in over[: max(0, len(over) - self.services.limits.finished_calls)]:
            del self.legs[sid]
        return leg


async def next_signal(ear: "asyncio.Queue[Signal]", *until: asyncio.Event) -> Signal | None:
    """The next signal, or None when one of the events came first."""
    result = await first_of(ear.get(), *(event.wait() for event in until))
    return None if result is True else result


def absolute(base: str, url: str) -> str:
    """An address in a document, seen from the document's own; an empty one is the document's own."""
    return urljoin(base, url) if url else base
