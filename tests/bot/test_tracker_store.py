"""Keeping conversations on SQLite and PostgreSQL: appended, read back the same, safe between two workers."""

from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack

import pytest
import pytest_asyncio
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, SessionStarted, SlotSet, UserUttered
from rasa.shared.core.slots import AnySlot
from rasa.shared.core.trackers import DialogueStateTracker
from sqlalchemy import func, select

from frontdesk.adapters.sql.database import Database
from frontdesk.rasa_worker.tracker_store import SqlTrackerStore, StaleTracker, rasa_events

pytestmark = pytest.mark.rasa
MakeStore = Callable[[], SqlTrackerStore]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def url(request: pytest.FixtureRequest) -> str:
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest_asyncio.fixture
async def make(url: str) -> AsyncIterator[MakeStore]:
    """Makes stores over the same database, as several workers would have them."""
    async with AsyncExitStack() as stack:

        def store() -> SqlTrackerStore:
            made = SqlTrackerStore(domain(), database=Database(url))
            stack.push_async_callback(made.close)
            return made

        yield store


def domain() -> Domain:
    empty = Domain.empty()
    empty.slots.append(AnySlot("order_number", mappings=[{}], influence_conversation=False))
    return empty


def say(tracker: DialogueStateTracker, text: str) -> None:
    tracker.update(UserUttered(text, {"name": "inform", "confidence": 1.0}))
    tracker.update(SlotSet("order_number", text))


async def rows(store: SqlTrackerStore) -> int:
    async with store._database.read() as connection:
        return await connection.scalar(select(func.count()).select_from(rasa_events)) or 0


async def test_unknown_sender_is_none(make: MakeStore) -> None:
    """Nobody is made up."""
    assert await make().retrieve("S-none") is None
    assert list(await make().keys()) == []


async def test_only_new_events_are_written(make: MakeStore) -> None:
    """A save appends what came since the last; saving twice writes nothing more."""
    store = make()
    tracker = await store.get_or_create_tracker("S-1")
    before = await rows(store)
    say(tracker, "10023")
    await store.save(tracker)
    await store.save(tracker)
    assert await rows(store) == before + 2


async def test_another_worker_reads_the_same(make: MakeStore) -> None:
    """A second worker goes on where the first stopped, and the first notices."""
    first, second = make(), make()
    tracker = await first.get_or_create_tracker("S-1")
    say(tracker, "10023")
    await first.save(tracker)
    other = await second.retrieve("S-1")
    assert other is not None
    assert other.get_slot("order_number") == "10023"
    assert [type(e) for e in other.events] == [type(e) for e in tracker.events]
    say(other, "10024")
    await second.save(other)
    again = await first.retrieve("S-1")
    assert again is not None
    assert again is not tracker
    assert again.get_slot("order_number") == "10024"


async def test_two_workers_at_once_do_not_mix(make: MakeStore) -> None:
    """The later of two saves from the same point fails, and nothing of it is kept."""
    first, second = make(), make()
    mine = await first.get_or_create_tracker("S-1")
    theirs = await second.retrieve("S-1")
    assert theirs is not None
    say(mine, "10023")
    say(theirs, "10024")
    await first.save(mine)
    with pytest.raises(StaleTracker):
        await second.save(theirs)
    now = await second.retrieve("S-1")
    assert now is not None
    assert now.get_slot("order_number") == "10023"


async def test_turn_that_broke_is_forgotten(make: MakeStore) -> None:
    """Events that were never saved are not there the next time."""
    store = make()
    tracker = await store.get_or_create_tracker("S-1")
    say(tracker, "10023")
    again = await store.retrieve("S-1")
    assert again is not None
    assert again.get_slot("order_number") is None


async def test_newest_session_only(make: MakeStore) -> None:
    """A sender who comes back later starts afresh; the whole history can still be read."""
    store = make()
    tracker = await store.get_or_create_tracker("S-1")
    say(tracker, "10023")
    tracker.update(ActionExecuted("action_session_start"))
    tracker.update(SessionStarted())
    tracker.update(ActionExecuted("action_listen"))
    await store.save(tracker)
    fresh = await make().retrieve("S-1")
    whole = await make().retrieve_full_tracker("S-1")
    assert fresh is not None
    assert whole is not None
    assert len(fresh.events) == 3
    assert len(whole.events) == len(tracker.events)
    say(fresh, "10024")


async def test_saving_after_reading_the_newest_session(make: MakeStore) -> None:
    """Numbering goes on from the whole conversation, not from its newest part."""
    store = make()
    tracker = await store.get_or_create_tracker("S-1")
    tracker.update(ActionExecuted("action_session_start"))
    tracker.update(SessionStarted())
    await store.save(tracker)
    other = make()
    fresh = await other.retrieve("S-1")
    assert fresh is not None
    say(fresh, "10024")
    await other.save(fresh)
    whole = await make().retrieve_full_tracker("S-1")
    assert whole is not None
    assert whole.get_slot("order_number") == "10024"
