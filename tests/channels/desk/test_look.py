"""One look for many: seldom taken, never too old."""

import asyncio

import pytest

from frontdesk.channels.desk.look import SharedLook


class World:
    """Changes, and is looked at slowly."""

    def __init__(self) -> None:
        self.version = 0
        self.looks = 0

    async def look(self) -> int:
        self.looks += 1
        seen = self.version
        await asyncio.sleep(0.01)
        if seen == 13:
            raise ValueError("the store was away")
        return seen


async def test_all_who_ask_at_once_share_a_look() -> None:
    """Fifty open desks that are woken together cost one look, not fifty."""
    world = World()
    shared = SharedLook(world.look)
    assert await asyncio.gather(*(shared.get() for _ in range(50))) == [0] * 50
    assert world.looks == 1


async def test_nobody_gets_a_look_from_before_they_asked() -> None:
    """Who is woken by a change sees the change, also when a look was under way; those who wait share the next one."""
    world = World()
    shared = SharedLook(world.look)
    early = asyncio.ensure_future(shared.get())
    await asyncio.sleep(0.002)
    world.version = 1
    assert await asyncio.gather(*(shared.get() for _ in range(20))) == [1] * 20
    assert (await early, world.looks) == (0, 2)


async def test_a_look_that_failed_is_taken_again() -> None:
    """Those who asked hear of it; the next ones are answered."""
    world = World()
    shared = SharedLook(world.look)
    world.version = 13
    with pytest.raises(ValueError, match="away"):
        await shared.get()
    world.version = 14
    assert await shared.get() == 14
