"""When a call is recorded, and what is done when the carrier does not do as it is told."""

import asyncio
import contextlib
from dataclasses import dataclass, field, replace
from itertools import product

import pytest

from frontdesk.adapters.local.lock import LocalLock
from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.recorded import wanted
from frontdesk.conversation.recording import HUSH_S, RESUME_AFTER_S, CallRecorder, RecordingWays
from frontdesk.conversation.step import step
from frontdesk.core.desk_inputs import CallbackDialled, CallbackPickedUp, RecordingPauseSet
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import HandoffRequested
from frontdesk.core.inputs import Input
from frontdesk.core.recording import (
    RecordingEnded,
    RecordingPaused,
    RecordingResumed,
    RecordingStarted,
    RecordingTold,
    SecretUnsafe,
)
from frontdesk.core.rooms import InMenu, Outside, State, WithHuman
from frontdesk.core.tickets import Ticket
from frontdesk.core.waits import ForAgent, ForCustomer
from handoff.ports import CallFailed, CallGone
from tests.fakes.desk import BOOK, NOON

ASKED = ForCustomer()
SECRET = ForCustomer(secret=True)
NAME = "RE" + "1" * 32
AGREED = State(
    session="S-1",
    channel="voice",
    lang="en",
    started_at=NOON,
    address="voice:CA1",
    room=InMenu(flow="main", node="menu"),
    wait=ASKED,
    recordable=True,
    facts={"recording": "yes"},
)

TALKING = replace(
    AGREED,
    room=WithHuman(),
    wait=ForAgent(ticket="T-1-1", connected=True),
    ticket=Ticket(
        id="T-1-1", queue="service", reason="asked", priority=50, lang="en", channel="voice", status="connected",
        created_at=NOON, agent="amy",
    ),
)  # fmt: skip


class Killed(Exception):
    """The server, in the middle of something."""


@dataclass
class Carrier:
    """Does what it is told; what is `broken` raises its error afterwards, or instead of it where it is `deaf` as well."""

    did: list[str] = field(default_factory=list)
    broken: dict[str, Exception] = field(default_factory=dict)
    deaf: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    runs: bool = False

    async def start(self, call: str) -> str:
        await self._do("start", call)
        return NAME

    async def pause(self, call: str) -> None:
        await self._do("pause", call)

    async def resume(self, call: str) -> None:
        await self._do("resume", call)

    async def stop(self, call: str) -> None:
        await self._do("stop", call)

    async def _do(self, what: str, call: str) -> None:
        assert call == "CA1"
        if what in self.silent:
            await asyncio.sleep(60)
        if what not in self.deaf:
            self.runs = {"start": True, "pause": False, "resume": True, "stop": False}[what]
        if error := self.broken.get(what):
            raise error
        self.did.append(what)


@dataclass
class Story:
    """One session, told by the real step."""

    state: State
    events: list[object] = field(default_factory=list)
    slept: list[float] = field(default_factory=list)
    carrier: Carrier = field(default_factory=Carrier)
    killed_at: str = ""
    hush_s: float = HUSH_S

    async def load(self, session: str) -> State:
        return self.state

    async def tell(self, session: str, given: Input, key: str) -> StoredTurn:
        if isinstance(given, RecordingTold) and given.now == self.killed_at:
            raise Killed
        turn = step(BOOK, self.state, given)
        self.state = replace(turn.state, seq=self.state.seq + 1)
        self.events += turn.events
        return StoredTurn(session=session, seq=self.state.seq, key=key, at=NOON, state=self.state, events=turn.events)

    async def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)

    async def follow(self) -> None:
        """As after a turn; a server that is killed does nothing more."""
        with contextlib.suppress(Killed):
            await self.recorder().follow(self.state)

    def in_trouble(self, doing: str, trouble: str) -> None:
        if trouble in ("answer lost", "not done"):
            self.carrier.broken = {doing: CallFailed("It did not answer."), "stop": CallFailed("It did not answer.")}
            self.carrier.deaf = (doing, "stop") if trouble == "not done" else ("stop",)
        self.killed_at = "on" if trouble == "killed" else ""

    def well_again(self) -> None:
        self.carrier.broken, self.carrier.deaf, self.killed_at = {}, (), ""

    def recorder(self) -> CallRecorder:
        ways = RecordingWays(
            load=self.load,
            tell=self.tell,
            lock=LocalLock(),
            clock=lambda: NOON,
            new_key=lambda: "k",
            sleep=self.sleep,
            hush_s=self.hush_s,
        )
        return CallRecorder(self.carrier, ways)


@pytest.mark.parametrize(
    ("state", "is_wanted"),
    [
        (AGREED, "on"),
        (replace(AGREED, facts={}), ""),
        (replace(AGREED, facts={"recording": "no"}), ""),
        (replace(AGREED, recordable=False), ""),
        (replace(AGREED, wait=SECRET), "paused"),
        (replace(AGREED, room=WithHuman(), wait=ForAgent(ticket="T")), "paused"),
        (replace(AGREED, room=WithHuman(), wait=ForAgent(ticket="T", connected=True)), "on"),
        (replace(AGREED, room=Outside(over=True)), ""),
    ],
)
@pytest.mark.stands("S21")
def test_when_a_call_may_be_recorded(state: State, is_wanted: str) -> None:
    """Only with the caller's agreement, never where a secret is asked for, and not while they wait for somebody."""
    assert wanted(state) == is_wanted


async def test_it_is_started_paused_and_resumed_as_the_session_goes() -> None:
    """Each once, however often it is followed; resumed only a moment after the secret was taken."""
    story = Story(AGREED)
    recorder = story.recorder()
    await recorder.follow(story.state)
    await recorder.follow(story.state)
    story.state = replace(story.state, wait=SECRET)
    assert await recorder.hushed("S-1")
    assert await recorder.hushed("S-1")
    await recorder.follow(story.state)
    story.state = replace(story.state, wait=ASKED)
    await recorder.follow(story.state)
    assert story.carrier.did == ["start", "pause", "resume"]
    assert story.slept[-1] >= 1
    assert [type(event) for event in story.events] == [RecordingStarted, RecordingPaused, RecordingResumed]
    assert story.state.recording == NAME


@pytest.mark.stands("S14")
@pytest.mark.parametrize("broken", [False, True])
async def test_the_agent_has_it_pause(broken: bool) -> None:
    """For a card number: paused until the agent goes on; what can't be paused is stopped. Nothing is recorded meanwhile."""
    story = Story(TALKING)
    await story.follow()
    story.carrier.broken = {"pause": CallFailed("It did not answer.")} if broken else {}
    story.carrier.deaf = ("pause",) if broken else ()

    await story.tell("S-1", RecordingPauseSet(at=NOON, agent="amy", on=True), "")
    await story.follow()

    assert not story.carrier.runs
    assert (RecordingEnded(recording=NAME, why="agent") if broken else RecordingPaused(why="agent")) in story.events
    if broken:
        return
    await story.follow()  # a page that is replayed asks for it again
    await story.tell("S-1", RecordingPauseSet(at=NOON, agent="amy", on=True), "")
    await story.follow()
    assert story.carrier.did == ["start", "pause"]
    await story.tell("S-1", RecordingPauseSet(at=NOON, agent="amy", on=False), "")
    await story.follow()
    assert story.carrier.did == ["start", "pause", "resume"]
    assert story.slept == [RESUME_AFTER_S]


async def test_only_a_recording_can_be_paused() -> None:
    """Where nothing is recorded, or by somebody else, the button says so."""
    with pytest.raises(NotAllowed, match="not being recorded"):
        await Story(TALKING).tell("S-1", RecordingPauseSet(at=NOON, agent="amy", on=True), "")
    with pytest.raises(NotAllowed, match="Another agent"):
        await Story(replace(TALKING, recording_is="on")).tell(
            "S-1", RecordingPauseSet(at=NOON, agent="wei", on=True), ""
        )


async def test_what_can_not_be_paused_is_stopped() -> None:
    """S14: the secret may be asked for then, and the call is not recorded any more."""
    story = Story(replace(AGREED, wait=SECRET, recording=NAME, recording_is="on"))
    story.carrier.broken = {"pause": CallFailed("It did not answer.")}
    assert await story.recorder().hushed("S-1")
    assert story.carrier.did == ["stop"]
    assert story.events == [RecordingEnded(recording=NAME, why="secret")]
    story.state = replace(story.state, wait=ASKED)
    await story.recorder().follow(story.state)
    assert story.carrier.did == ["stop"], "never started again in this call"


@pytest.mark.stands("S14")
async def test_what_can_be_neither_paused_nor_stopped_is_told() -> None:
    """S14: then the secret is not asked for: the engine calls a person instead."""
    story = Story(replace(AGREED, wait=SECRET, recording=NAME, recording_is="on"))
    story.carrier.broken = dict.fromkeys(("pause", "stop"), CallFailed("It did not answer."))
    story.carrier.deaf = ("pause", "stop")
    assert not await story.recorder().hushed("S-1")
    turn = step(BOOK, story.state, SecretUnsafe(at=NOON))
    assert any(isinstance(event, HandoffRequested) for event in turn.events)
    assert not getattr(turn.state.wait, "secret", False)


@pytest.mark.stands("S14")
async def test_a_carrier_that_says_nothing_keeps_no_caller_waiting() -> None:
    """S14: what is not certain in time is no: the caller gets a person, well before the carrier gives us up."""
    assert HUSH_S < 3
    story = Story(replace(AGREED, wait=SECRET, recording=NAME, recording_is="on"), hush_s=0.05)
    story.carrier.silent = ("pause", "stop")
    assert not await story.recorder().hushed("S-1")


TROUBLES = ("none", "answer lost", "not done", "killed")


@pytest.mark.stands("S14")
@pytest.mark.parametrize(("starting", "resuming"), list(product(TROUBLES, TROUBLES)))
async def test_whatever_is_lost_no_secret_is_in_the_sound(starting: str, resuming: str) -> None:
    """S14: an answer of the carrier's that is lost, and a server killed before it wrote the answer down, leave no session that is
    recorded and does not know: before each secret the carrier is asked again."""
    story = Story(AGREED)
    for trouble, doing in ((starting, "start"), (resuming, "resume")):
        story.in_trouble(doing, trouble)
        story.state = replace(story.state, wait=ASKED)
        await story.follow()
        story.well_again()
        story.state = replace(story.state, wait=SECRET)
        assert await story.recorder().hushed("S-1")
        assert not story.carrier.runs, story.state.recording_is


async def test_a_promised_call_is_not_recorded() -> None:
    """The caller agreed in another call, and was not asked in this one."""
    ticket = Ticket(
        id="T",
        queue="service",
        reason="asked",
        priority=50,
        lang="en",
        channel="voice",
        status="accepted",
        created_at=NOON,
    )
    state = replace(
        AGREED, room=WithHuman(), wait=ForAgent(ticket="T"), ticket=replace(ticket, agent="amy", mode="callback")
    )
    dialled = step(BOOK, state, CallbackDialled(at=NOON, ticket="T", leg="CA2"))
    picked_up = step(BOOK, dialled.state, CallbackPickedUp(at=NOON, ticket="T", leg="CA2", until=NOON + 30))
    story = Story(replace(picked_up.state, wait=ForAgent(ticket="T", connected=True)))
    await story.follow()
    assert story.carrier.did == []


async def test_where_the_carrier_records_nothing_there_is_nothing_to_pause() -> None:
    """No such call or recording: the secret may be asked for, and the session knows."""
    story = Story(replace(AGREED, wait=SECRET, recording=NAME, recording_is="on"))
    story.carrier.broken = {"pause": CallGone("No such recording.")}
    assert await story.recorder().hushed("S-1")
    assert story.state.recording_is == "over"


async def test_a_recording_that_can_not_be_started_is_not_tried_for_ever() -> None:
    """The call goes on without; the story says so."""
    story = Story(AGREED)
    story.carrier.broken = {"start": CallFailed("Not now.")}
    await story.recorder().follow(story.state)
    await story.recorder().follow(story.state)
    assert story.events == [RecordingEnded(recording="", why="failed")]


async def test_one_that_can_not_be_resumed_stays_paused_and_is_tried_again() -> None:
    """A carrier that is down for a moment costs a stretch of the recording, no more."""
    story = Story(replace(AGREED, recording=NAME, recording_is="paused"))
    story.carrier.broken = {"resume": CallFailed("Not now.")}
    await story.recorder().follow(story.state)
    assert story.events == []
    story.carrier.broken = {}
    await story.recorder().follow(story.state)
    assert story.events == [RecordingResumed()]


def test_what_the_carrier_says_twice_or_late_is_written_once() -> None:
    """The end with its length once, whatever comes after; nothing brings a recording back."""
    state = replace(AGREED, recording=NAME, recording_is="on")
    over = RecordingTold(at=NOON, now="over", recording=NAME, seconds=93)
    first = step(BOOK, state, over)
    assert first.events == (RecordingEnded(recording=NAME, seconds=93),)
    for late in (RecordingTold(at=NOON, now="on"), RecordingTold(at=NOON, now="paused", why="secret")):
        turn = step(BOOK, first.state, late)
        assert (turn.events, turn.state.recording_is) == ((), "over")
