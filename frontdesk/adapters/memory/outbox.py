"""The outbox and the outside's names in memory."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from frontdesk.adapters.memory.data import MemoryData, through_json
from frontdesk.conversation.outbox import Translate
from handoff.outside import Parcel, System


@dataclass(slots=True)
class _Kept:
    parcel: Parcel
    next_at: float = 0.0
    settled_at: float | None = None
    error: str = ""


class MemoryOutbox:
    """The Outbox and Links ports in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data
        self._position: int | None = None
        self._kept: dict[str, _Kept] = {}
        self._open: dict[str, str] = {}
        self._links: dict[str, tuple[System, dict[str, str]]] = {}

    async def take_in(self, translate: Translate, limit: int = 200) -> int:
        if self._position is None:
            waiting = {queued.session for queued in self._data.tickets.values() if queued.ticket.open}
            starts = [place for place, entry in enumerate(self._data.log) if entry.session in waiting]
            self._position = min(starts, default=len(self._data.log))
        before = self._position
        entries = self._data.log[before : before + limit]
        open_now, found = dict(self._open), list[Parcel]()
        for entry in entries:
            taken = await translate(entry, open_now.get(entry.session))
            found += taken.parcels
            _follow(open_now, entry.session, taken.open_ticket)
        if self._position != before:
            return 0
        for parcel in found:
            self._kept.setdefault(parcel.id, _Kept(replace(parcel, body=through_json(dict(parcel.body)))))
        self._open, self._position = open_now, before + len(entries)
        return len(entries)

    async def due(self, now: float, *, lease_s: float, limit: int = 20) -> Sequence[Parcel]:
        first: dict[str, _Kept] = {}
        for kept in self._kept.values():
            if kept.settled_at is None:
                first.setdefault(kept.parcel.ticket, kept)
        ready = [kept for kept in first.values() if kept.next_at <= now][:limit]
        for kept in ready:
            kept.next_at = now + lease_s
            kept.parcel = replace(kept.parcel, tries=kept.parcel.tries + 1)
        return tuple(kept.parcel for kept in ready)

    async def settle(self, parcel: Parcel, *, at: float, link: Mapping[str, str]) -> None:
        self._kept[parcel.id].settled_at = at
        await self.add(parcel.system, parcel.ticket, link)

    async def put_off(self, parcel: Parcel, *, until: float, error: str) -> None:
        self._kept[parcel.id].next_at, self._kept[parcel.id].error = until, error

    async def give_up(self, parcel: Parcel, *, at: float, error: str) -> None:
        self._kept[parcel.id].settled_at, self._kept[parcel.id].error = at, error

    async def link(self, ticket: str) -> Mapping[str, str]:
        return dict(self._links.get(ticket, ("webhook", {}))[1])

    async def ticket_of(self, system: System, name: str, value: str) -> str | None:
        fits = [t for t, (named, link) in self._links.items() if named == system and link.get(name) == value]
        return fits[-1] if fits else None

    async def add(self, system: System, ticket: str, link: Mapping[str, str]) -> None:
        before = self._links.pop(ticket, (system, {}))[1]
        self._links[ticket] = (system, {**before, **link})

    async def stuck(self, since: float) -> int:
        late = sum(kept.settled_at is None and kept.parcel.tries > 0 for kept in self._kept.values())
        return late + sum((kept.settled_at or 0) >= since and bool(kept.error) for kept in self._kept.values())


def _follow(open_now: dict[str, str], session: str, ticket: str | None) -> None:
    if ticket is None:
        open_now.pop(session, None)
    else:
        open_now[session] = ticket
