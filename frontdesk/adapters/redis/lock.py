"""The session lock across processes by Redis. It may fail or run out; then turns race, and the version check decides."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from redis.asyncio import Redis

from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.redis.client import TROUBLE, Outage, connect

_GIVE_BACK = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0"
_FIRST_POLL_S, _LAST_POLL_S = 0.01, 0.1


class RedisLock:
    """The SessionLock port across processes.

    `new_token` makes a text nobody else has. A lock not given back (its process died) ends after `expires_s`; nobody
    waits for another process longer than `patience_s`. `aclose` at the end.
    """

    def __init__(
        self, url: str, *, new_token: Callable[[], str], expires_s: float = 30.0, patience_s: float = 8.0
    ) -> None:
        self._redis: Redis = connect(url)
        self._new_token = new_token
        self._expires_ms = round(expires_s * 1000)
        self._patience_s = patience_s
        self._local = LocalLock()  # within the process turns queue up in order, and only the first asks Redis
        self._outage = Outage("the session lock")

    @asynccontextmanager
    async def hold(self, session: str) -> AsyncIterator[None]:
        name, token = f"frontdesk:lock:{session}", self._new_token()
        async with self._local.hold(session):
            held = await self._take(name, token)
            try:
                yield
            finally:
                if held:
                    await self._give_back(name, token)

    async def aclose(self) -> None:
        await self._redis.aclose()

    async def _take(self, name: str, token: str) -> bool:
        """Whether the lock was taken; False is leave to go on without it."""
        if self._outage.skip:
            return False
        pause = _FIRST_POLL_S
        try:
            async with asyncio.timeout(self._patience_s):
                while not await self._redis.set(name, token, nx=True, px=self._expires_ms):
                    await asyncio.sleep(pause)
                    pause = min(pause * 1.5, _LAST_POLL_S)
        except TimeoutError:
            return False  # held for longer than anybody should wait
        except TROUBLE as error:
            self._outage.failed(error)
            return False
        self._outage.worked()
        return True

    async def _give_back(self, name: str, token: str) -> None:
        try:
            await self._redis.eval(_GIVE_BACK, 1, name, token)
        except TROUBLE as error:
            self._outage.failed(error)  # it expires by itself
