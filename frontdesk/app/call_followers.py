"""Composes what follows the turns of calls: rooms, legs, recordings. Decides nothing."""

import secrets
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from frontdesk.adapters.twilio.recordings import Recordings
from frontdesk.adapters.twilio.room import Room
from frontdesk.app.carrier import Phone
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores
from frontdesk.channels.voice.decode import address
from frontdesk.conversation.background import Background, few_at_once
from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.recording import CallRecorder, RecordingWays
from frontdesk.core.events import Event
from frontdesk.core.inputs import Input
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from handoff.live import LiveRooms
from handoff.phone import PhoneBridge, newest_filed
from handoff.ports import QueuedTicket
from handoff.ways import Ways

Tell = Callable[[str, Input, str], Awaitable[StoredTurn]]
Load = Callable[[str], Awaitable[State | None]]


@dataclass(frozen=True, slots=True)
class CallFollowers:
    """What a phone session's turn asks for: first the room where a talk goes on, then who comes to it or leaves it.

    The recording follows by itself.
    """

    rooms: LiveRooms
    bridge: PhoneBridge
    recorder: CallRecorder

    async def follow(self, before: Ticket | None, state: State, events: Sequence[Event]) -> None:
        await self.rooms.follow(before, state, events)
        await self.bridge.follow(before, state, events)

    async def restore(self, tickets: Sequence[QueuedTicket], lately: Sequence[QueuedTicket], load: Load) -> None:
        """What a stop left undone with calls that went on meanwhile. `tickets`: the open ones, `lately`: of the last hours."""

        async def go_on(queued: QueuedTicket) -> None:
            state = await load(queued.session)
            if state is not None and await self.bridge.there(state):
                await self.rooms.resume(state)  # first whoever leaves a room must not end it, then they leave
                await self.bridge.restore(state)

        await few_at_once(_calls(tickets), go_on)

        async def part(queued: QueuedTicket) -> None:
            await self.bridge.part(await load(queued.session), queued.ticket)

        await few_at_once(newest_filed(lately), part)

    async def lost(self, tickets: Sequence[QueuedTicket], load: Load) -> None:
        """The exchange itself was stopped: whoever waited or talked over it was cut off, and nobody is to be offered them."""

        async def cut(queued: QueuedTicket) -> None:
            state = await load(queued.session)
            if state is not None and state.ticket is not None and state.ticket.on_line:
                await self.bridge.gone(state)

        await few_at_once(_calls(tickets), cut)


def _calls(tickets: Sequence[QueuedTicket]) -> list[QueuedTicket]:
    return [queued for queued in tickets if queued.ticket.channel == "voice"]


def followers_of(phone: Phone, stores: Stores, ways: Ways, tell: Tell) -> CallFollowers:
    recording = RecordingWays(
        load=stores.sessions.load,
        tell=tell,
        lock=stores.lock,
        clock=time.time,
        new_key=lambda: secrets.token_hex(8),
    )
    return CallFollowers(
        LiveRooms(phone.rooms, stores.tickets, stores.agents, ways),
        PhoneBridge(phone.calls, stores.agents, ways),
        CallRecorder(phone.recording, recording),
    )


def recordings_of(settings: Settings, phone: Phone, stores: Stores, background: Background) -> Recordings:
    """Where recordings of messages and calls go. Also where nothing is recorded any more: what there is ends with its time."""

    async def still(call: str) -> bool:
        return await stores.sessions.session_at(address(call)) is not None

    return Recordings(
        phone.recordings,
        settings.recordings_dir,
        lambda work: background.start(work, name="recording"),
        still,
        room=Room(most_mb=settings.recordings_mb, leave_mb=settings.recordings_leave_mb),
    )
