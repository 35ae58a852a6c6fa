"""`CallControl` without a carrier: keeps what was asked, for tests and for a house without a phone."""

import itertools
from dataclasses import dataclass, field

from frontdesk.adapters.twilio.calls import may_ring
from handoff.ports import CallFailed, CallGone


@dataclass(slots=True)
class MemoryCalls:
    """Calls as a list. `live`: calls that can be moved; put a caller's id in to make one."""

    live: set[str] = field(default_factory=set)
    rung: list[tuple[str, str, str]] = field(default_factory=list)
    moved: list[tuple[str, str]] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    dial_to: tuple[str, ...] = ("client:", "sip:", "sips:", "+")
    _numbers: "itertools.count[int]" = field(default_factory=lambda: itertools.count(1))

    async def ring_agent(self, ticket: str, phone: str) -> str:
        if not may_ring(phone, self.dial_to):
            raise CallFailed("The agent's phone is no number we may ring; give one like +442071838750 or client:amy.")
        call = f"CA{next(self._numbers):032x}"
        self.live.add(call)
        self.rung.append((call, ticket, phone))
        return call

    async def ring_customer(self, ticket: str, number: str) -> str:
        return await self.ring_agent(ticket, number)

    async def move_caller(self, call_sid: str, path: str) -> None:
        if call_sid not in self.live:
            raise CallGone("The call has ended already; there is nothing left to do with it.")
        self.moved.append((call_sid, path))

    async def on_line(self, call_sid: str) -> bool:
        return call_sid in self.live

    async def hang_up(self, call_id: str) -> None:
        if call_id in self.live:
            self.live.remove(call_id)
            self.ended.append(call_id)
