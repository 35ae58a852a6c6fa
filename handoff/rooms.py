"""The room where caller and agent talk, and how the desk moves people in it: hold, mute, ring in, put out. A port."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody to be rung into a room. `coaches`: the one call that hears them; `listens`: they are heard by nobody."""

    phone: str
    label: str
    coaches: str | None = None
    listens: bool = False


class RoomControl(Protocol):
    """The rooms of live calls, by ticket. All raise CallFailed, or CallGone when the room or the call is over."""

    async def hold(self, ticket: str, call: str, *, on: bool, music: str = "") -> None:
        """Let a call hear `music` (a path of ours) and nobody, or bring it back into the talk."""
        ...

    async def mute(self, ticket: str, call: str, *, on: bool) -> None:
        """Let nobody hear a call, or everybody again."""
        ...

    async def ring_in(self, ticket: str, guest: Guest) -> str:
        """Ring somebody, who is in the room when they pick up; returns the carrier's name of their call."""
        ...

    async def put_out(self, ticket: str, call: str) -> None:
        """Take a call out of the room and end it. One that is gone already is no error."""
        ...

    async def ends_with(self, ticket: str, call: str, *, ends: bool) -> None:
        """Whether the room ends for all when this call leaves it."""
        ...
