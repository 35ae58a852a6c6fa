"""Human queues outside of the house: what they are told of a session, and how an agent of theirs is named. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from frontdesk.core.desk_events import HandoffTurnedAway
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import (
    CustomerSpoke,
    Event,
    HandoffAbandoned,
    HandoffClosed,
    HandoffConnected,
    HandoffEnded,
    HandoffExpired,
    HandoffRequested,
    HandoffReturned,
)

System = Literal["chatwoot", "taskrouter", "webhook"]
ParcelKind = Literal["requested", "message", "connected", "returned", "cancelled", "ended", "closed"]
SYSTEMS: tuple[System, ...] = ("chatwoot", "taskrouter", "webhook")


class OutsideDown(FrontdeskError):
    """The outside queue did not answer, or said that it can't now: the parcel is sent again later."""


class OutsideRefused(FrontdeskError):
    """The outside queue will never take this parcel; the message says what it said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One thing an outside queue must be told. `id` stays the same on every try: what came twice can be seen.

    `at`: when it happened, epoch seconds. `tries`: how often sending it was begun.
    """

    id: str
    system: System
    ticket: str
    session: str
    kind: ParcelKind
    at: float
    body: Mapping[str, Any] = field(default_factory=dict)
    tries: int = 0


class OutsideQueue(Protocol):
    """A queue of people that is not ours."""

    @property
    def system(self) -> System: ...

    async def deliver(self, parcel: Parcel, link: Mapping[str, str]) -> Mapping[str, str]:
        """Tell it. `link`: what it named things of this ticket so far; returns what it names now (may be empty).

        The same parcel may come again after a failure nobody knows the end of. Raises OutsideDown or OutsideRefused.
        """
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """What one event means for an outside queue: a parcel's kind and body, and the ticket it has from now on, if any."""

    kind: ParcelKind | None
    ticket: str | None
    open_ticket: str | None
    body: Mapping[str, Any] = field(default_factory=dict)


def told(event: Event, open_ticket: str | None) -> Told:
    """What an event means while the outside queue has `open_ticket` of this session (None: none)."""
    match event:
        case HandoffRequested():
            return Told("requested", event.ticket, event.ticket)
        case HandoffClosed():
            body = {"disposition": event.disposition, "note": event.note}
            return Told("closed", event.ticket, open_ticket, body)
        case _ if open_ticket is None:
            return Told(None, None, None)
        case CustomerSpoke():
            return Told("message", open_ticket, open_ticket, {"text": event.text, "via": event.via})
        case HandoffConnected():
            return Told("connected", open_ticket, open_ticket, {"agent": event.agent, "agent_name": event.agent_name})
        case HandoffReturned():
            return Told("returned", open_ticket, open_ticket, {"agent": event.agent, "reason": event.reason})
        case HandoffAbandoned():
            return Told("cancelled", open_ticket, None, {"reason": "abandoned", "waited_s": event.waited_s})
        case HandoffExpired():
            return Told("cancelled", open_ticket, None, {"reason": "expired", "waited_s": event.waited_s})
        case HandoffTurnedAway():
            return Told("cancelled", open_ticket, None, {"reason": event.reason})
        case HandoffEnded():
            return Told("ended", open_ticket, None, {"agent": event.agent})
        case _:
            return Told(None, None, open_ticket)


def agent_id(system: System, name: str) -> str:
    """How an agent of an outside queue is named in our tickets: `chatwoot:7`."""
    return f"{system}:{name}"


def is_outside(agent: str | None) -> bool:
    """Whether this agent is one of an outside queue's."""
    return agent is not None and agent.partition(":")[0] in SYSTEMS


def backoff_s(tries: int, jitter: float) -> float:
    """Seconds until the next try: 1, 2, 4 … at most 300, each up to half longer by `jitter` (0..1)."""
    return float(min(300, 2 ** min(max(tries - 1, 0), 9))) * (1 + jitter / 2)
