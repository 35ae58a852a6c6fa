"""The room where caller and agent talk, and how the desk moves people in it: hold, mute, ring in, put out. A port."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody to be rung into a room. `coaches`: the one call that hears them; `listens`: they are heard by nobody.

    `told`: the path of ours that hears whether they picked up, and that they left.
    """

    phone: str
    label: str
    coaches: str | None = None
    listens: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """How a call sits in the room from now on; None: as before.

    `held`: hears `music` (a path of ours) and nobody, and is heard by nobody. `ends`: the room ends for all when it leaves.
    `coaches`: is heard by that call alone; "": by all again.
    """

    held: bool | None = None
    music: str = ""
    muted: bool | None = None
    ends: bool | None = None
    coaches: str | None = None


class RoomControl(Protocol):
    """The rooms of live calls, by ticket. All raise CallFailed, or CallGone when the room or the call is over."""

    async def seat(self, ticket: str, call: str, seat: Seat) -> None:
        """Let a call sit in its room in another way."""
        ...

    async def ring_in(self, ticket: str, guest: Guest) -> str:
        """Ring somebody, who is in the room when they pick up; returns the carrier's name of their call."""
        ...

    async def put_out(self, ticket: str, call: str) -> None:
        """Take a call out of the room and end it. One that is gone already is no error."""
        ...
