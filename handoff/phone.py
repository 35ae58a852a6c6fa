"""Reacts to turns of phone sessions: rings the agent, brings the caller over, hangs up what is left. After the commit."""

import logging
from collections.abc import Sequence

from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import (
    Event,
    HandoffAbandoned,
    HandoffAccepted,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffReturned,
)
from frontdesk.core.inputs import AgentRung, ContactLeft, OfferDeclined
from frontdesk.core.rooms import State
from handoff.desk import Ways
from handoff.outside import is_outside
from handoff.ports import AgentStore, CallControl, CallFailed, CallGone

log = logging.getLogger(__name__)
NOW = "/twilio/voice/now"


class PhoneBridge:
    """Call control that follows what was committed. Each doing may be repeated without harm."""

    def __init__(self, calls: CallControl, agents: AgentStore, ways: Ways) -> None:
        self._calls, self._agents, self._ways = calls, agents, ways

    async def follow(self, before_leg: str | None, state: State, events: Sequence[Event]) -> None:
        """Do what the events of one committed turn of a phone session ask for."""
        for event in events:
            match event:
                case HandoffAccepted() if not is_outside(event.agent):  # whoever is outside is rung from there
                    await self._ring(state, event.ticket, event.agent)
                case HandoffConnected() | HandoffExpired():
                    await self._move(state)
                case HandoffEnded() | HandoffAbandoned() | HandoffReturned():
                    if before_leg:
                        await self._hang_up(before_leg)
                case _:
                    pass

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

    async def _move(self, state: State) -> None:
        call = state.address.partition(":")[2]
        try:
            await self._calls.move_caller(call, f"{NOW}?step={state.seq}")
        except CallGone:  # and the carrier has not told us, or not yet
            await self._tell(state.session, ContactLeft(at=self._ways.clock(), reason="hung_up"))
        except CallFailed as error:
            log.warning("the caller could not be brought over: %s", error)

    async def _hang_up(self, leg: str) -> None:
        try:
            await self._calls.hang_up(leg)
        except CallFailed as error:
            log.info("the agent's leg was gone already: %s", error)

    async def _tell(self, session: str, given: AgentRung | OfferDeclined | ContactLeft) -> bool:
        """False when the ticket moved on meanwhile."""
        try:
            await self._ways.tell(session, given, self._ways.new_key())
        except NotAllowed:
            log.info("the ticket moved on meanwhile")
            return False
        return True
