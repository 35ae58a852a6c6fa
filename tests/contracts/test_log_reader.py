"""The contract of LogReader."""

from tests.contracts import made
from tests.contracts.conftest import Stores


async def test_the_log_holds_every_event_in_commit_order_without_gaps(stores: Stores) -> None:
    """Positions count from 1 across sessions; each entry tells its session, turn and time."""
    await stores.sessions.commit(made.turn("S-1", 1))
    await stores.sessions.commit(made.turn("S-2", 1, events=made.rich_events()))
    await stores.sessions.commit(made.turn("S-1", 2, events=()))
    await stores.sessions.commit(made.turn("S-1", 3))
    entries = await stores.log.after(0, 100)
    assert [entry.position for entry in entries] == list(range(1, 9))
    assert [(entry.session, entry.seq, entry.at) for entry in entries] == (
        [("S-1", 1, 101.0)] * 2 + [("S-2", 1, 101.0)] * 4 + [("S-1", 3, 103.0)] * 2
    )
    assert [entry.event for entry in entries[2:6]] == list(made.rich_events())


async def test_after_reads_on_from_a_position(stores: Stores) -> None:
    """Only later entries, at most `limit` of them; nothing at the end."""
    for seq in range(1, 4):
        await stores.sessions.commit(made.turn(seq=seq))
    assert [entry.position for entry in await stores.log.after(2, 3)] == [3, 4, 5]
    assert list(await stores.log.after(6, 3)) == []


async def test_a_session_can_be_read_alone(stores: Stores) -> None:
    """The whole story of one session, in order."""
    await stores.sessions.commit(made.turn("S-1", 1))
    await stores.sessions.commit(made.turn("S-2", 1))
    await stores.sessions.commit(made.turn("S-1", 2))
    assert [entry.position for entry in await stores.log.of_session("S-1")] == [1, 2, 5, 6]
    assert list(await stores.log.of_session("S-0")) == []
