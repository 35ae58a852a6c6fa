"""Reacts to committed turns of phone sessions: rings the agent, brings the caller over, calls back, hangs up."""

import logging
from collections.abc import Iterable, Sequence
from typing import Literal

from frontdesk.core.desk_events import (
    BotResumed,
    CallbackAnswered,
    CallbackCancelled,
    CallbackMissed,
    HandoffBriefed,
    HandoffMoved,
    HandoffTaken,
)
from frontdesk.core.desk_inputs import CallbackDialled, CallbackFailed
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import (
    Event,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffEnded,
    HandoffExpired,
    HandoffReturned,
    SessionEnded,
)
from frontdesk.core.inputs import AgentRung, ContactLeft, OfferDeclined, TicketInput
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from handoff.outside import is_outside
from handoff.ports import AgentStore, CallControl, CallFailed, CallGone, QueuedTicket
from handoff.ways import Ways

log = logging.getLogger(__name__)
NOW = "/twilio/voice/now"
OVER = HandoffEnded | HandoffAbandoned | HandoffReturned | HandoffMoved | HandoffTaken
TOGETHER = ("briefed", "connected")


class PhoneBridge:
    """Call control that follows what was committed. Each doing may be repeated without harm."""

    def __init__(self, calls: CallControl, agents: AgentStore, ways: Ways) -> None:
        self._calls, self._agents, self._ways = calls, agents, ways

    async def follow(self, before: Ticket | None, state: State, events: Sequence[Event]) -> None:
        """Do what the events of one committed turn of a phone session ask for; first the caller, then what is left over."""
        if not _goes_on(state) and not _hung_up(events) and any(_brings(event, before) for event in events):
            await self._move(state)
        for event in events:
            match event:
                case HandoffAccepted() if state.ticket is not None and state.ticket.mode == "callback":
                    await self._call_back(state, state.ticket)
                case HandoffAccepted() if not is_outside(event.agent) and _live(state):  # else rung from there
                    await self._ring(state, event.ticket, event.agent)
                case CallbackAnswered() if state.ticket is not None and state.ticket.agent:
                    await self._ring(state, event.ticket, state.ticket.agent)
                case _:
                    pass
        if before is not None:
            await self._clear(before, state, events)

    async def there(self, state: State) -> bool:
        """After a stop: whether the caller is still on the line. Who hung up meanwhile has left, though nobody could hear of
        it then; where the carrier can't say, they are there."""
        if state.ticket is None or not state.ticket.on_line:
            return True
        try:
            if await self._calls.on_line(_call_of(state)):
                return True
        except CallFailed as error:
            log.warning("whether a caller is still there could not be asked: %s", error)
            return True
        await self.gone(state)
        return False

    async def gone(self, state: State) -> None:
        """The caller's line is cut: they have left."""
        await self._tell(state.session, ContactLeft(at=self._ways.clock(), reason="hung_up"))

    async def restore(self, state: State) -> None:
        """After a stop in the middle of it: a caller who is to be with the agent, or no longer with one, is led there, and
        legs that have no part in it any more end. Where nothing was left undone this changes nothing anybody hears for long."""
        ticket = state.ticket
        if ticket is None or state.channel != "voice":
            return
        talked = ticket.talks and ticket.status in ("waiting", "offered", "accepted")
        if ticket.mode == "live" and (ticket.status == "briefed" or talked):
            await self._move(state)
        if ticket.status == "wrap_up":
            await self.part(state, ticket)
        else:
            for leg in ticket.parted:
                await self._hang_up(leg)

    async def part(self, state: State | None, ticket: Ticket) -> None:
        """The talk is over: with others in its room it did not end by itself, so the caller is led out of it first."""
        newest = state is not None and state.ticket is not None and state.ticket.id == ticket.id
        if state is not None and newest and ticket.parted and ticket.mode == "live":
            await self._move(state)
        for leg in (ticket.leg, *ticket.parted):
            if leg:
                await self._hang_up(leg)

    async def _clear(self, before: Ticket, state: State, events: Sequence[Event]) -> None:
        """Legs nobody needs any more. Who has the talk from within the room, or still helps there, stays."""
        if any(isinstance(event, OVER) for event in events):
            stays = state.ticket.legs if _goes_on(state) and state.ticket else frozenset()
            for leg in sorted(before.legs - stays):
                await self._hang_up(leg)
        if before.call and any(isinstance(event, CallbackMissed | CallbackCancelled) for event in events):
            await self._hang_up(before.call)

    async def _ring(self, state: State, ticket: str, agent_id: str) -> None:
        agent = await self._agents.agent(agent_id)
        try:
            if agent is None or not agent.phone:
                raise CallFailed("The agent has no phone.")
            leg = await self._calls.ring_agent(ticket, agent.phone)
        except CallFailed as error:
            log.warning("the agent's phone could not be rung: %s", error)
            failed = OfferDeclined(at=self._ways.clock(), agent=agent_id, ticket=ticket, reason="leg_failed")
            await self._tell(state.session, failed)
            return
        rung = AgentRung(at=self._ways.clock(), agent=agent_id, ticket=ticket, leg=leg)
        if not await self._tell(state.session, rung):  # the customer left while the call was being made
            await self._hang_up(leg)

    async def _call_back(self, state: State, ticket: Ticket) -> None:
        """Ring the customer who was promised it. Whether the number may be called is asked anew each time."""
        number = state.call_at or state.caller or ""
        try:
            if not number or not await self._ways.may_call(number):
                await self._not_reached(state, ticket, "not_allowed")
                return
            leg = await self._calls.ring_customer(ticket.id, number)
        except CallFailed as error:
            log.warning("a customer could not be called back: %s", error)
            await self._not_reached(state, ticket, "failed")
            return
        dialled = CallbackDialled(at=self._ways.clock(), leg=leg, ticket=ticket.id)
        if not await self._tell(state.session, dialled):
            await self._hang_up(leg)

    async def _not_reached(self, state: State, ticket: Ticket, reason: Literal["failed", "not_allowed"]) -> None:
        await self._tell(state.session, CallbackFailed(at=self._ways.clock(), reason=reason, ticket=ticket.id))

    async def _move(self, state: State) -> None:
        try:
            await self._calls.move_caller(_call_of(state), f"{NOW}?step={state.seq}")
        except CallGone:  # and the carrier has not told us, or not yet
            await self.gone(state)
        except CallFailed as error:
            log.warning("the caller could not be brought over: %s", error)

    async def _hang_up(self, leg: str) -> None:
        try:
            await self._calls.hang_up(leg)
        except CallFailed as error:
            log.info("a leg was gone already: %s", error)

    async def _tell(self, session: str, given: TicketInput | ContactLeft) -> bool:
        """False when the ticket moved on meanwhile."""
        try:
            await self._ways.tell(session, given, self._ways.new_key())
        except NotAllowed:
            log.info("the ticket moved on meanwhile")
            return False
        return True


def newest_filed(past: Iterable[QueuedTicket]) -> list[QueuedTicket]:
    """After a stop: of each agent, the newest call that is filed. It may have been filed, and the carrier not told to end it,
    when the server was killed; what ended long ago ends once more."""
    newest = {
        queued.ticket.agent: queued
        for queued in sorted(past, key=lambda queued: queued.ticket.closed_at or 0.0)
        if queued.ticket.channel == "voice" and queued.ticket.status == "closed" and queued.ticket.leg
    }
    return list(newest.values())


def _call_of(state: State) -> str:
    return state.address.partition(":")[2]


def _hung_up(events: Sequence[Event]) -> bool:
    return any(isinstance(event, SessionEnded) and event.reason == "hung_up" for event in events)


def _live(state: State) -> bool:
    return state.ticket is not None and state.ticket.mode == "live"


def _goes_on(state: State) -> bool:
    """Customer and somebody talk, whoever of us it is."""
    return state.ticket is not None and state.ticket.status == "connected"


def _brings(event: Event, before: Ticket | None) -> bool:
    """Whether the caller's own call must fetch its document anew: the agent is there, nobody comes, or the talk is over."""
    match event:
        case HandoffBriefed() | HandoffExpired() | BotResumed():
            return True
        case HandoffMoved() | HandoffTaken() | HandoffReturned():
            return before is not None and before.status in TOGETHER and before.mode == "live"
        case HandoffEnded():  # with others in the room it does not end by itself
            return before is not None and bool(before.helpers)
        case _:
            return False
