"""A whole house in memory or on a given store: the real loop, flows, tasks and demo shop; only time and the bot are scripted."""

import itertools
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import Any

from actions import TASKS
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.adapters.memory_shop import memory_shop
from frontdesk.adapters.tasks import ShopTasks
from frontdesk.adapters.twilio.memory import MemoryCalls
from frontdesk.conversation.flows import OneBook
from frontdesk.conversation.machines import HouseMachines
from frontdesk.conversation.ports import SessionStore
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.ivr.loader import load_book
from handoff.desk import Desk
from handoff.order import Rules, plain_rules
from handoff.phone import PhoneBridge
from handoff.ports import Agent, AgentStore, TicketQueue
from handoff.ways import Ways
from tests.fakes.dialogue import ScriptedDialogue

FLOWS = Path(__file__).parents[2] / "ivr_flows"
BOOK = load_book(FLOWS, TASKS)
NOON = 1_800_000_000.0
AMY = Agent(
    id="amy",
    name="Amy",
    role="agent",
    langs=("en", "zh"),
    phone="client:amy",
    password_hash="",
    status="ready",
    chats=3,
)
WEI = Agent(
    id="wei", name="Wei", role="agent", langs=("zh",), phone="client:wei", password_hash="", status="offline", chats=3
)


def british(number: str) -> str:
    """A number as it is dialled in Britain."""
    return number if number.startswith("+") else f"+44{number.removeprefix('0')}"


class Clock:
    """Time that passes only when told."""

    def __init__(self, now: float = NOON) -> None:
        self.now = now

    def __call__(self) -> float:
        return self.now


class TestHouse:
    """The loop and the desk on the given stores."""

    __test__ = False

    def __init__(
        self,
        sessions: SessionStore,
        tickets: TicketQueue,
        agents: AgentStore,
        rules: Rules = plain_rules,
        *,
        name: str = "",
    ) -> None:
        """`name`: sets this house apart from others on the same data."""
        self.clock = Clock()
        self.dialogue = ScriptedDialogue()
        self.sessions, self.tickets, self.agents = sessions, tickets, agents
        ids = itertools.count(1)
        self.new_key = lambda: f"k{name}{next(ids)}"
        self.shop = memory_shop(demo_customers(), demo_orders(date(2027, 1, 15)), self.clock, UTC)
        self.calls = MemoryCalls()
        self.refused: set[str] = set()
        ways = Ways(
            tell=self._tell,
            clock=self.clock,
            new_key=self.new_key,
            rules=rules,
            may_call=self._may_call,
            calls_out=True,
            dialled=british,
        )
        self.desk = Desk(tickets, agents, ways)
        self.bridge = PhoneBridge(self.calls, agents, ways)
        self.reactions: list[tuple[Any, Any]] = []
        self.turns = TurnService(
            Loop(
                store=sessions,
                lock=LocalLock(),
                machines=HouseMachines(self.dialogue, ShopTasks(self.shop), self.desk.expect),
                bus=LocalBus(),
                flows=OneBook(BOOK),
                clock=self.clock,
                new_id=lambda: f"S-{name}{next(ids)}",
                react=lambda before, turn: self.reactions.append((before, turn)),
            )
        )

    async def _may_call(self, number: str) -> bool:
        return number not in self.refused

    async def react(self) -> None:
        """What follows the commits so far at the carrier, until nothing follows any more."""
        while self.reactions:
            before, turn = self.reactions.pop(0)
            if turn.state.channel == "voice" and turn.state.ticket is not None:
                await self.bridge.follow(before.ticket, turn.state, turn.events)

    async def _tell(self, session: str, given: Any, key: str) -> Any:
        return await self.turns.tell(session, given, key)

    async def staffed(self) -> "TestHouse":
        await self.agents.save(replace(AMY, status_since=self.clock(), seen_at=self.clock()))
        await self.agents.save(WEI)
        return self
