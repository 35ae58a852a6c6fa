"""Time for tests and for tried drafts: stands still until told to advance. Not for a running server."""

import asyncio
from collections.abc import Callable
from itertools import count


async def _settle() -> None:
    """Let everything that can go on without time or network go on."""
    for _ in range(30):
        await asyncio.sleep(0)


class VirtualTime:
    """A clock and a sleep that belong together."""

    def __init__(self, now: float = 1_700_000_000.0) -> None:
        self.now = now
        self._order = count()
        self._sleepers: dict[int, tuple[float, asyncio.Event]] = {}

    def clock(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        number, woken = next(self._order), asyncio.Event()
        self._sleepers[number] = (self.now + seconds, woken)
        try:
            await woken.wait()
        finally:
            self._sleepers.pop(number, None)

    async def advance(self, seconds: float) -> None:
        """Let so much time pass; sleepers wake in order, each with time to act before the next."""
        await _settle()
        until = self.now + seconds
        while due := [(when, woken) for when, woken in self._sleepers.values() if when <= until and not woken.is_set()]:
            when, woken = min(due, key=lambda one: one[0])
            self.now = max(self.now, when)
            woken.set()
            await _settle()
        self.now = until


def counted_hex() -> Callable[[], str]:
    """32 hexadecimal digits, counted up: ids a test can foretell."""
    numbers = count(1)
    return lambda: f"{next(numbers):032x}"
