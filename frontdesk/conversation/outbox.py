"""The outbox: what outside queues must still be told, kept with the place in the log it was taken from. Ports only."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from frontdesk.record.log import LogEntry
from handoff.outside import Parcel, System


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What one entry of the log led to: parcels, and the ticket an outside queue has of the session from now on."""

    parcels: tuple[Parcel, ...] = ()
    open_ticket: str | None = None


Translate = Callable[[LogEntry, str | None], Awaitable[Taken]]


class Outbox(Protocol):
    """Parcels in the order they came about. One taken in is never lost and never taken in twice."""

    async def take_in(self, translate: Translate, limit: int = 200) -> int:
        """Read the log on; parcels, open tickets and the place in the log are kept in one transaction.

        When it was never read, it begins before the oldest customer who waits now, else at the log's end. Returns how
        many entries were read; 0 when there are none or another process was quicker.
        """
        ...

    async def due(self, now: float, *, lease_s: float, limit: int = 20) -> Sequence[Parcel]:
        """Parcels to be sent now, at most one per ticket and the oldest of it; nobody else gets them for `lease_s`."""
        ...

    async def settle(self, parcel: Parcel, *, at: float, link: Mapping[str, str]) -> None:
        """It arrived. `link` is added to what the outside calls this ticket's things."""
        ...

    async def put_off(self, parcel: Parcel, *, until: float, error: str) -> None:
        """It did not arrive; try again at `until`."""
        ...

    async def give_up(self, parcel: Parcel, *, at: float, error: str) -> None:
        """It will never arrive; it is kept with the reason, for people to look at."""
        ...


class Links(Protocol):
    """What outside queues call our tickets."""

    async def link(self, ticket: str) -> Mapping[str, str]: ...

    async def ticket_of(self, system: System, name: str, value: str) -> str | None:
        """The newest ticket whose link has `name` = `value` in this system."""
        ...

    async def add(self, system: System, ticket: str, link: Mapping[str, str]) -> None:
        """Learn a name outside of a delivery (a reservation that was announced to us)."""
        ...

    async def stuck(self, since: float) -> int:
        """How many parcels given up at or after `since`, or waiting to be sent again now."""
        ...
