"""Takes what happened to outside queues: reads the log on, sends parcels, tells the customer's session when that fails.

At least once, in order per ticket, with the same id on every try. A queue that is down for long loses its customers to our desk.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from frontdesk.conversation.outbox import Links, Outbox, Taken
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import OutsideFailed
from frontdesk.core.tickets import Ticket
from frontdesk.record.log import LogEntry
from handoff.outside import OutsideDown, OutsideQueue, OutsideRefused, Parcel, System, backoff_s, told
from handoff.ports import TicketQueue

log = logging.getLogger(__name__)
LEASE_S = 30.0
DEADLINE_S = 15.0  # for one delivery
TELL_AFTER_S = 15.0  # a request that has not arrived for so long is told to the customer
BRING_IN_AFTER_S = 120.0  # … and after so long our own desk takes the customer
GIVE_UP_AFTER_S = 86_400.0
Packet = Callable[[str, str], Awaitable[Mapping[str, Any] | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What the postman works with. `system_of` says which queue a channel's tickets go to (None: our own desk).

    `packet(session, ticket)`: the context packet as the outside may see it. `jitter`: 0..1, fresh each time.
    """

    outbox: Outbox
    links: Links
    tickets: TicketQueue
    queues: Mapping[System, OutsideQueue]
    system_of: Mapping[str, System]
    packet: Packet
    tell: Callable[[str, Any, str], Awaitable[Any]]
    clock: Callable[[], float]
    jitter: Callable[[], float]


class Postman:
    """One round is `collect` and `deliver`; several processes may each have one."""

    def __init__(self, post: Post) -> None:
        self._post = post

    async def collect(self) -> int:
        """Take in all that is new in the log; returns how many entries were read."""
        read = 0
        while (some := await self._post.outbox.take_in(self._translate)) > 0:
            read += some
        return read

    async def deliver(self) -> int:
        """Send what is due; returns how many parcels arrived."""
        arrived = 0
        while parcels := await self._post.outbox.due(self._post.clock(), lease_s=LEASE_S):
            arrived += sum(await asyncio.gather(*(self._send(parcel) for parcel in parcels)))
        return arrived

    async def _translate(self, entry: LogEntry, open_ticket: str | None) -> Taken:
        meant = told(entry.event, open_ticket)
        if meant.kind is None or meant.ticket is None:
            return Taken(open_ticket=meant.open_ticket)
        if meant.kind == "requested":
            return await self._requested(entry, meant.ticket)
        link = await self._post.links.link(meant.ticket) if meant.kind == "closed" else {}
        if meant.kind == "closed" and not link:  # our own desk's
            return Taken(open_ticket=meant.open_ticket)
        system = await self._system(meant.ticket)
        if system is None:
            return Taken(open_ticket=meant.open_ticket)
        return Taken(
            parcels=(_parcel(system, entry, meant.ticket, meant.kind, meant.body),), open_ticket=meant.open_ticket
        )

    async def _requested(self, entry: LogEntry, ticket: str) -> Taken:
        """A request goes out with all that is known; one that is over by now is not sent any more."""
        queued = await self._post.tickets.ticket(ticket)
        system = self._post.system_of.get(queued.ticket.channel) if queued else None
        if queued is None or system is None or not queued.ticket.open or queued.ticket.brought_in:
            return Taken()
        body = await self._post.packet(entry.session, ticket) or {}
        return Taken(parcels=(_parcel(system, entry, ticket, "requested", body),), open_ticket=ticket)

    async def _system(self, ticket: str) -> System | None:
        queued = await self._post.tickets.ticket(ticket)
        return self._post.system_of.get(queued.ticket.channel) if queued else None

    async def _send(self, parcel: Parcel) -> bool:
        """One try. Whatever goes wrong, the parcel is kept."""
        if await self._void(parcel):
            await self._post.outbox.give_up(parcel, at=self._post.clock(), error="the customer is served elsewhere")
            return False
        try:
            async with asyncio.timeout(DEADLINE_S):
                link = await self._post.links.link(parcel.ticket)
                named = await self._post.queues[parcel.system].deliver(parcel, link)
        except OutsideRefused as error:
            await self._refused(parcel, str(error))
            return False
        except (OutsideDown, TimeoutError) as error:
            await self._late(parcel, str(error) or "it did not answer in time")
            return False
        except Exception:
            log.exception("the adapter of %s broke over a parcel (%s)", parcel.system, parcel.kind)
            await self._late(parcel, "our adapter broke; see the log")
            return False
        await self._post.outbox.settle(parcel, at=self._post.clock(), link={"sent": "1", **named})
        return True

    async def _void(self, parcel: Parcel) -> bool:
        """Whether a request must not go out any more: our own desk has the customer, or they are gone."""
        if parcel.kind != "requested":
            return False
        ticket = await self._ticket(parcel)
        return ticket is None or ticket.brought_in or not ticket.open

    async def _ticket(self, parcel: Parcel) -> Ticket | None:
        queued = await self._post.tickets.ticket(parcel.ticket)
        return queued.ticket if queued else None

    async def _refused(self, parcel: Parcel, error: str) -> None:
        log.error("%s refuses a parcel (%s): %s", parcel.system, parcel.kind, error)
        await self._post.outbox.give_up(parcel, at=self._post.clock(), error=error)
        if parcel.kind == "requested":
            await self._fail(parcel, "refused")

    async def _late(self, parcel: Parcel, error: str) -> None:
        """Try again later; tell a customer whose request does not arrive, and in the end take them ourselves."""
        now = self._post.clock()
        waited = now - parcel.at
        log.warning("%s did not take a parcel (%s, try %s): %s", parcel.system, parcel.kind, parcel.tries, error)
        if waited > GIVE_UP_AFTER_S:
            await self._post.outbox.give_up(parcel, at=now, error=error)
            return
        again = backoff_s(parcel.tries, self._post.jitter())
        if parcel.kind == "requested":
            again = min(again, 15.0)  # somebody waits
            if waited >= TELL_AFTER_S:
                await self._fail(parcel, "refused" if waited >= BRING_IN_AFTER_S else "down")
        await self._post.outbox.put_off(parcel, until=now + again, error=error[:300])

    async def _fail(self, parcel: Parcel, reason: str) -> None:
        """Once per ticket and reason, by the key."""
        given = OutsideFailed(
            at=self._post.clock(),
            ticket=parcel.ticket,
            system=parcel.system,
            reason="down" if reason == "down" else "refused",
        )
        try:
            await self._post.tell(parcel.session, given, f"{parcel.ticket}:outside:{reason}")
        except FrontdeskError as error:
            log.info("the session moved on meanwhile: %s", type(error).__name__)


def _parcel(system: System, entry: LogEntry, ticket: str, kind: Any, body: Mapping[str, Any]) -> Parcel:
    return Parcel(
        id=f"{ticket}:{kind}:{entry.position}",
        system=system,
        ticket=ticket,
        session=entry.session,
        kind=kind,
        at=entry.at,
        body=body,
    )
