"""The one loop: hold the session, step until a person must speak, commit once, wake the readers."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Any, Literal

from frontdesk.conversation.flows import Flows
from frontdesk.conversation.ports import (
    Bus,
    MachineDown,
    MachineNonsense,
    Machines,
    SessionLock,
    SessionStore,
    Span,
    StoredTurn,
    untraced,
)
from frontdesk.conversation.step import step
from frontdesk.core.errors import StaleSession, StoreDown, UnknownSession
from frontdesk.core.events import Said
from frontdesk.core.evolve import replace
from frontdesk.core.facts import storable
from frontdesk.core.inputs import (
    Channel,
    ContactLeft,
    ContactStarted,
    CustomerInput,
    Input,
    Machine,
    MachineFailed,
    MachineReplied,
    MachineSlow,
)
from frontdesk.core.questions import EFFORT, House
from frontdesk.core.rooms import State
from frontdesk.core.turn import Turn
from frontdesk.core.waits import ForReply, MachineRequest, RunTask, Wait
from frontdesk.ivr.model import FlowBook

log = logging.getLogger(__name__)
MAX_MACHINES = 8  # machine calls in one turn
MAX_TRIES = 5  # times a turn is repeated when another process was first
MACHINE: Mapping[str, Machine] = MappingProxyType(
    {"ask_dialogue": "dialogue", "run_task": "task", "estimate_wait": "estimate"}
)
FILLER_AFTER_S: Mapping[Channel, float] = MappingProxyType({"voice": 1.2, "chat": 2.0})  # silence a customer bears
AGAIN_AFTER_S: Mapping[Channel, Sequence[float]] = MappingProxyType({"voice": (0.5, 1.0, 2.0, 4.0, 8.0), "chat": ()})
FailureReason = Literal["late", "down", "invalid"]
Clock = Callable[[], float]


def _as_it_came(given: ContactStarted, address: str) -> ContactStarted:
    return given


async def _nobody(given: ContactStarted) -> bool:
    return False


@dataclass(frozen=True, slots=True, kw_only=True)
class Loop:
    """What the loop works with. `new_id` makes unguessable session ids; `clock` is epoch seconds (UTC).

    `react(before, turn)` is called after each commit and must return at once. `known(contact, address)` adds what may
    be kept for good of who calls or writes. `start` runs and holds a coroutine: without it every turn waits for its
    machines, with it filler words end a turn while a task goes on, after `filler_after_s`. `again_after_s`: the pauses
    between tries to keep a turn while the store is away. `spared`: who is not to be asked
    how it was this time; `question`: what the others are asked.
    """

    store: SessionStore
    lock: SessionLock
    machines: Machines
    bus: Bus
    flows: Flows
    clock: Clock
    new_id: Callable[[], str]
    react: Callable[[State, StoredTurn], None] | None = None
    filler_after_s: Mapping[Channel, float] = field(default_factory=lambda: FILLER_AFTER_S)
    again_after_s: Mapping[Channel, Sequence[float]] = field(default_factory=lambda: AGAIN_AFTER_S)
    start: Callable[[Coroutine[Any, Any, None]], object] | None = None
    default_lang: str = "en"
    known: Callable[[ContactStarted, str], ContactStarted] = _as_it_came
    span: Span = untraced
    spared: Callable[[ContactStarted], Awaitable[bool]] = _nobody
    question: House = EFFORT


class TurnService:
    """The only door in. See `Turns` in ports for what its methods promise."""

    def __init__(self, loop: Loop) -> None:
        self._loop = loop

    async def handle(self, address: str, given: Input, key: str, *, asked: int = 0) -> StoredTurn:
        async with self._loop.lock.hold(address):
            if isinstance(given, ContactStarted):
                return await self._start(address, await self._loop.store.session_at(address), given, key)
            session = await self._loop.store.session_at(address, lately=True)
        if session is None:
            raise UnknownSession(f"Nobody is at {address.split(':', maxsplit=1)[0]}:…; start a contact there first.")
        return await self._told(session, given, key, asked, address)

    async def tell(self, session: str, given: Input, key: str) -> StoredTurn:
        return await self._told(session, given, key)

    async def _told(
        self, session: str, given: Input, key: str, asked: int = 0, address: str | None = None
    ) -> StoredTurn:
        async with self._loop.lock.hold(session):
            for _ in range(MAX_TRIES):
                stands = await self._loop.store.standing(session, key, at=address)
                if stands.told is not None:
                    return stands.told
                if stands.elsewhere is not None:
                    break
                state = stands.state
                if state is None:
                    raise UnknownSession("There is no such session; start a new contact.")
                if asked > state.seq or (state.over and isinstance(given, CustomerInput | ContactLeft)):
                    return await self._newest(session, state)
                try:
                    return await self._turn(state, given, key)
                except StaleSession:
                    log.info("turn repeated: another process was first")
        if stands.elsewhere is not None:
            return await self._told(stands.elsewhere, given, key, asked, address)
        raise StaleSession("This session changes faster than it can be read; try again.")

    async def present(self, address: str) -> StoredTurn | None:
        session = await self._loop.store.session_at(address)
        if session is None:
            return None
        state = await self._loop.store.load(session)
        return await self._newest(session, state) if state is not None else None

    async def _start(self, address: str, session: str | None, given: ContactStarted, key: str) -> StoredTurn:
        """Open a session, unless one is open there already: then its present turn is the answer."""
        if session is not None:
            stands = await self._loop.store.standing(session, key)
            if stands.told is not None:
                return stands.told
            if stands.state is not None and not stands.state.over:
                return await self._newest(session, stands.state)
        given = self._loop.known(given, address)
        fresh = State(
            session=self._loop.new_id(),
            channel=given.channel,
            lang=given.lang or self._loop.default_lang,
            started_at=given.at,
            address=address,
            surveyed=await self._loop.spared(given),
            question=self._loop.question,
        )
        return await self._turn(fresh, given, key)

    async def _newest(self, session: str, state: State) -> StoredTurn:
        """The newest turn, with the words last said to the customer if it has none of its own."""
        turns = await self._loop.store.turns_after(session, min(state.spoke or state.seq, state.seq) - 1)
        return replace(turns[-1], events=turns[0].events)

    async def _turn(self, state: State, given: Input, key: str) -> StoredTurn:
        """Step, ask machines while they must speak, commit once, wake."""
        with self._loop.span("turn", channel=state.channel, input=given.kind, session=state.session):
            return await self._stepped(state, given, key)

    async def _stepped(self, state: State, given: Input, key: str) -> StoredTurn:
        flows = self._loop.flows
        book = await flows.of(state.flow_version) if state.flow_version else flows.current()
        turn = step(book, state, given)
        for _ in range(MAX_MACHINES):
            wait = turn.state.wait
            if not isinstance(wait, ForReply) or wait.told:  # with filler words told, the task is under way already
                break
            work = asyncio.ensure_future(self._ask(turn.state.session, wait))
            if await self._still_at_work(turn.state.channel, wait, work):
                return await self._meanwhile(book, state, turn, work, key)
            answer = work.result()
            following = step(book, turn.state, answer)
            turn = Turn(following.state, turn.events + following.events)
        else:
            raise AssertionError("One turn asked too many machines; a flow goes round without the customer.")
        return await self._commit(state, turn, key, given.at)

    async def _still_at_work(self, channel: Channel, wait: ForReply, work: "asyncio.Future[Input]") -> bool:
        """Wait for the machine: to its end, or until the customer should hear something."""
        patience = self._loop.filler_after_s[channel] if self._loop.start is not None and wait.filler else None
        try:
            await asyncio.wait({work}, timeout=patience)
        except asyncio.CancelledError:
            work.cancel()
            raise
        return not work.done()

    async def _meanwhile(
        self, book: FlowBook, before: State, turn: Turn, work: "asyncio.Future[Input]", key: str
    ) -> StoredTurn:
        """Filler words end this turn; the answer will begin one of its own."""
        now = self._loop.clock()
        filled = step(book, turn.state, MachineSlow(at=now))
        try:
            stored = await self._commit(before, Turn(filled.state, turn.events + filled.events), key, now)
        except StaleSession:
            work.cancel()
            raise
        wait = filled.state.wait
        if self._loop.start is not None and isinstance(wait, ForReply) and isinstance(wait.request, RunTask):
            self._loop.start(self._hear_out(stored.session, work, wait.request.key))
        return stored

    async def _hear_out(self, session: str, work: "asyncio.Future[Input]", run: str) -> None:
        """Take the answer of a task whose turn has ended. The same run is taken once."""
        given = await work
        if isinstance(given, MachineReplied | MachineFailed):
            await self.tell(session, replace(given, key=run), f"reply:{run}")

    async def _commit(self, before: State, turn: Turn, key: str, at: float) -> StoredTurn:
        """Keep the turn and tell it."""
        seq = before.seq + 1
        spoke = seq if any(isinstance(event, Said) for event in turn.events) else before.spoke
        after = replace(turn.state, seq=seq, spoke=spoke, wait=_storable(turn.state.wait))
        stored = StoredTurn(session=after.session, seq=after.seq, key=key, at=at, state=after, events=turn.events)
        moved = before.seq == 0 or after.address != before.address
        with self._loop.span("commit", events=str(len(stored.events))):
            await self._keep(stored, after.address if moved else None, partial(self._committed, before, stored))
        return stored

    async def _keep(self, stored: StoredTurn, address: str | None, then: Callable[[], None]) -> None:
        """Commit. A caller can't say it all again, and machines were asked: a store that is away is tried for a while."""
        for pause in self._loop.again_after_s[stored.state.channel]:
            try:
                await self._loop.store.commit(stored, address=address, then=then)
            except StoreDown:
                log.warning("the store is away; a turn is kept for it, tried again in %g s", pause)
                await asyncio.sleep(pause)
            else:
                return
        await self._loop.store.commit(stored, address=address, then=then)

    def _committed(self, before: State, stored: StoredTurn) -> None:
        """Who reads along is woken, and what follows a turn begins."""
        self._loop.bus.wake(f"session:{stored.session}")
        self._loop.bus.wake("log")
        if before.all_tickets != stored.state.all_tickets:
            self._loop.bus.wake("desk")
        if self._loop.react is not None:
            self._loop.react(before, stored)

    async def _ask(self, session: str, wait: ForReply) -> Input:
        """The machine's answer within its deadline, or which way it failed. Never raises for a machine's fault."""
        try:
            with self._loop.span(f"ask {MACHINE[wait.request.kind]}", what=getattr(wait.request, "task", "")):
                async with asyncio.timeout(wait.deadline_s):
                    reply = await self._loop.machines.answer(wait.request, session=session)
            return MachineReplied(at=self._loop.clock(), reply=reply)
        except TimeoutError:
            return self._failed(wait.request, "late")
        except MachineDown:
            return self._failed(wait.request, "down")
        except MachineNonsense:
            return self._failed(wait.request, "invalid")
        except Exception:
            log.exception("a machine adapter broke: %s", wait.request.kind)
            return self._failed(wait.request, "invalid")

    def _failed(self, request: MachineRequest, reason: FailureReason) -> MachineFailed:
        log.warning("machine %s failed: %s", request.kind, reason)
        return MachineFailed(at=self._loop.clock(), machine=MACHINE[request.kind], reason=reason)


def _storable(wait: Wait) -> Wait:
    """The wait without secrets: a task under way has them in memory, and nowhere else."""
    if isinstance(wait, ForReply) and isinstance(wait.request, RunTask):
        return replace(wait, request=replace(wait.request, facts=storable(wait.request.facts)))
    return wait
