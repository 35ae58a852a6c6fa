"""Who types, what was read and who is away in a session with a human: fleeting, outside the event log. Words and port; pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

Side = Literal["customer", "agent"]
TYPING_S = 6.0  # so long one mark of typing holds


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What one side did last: until when it counts as typing (epoch seconds), up to which turn it has read, and since when no
    page of it is open; 0: one is, as far as anybody knows.
    """

    typing_until: float = 0.0
    read: int = 0
    away_since: float = 0.0


class MarkStore(Protocol):
    """The marks of open sessions."""

    async def typing(self, session: str, side: Side, until: float) -> None:
        """This side types; `until` 0: it has stopped."""
        ...

    async def away(self, session: str, side: Side, since: float) -> None:
        """The last page of this side was closed; `since` 0: it is back."""
        ...

    async def read(self, session: str, side: Side, seq: int) -> bool:
        """This side has read up to this turn. False when it had already; it never goes back."""
        ...

    async def marks(self, sessions: Sequence[str]) -> Mapping[tuple[str, Side], Marks]:
        """The marks of these sessions, those there are."""
        ...

    async def forget(self, before: float) -> None:
        """Forget sessions whose last mark of either kind was made before that time."""
        ...
