"""The session lock within one process: turns of one session queue up in the order they came."""

import asyncio
from collections import deque

Queues = dict[str, deque[asyncio.Future[None]]]  # of the sessions that are held: who waits for each, first come first


class LocalLock:
    """The SessionLock port in process. Keeps nothing of sessions that nobody holds."""

    def __init__(self) -> None:
        self._queues: Queues = {}

    def hold(self, session: str) -> "_Hold":
        return _Hold(self._queues, session)


class _Hold:
    """One holder's place: who leaves hands the session to the next in the queue."""

    __slots__ = ("_queues", "_session")

    def __init__(self, queues: Queues, session: str) -> None:
        self._queues, self._session = queues, session

    async def __aenter__(self) -> None:
        queue = self._queues.get(self._session)
        if queue is None:
            self._queues[self._session] = deque()
            return
        ours = asyncio.get_running_loop().create_future()
        queue.append(ours)
        try:
            await ours
        except asyncio.CancelledError:
            if not ours.cancelled():  # handed to us in the moment we gave up
                self._leave()
            raise

    async def __aexit__(self, *_: object) -> None:
        self._leave()

    def _leave(self) -> None:
        queue = self._queues[self._session]
        while queue:
            following = queue.popleft()
            if not following.done():  # who gave up waiting is still in the queue
                following.set_result(None)
                return
        del self._queues[self._session]
