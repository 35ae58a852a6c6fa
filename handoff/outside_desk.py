"""What people of an outside queue do, brought to the session. Each doing has a key, so the same news twice is one.

Our names of them: an agent is `system:name`. Knows no system and no store.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace

from frontdesk.core.errors import NotAllowed
from frontdesk.core.inputs import (
    AgentClosed,
    AgentInput,
    AgentJoined,
    AgentLeft,
    AgentWrote,
    OfferAccepted,
    OfferDeclined,
    OfferMade,
)
from frontdesk.core.language import clean
from handoff.desk import PICKUP_S
from handoff.outside import System, agent_id
from handoff.ports import QueuedTicket, TicketQueue
from handoff.ways import Ways

MESSAGE_LIMIT = 4000


@dataclass(frozen=True, slots=True)
class Person:
    """An agent of an outside queue: the queue's own name of them, and what the customer is told."""

    system: System
    name: str
    shown: str

    @property
    def id(self) -> str:
        return agent_id(self.system, self.name)


class OutsideDesk:
    """An outside queue's doings as inputs. All raise NotAllowed with a sentence when they do not fit."""

    def __init__(self, tickets: TicketQueue, ways: Ways, call: Callable[[str], Awaitable[str | None]]) -> None:
        """`call(session)`: the carrier's name of the session's call, None in a chat."""
        self._tickets, self._ways, self._call = tickets, ways, call

    async def offered(self, ticket: str, person: Person, until: float, key: str) -> None:
        """Their queue chose a person; nobody has said yes."""
        at, name = self._ways.clock(), clean(person.shown, limit=80) or "…"
        await self._tell(ticket, OfferMade(at=at, agent=person.id, agent_name=name, until=until), f"{key}:offered")

    async def accepted(self, ticket: str, person: Person, key: str) -> None:
        """A person took it. In a chat they are there at once; on the phone their leg rings now."""
        queued = await self._queued(ticket)
        if queued.ticket.status == "waiting":
            await self.offered(ticket, person, self._ways.clock() + PICKUP_S, key)
        elif queued.ticket.agent != person.id:
            raise NotAllowed("Somebody else has this conversation by now; let them go on.")
        elif queued.ticket.status != "offered":
            return  # the same news again
        at = self._ways.clock()
        await self._tell(ticket, OfferAccepted(at=at, agent=person.id, until=at + PICKUP_S), f"{key}:accepted")

    async def wrote(self, ticket: str, person: Person, text: str, key: str) -> None:
        """A message for the customer. The first one of somebody nobody had assigned takes the conversation, too."""
        words = clean(text, limit=MESSAGE_LIMIT)
        if not words:
            raise NotAllowed("The message is empty; write something to send.")
        queued = await self._queued(ticket)
        if queued.ticket.status in ("waiting", "offered"):
            await self.accepted(ticket, person, key)
            queued = await self._queued(ticket)
        owner = self._owner(queued, person)
        await self._tell(ticket, AgentWrote(at=self._ways.clock(), agent=owner, text=words), f"{key}:wrote")

    async def declined(self, ticket: str, person: Person, key: str, *, answered: bool) -> None:
        """The person said no, or did not answer in time."""
        reason = "declined" if answered else "no_answer"
        given = OfferDeclined(at=self._ways.clock(), agent=person.id, reason=reason)  # type: ignore[arg-type]  # of the two
        await self._tell(ticket, given, f"{key}:declined")

    async def joined(self, ticket: str, person: Person, key: str) -> None:
        """The person is on the line with the caller."""
        await self._tell(ticket, AgentJoined(at=self._ways.clock(), agent=person.id), f"{key}:joined")

    async def caller_of(self, ticket: str) -> str | None:
        """The carrier's name of the caller's own call, if the customer is on the phone."""
        queued = await self._tickets.ticket(ticket)
        return await self._call(queued.session) if queued else None

    async def ended(self, ticket: str, person: Person, key: str) -> None:
        """The talk is over, its wrap-up is not."""
        queued = await self._queued(ticket)
        owner = self._owner(queued, person)
        await self._tell(ticket, AgentLeft(at=self._ways.clock(), agent=owner), f"{key}:ended")

    async def closed(self, ticket: str, person: Person, disposition: str, note: str, key: str) -> None:
        """All is done. Closing what nobody had taken is taking and closing it."""
        queued = await self._queued(ticket)
        if queued.ticket.status in ("waiting", "offered"):
            await self.accepted(ticket, person, key)
            queued = await self._queued(ticket)
        owner = self._owner(queued, person)
        given = AgentClosed(at=self._ways.clock(), agent=owner, disposition=disposition, note=clean(note))
        await self._tell(ticket, given, f"{key}:closed")

    def _owner(self, queued: QueuedTicket, person: Person) -> str:
        """Their queue may hand a conversation on among its own people; for us it stays with the first of them."""
        owner = queued.ticket.agent
        return owner if owner is not None and owner.startswith(f"{person.system}:") else person.id

    async def _queued(self, ticket: str) -> QueuedTicket:
        queued = await self._tickets.ticket(ticket)
        if queued is None:
            raise NotAllowed("There is no such ticket; it may have been erased.")
        return queued

    async def _tell(self, ticket: str, given: AgentInput, key: str) -> None:
        queued = await self._queued(ticket)
        await self._ways.tell(queued.session, replace(given, ticket=ticket), key)
