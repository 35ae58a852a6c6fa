"""What takes long to find for the board is found once in a few minutes."""

from dataclasses import dataclass, field

from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.projections import MemoryProjectionStore
from frontdesk.channels.board.reading import FRESH_S, Reading


@dataclass(slots=True)
class Finder:
    """Counts how often it was asked."""

    found: list[int] = field(default_factory=list)

    async def find(self) -> int:
        self.found.append(len(self.found) + 1)
        return self.found[-1]


async def test_found_again_when_old() -> None:
    """The same key is answered from memory until it is too old; another key is looked for by itself."""
    now, finder = [0.0], Finder()
    reading = Reading(MemoryProjectionStore(MemoryData()), "record", lambda: now[0])
    assert [await reading.once("a", finder.find), await reading.once("a", finder.find)] == [1, 1]
    assert await reading.once("b", finder.find) == 2
    now[0] = FRESH_S
    assert await reading.once("a", finder.find) == 3
