"""The bus across processes by Redis pub/sub: a local bus, with its wakes relayed. Wakes only; the store tells the rest."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager

from redis.asyncio import Redis
from redis.asyncio.client import PubSub

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.redis.client import TROUBLE, Outage, connect

CHANNEL = "frontdesk:wakes"
BACKLOG = 1000  # wakes kept while Redis is slow; more are dropped
QUIET_S = 10.0  # after so much silence, ask whether the connection lives
AGAIN_S = 1.0


class RedisBus:
    """The Bus port across processes. `run` must be running for wakes to leave or reach this process.

    `origin` tells this process from the others. Within the process wakes go through even while Redis is down.
    """

    def __init__(self, url: str, *, origin: str) -> None:
        self._redis: Redis = connect(url)
        self._origin = origin
        self._local = LocalBus()
        self._leaving: asyncio.Queue[str] = asyncio.Queue(BACKLOG)
        self._sending, self._hearing = Outage("sending wakes"), Outage("hearing wakes")
        self.connected = asyncio.Event()

    def wake(self, topic: str) -> None:
        self._local.wake(topic)
        if not self._leaving.full():
            self._leaving.put_nowait(topic)

    def listen(self, topic: str) -> AbstractAsyncContextManager[AsyncIterator[None]]:
        return self._local.listen(topic)

    async def run(self) -> None:
        """Relay wakes until cancelled. Start it once, beside everything else."""
        try:
            async with asyncio.TaskGroup() as both:
                both.create_task(self._send())
                both.create_task(self._hear())
        finally:
            await self._redis.aclose()

    async def _send(self) -> None:
        while True:
            topic = await self._leaving.get()
            try:
                await self._redis.publish(CHANNEL, f"{self._origin} {topic}")
                self._sending.worked()
            except TROUBLE as error:
                self._sending.failed(error)
                await asyncio.sleep(AGAIN_S)
                self._drop_backlog()

    def _drop_backlog(self) -> None:
        while not self._leaving.empty():
            self._leaving.get_nowait()

    async def _hear(self) -> None:
        while True:
            try:
                async with self._redis.pubsub() as channel:
                    await channel.subscribe(CHANNEL)
                    await self._relay(channel)
            except TROUBLE as error:
                self._hearing.failed(error)
            self.connected.clear()
            await asyncio.sleep(AGAIN_S)

    async def _relay(self, channel: PubSub) -> None:
        """Hand on what comes, until the connection is lost or silent to a question."""
        asked = False
        while True:
            message = await channel.get_message(timeout=QUIET_S)
            if message is None and asked:
                raise TimeoutError
            asked = message is None
            if message is None:
                await channel.ping()
            elif message["type"] == "subscribe":
                self._hearing.worked()
                self.connected.set()
                self._local.wake_all()  # wakes may have been missed until now
            elif message["type"] == "message":
                await self._arrived(message["data"])

    async def _arrived(self, data: bytes) -> None:
        origin, _, topic = data.decode().partition(" ")
        if origin != self._origin:
            self._local.wake(topic)
