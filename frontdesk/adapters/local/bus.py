"""The bus within one process. Wakes only: what happened is read from the store."""

import asyncio
from collections import defaultdict
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class LocalBus:
    """The Bus port in process. A wake never waits for a listener; wakes that came together are one."""

    def __init__(self) -> None:
        self._listeners: defaultdict[str, set[asyncio.Event]] = defaultdict(set)

    def wake(self, topic: str) -> None:
        for listener in self._listeners.get(topic, ()):
            listener.set()

    def wake_all(self) -> None:
        """Wake every listener: somebody may have called while nobody could hear."""
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.set()

    @asynccontextmanager
    async def listen(self, topic: str) -> AsyncIterator[AsyncIterator[None]]:
        called = asyncio.Event()
        self._listeners[topic].add(called)
        try:
            yield _Wakes(called)
        finally:
            self._listeners[topic].discard(called)
            if not self._listeners[topic]:
                del self._listeners[topic]


class _Wakes:
    """Yields once after each wake, without end."""

    def __init__(self, called: asyncio.Event) -> None:
        self._called = called

    def __aiter__(self) -> AsyncIterator[None]:
        return self

    async def __anext__(self) -> None:
        await self._called.wait()
        self._called.clear()
