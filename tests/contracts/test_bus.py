"""The contract of Bus: wakes reach who listens, in this process and in others, and cost nobody anything."""

import asyncio
import itertools
import logging
from collections.abc import AsyncIterator, Callable

import pytest
import pytest_asyncio

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.redis.bus import RedisBus
from frontdesk.adapters.redis.client import WrongBusUrl
from frontdesk.conversation.ports import Bus
from tests.servers import RedisServer

SOON_S = 5.0
Pair = tuple[Bus, Bus]
_names = itertools.count()


async def _relaying(group: asyncio.TaskGroup, url: str) -> tuple[RedisBus, asyncio.Task[None]]:
    bus = RedisBus(url, origin=f"process-{next(_names)}")
    task = group.create_task(bus.run())
    await asyncio.wait_for(bus.connected.wait(), SOON_S)
    return bus, task


@pytest_asyncio.fixture(params=["local", pytest.param("redis", marks=pytest.mark.redis)])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[Pair]:
    """A bus to wake and a bus to listen on: the same one in process, two processes' with Redis."""
    if request.param == "local":
        bus = LocalBus()
        yield bus, bus
        return
    url = request.getfixturevalue("redis_url")
    async with asyncio.TaskGroup() as group:
        (one, first), (other, second) = await _relaying(group, url), await _relaying(group, url)
        yield one, other
        first.cancel()
        second.cancel()


async def _heard(wakes: AsyncIterator[None], within_s: float = SOON_S) -> bool:
    try:
        await asyncio.wait_for(anext(wakes), within_s)
    except TimeoutError:
        return False
    return True


async def test_a_wake_reaches_every_listener_of_the_topic(pair: Pair) -> None:
    """Two listeners of one topic both hear; on either side."""
    one, other = pair
    async with one.listen("desk") as a, other.listen("desk") as b, other.listen("desk") as c:
        one.wake("desk")
        assert [await _heard(wakes) for wakes in (a, b, c)] == [True, True, True]


async def test_a_wake_reaches_no_other_topic(pair: Pair) -> None:
    """A session's listener is not woken for another session."""
    one, other = pair
    async with other.listen("session:S-2") as not_mine, other.listen("session:S-1") as mine:
        one.wake("session:S-1")
        assert await _heard(mine)
        assert not await _heard(not_mine, 0.05)


async def test_a_wake_between_two_looks_is_kept(pair: Pair) -> None:
    """While the listener is busy reading, a wake waits for it; several may be one."""
    one, other = pair
    async with other.listen("log") as marker, other.listen("desk") as wakes:
        for topic in ("desk", "desk", "desk", "log"):
            one.wake(topic)
        assert await _heard(marker)  # all four have arrived
        assert await _heard(wakes)
        assert not await _heard(wakes, 0.05)


async def test_a_wake_without_listeners_is_no_error(pair: Pair) -> None:
    """Nobody has to listen; who comes later reads the store."""
    one, other = pair
    one.wake("desk")
    await asyncio.sleep(0.05)
    async with other.listen("desk") as wakes:
        assert not await _heard(wakes, 0.05)


async def test_who_stopped_listening_leaves_nothing_behind() -> None:
    """Topics are as many as sessions: an ended listener is forgotten."""
    bus = LocalBus()
    async with bus.listen("session:S-1"):
        pass
    assert not bus._listeners


@pytest.mark.redis
async def test_with_redis_down_a_wake_is_quick_and_local(
    redis_server: RedisServer, caplog: pytest.LogCaptureFixture
) -> None:
    """The caller never hears of it, listeners in the process still do, the log says it once; later it heals."""
    caplog.set_level(logging.WARNING, logger="frontdesk")
    async with asyncio.TaskGroup() as group:
        (one, first), (other, second) = [await _relaying(group, redis_server.url) for _ in range(2)]
        redis_server.stop()
        try:
            async with asyncio.timeout(1.0), one.listen("desk") as wakes:
                for _ in range(20):
                    one.wake("desk")
                assert await _heard(wakes)
            await _until(lambda: not one.connected.is_set() and not other.connected.is_set())
            assert caplog.text.count("sending wakes goes on without it") <= 1
            assert caplog.text.count("hearing wakes goes on without it") == 2
        finally:
            redis_server.start()
        async with other.listen("desk") as wakes:
            assert await _heard(wakes)  # woken once because wakes may have been missed
            await asyncio.wait_for(one.connected.wait(), SOON_S)
            one.wake("desk")
            assert await _heard(wakes)
        first.cancel()
        second.cancel()


async def test_a_bus_address_that_is_none_is_refused_with_a_sentence() -> None:
    """The message names the setting and what is right."""
    with pytest.raises(WrongBusUrl, match="BUS_URL is not a Redis address; write it like redis://"):
        RedisBus("http://localhost", origin="p")


async def _until(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(SOON_S):
        while not condition():  # noqa: ASYNC110  # what is waited for is that an Event is cleared
            await asyncio.sleep(0.01)
