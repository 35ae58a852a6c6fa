"""Typing and read marks in memory."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from frontdesk.conversation.marks import Marks, Side


class MemoryMarkStore:
    """The MarkStore port in memory."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._marks: dict[tuple[str, Side], Marks] = {}
        self._at: dict[tuple[str, Side], float] = {}

    async def typing(self, session: str, side: Side, until: float) -> None:
        self._keep(session, side, replace(self._marks.get((session, side), Marks()), typing_until=until))

    async def away(self, session: str, side: Side, since: float) -> None:
        self._keep(session, side, replace(self._marks.get((session, side), Marks()), away_since=since))

    async def read(self, session: str, side: Side, seq: int) -> bool:
        before = self._marks.get((session, side), Marks())
        if seq > before.read:
            self._keep(session, side, replace(before, read=seq))
        return seq > before.read

    async def marks(self, sessions: Sequence[str]) -> Mapping[tuple[str, Side], Marks]:
        return {key: kept for key, kept in self._marks.items() if key[0] in sessions}

    async def forget(self, before: float) -> None:
        for key in [key for key, at in self._at.items() if at < before]:
            del self._marks[key], self._at[key]

    def _keep(self, session: str, side: Side, marks: Marks) -> None:
        self._marks[session, side] = marks
        self._at[session, side] = self._clock()
