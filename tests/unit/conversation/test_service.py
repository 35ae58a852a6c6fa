"""The loop when whoever asked goes away."""

import asyncio
from typing import Any

import pytest

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.inputs import ContactStarted
from tests.fakes.desk import BOOK, NOON


class SlowStore(MemorySessionStore):
    """Keeps a turn whole, after a while, as a database does whose client went away."""

    async def commit(self, turn: StoredTurn, **how: Any) -> None:
        await asyncio.shield(asyncio.ensure_future(self._slowly(turn, how)))

    async def _slowly(self, turn: StoredTurn, how: Any) -> None:
        await asyncio.sleep(0.05)
        await super().commit(turn, **how)


async def test_a_turn_that_is_kept_is_told_to_its_readers() -> None:
    """A webhook runs out of time while its turn is being kept: phones are still rung and pages still woken."""
    seen: list[Any] = []
    unused: Any = None
    turns = TurnService(
        Loop(
            store=SlowStore(MemoryData()),
            lock=LocalLock(),
            machines=HouseMachines(unused, unused, unused),
            bus=LocalBus(),
            flows=OneBook(BOOK),
            clock=lambda: NOON,
            new_id=lambda: "S-1",
            react=lambda before, turn: seen.append(turn.key),
        )
    )
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await turns.handle("voice:CA1", ContactStarted(at=NOON, channel="voice"), "CA1:0")
    await asyncio.sleep(0.1)
    assert seen == ["CA1:0"]
