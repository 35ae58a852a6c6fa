"""The session lock within one process: turns of one session queue up in the order they came."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class LocalLock:
    """The SessionLock port in process. Keeps nothing of sessions that nobody holds."""

    def __init__(self) -> None:
        self._doors: dict[str, asyncio.Lock] = {}
        self._users: dict[str, int] = {}

    @asynccontextmanager
    async def hold(self, session: str) -> AsyncIterator[None]:
        door = self._doors.setdefault(session, asyncio.Lock())
        self._users[session] = self._users.get(session, 0) + 1
        try:
            async with door:
                yield
        finally:
            self._leave(session)

    def _leave(self, session: str) -> None:
        self._users[session] -= 1
        if self._users[session] == 0:
            del self._users[session], self._doors[session]
