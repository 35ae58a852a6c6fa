"""The contract of MarkStore."""

from frontdesk.conversation.marks import Marks
from tests.contracts.conftest import Stores


async def test_marks_are_kept_by_session_and_side(stores: Stores) -> None:
    """What one side does changes nothing of the other's, and typing nothing of what was read."""
    await stores.marks.typing("S-1", "agent", 106.0)
    assert await stores.marks.read("S-1", "agent", 4)
    assert await stores.marks.read("S-1", "customer", 2)
    assert await stores.marks.marks(["S-1", "S-2"]) == {
        ("S-1", "agent"): Marks(typing_until=106.0, read=4),
        ("S-1", "customer"): Marks(read=2),
    }
    assert await stores.marks.marks([]) == {}


async def test_who_is_away_comes_back(stores: Stores) -> None:
    """Closed pages change nothing of what was read, and neither does coming back."""
    await stores.marks.read("S-1", "customer", 4)
    await stores.marks.away("S-1", "customer", 90.0)
    assert (await stores.marks.marks(["S-1"]))["S-1", "customer"] == Marks(read=4, away_since=90.0)
    await stores.marks.away("S-1", "customer", 0.0)
    assert (await stores.marks.marks(["S-1"]))["S-1", "customer"] == Marks(read=4)


async def test_reading_never_goes_back(stores: Stores) -> None:
    """A late mark of an earlier turn changes nothing, and says so."""
    assert await stores.marks.read("S-1", "customer", 5)
    assert not await stores.marks.read("S-1", "customer", 5)
    assert not await stores.marks.read("S-1", "customer", 3)
    assert (await stores.marks.marks(["S-1"]))["S-1", "customer"].read == 5


async def test_old_marks_are_forgotten(stores: Stores) -> None:
    """By the time of the last one."""
    await stores.marks.read("old", "agent", 1)
    stores.clock.now += 100
    await stores.marks.read("new", "agent", 1)
    await stores.marks.forget(stores.clock.now - 50)
    assert list(await stores.marks.marks(["old", "new"])) == [("new", "agent")]
