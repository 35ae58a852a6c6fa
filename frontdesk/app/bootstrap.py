"""The one composition root: everything made, handed to who needs it. Composes; decides nothing."""

import secrets
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import replace
from functools import cache

from frontdesk.adapters.audio.playing import Captions, Sounds
from frontdesk.adapters.rasa.breaker import Breaker
from frontdesk.adapters.rasa.client import RasaDialogue
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.adapters.traced_shop import traced_shop
from frontdesk.adapters.tracing import Tracing
from frontdesk.app.asking import asking_of
from frontdesk.app.call_followers import CallFollowers, followers_of, recordings_of
from frontdesk.app.carrier import Phone, open_phone
from frontdesk.app.dialling import dialler
from frontdesk.app.house import House
from frontdesk.app.kept import ledger_of, shelf_of
from frontdesk.app.origin import origin
from frontdesk.app.outside import Outside, open_outside
from frontdesk.app.publishing import open_books
from frontdesk.app.rounds import safely, start
from frontdesk.app.secrets_kept import house_secret
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, first_people, new_hasher, open_stores
from frontdesk.app.texts import Texts, limits_of, texts_of
from frontdesk.app.tracing import tracing_of
from frontdesk.app.worker import Worker, free_port, worker_env
from frontdesk.channels.ops import Ops
from frontdesk.conversation.background import Background
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import CurrentWords
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import StoredTurn, untraced
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.inputs import WaitReply
from frontdesk.core.rooms import State
from frontdesk.core.waits import EstimateWait
from handoff.desk import Desk
from handoff.outgoing import Outgoing
from handoff.ways import Ways

React = Callable[[State, StoredTurn], None]
Say = Callable[[str], None]
Talking = tuple[RasaDialogue, Worker | None, Tracing | None]
HASHER = new_hasher()


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
            await safely(house.outside.postman.collect)  # so that its place in the log is before the first customer
        start(house)
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
    ways = _ways(late, books, phone, dialler(settings.twilio_number))
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


def _ways(late: "_Late", books: PublishedBooks, phone: Phone, dialled: Callable[[str], str | None]) -> Ways:
    return Ways(
        tell=late.tell,
        clock=time.time,
        new_key=lambda: secrets.token_hex(8),
        rules=lambda queue: books.current().rules(queue),
        may_call=phone.may_call,
        calls_out=phone.calls_out,
        dialled=dialled,
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
        ops.happened(turn.events)
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
