"""The breaker before the bot: who waits for one that hangs, who is told at once, and how it is found to be back."""

import asyncio
import itertools

import pytest

from frontdesk.adapters.circuit import LONGEST_PAUSE_S, PAUSE_S
from frontdesk.adapters.rasa.breaker import Breaker
from frontdesk.conversation.ports import MachineDown, MachineNonsense
from frontdesk.core.inputs import BotMessage, DialogueReply
from frontdesk.core.waits import AskDialogue

REQUEST = AskDialogue(text="hello", lang="en", medium="voice", known={})
HELLO = DialogueReply(messages=(BotMessage(text="Hello."),))


class MoodyBot:
    """fine, wrong, hangs (answers neither), or stuck (says it is ready, and answers nothing)."""

    def __init__(self) -> None:
        self.mood = "fine"
        self.asked = 0

    async def ask(self, request: AskDialogue, *, session: str) -> DialogueReply:
        self.asked += 1
        if self.mood == "wrong":
            raise MachineNonsense("Garbage.")
        if self.mood != "fine":
            await asyncio.sleep(60)
        return HELLO

    async def ready(self) -> bool:
        if self.mood == "hangs":
            await asyncio.sleep(60)
        return True


class Bench:
    """A breaker on a clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = 0.0
        self.bot = MoodyBot()
        self.breaker = Breaker(self.bot, lambda: self.now)

    async def call(self, deadline_s: float = 0.02) -> str:
        """What one caller meets."""
        try:
            async with asyncio.timeout(deadline_s):
                await self.breaker.ask(REQUEST, session="S")
        except TimeoutError:
            return "waited in vain"
        except (MachineDown, MachineNonsense) as error:
            return type(error).__name__
        return "answered"


@pytest.fixture
def bench() -> Bench:
    return Bench()


async def test_two_wait_the_others_are_told_at_once(bench: Bench) -> None:
    """A bot that hangs costs two callers the deadline; those after them hear at once and leave it alone."""
    bench.bot.mood = "hangs"
    assert [await bench.call() for _ in range(5)] == ["waited in vain"] * 2 + ["MachineDown"] * 3
    assert bench.bot.asked == 2


async def test_a_single_failure_is_nobody_elses(bench: Bench) -> None:
    """One broken turn closes nothing, and an answer in between makes up for those before."""
    for mood in ("wrong", "wrong", "wrong", "fine", "wrong", "wrong", "wrong"):
        bench.bot.mood = mood
        await bench.call()
    assert not bench.breaker.open


async def test_one_that_answers_others_does_not_hang(bench: Bench) -> None:
    """Where many ask at once and the last ones' deadlines pass, nobody after them is turned away."""

    async def late_beside_an_answer() -> str:
        bench.bot.mood = "stuck"
        waiting = asyncio.ensure_future(bench.call(deadline_s=0.05))
        await asyncio.sleep(0)
        bench.bot.mood = "fine"
        assert await bench.call() == "answered"
        return await waiting

    assert [await late_beside_an_answer() for _ in range(4)] == ["waited in vain"] * 4
    assert not bench.breaker.open
    bench.bot.mood = "stuck"
    assert [await bench.call() for _ in range(3)] == ["waited in vain"] * 2 + ["MachineDown"]


@pytest.mark.stands("R1")
async def test_back_within_one_turn(bench: Bench) -> None:
    """Once it is back, the first caller after the pause is answered, and so is everybody after."""
    bench.bot.mood = "hangs"
    for _ in range(2):
        await bench.call()
    bench.bot.mood = "fine"
    bench.now += PAUSE_S
    assert [await bench.call() for _ in range(3)] == ["answered"] * 3


async def test_one_tries_for_all(bench: Bench) -> None:
    """While one caller tries, the others do not wait along."""
    bench.bot.mood = "stuck"
    for _ in range(2):
        await bench.call()
    bench.now += PAUSE_S
    met = await asyncio.gather(*(bench.call() for _ in range(4)))
    assert sorted(met) == ["MachineDown"] * 3 + ["waited in vain"]


async def test_a_dead_bot_costs_a_glance(bench: Bench) -> None:
    """A trial finds out within a quarter of a second, whatever the caller's deadline."""
    bench.bot.mood = "hangs"
    for _ in range(2):
        await bench.call()
    bench.now += PAUSE_S
    asked = bench.bot.asked
    assert await bench.call(deadline_s=5.0) == "MachineDown"
    assert bench.bot.asked == asked


async def test_pauses_grow_to_a_limit(bench: Bench) -> None:
    """A bot that stays stuck is tried less often, but never less than every few seconds."""
    bench.bot.mood = "stuck"
    for _ in itertools.repeat(None, 8):
        await bench.call()
        bench.now += LONGEST_PAUSE_S
    bench.bot.mood = "fine"
    assert await bench.call() == "answered"
