"""What works by itself while the house is open: rounds that follow wakes or the clock. A round that fails ends no others."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable

from frontdesk.app.house import House
from frontdesk.app.privacy import Privacy
from frontdesk.app.publishing import TOPIC
from frontdesk.app.target_watch import target_watch
from frontdesk.app.wait_job import teach
from frontdesk.conversation.idle import IdleSweep
from frontdesk.record.idle import idle_sessions
from frontdesk.record.sessions import session_row

log = logging.getLogger(__name__)
TICK_S = 1.0
FOLD_S = 0.5  # who reads the record brings it up to date first
SWEEP_S = 20.0
RECORDINGS_LATE_S = 2 * 86400.0  # so long a carrier is asked again for a recording
TARGETS_S = 300.0
LATELY_S, LATELY = 4 * 3600.0, 500  # what began so lately, and no more than so many, may have been going on at a stop
FLOWS_S = 2.0  # a version published by another process, without a bus between them, is live after this at the latest


def start(house: House) -> None:
    """Everything that works by itself."""
    begin = house.background.start
    if house.worker is not None:
        begin(house.worker.run(), name="dialogue worker")
    if house.stores.relay is not None:
        begin(house.stores.relay.run(), name="bus relay")
    begin(safely(lambda: _restore(house)), name="calls of before")
    sweep = IdleSweep(_idle(house), house.turns.tell, time.time)
    begin(_whenever(house, "desk", TICK_S, house.desk.watch, house.desk.dispatch), name="desk")
    begin(_whenever(house, "log", TICK_S * 5, house.catch_up, linger_s=FOLD_S), name="record")
    begin(_whenever(house, TOPIC, FLOWS_S, house.books.refresh), name="flows")
    if house.outside is not None:
        begin(_whenever(house, "log", TICK_S, house.outside.post), name="outside queues")
        begin(_every(SWEEP_S, lambda: _count_stuck(house)), name="outside queues' measure")
    begin(_every(SWEEP_S, sweep.sweep), name="idle sweep")
    begin(_every(SWEEP_S, lambda: _measure_floor(house)), name="measures of the floor")
    if house.settings.targets_webhook_url:
        begin(_every(TARGETS_S, target_watch(house.settings, house.stores, house.catch_up).look), name="targets")
    house.recordings.go_on(time.time() - RECORDINGS_LATE_S)
    begin(_every(3600, lambda: old_recordings(house, time.time())), name="old recordings")
    begin(_every(3600, lambda: _end_of_life(house)), name="old files, marks, words and names")
    begin(teach(house.desk, house.stores.tickets, house.settings.data_dir / "wait", time.time), name="wait forecast")


async def _restore(house: House) -> None:
    """What a stop left undone with calls that went on meanwhile; an exchange of our own has lost its calls with us."""
    if house.phone.exchange is not None:
        await house.followers.lost(await house.stores.tickets.open_tickets(), house.stores.sessions.load)
        return
    lately = await house.stores.tickets.past(time.time() - LATELY_S, LATELY)
    await house.followers.restore(await house.stores.tickets.open_tickets(), lately, house.stores.sessions.load)
    await house.followers.rooms.restore(asyncio.sleep)


async def _end_of_life(house: House) -> None:
    """What is personal ends with its time: files, words, names; marks of typing and reading after a day."""
    now = time.time()
    await asyncio.to_thread(lambda: house.files().forget(before=now - house.settings.files_days * 86400))
    await house.stores.marks.forget(now - 86400)
    if count := await Privacy(house.stores, house.settings).end_of_life(now):
        log.info("the time of personal data in %d conversations was over; it is erased", count)


async def old_recordings(house: House, now: float) -> None:
    """Recordings end with their time; what could not be fetched or deleted is tried again, now that there may be room."""
    house.recordings.forget(now - house.settings.recordings_days * 86400)
    house.recordings.go_on(now - RECORDINGS_LATE_S)


async def _measure_floor(house: House) -> None:
    agents, tickets = await house.stores.agents.agents(), await house.stores.tickets.open_tickets()
    house.ops.floor.show(agents, tickets, time.time())


async def _count_stuck(house: House) -> None:
    if house.outside is not None:
        house.ops.stuck.set(await house.outside.stuck())


def _idle(house: House) -> Callable[[], Awaitable[tuple[str, ...]]]:
    async def idle() -> tuple[str, ...]:
        stores, limit = house.stores, house.settings.chat_idle_minutes * 60
        rows = [
            await stores.projections.row(house.ledger.sessions, session)
            for session in await stores.sessions.open_sessions()
        ]
        return idle_sessions([session_row(row) for row in rows if row is not None], time.time(), limit)

    return idle


async def _whenever(
    house: House, topic: str, at_least_s: float, *works: Callable[[], Awaitable[object]], linger_s: float = 0.0
) -> None:
    """Do the works `linger_s` after wakes of the topic (many that come together are one), and every `at_least_s` besides."""
    changed = asyncio.Event()

    async def hear() -> None:
        async with house.stores.bus.listen(topic) as wakes:
            async for _ in wakes:
                changed.set()

    house.background.start(hear(), name=f"hear {topic}")
    while True:
        changed.clear()
        for work in works:
            await safely(work)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_least_s):
                await changed.wait()
        await asyncio.sleep(linger_s)


async def _every(seconds: float, work: Callable[[], Awaitable[object]]) -> None:
    while True:
        await asyncio.sleep(seconds)
        await safely(work)


async def safely(work: Callable[[], Awaitable[object]]) -> None:
    """A round that fails is logged and tried again at the next; it never ends the rounds."""
    try:
        await work()
    except Exception:
        log.exception("a round of background work failed; it is tried again")
