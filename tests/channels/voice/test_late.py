"""A store that is locked or away: the caller hears words and can ask for a person; what was pressed is not lost."""

import sqlite3
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.adapters.sql.database import Database
from frontdesk.adapters.sql.sessions import SqlSessionStore
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.ports import Turns
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.errors import StoreDown
from frontdesk.core.inputs import DialogueReply, KeysPressed, Reply
from frontdesk.core.rooms import WithHuman
from frontdesk.core.waits import AskDialogue, MachineRequest
from tests.channels.voice.conftest import BASE, CALL, TOKEN, Carrier, Page
from tests.channels.voice.house import House
from tests.channels.voice.test_real_flows import BOOK

PATIENCE_S, NOON = 0.1, 1_700_000_000.0
ADDRESS = f"voice:{CALL}"


class Server(TestServer):
    """As in a running house, a handler goes on when the carrier has hung up on it."""

    async def _make_runner(self, **given: object) -> web.BaseRunner:
        return await super()._make_runner(**{**given, "handler_cancellation": False})


@asynccontextmanager
async def door(turns: Turns, **more: object) -> AsyncIterator[Carrier]:
    """The voice door over these turns; it bears a tenth of a second of silence."""
    deps = VoiceDeps(
        turns=turns,
        tickets=MemoryTicketQueue(MemoryData()),
        briefing=House(),
        clock=lambda: NOON,
        base_url=BASE,
        words=BOOK,
        patience_s=PATIENCE_S,
        **more,  # type: ignore[arg-type]
    )
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN,))))
    async with TestClient(Server(app)) as client:
        yield Carrier(client)


@dataclass
class Bot:
    """Answers at once, and knows how often it was asked."""

    asked: list[str] = field(default_factory=list)

    async def answer(self, request: MachineRequest, *, session: str) -> Reply:
        assert isinstance(request, AskDialogue)
        self.asked.append(request.text)
        return DialogueReply(intent="product_question", confidence=0.9, messages=())


def loop(store: object, machines: object) -> Loop:
    return Loop(
        store=store,  # type: ignore[arg-type]
        lock=LocalLock(),
        machines=machines,  # type: ignore[arg-type]
        bus=LocalBus(),
        flows=OneBook(BOOK),
        clock=lambda: NOON,
        new_id=lambda: "S-1",
        again_after_s={"voice": (0.05, 0.05), "chat": ()},
    )


async def until(carrier: Carrier, page: Page, there: Callable[[Page], bool]) -> Page:
    """Follow the documents as a carrier does when nothing is pressed."""
    for _ in range(50):
        if there(page):
            return page
        page = await carrier.post(page.one("Redirect").text)
    raise AssertionError(page.body)


@pytest.mark.stands("R3")
async def test_a_locked_database_is_no_silence(sqlite_url: str) -> None:
    """Another program holds SQLite's file: words within the patience, in the caller's language, with a key for a person; then
    the answer to what was pressed, which was taken once."""
    database = Database(sqlite_url)
    store = SqlSessionStore(database)
    async with door(TurnService(loop(store, Bot()))) as carrier:
        page = await carrier.post("/twilio/voice")
        page = await carrier.post(page.one("Gather").get("action"), Digits="2")
        other = sqlite3.connect(Path(str(sqlite_url).removeprefix("sqlite:///")), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        action, began = page.one("Gather").get("action"), time.monotonic()
        page = await carrier.post(action, Digits="1")
        assert time.monotonic() - began < PATIENCE_S + 0.5
        assert page.words() == ["请稍等，这次需要多一点时间。转人工请按0。"]
        assert (await carrier.post(action, Digits="1")).body == page.body
        page = await carrier.post(page.one("Redirect").text)
        assert page.words() == ["抱歉，我们的系统现在比较慢，我还在为您处理。转人工请按0。"]
        other.execute("ROLLBACK")
        other.close()
        page = await until(carrier, page, lambda one: "订单号" in "".join(one.words()))
        kept = await store.load("S-1")
        assert kept is not None
        assert kept.seq == 3
    await database.close()


@pytest.mark.stands("R3")
async def test_a_person_can_be_asked_for_while_the_answer_is_late(house: House) -> None:
    """The key pressed meanwhile counts at the question that comes then."""
    async with door(house) as carrier:
        page = await carrier.post("/twilio/voice")
        house.slow_s = 0.3
        page = await carrier.post(page.one("Gather").get("action"), Digits="12")
        page = await carrier.post(page.one("Gather").get("action"), Digits="0")
        assert page.words()[0].startswith("All right, a colleague.")
        house.slow_s = 0.0
        page = await until(carrier, page, lambda one: "Enqueue" in one.verbs())
        assert [given.digits for given in house.taken if isinstance(given, KeysPressed)] == ["12", "0"]
        assert isinstance(house.turns["S-1"][-1].state.room, WithHuman)


@pytest.mark.stands("R3")
async def test_the_first_answer_is_late(house: House) -> None:
    """Whose language is not known yet hears both; then the greeting."""
    house.slow_s = 0.25
    async with door(house) as carrier:
        page = await carrier.post("/twilio/voice")
        assert len(page.words()) == 2
        page = await until(carrier, page, lambda one: one.words() == ["Hello."])


async def test_in_the_queue_a_late_answer_is_a_pause(house: House) -> None:
    """Nothing else may stand there; who was restarted meanwhile leads the caller back to the queue."""
    async with door(house) as carrier:
        await carrier.post("/twilio/voice")
        await carrier.post("/twilio/voice/turn?step=1", Digits="0")
        house.slow_s = 0.2
        page = await carrier.post("/twilio/voice/wait?step=2&lang=en&round=1")
        assert page.verbs() == ["Pause", "Redirect"]
        house.slow_s = 0.0
        await until(carrier, page, lambda one: one.words() == ["You are still in the queue."])
        assert (await carrier.post("/twilio/voice/late?of=unknown&queued=1")).verbs() == ["Leave"]


async def test_a_late_answer_nobody_knows_of_is_the_present_turn(house: House) -> None:
    """Another process, or a new one: the question that stands."""
    async with door(house) as carrier:
        first = await carrier.post("/twilio/voice")
        assert (await carrier.post("/twilio/voice/late?of=x&round=1")).body == first.body


@dataclass
class Away:
    """A store that is away for the next commits."""

    store: SqlSessionStore
    times: int = 0

    def __getattr__(self, name: str) -> object:
        return getattr(self.store, name)

    async def commit(self, *args: object, **more: object) -> None:
        if self.times:
            self.times -= 1
            raise StoreDown("Away; try it again.")
        await self.store.commit(*args, **more)  # type: ignore[arg-type]


async def test_what_the_bot_answered_is_kept_for_a_store_that_comes_back(sqlite_url: str) -> None:
    """The bot is asked once, however often the turn has to be committed."""
    database, bot = Database(sqlite_url), Bot()
    away = Away(SqlSessionStore(database))
    turns = TurnService(loop(away, bot))
    async with door(turns) as carrier:
        page = await carrier.post("/twilio/voice")
        page = await carrier.post(page.one("Gather").get("action"), Digits="1")
        away.times = 1
        page = await carrier.post(
            page.one("Gather").get("action"), SpeechResult="do you sell umbrellas", Confidence="0.9"
        )
        await until(
            carrier, page, lambda one: "Gather" in one.verbs() and "voice/turn" in one.one("Gather").get("action")
        )
        assert bot.asked == ["do you sell umbrellas"]
    await database.close()


@pytest.mark.stands("R3")
async def test_a_store_that_is_away_is_asked_again(house: House) -> None:
    """Where even looking a call up fails: the same webhook is tried until the store is back."""
    async with door(house) as carrier:
        page = await carrier.post("/twilio/voice")
        house.broken = StoreDown("Away; try it again.")
        page = await carrier.post(page.one("Gather").get("action"), Digits="12")
        house.broken = None
        await until(carrier, page, lambda one: one.words() == ["You pressed 12."])


async def test_a_stop_lets_what_is_under_way_end(house: House) -> None:
    """What was pressed is kept though its caller has not heard the answer yet."""
    async with door(house) as carrier:
        page = await carrier.post("/twilio/voice")
        house.slow_s = 0.3
        await carrier.post(page.one("Gather").get("action"), Digits="12")
    assert any(isinstance(given, KeysPressed) for given in house.taken)
