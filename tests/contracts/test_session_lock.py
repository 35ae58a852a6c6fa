"""The contract of SessionLock: turns of one session queue up, in this process and across processes."""

import asyncio
import itertools
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.redis.lock import RedisLock
from frontdesk.conversation.ports import SessionLock
from tests.servers import RedisServer, free_port

Pair = tuple[SessionLock, SessionLock]
_tokens = itertools.count()


def _token() -> str:
    return f"token-{next(_tokens)}"


@pytest_asyncio.fixture(params=["local", pytest.param("redis", marks=pytest.mark.redis)])
async def pair(request: pytest.FixtureRequest) -> AsyncIterator[Pair]:
    """Two holders' locks: the same one in process, two processes' with Redis."""
    if request.param == "local":
        lock = LocalLock()
        yield lock, lock
        return
    url = request.getfixturevalue("redis_url")
    one, other = RedisLock(url, new_token=_token), RedisLock(url, new_token=_token)
    yield one, other
    await one.aclose()
    await other.aclose()


async def test_one_holder_at_a_time(pair: Pair) -> None:
    """Twenty turns of one session from two sides: never two inside, and all come through."""
    inside, most, done = 0, 0, 0

    async def turn(lock: SessionLock) -> None:
        nonlocal inside, most, done
        async with lock.hold("S-1"):
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.002)
            inside -= 1
            done += 1

    await asyncio.gather(*(turn(pair[n % 2]) for n in range(20)))
    assert (most, done) == (1, 20)


async def test_other_sessions_do_not_wait(pair: Pair) -> None:
    """Holding one session leaves the others free."""
    one, other = pair
    async with asyncio.timeout(1.0), one.hold("S-1"), other.hold("S-2"), one.hold("S-3"):
        pass


async def test_a_holder_that_fails_lets_go(pair: Pair) -> None:
    """An error inside passes through, and the next one gets in at once."""
    one, other = pair
    with pytest.raises(ValueError, match="mine"):
        async with one.hold("S-1"):
            raise ValueError("mine")
    async with asyncio.timeout(1.0), other.hold("S-1"):
        pass


async def test_who_gives_up_waiting_holds_nothing(pair: Pair) -> None:
    """A cancelled waiter leaves the queue in order."""
    one, other = pair
    async with one.hold("S-1"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.05), other.hold("S-1"):
                pass
    async with asyncio.timeout(1.0), other.hold("S-1"):
        pass


async def test_sessions_nobody_holds_are_forgotten() -> None:
    """The lock does not grow with every session there ever was."""
    lock = LocalLock()
    async with lock.hold("S-1"):
        pass
    async with lock.hold("S-2"):
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01), lock.hold("S-2"):
                pass
    assert not lock._queues


async def test_who_gives_up_in_the_moment_it_is_their_turn_passes_it_on() -> None:
    """The holder leaves and the waiter is cancelled in the same pass of the loop: the next one gets in."""
    lock, inside = LocalLock(), list[str]()

    async def turn(name: str) -> None:
        async with lock.hold("S-1"):
            inside.append(name)
            await asyncio.sleep(0)

    async with lock.hold("S-1"):
        waiting = [asyncio.ensure_future(turn(name)) for name in ("gives up", "second", "third")]
        await asyncio.sleep(0)
    waiting[0].cancel()
    await asyncio.wait(waiting, timeout=1.0)
    assert inside == ["second", "third"]
    assert not lock._queues


@pytest.mark.redis
async def test_the_lock_of_a_dead_process_expires(redis_url: str) -> None:
    """Nobody gives it back; after its time it is free."""
    lock = RedisLock(redis_url, new_token=_token, expires_s=0.2)
    async with Redis.from_url(redis_url) as dead:
        await dead.set("frontdesk:lock:S-dead", "of-the-dead", px=200)
        async with asyncio.timeout(2.0), lock.hold("S-dead"):
            assert await dead.get("frontdesk:lock:S-dead") != b"of-the-dead"
    await lock.aclose()


@pytest.mark.redis
async def test_nobody_waits_longer_than_patience(redis_url: str) -> None:
    """A lock held too long is passed by; the version check decides then. The holder's lock stays the holder's."""
    lock = RedisLock(redis_url, new_token=_token, patience_s=0.1)
    async with Redis.from_url(redis_url) as holder:
        await holder.set("frontdesk:lock:S-slow", "of-the-slow", px=60_000)
        async with asyncio.timeout(2.0), lock.hold("S-slow"):
            pass
        assert await holder.get("frontdesk:lock:S-slow") == b"of-the-slow"
    await lock.aclose()


@pytest.mark.redis
async def test_a_lock_that_expired_is_not_taken_from_its_next_holder(redis_url: str) -> None:
    """Giving back compares the token: a late holder does not free another's lock."""
    lock = RedisLock(redis_url, new_token=_token)
    async with Redis.from_url(redis_url) as other:
        async with lock.hold("S-late"):
            await other.set("frontdesk:lock:S-late", "of-the-next", px=60_000)
        assert await other.get("frontdesk:lock:S-late") == b"of-the-next"
    await lock.aclose()


@pytest.mark.redis
async def test_with_redis_down_turns_go_on(redis_server: RedisServer, caplog: pytest.LogCaptureFixture) -> None:
    """Gone while held, gone before holding: no error, no waiting, one line in the log; turns of this process still queue."""
    lock = RedisLock(redis_server.url, new_token=_token)
    try:
        async with asyncio.timeout(1.0), lock.hold("S-1"):
            redis_server.stop()
        async with asyncio.timeout(1.0):
            for n in range(20):
                async with lock.hold(f"S-{n}"):
                    pass
    finally:
        redis_server.start()
    assert caplog.text.count("the session lock goes on without it") == 1
    await lock.aclose()


async def test_with_nothing_at_the_address_turns_go_on() -> None:
    """A wrong or dead address costs the lock, not the turn."""
    lock = RedisLock(f"redis://127.0.0.1:{free_port()}/0", new_token=_token)
    async with asyncio.timeout(3.0), lock.hold("S-1"):
        pass
    await lock.aclose()
