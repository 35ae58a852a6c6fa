"""Rooms where the words of one call are heard by the others. Must not know how a call got there."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from frontdesk.carrier.account import NewHex
from frontdesk.carrier.handset import Handset
from frontdesk.carrier.signals import Bridged, Held


class Guest(Protocol):
    """What a room needs of a call: its telephone and the name others see."""

    handset: Handset

    @property
    def party(self) -> str: ...

    @property
    def sid(self) -> str: ...

    def hear(self, text: str, speaker: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Seat:
    """How one call sits in a room. `held`: hears nothing of it and is not heard; `coaches`: is heard by that call alone."""

    starts: bool = True
    ends: bool = False
    muted: bool = False
    label: str = ""
    held: bool = False
    hold_url: str = ""
    coaches: str = ""


class Room:
    """Begins when two sit in it, one of whom may start it; over when one leaves who may end it, or when empty."""

    def __init__(self, name: str, sid: str) -> None:
        self.name = name
        self.sid = sid
        self.started = asyncio.Event()
        self.ended = asyncio.Event()
        self.taken = asyncio.Event()
        self._seats: dict[Guest, Seat] = {}
        self._bridged: set[Guest] = set()
        self._changed: dict[Guest, asyncio.Event] = {}

    def __len__(self) -> int:
        return len(self._seats)

    def __contains__(self, guest: object) -> bool:
        return guest in self._seats

    @contextmanager
    def sitting(self, guest: Guest, seat: Seat) -> Iterator[None]:
        self._enter(guest, seat)
        try:
            yield
        finally:
            self._leave(guest)

    def tell(self, speaker: Guest, text: str) -> None:
        """Let everyone else hear what one says; nothing is heard before the start or from the muted."""
        seat = self._seats.get(speaker)
        if seat is None or seat.muted or seat.held or not self.started.is_set():
            return
        for guest, other in list(self._seats.items()):
            if guest is not speaker and not other.held and seat.coaches in ("", guest.sid):
                guest.hear(text, seat.label or speaker.party)

    def guests(self) -> "list[tuple[Guest, Seat]]":
        """Who sits here, and how; first come, first named."""
        return list(self._seats.items())

    def change(self, guest: Guest, seat: Seat) -> None:
        """Another way of sitting, from now on. Who is held is told so, and told when it is over."""
        before = self._seats[guest]
        self._seats[guest] = seat
        if before.held != seat.held:
            guest.handset.show(Held() if seat.held else Bridged())
            self._changed[guest].set()

    async def until_changed(self, guest: Guest) -> Seat:
        """How the guest sits after the next time they are held or no longer held."""
        self._changed[guest].clear()
        await self._changed[guest].wait()
        return self._seats[guest]

    def _enter(self, guest: Guest, seat: Seat) -> None:
        self._seats[guest] = seat
        self._changed[guest] = asyncio.Event()
        self.taken.set()
        if len(self._seats) > 1 and any(one.starts for one in self._seats.values()):
            self.started.set()
        if self.started.is_set():
            for one in set(self._seats) - self._bridged:
                self._bridged.add(one)
                one.handset.show(Bridged())

    def _leave(self, guest: Guest) -> None:
        seat = self._seats.pop(guest)
        self._changed.pop(guest, None)
        self._bridged.discard(guest)
        if seat.ends or not self._seats:
            self.ended.set()


class Rooms:
    """The conference rooms of an account by name. A room that ended is forgotten: the name opens a new one."""

    def __init__(self, new_hex: NewHex) -> None:
        self._new_hex = new_hex
        self._rooms: dict[str, Room] = {}

    def __len__(self) -> int:
        return len(self._rooms)

    def named(self, name: str) -> Room:
        room = self._rooms.get(name)
        if room is None or room.ended.is_set():
            room = self._rooms[name] = self.unnamed(name)
        return room

    def unnamed(self, name: str = "") -> Room:
        """A room of its own for two bridged calls."""
        return Room(name, "CF" + self._new_hex())

    def with_sid(self, sid: str) -> Room | None:
        return next((room for room in self._rooms.values() if room.sid == sid and not room.ended.is_set()), None)

    def going_on(self) -> list[Room]:
        """The named rooms that are not over."""
        return [room for room in self._rooms.values() if not room.ended.is_set() and len(room)]

    def sweep(self) -> None:
        """Forget the rooms that are over."""
        self._rooms = {name: room for name, room in self._rooms.items() if not room.ended.is_set()}
