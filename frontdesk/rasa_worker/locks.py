"""One turn of a conversation at a time within this worker: a plain asyncio lock instead of Rasa's polling one."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from rasa.core.lock_store import LockStore


class WaitingLockStore(LockStore):
    """Turns of one conversation queue up in order. Across workers the tracker store's numbering is the truth."""

    def __init__(self) -> None:
        super().__init__()
        self._locks: dict[str, tuple[asyncio.Lock, list[None]]] = {}

    @asynccontextmanager
    async def lock(
        self, conversation_id: str, lock_lifetime: float = 60.0, wait_time_in_seconds: float = 1.0
    ) -> AsyncIterator[None]:
        lock, waiting = self._locks.setdefault(conversation_id, (asyncio.Lock(), []))
        waiting.append(None)
        try:
            async with lock:
                yield
        finally:
            waiting.pop()
            if not waiting:
                self._locks.pop(conversation_id, None)
