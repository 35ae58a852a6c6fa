"""Makes the room of a live call what its ticket says: who is on hold, muted, rung in, coaching, put out.

It goes by the ticket as it is, not by the news that woke it: what is done twice, or late, ends in the same room.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from urllib.parse import urlencode
from weakref import WeakValueDictionary

from frontdesk.core.desk_events import (
    AgentMuted,
    AgentUnmuted,
    HandoffTaken,
    HelperInvited,
    HelperJoined,
    HelperLeft,
    HoldEnded,
    HoldStarted,
    TalkHandedOver,
)
from frontdesk.core.desk_inputs import HelperRung, HelperWent, HoldSet, MuteSet
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import Event
from frontdesk.core.evolve import replace
from frontdesk.core.inputs import TicketInput
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Colleague, Ticket
from handoff.ports import AgentStore, CallFailed, CallGone, QueuedTicket, TicketQueue
from handoff.rooms import Guest, RoomControl, Seat
from handoff.ways import Ways

log = logging.getLogger(__name__)
RINGING_S = 35.0  # a phone rings less long than this
MUSIC = "/twilio/voice/on-hold"
TOLD = "/twilio/agent/helper-status"
CHANGES = (
    HoldStarted | HoldEnded | AgentMuted | AgentUnmuted | HelperInvited | HelperJoined | HelperLeft | TalkHandedOver
    | HandoffTaken
)  # fmt: skip


class LiveRooms:
    """Call control of the talks that are going on. Each doing may be repeated without harm."""

    def __init__(self, rooms: RoomControl, tickets: TicketQueue, agents: AgentStore, ways: Ways) -> None:
        self._rooms, self._tickets, self._agents, self._ways = rooms, tickets, agents, ways
        self._busy: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def follow(self, before: Ticket | None, state: State, events: Sequence[Event]) -> None:
        """See to the room after a committed turn of a phone session; one turn of a ticket after the other."""
        if before is None or state.ticket is None or not any(isinstance(event, CHANGES) for event in events):
            return
        async with self._busy.setdefault(before.id, asyncio.Lock()):
            await self._after(before, state)

    async def resume(self, state: State) -> None:
        """After a stop: the room as the ticket has it. What the carrier was told already it is told once more."""
        ticket = state.ticket
        if ticket is None or state.channel != "voice" or ticket.status != "connected":
            return
        async with self._busy.setdefault(ticket.id, asyncio.Lock()):
            queued = await self._tickets.ticket(ticket.id)
            if queued is None or queued.ticket.status != "connected":
                return
            now = queued.ticket
            for leg in now.parted:
                await self._sit(now, leg, Seat(ends=False))
            known = replace(
                now, helpers=tuple(helper for helper in now.helpers if helper.leg)
            )  # others may ring just now
            unlike = replace(now, leg=None, held=True)
            await self._arrange(replace(queued, ticket=known), unlike, state.address.partition(":")[2])

    async def restore(self, wait: Callable[[float], Awaitable[None]]) -> None:
        """After a start: helpers of whose ringing nothing was known, and nothing is heard while it may last, are let go."""
        unknown = {(q.ticket.id, helper.agent) for q, helper in await self._unknown()}
        if not unknown:
            return
        await wait(RINGING_S)
        for queued, helper in await self._unknown():
            if (queued.ticket.id, helper.agent) in unknown:
                await self._went(queued, helper, "failed")

    async def _unknown(self) -> list[tuple[QueuedTicket, Colleague]]:
        tickets = [q for q in await self._tickets.open_tickets() if q.ticket.channel == "voice"]
        return [(q, helper) for q in tickets for helper in q.ticket.helpers if helper.leg is None]

    async def _after(self, before: Ticket, state: State) -> None:
        queued = await self._tickets.ticket(before.id)
        if queued is None or queued.ticket.status != "connected":
            return  # the bridge sees to the legs of a talk that is over
        now = queued.ticket
        for leg in before.legs - now.legs - {before.leg}:
            with suppress(CallFailed):
                await self._rooms.put_out(now.id, leg)
        if before.leg and before.leg != now.leg:  # handed over: whoever had it may go without ending it for all
            await self._sit(now, before.leg, Seat(ends=False))
        await self._arrange(queued, before, state.address.partition(":")[2])

    async def _arrange(self, queued: QueuedTicket, before: Ticket, caller: str) -> None:
        """First nobody hears what is not for them, then who is missing is rung, then who waits is brought back."""
        ticket = queued.ticket
        if ticket.held and not await self._hold(queued, caller):
            return
        await self._agent(queued, before)
        for helper in ticket.helpers:
            await self._help(queued, helper)
        if before.held and not ticket.held:
            await self._sit(ticket, caller, Seat(held=False))

    async def _hold(self, queued: QueuedTicket, caller: str) -> bool:
        """The customer on hold. Where the carrier refuses, no advice is asked for: they would hear it."""
        ticket = queued.ticket
        music = f"{MUSIC}?{urlencode({'lang': ticket.lang})}"
        if await self._sit(ticket, caller, Seat(held=True, music=music)):
            return True
        for helper in ticket.helpers:
            if helper.role == "consult":
                await self._went(queued, helper, "failed")
        await self._tell(queued, HoldSet(at=self._ways.clock(), agent=ticket.agent or "", on=False, ticket=ticket.id))
        return False

    async def _help(self, queued: QueuedTicket, helper: Colleague) -> None:
        ticket = queued.ticket
        if helper.leg is None:
            await self._ring(queued, helper)
            return
        coaches = ticket.leg or "" if helper.role == "coach" else ""
        seat = Seat(muted=helper.role == "listen", coaches=coaches)
        if helper.joined and not await self._sit(ticket, helper.leg, seat):
            await self._went(queued, helper, "failed")

    async def _ring(self, queued: QueuedTicket, helper: Colleague) -> None:
        ticket, person = queued.ticket, await self._agents.agent(helper.agent)
        if person is None or not person.phone:
            await self._went(queued, helper, "no_phone")
            return
        told = f"{TOLD}?{urlencode({'ticket': ticket.id, 'helper': helper.agent})}"
        guest = Guest(
            phone=person.phone,
            label=f"helper-{helper.agent}",
            coaches=ticket.leg if helper.role == "coach" else None,
            listens=helper.role == "listen",
            told=told,
        )
        try:
            leg = await self._rooms.ring_in(ticket.id, guest)
        except CallFailed as error:
            log.warning("a helper's phone could not be rung: %s", error)
            await self._went(queued, helper, "failed")
            return
        rung = HelperRung(at=self._ways.clock(), helper=helper.agent, leg=leg, ticket=ticket.id)
        if not await self._tell(queued, rung):  # sent away, or the talk ended, while the call was being made
            with suppress(CallFailed):
                await self._rooms.put_out(ticket.id, leg)

    async def _agent(self, queued: QueuedTicket, before: Ticket) -> None:
        """The agent's own seat. On hold, and from when a colleague is asked in, their going does not end it for all."""
        now = queued.ticket
        fresh = before.leg != now.leg
        if now.leg is None or (not fresh and (before.muted, _stays(before)) == (now.muted, _stays(now))):
            return
        seat = Seat(muted=now.muted, ends=not _stays(now), held=False if fresh else None, coaches="" if fresh else None)
        if not await self._sit(now, now.leg, seat) and now.muted:
            unmuted = MuteSet(at=self._ways.clock(), agent=now.agent or "", on=False, ticket=now.id)
            await self._tell(queued, unmuted)

    async def _sit(self, ticket: Ticket, call: str, seat: Seat) -> bool:
        """False: the carrier refused. Who is gone needs no seat; that they are gone is told otherwise."""
        try:
            await self._rooms.seat(ticket.id, call, seat)
        except CallGone:
            return True
        except CallFailed as error:
            log.warning("a call could not be seated otherwise: %s", error)
            return False
        return True

    async def _went(self, queued: QueuedTicket, helper: Colleague, reason: str) -> None:
        if helper.leg:
            with suppress(CallFailed):
                await self._rooms.put_out(queued.ticket.id, helper.leg)
        gone = HelperWent(at=self._ways.clock(), helper=helper.agent, reason=reason, ticket=queued.ticket.id)
        await self._tell(queued, gone)

    async def _tell(self, queued: QueuedTicket, given: TicketInput) -> bool:
        """False when the ticket moved on meanwhile."""
        try:
            await self._ways.tell(queued.session, given, self._ways.new_key())
        except NotAllowed:
            return False
        return True


def _stays(ticket: Ticket) -> bool:
    """Whether the customer is to stay when the agent's line ends: on hold, or with a colleague there or about to be."""
    return ticket.held or any(helper.role in ("consult", "three_way") for helper in ticket.helpers)
