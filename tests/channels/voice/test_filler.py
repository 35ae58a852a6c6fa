"""A task that takes its time: the caller hears filler words, the task runs once, its answer comes when it is there."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.channels.voice.app import voice_app
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures
from frontdesk.conversation.background import Background
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.ports import MachineDown
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.codec import encode
from frontdesk.core.events import TaskFinished
from frontdesk.core.inputs import ContactStarted, Reply, TaskReply, TextTyped
from frontdesk.core.rooms import InMenu, WithHuman
from frontdesk.core.waits import ForReply, MachineRequest, RunTask
from tests.channels.voice.conftest import BASE, TOKEN, Carrier, Page
from tests.channels.voice.house import House
from tests.channels.voice.test_real_flows import BOOK

NOON = 1_700_000_000.0


@dataclass
class SlowShop:
    """Answers a task when it is let; everything else is down."""

    done: asyncio.Event = field(default_factory=asyncio.Event)
    ran: list[RunTask] = field(default_factory=list)

    async def answer(self, request: MachineRequest, *, session: str) -> Reply:
        if not isinstance(request, RunTask):
            raise MachineDown(request.kind)
        self.ran.append(request)
        await self.done.wait()
        outcome = "verified" if request.task == "verify_identity" else "found"
        words = "" if request.task == "verify_identity" else "It is on its way."
        facts = {"customer_id": "C0007"} if request.task == "verify_identity" else {}
        return TaskReply(task=request.task, outcome=outcome, words=words, spoken=words, facts=facts)


@dataclass
class Bench:
    """A call at the point where the last four digits were given."""

    carrier: Carrier
    shop: SlowShop
    store: MemorySessionStore
    turns: TurnService
    now: list[float]
    path: str = ""

    async def come_to_the_task(self) -> Page:
        page = await self.carrier.post("/twilio/voice")
        for digits in ("1", "1", "10023", "1"):
            page = await self.carrier.post(page.one("Gather").get("action"), Digits=digits)
        self.path = page.one("Gather").get("action")
        return await self.carrier.post(self.path, Digits="0198")


@asynccontextmanager
async def bench() -> AsyncIterator[Bench]:
    data, background, shop, now = MemoryData(), Background(), SlowShop(), [NOON]
    store = MemorySessionStore(data)
    loop = Loop(
        store=store,
        lock=LocalLock(),
        machines=shop,
        bus=LocalBus(),
        flows=OneBook(BOOK),
        clock=lambda: now[0],
        new_id=lambda: "S-1",
        filler_after_s={"voice": 0.1, "chat": 0.1},
        start=lambda work: background.start(work, name="late reply"),
    )
    turns = TurnService(loop)
    deps = VoiceDeps(
        turns=turns,
        tickets=MemoryTicketQueue(data),
        briefing=House(),
        clock=lambda: now[0],
        base_url=BASE,
        words=BOOK,
        busy_s=0.4,
    )
    app = web.Application()
    app.add_subapp("/twilio", voice_app(deps, Signatures(BASE, (TOKEN,))))
    async with TestClient(TestServer(app)) as client:
        yield Bench(Carrier(client), shop, store, turns, now)
        shop.done.set()
        await background.settle()


async def test_filler_words_then_the_answer_and_one_run() -> None:
    """The document says so and comes back for the answer; repeated requests neither run the task again nor differ."""
    async with bench() as at:
        page = await at.come_to_the_task()
        assert page.words() == ["One moment, please. I'm looking it up."]
        assert page.verbs()[-1] == "Redirect"
        again = await asyncio.gather(*(at.carrier.post(at.path, Digits="0198") for _ in range(5)))
        assert {one.body for one in again} == {page.body}
        kept = await at.store.load("S-1")
        assert kept is not None
        assert isinstance(kept.wait, ForReply)
        assert "0198" not in str(encode(kept)), "a secret is nowhere but in memory"
        asked = asyncio.gather(*(at.carrier.post(page.one("Redirect").text) for _ in range(20)))
        await asyncio.sleep(0.05)
        at.shop.done.set()
        pages = await asked
        assert {one.body for one in pages} == {pages[0].body}
        assert any("It is on its way." in words for words in pages[0].words())
        assert [run.task for run in at.shop.ran] == ["verify_identity", "order_status"]


async def test_a_long_task_is_not_silence() -> None:
    """While it goes on, other filler words follow, at most two seconds apart."""
    async with bench() as at:
        page = await at.come_to_the_task()
        heard = [page.words()[0]]
        for _ in range(2):
            page = await at.carrier.post(page.one("Redirect").text)
            heard.append(page.words()[0])
        assert heard[1:] == ["I'm still on it. Thank you for waiting."] * 2
        assert len(at.shop.ran) == 1


async def test_a_task_whose_process_died_counts_as_late() -> None:
    """Nobody waits for an answer that will never come: the flow's way for `late` is taken, with a way to a person."""
    async with bench() as at:
        page = await at.come_to_the_task()
        at.now[0] += 60
        page = await at.carrier.post(page.one("Redirect").text)
        assert any("taking too long" in words for words in page.words())
        at.shop.done.set()
        await asyncio.sleep(0.05)
        state = await at.store.load("S-1")
        assert state is not None
        assert isinstance(state.room, InMenu)
        assert state.room.node == "trouble", "an answer nobody waits for moves nobody"
        assert state.facts.get("customer_id") is None or state.tried[-1].what == "verify_identity"


async def test_a_caller_who_hangs_up_meanwhile() -> None:
    """What the task did is in the record all the same."""
    async with bench() as at:
        await at.come_to_the_task()
        await at.carrier.post("/twilio/voice/status", CallStatus="completed")
        at.shop.done.set()
        await asyncio.sleep(0.05)
        turns = await at.store.turns_after("S-1", 0)
        ends = [event for turn in turns for event in turn.events if isinstance(event, TaskFinished)]
        assert [one.task for one in ends] == ["verify_identity"]
        assert turns[-1].state.over


async def test_on_chat_the_filler_is_a_message_and_a_person_can_be_had() -> None:
    """Who writes while a task runs is heard: at once when they want a person."""
    async with bench() as at:
        turn = await at.turns.handle("chat:1", ContactStarted(at=NOON, channel="chat", lang="en"), "start")
        for n, text in enumerate(("track my order", "10023", "yes", "0198")):
            turn = await at.turns.handle("chat:1", TextTyped(at=NOON, text=text), f"m{n}")
        assert isinstance(turn.state.wait, ForReply)
        turn = await at.turns.handle("chat:1", TextTyped(at=NOON, text="hello?"), "m5")
        assert isinstance(turn.state.wait, ForReply)
        turn = await at.turns.handle("chat:1", TextTyped(at=NOON, text="a person please"), "m6")
        assert isinstance(turn.state.room, WithHuman)
