"""Makes the recording of a call what its session says: has the carrier start, pause and resume it. Decides nothing itself.

That it is about to run is written down before the carrier is asked: an answer that gets lost, or a server that stops just then,
leaves a session that says it may be recorded, never one that is recorded and does not know.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from frontdesk.conversation.ports import SessionLock, StoredTurn
from frontdesk.conversation.recorded import wanted, why_paused
from frontdesk.core.inputs import Input
from frontdesk.core.recording import RecordingIs, RecordingTold, Why
from frontdesk.core.rooms import State
from handoff.ports import CallFailed, CallGone

log = logging.getLogger(__name__)
RESUME_AFTER_S = 2.0  # keys still being pressed after a secret was taken are no part of the recording
HUSH_S, EACH_S = 2.8, 1.2  # a caller hears nothing meanwhile: for all of it, and for each thing the carrier is asked


class RecordingControl(Protocol):
    """The recording of a live call, by the carrier's id of the call. Each raises CallFailed, or CallGone where it is certain
    that there is no such call, or that nothing of it is recorded. What is so already is no failure."""

    async def start(self, call: str) -> str:
        """Record from now on; returns the carrier's name of the recording."""
        ...

    async def pause(self, call: str) -> None: ...

    async def resume(self, call: str) -> None: ...

    async def stop(self, call: str) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordingWays:
    """How sessions are read and told. `lock` is the house's: one doing per call, in whatever process. `hush_s`: see HUSH_S."""

    load: Callable[[str], Awaitable[State | None]]
    tell: Callable[[str, Input, str], Awaitable[StoredTurn]]
    lock: SessionLock
    clock: Callable[[], float]
    new_key: Callable[[], str]
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    hush_s: float = HUSH_S


class CallRecorder:
    """Follows committed turns. Each doing may be repeated without harm."""

    def __init__(self, control: RecordingControl, ways: RecordingWays) -> None:
        self._control, self._ways = control, ways

    async def follow(self, state: State) -> None:
        """After a turn: the recording as the session is by now, which may be further on."""
        if not state.recordable or state.recording_is == wanted(state) or state.recording_is == "over":
            return
        if state.recording_is in ("paused", "asked") and state.recording and wanted(state) == "on":
            await self._ways.sleep(RESUME_AFTER_S)
        async with self._ways.lock.hold(f"recording:{state.session}"):
            now = await self._ways.load(state.session)
            if now is None:
                return
            match now.recording_is, wanted(now):
                case "", "on":
                    await self._start(now)
                case "asked" | "on", "paused":
                    if not await self._pause(now) and why_paused(now) == "agent":
                        await self._stop(now, "agent")
                case "asked" | "paused", "on" if now.recording:
                    await self._resume(now)
                case "asked", "on":  # nobody heard whether it was started
                    await self._stop(now, "failed")
                case _:
                    return

    async def hushed(self, session: str) -> bool:
        """Whether nothing is recorded where a secret is to be asked for: it is paused, or, where that fails, stopped.

        Takes no longer than a caller bears; what is not certain by then is no.
        """
        try:
            async with asyncio.timeout(self._ways.hush_s), self._ways.lock.hold(f"recording:{session}"):
                now = await self._ways.load(session)
                if now is None or now.recording_is not in ("asked", "on"):
                    return True
                return await self._pause(now) or await self._stop(now, "secret")
        except TimeoutError:
            log.error("whether a recording is paused was not known in time")
            return False

    async def _start(self, state: State) -> None:
        await self._tell(state, "asked")
        try:
            name = await self._control.start(_call(state))
        except CallGone:
            await self._tell(state, "over", why="failed")
        except CallFailed as error:  # it may have begun all the same
            log.warning("a call is not recorded: %s", error)
            await self._stop(state, "failed")
        else:
            await self._tell(state, "on", recording=name)

    async def _pause(self, state: State) -> bool:
        try:
            await _soon(self._control.pause(_call(state)))
        except CallGone:
            await self._tell(state, "over", why="failed")
            return True
        except CallFailed as error:
            log.warning("a recording could not be paused: %s", error)
            return False
        await self._tell(state, "paused", why=why_paused(state) or "secret")
        return True

    async def _stop(self, state: State, why: Why) -> bool:
        """The recording goes no further; what there is of it is kept."""
        try:
            await _soon(self._control.stop(_call(state)))
        except CallGone:
            pass
        except CallFailed as error:
            log.error("a recording could be neither paused nor stopped: %s", error)
            return False
        await self._tell(state, "over", why=why)
        return True

    async def _resume(self, state: State) -> None:
        """Where this fails the next turn tries again; until then it may be on."""
        if state.recording_is != "asked":
            await self._tell(state, "asked")
        try:
            await self._control.resume(_call(state))
            await self._tell(state, "on")
        except CallGone:
            await self._tell(state, "over", why="failed")
        except CallFailed as error:
            log.warning("a recording could not be resumed: %s", error)

    async def _tell(self, state: State, now: RecordingIs, *, recording: str = "", why: Why = "") -> None:
        given = RecordingTold(at=self._ways.clock(), now=now, recording=recording, why=why)
        await self._ways.tell(state.session, given, self._ways.new_key())


async def _soon(doing: Awaitable[None]) -> None:
    """What the carrier is asked, or CallFailed when it takes its time."""
    try:
        async with asyncio.timeout(EACH_S):
            await doing
    except TimeoutError as error:
        raise CallFailed("The carrier did not answer in time.") from error


def _call(state: State) -> str:
    return state.address.partition(":")[2]
