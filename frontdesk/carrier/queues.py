"""Queues where callers wait, in the order they came. Must not know what a caller hears meanwhile."""

import asyncio
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from frontdesk.carrier.account import Clock, NewHex
from frontdesk.carrier.rooms import Room

REMEMBERED: Final = 20
MOST_QUEUES: Final = 500


class Place:
    """One caller's place in a queue; `called` is set, with the room to go to, when an agent dials the queue."""

    def __init__(self, since: float) -> None:
        self.since = since
        self.called = asyncio.Event()
        self.room: Room | None = None


class Waiting:
    """One queue: places in order, and how long the last ones waited."""

    def __init__(self, sid: str, clock: Clock, arrived: Callable[[], None]) -> None:
        self.sid = sid
        self._clock = clock
        self._arrived = arrived
        self._places: list[Place] = []
        self._waits: list[int] = []

    def __len__(self) -> int:
        return len(self._places)

    @contextmanager
    def place(self) -> Iterator[Place]:
        place = Place(self._clock())
        self._places.append(place)
        self._arrived()
        try:
            yield place
        finally:
            self._leave(place)

    def call_next(self, room: Room) -> bool:
        """Send whoever waited longest to the room; False when nobody waits."""
        place = next((place for place in self._places if not place.called.is_set()), None)
        if place is None:
            return False
        place.room = room
        place.called.set()
        self._leave(place)
        return True

    def waited(self, place: Place) -> int:
        return max(0, int(self._clock() - place.since))

    def figures(self, place: Place, max_size: int) -> Mapping[str, str]:
        """What a waitUrl is told of a place."""
        average = sum(self._waits) // len(self._waits) if self._waits else 0
        position = self._places.index(place) + 1 if place in self._places else 0
        return {
            "QueueSid": self.sid,
            "QueueTime": str(self.waited(place)),
            "QueuePosition": str(position),
            "AvgQueueTime": str(average),
            "CurrentQueueSize": str(len(self._places)),
            "MaxQueueSize": str(max_size),
        }

    def _leave(self, place: Place) -> None:
        if place in self._places:
            self._places.remove(place)
            self._waits = [*self._waits, self.waited(place)][-REMEMBERED:]


class Queues:
    """The queues of an account by name, each made when first used."""

    def __init__(self, clock: Clock, new_hex: NewHex) -> None:
        self._clock = clock
        self._new_hex = new_hex
        self._queues: dict[str, Waiting] = {}
        self.arrivals = asyncio.Event()

    def __len__(self) -> int:
        return len(self._queues)

    def named(self, name: str) -> Waiting:
        if name not in self._queues:
            self._make_room()
            self._queues[name] = Waiting("QU" + self._new_hex(), self._clock, self._arrived)
        return self._queues[name]

    def _make_room(self) -> None:
        """Names may be used once and never again; of too many queues the empty ones are forgotten."""
        if len(self._queues) >= MOST_QUEUES:
            self._queues = {name: queue for name, queue in self._queues.items() if len(queue)}

    async def arrival(self) -> None:
        """Return at the next arrival in any queue."""
        await self.arrivals.wait()

    def _arrived(self) -> None:
        self.arrivals.set()
        self.arrivals = asyncio.Event()
