"""The one composition root: everything made, handed to who needs it. Composes; decides nothing."""

import asyncio
import contextlib
import logging
import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache

from argon2 import PasswordHasher

from frontdesk.adapters.audio.playing import Captions, Sounds
from frontdesk.adapters.audio.shelf import Shelf
from frontdesk.adapters.rasa.breaker import Breaker
from frontdesk.adapters.rasa.client import RasaDialogue
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.adapters.traced_shop import traced_shop
from frontdesk.adapters.tracing import Tracing
from frontdesk.adapters.twilio.recordings import Recordings
from frontdesk.app.asking import asking_of
from frontdesk.app.call_followers import CallFollowers, followers_of, recordings_of
from frontdesk.app.carrier import Phone, open_phone
from frontdesk.app.kept import CONTACTS, files_of, ledger_of
from frontdesk.app.origin import origin
from frontdesk.app.outside import Outside, open_outside
from frontdesk.app.privacy import Privacy
from frontdesk.app.publishing import TOPIC, open_books
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, first_people, new_hasher, open_stores
from frontdesk.app.target_watch import target_watch
from frontdesk.app.texts import Texts, limits_of, links_of, texts_of
from frontdesk.app.tracing import tracing_of
from frontdesk.app.wait_job import teach
from frontdesk.app.worker import Worker, free_port, worker_env
from frontdesk.channels.chat.links import ChatLinks
from frontdesk.channels.files import Files
from frontdesk.channels.ops import Ops
from frontdesk.conversation.background import Background
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import CurrentWords
from frontdesk.conversation.idle import IdleSweep
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import StoredTurn, untraced
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.events import MachineDidFail
from frontdesk.core.inputs import WaitReply
from frontdesk.core.rooms import State
from frontdesk.core.waits import EstimateWait
from frontdesk.record.idle import idle_sessions
from frontdesk.record.ledger import Ledger
from frontdesk.record.sessions import session_row
from handoff import packet
from handoff.desk import Desk
from handoff.outgoing import Outgoing
from handoff.packet import Happened
from handoff.ways import Ways

log = logging.getLogger(__name__)
Say = Callable[[str], None]
React = Callable[[State, StoredTurn], None]
Talking = tuple[RasaDialogue, Worker | None, Tracing | None]
TICK_S = 1.0
FOLD_S = 0.5  # who reads the record brings it up to date first
SWEEP_S = 20.0
RECORDINGS_LATE_S = 2 * 86400.0  # so long a carrier is asked again for a recording
TARGETS_S = 300.0
LATELY_S, LATELY = 4 * 3600.0, 500  # what began so lately, and no more than so many, may have been going on at a stop
FLOWS_S = 2.0  # a version published by another process, without a bus between them, is live after this at the latest
HASHER = new_hasher()


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """Everything that runs, for the doors and the command line."""

    settings: Settings
    books: PublishedBooks
    words: CurrentWords
    stores: Stores
    turns: TurnService
    desk: Desk
    phone: Phone
    ops: Ops
    background: Background
    hasher: PasswordHasher
    worker: Worker | None
    new_password: str | None
    sounds: Sounds
    ledger: Ledger
    followers: CallFollowers
    recordings: Recordings
    outside: Outside | None = None
    tracing: Tracing | None = None

    async def whisper(self, ticket: str) -> tuple[str, str] | None:
        """The agent's briefing for a ticket, and its language."""
        queued = await self.stores.tickets.ticket(ticket)
        state = await self.stores.sessions.load(queued.session) if queued else None
        if queued is None or state is None:
            return None
        entries = await self.stores.log.of_session(queued.session)
        happened = [Happened(at=e.at, seq=e.seq, event=e.event) for e in entries]
        return packet.whisper(packet.build(state, queued.ticket, happened)), queued.ticket.lang

    def files(self) -> Files:
        """What customers and agents send each other in chats."""
        return files_of(self.settings)

    def textable(self, number: str) -> bool:
        """Whether this number may be sent a text: a carrier that sends them, and a beginning that is allowed."""
        return self.phone.exchange is None and limits_of(self.settings).allows(number)

    def links(self) -> ChatLinks:
        """Links from calls to the chat."""
        return links_of(self.settings)

    async def catch_up(self) -> None:
        """Read the log to its end into the record, and into the rows of customers' contacts."""
        for projection in (self.ledger, CONTACTS):
            while await self.stores.projections.advance(projection, 500):
                pass


@asynccontextmanager
async def open_house(settings: Settings, say: Say) -> AsyncIterator[House]:
    """Open everything, start what works in the background, and close it all in the end."""
    async with AsyncExitStack() as stack:
        stores = await open_stores(settings, time.time)
        stack.push_async_callback(stores.close)
        background = Background()
        stack.push_async_callback(background.close)
        talking = await _dialogue(settings, say, stack)
        house = await _compose(settings, stores, background, talking, say)
        if house.phone.exchange is not None:
            await stack.enter_async_context(house.phone.exchange)
        stack.push_async_callback(house.phone.close)
        if house.tracing is not None:
            stack.callback(house.tracing.close)
        if house.outside is not None:
            stack.push_async_callback(house.outside.close)
            await _safely(house.outside.postman.collect)  # so that its place in the log is before the first customer
        _start(house)
        yield house


async def _dialogue(settings: Settings, say: Say, stack: AsyncExitStack) -> Talking:
    """The dialogue model's client, the worker behind it when it is ours to run, and what follows both."""
    tracing = tracing_of(settings)
    carried = tracing.carried if tracing is not None else dict
    if settings.rasa_url:
        client = RasaDialogue(settings.rasa_url, carried=carried)
        stack.push_async_callback(client.close)
        return client, None, tracing
    port = settings.rasa_port or free_port()
    client = RasaDialogue(f"http://127.0.0.1:{port}", carried=carried)
    stack.push_async_callback(client.close)
    return client, Worker(worker_env(settings), port, client.ready, say), tracing


async def _compose(settings: Settings, stores: Stores, background: Background, talking: Talking, say: Say) -> House:
    dialogue, worker, tracing = talking
    stores = stores if tracing is None else replace(stores, shop=traced_shop(stores.shop, tracing))
    books = await open_books(settings, stores.flows, say)
    sounds = Sounds(books.current, shelf_of(settings).listing(), settings.base_url, settings.audio)
    phone = open_phone(settings, time.time, Captions(sounds.listing).of, _outgoing(settings, stores))
    ops = Ops(_parts(stores, dialogue, worker), time.perf_counter, settings.metrics_token.get_secret_value())
    late = _Late()
    ways = _ways(late, books, phone)
    outside = open_outside(settings, stores, ways)
    desk = Desk(stores.tickets, stores.agents, ways, elsewhere=frozenset(outside.system_of) if outside else frozenset())
    followers = followers_of(phone, stores, ways, late.tell)
    machines = HouseMachines(Breaker(dialogue, time.monotonic), ShopTasks(stores.shop), _expect(desk, outside))
    react = _reaction(followers, background, ops, texts_of(phone, books, settings, late, stores.log))
    loop = replace(_loop(settings, stores, books, machines), react=react, span=tracing or untraced)
    late.turns = TurnService(replace(loop, start=lambda work: background.start(work, name="late reply")))
    return House(
        settings=settings,
        books=books,
        words=CurrentWords(books),
        stores=stores,
        turns=late.turns,
        desk=desk,
        phone=phone,
        ops=ops,
        background=background,
        hasher=HASHER,
        worker=worker,
        new_password=await first_people(stores, settings, HASHER),
        sounds=sounds,
        ledger=ledger_of(settings),
        outside=outside,
        followers=followers,
        recordings=recordings_of(settings, phone, stores, background),
        tracing=tracing,
    )


def _ways(late: "_Late", books: PublishedBooks, phone: Phone) -> Ways:
    return Ways(
        tell=late.tell,
        clock=time.time,
        new_key=lambda: secrets.token_hex(8),
        rules=lambda queue: books.current().rules(queue),
        may_call=phone.may_call,
    )


def _loop(settings: Settings, stores: Stores, books: PublishedBooks, machines: HouseMachines) -> Loop:
    """What the loop works with, but who reacts to its turns."""
    return Loop(
        store=stores.sessions,
        lock=stores.lock,
        machines=machines,
        bus=stores.bus,
        flows=books,
        clock=time.time,
        new_id=lambda: f"S-{secrets.token_hex(16)}",
        default_lang=settings.default_lang,
        known=origin(house_secret(settings)),
        spared=asking_of(settings, stores.projections).spared,
        question=settings.survey_question,
    )


def _expect(desk: Desk, outside: Outside | None) -> Callable[[EstimateWait], Awaitable[WaitReply]]:
    """Who knows how long it takes: our desk, or the outside queue the customer will wait in."""
    if outside is None:
        return desk.expect

    async def expect(request: EstimateWait) -> WaitReply:
        return await outside.expect(request, desk.expect)

    return expect


def _outgoing(settings: Settings, stores: Stores) -> Outgoing:
    """The rules for what goes out, over what went out from all processes."""
    return Outgoing(limits_of(settings), stores.outgoing, time.time, house_secret(settings))


def shelf_of(settings: Settings) -> Shelf:
    """Where the sounds of the flows are kept."""
    return Shelf(settings.data_dir / "audio")


class _Late:
    """The loop and the desk need each other: the desk is made first and told of the loop after."""

    turns: TurnService

    async def tell(self, session: str, given: object, key: str) -> StoredTurn:
        return await self.turns.tell(session, given, key)  # type: ignore[arg-type]

    async def present(self, address: str) -> StoredTurn | None:
        return await self.turns.present(address)


def _reaction(calls: CallFollowers, background: Background, ops: Ops, texts: Texts) -> React:
    """What follows a commit: the measures, the call control of phone sessions, and texts nobody asked for just now."""

    count = cache(ops.turns.labels)

    def react(before: State, turn: StoredTurn) -> None:
        count(turn.state.channel).inc()
        for event in turn.events:
            if isinstance(event, MachineDidFail):
                ops.failures.labels(event.machine, event.reason).inc()
        if turn.state.channel == "voice" and turn.state.ticket is not None:
            background.start(calls.follow(before.ticket, turn.state, turn.events), name="call control")
        if turn.state.recordable:
            background.start(calls.recorder.follow(turn.state), name="recording control")
        texts.follow(before, turn, background)

    return react


def _parts(stores: Stores, dialogue: RasaDialogue, worker: Worker | None) -> Mapping[str, Callable[[], Awaitable[str]]]:
    async def store() -> str:
        await stores.database.ping()
        return "ready"

    async def talk() -> str:
        if worker is not None:
            return worker.state
        return "ready" if await dialogue.ready() else "down"

    return {"store": store, "dialogue": talk}


def _start(house: House) -> None:
    """Everything that works by itself."""
    start = house.background.start
    if house.worker is not None:
        start(house.worker.run(), name="dialogue worker")
    if house.stores.relay is not None:
        start(house.stores.relay.run(), name="bus relay")
    start(_safely(lambda: _restore(house)), name="calls of before")
    sweep = IdleSweep(_idle(house), house.turns.tell, time.time)
    start(_whenever(house, "desk", TICK_S, house.desk.watch, house.desk.dispatch), name="desk")
    start(_whenever(house, "log", TICK_S * 5, house.catch_up, linger_s=FOLD_S), name="record")
    start(_whenever(house, TOPIC, FLOWS_S, house.books.refresh), name="flows")
    if house.outside is not None:
        start(_whenever(house, "log", TICK_S, house.outside.post), name="outside queues")
        start(_every(SWEEP_S, lambda: _count_stuck(house)), name="outside queues' measure")
    start(_every(SWEEP_S, sweep.sweep), name="idle sweep")
    start(_every(SWEEP_S, lambda: _measure_floor(house)), name="measures of the floor")
    if house.settings.targets_webhook_url:
        start(_every(TARGETS_S, target_watch(house.settings, house.stores, house.catch_up).look), name="targets")
    house.recordings.go_on(time.time() - RECORDINGS_LATE_S)
    start(_every(3600, lambda: old_recordings(house, time.time())), name="old recordings")
    start(_every(3600, lambda: _end_of_life(house)), name="old files, marks, words and names")
    start(teach(house.desk, house.stores.tickets, house.settings.data_dir / "wait", time.time), name="wait forecast")


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
            await _safely(work)
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(at_least_s):
                await changed.wait()
        await asyncio.sleep(linger_s)


async def _every(seconds: float, work: Callable[[], Awaitable[object]]) -> None:
    while True:
        await asyncio.sleep(seconds)
        await _safely(work)


async def _safely(work: Callable[[], Awaitable[object]]) -> None:
    """A round that fails is logged and tried again at the next; it never ends the rounds."""
    try:
        await work()
    except Exception:
        log.exception("a round of background work failed; it is tried again")
