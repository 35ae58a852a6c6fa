"""Our processor against Rasa's own, turn by turn: the same answers and the same events, over whole conversations."""

import functools
import itertools
import random  # noqa: TID251  # seeded walks
import re
import time
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml
from rasa.core.agent import Agent
from rasa.core.channels.channel import CollectingOutputChannel, UserMessage
from rasa.core.policies.rule_policy import RulePolicy
from rasa.core.tracker_store import InMemoryTrackerStore, TrackerStore
from rasa.graph_components.providers.domain_provider import DomainProvider
from rasa.shared.core.events import (
    ActionExecuted,
    ActionReverted,
    ActiveLoop,
    Event,
    Restarted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker, EventVerbosity
from rasa.utils.endpoints import EndpointConfig
from rasa_sdk import Tracker as SdkTracker

from actions.shop import whole_shop
from actions.talk.shop import HOLDER
from actions.talk.turn import turn_of
from frontdesk.adapters.demo_shop import demo_customers, demo_orders
from frontdesk.adapters.memory_shop import MemoryShop
from frontdesk.adapters.sql.database import Database
from frontdesk.rasa_worker.actions_in_process import ActionsInProcess, TurnWatch, check_schema_once, executor_of
from frontdesk.rasa_worker.bot import quiet_logs
from frontdesk.rasa_worker.live_tracker import LiveTracker
from frontdesk.rasa_worker.locks import WaitingLockStore
from frontdesk.rasa_worker.processor import QuickAgent
from frontdesk.rasa_worker.quick_actions import actions_of_ours
from frontdesk.rasa_worker.seams import apply
from frontdesk.rasa_worker.tracker_store import SqlTrackerStore

pytestmark = pytest.mark.rasa
ROOT = Path(__file__).parents[2]
WALKS, STEPS = 12, 8
ANSWERS = [
    "10023",
    "10031",
    "it is 1 0 0 2 3",
    "0198",
    "1357",
    "yes",
    "no",
    "是的",
    "不用了",
    "一零零二三",
    "hm",
    "👍",
    "bye",
]
NEEDS = [
    "where is my order",
    "where is my order 10023",
    "i want to return order 10031",
    "我想退货",
    "查一下订单10023",
    "can i talk to somebody",
    "thanks",
    "what is the capital of France",
    "/order_status",
    "/return_item",
    "/affirm",
    "/deny",
    '/inform{"order_number": "10023"}',
    "/no_such_intent",
    "/restart",
    "/back",
]


@functools.cache
def goods() -> tuple[Any, Any]:
    """The demo shop's customers and orders; making them takes longer than a turn."""
    return tuple(demo_customers()), tuple(demo_orders(datetime.fromtimestamp(time.time(), UTC).date()))  # noqa: TID251  # Rasa's sessions go by the clock


def fresh_shop() -> None:
    """The actions' shop as if nobody had been there."""
    HOLDER.hand_in(whole_shop(MemoryShop(*goods(), time.time, ZoneInfo("UTC"))))  # noqa: TID251  # see above


class StockEndpoint(EndpointConfig):
    """The same actions for Rasa's own code, which takes this for an action server."""

    def __init__(self, inner: ActionsInProcess) -> None:
        super().__init__(url="in-process", enable_selective_domain=True)
        self._inner = inner

    async def request(self, method: str = "post", subpath: str | None = None, **kwargs: Any) -> Any:
        return await self._inner.request(method, subpath, **kwargs)


class Side:
    """One of the two, with a store to look into."""

    def __init__(self, agent: Agent, store: TrackerStore) -> None:
        self._agent, self._store = agent, store

    async def talk(self, session: str, texts: list[str]) -> list[tuple[str, list[Any], list[Any]]]:
        """What was said, answered and recorded, turn by turn, on a fresh shop."""
        fresh_shop()
        told = []
        for text in texts:
            began = time.time()  # noqa: TID251  # see above
            channel = CollectingOutputChannel()
            metadata = {"lang": "en", "medium": "text", "known": {}}
            await self._agent.handle_message(UserMessage(text, channel, session, metadata=metadata))
            tracker = await self._tracker(session)
            assert tracker is not None
            told.append((text, channel.messages, [comparable(e) for e in tracker.events if e.timestamp >= began]))
        return told

    async def _tracker(self, session: str) -> DialogueStateTracker | None:
        if isinstance(self._store, SqlTrackerStore):
            return self._store.alive(session)  # what is written down is masked
        return await self._store.retrieve_full_tracker(session)


def comparable(event: Event) -> Any:
    """An event without what is different each time: when, and by which ids."""
    return _stripped(event.as_dict())


def _stripped(value: Any) -> Any:
    if isinstance(value, dict):
        return {k: _stripped(v) for k, v in value.items() if k not in ("timestamp", "message_id", "model_id")}
    return [_stripped(v) for v in value] if isinstance(value, list | tuple) else value


@pytest.fixture(scope="module")
def loaded(model: Path) -> Callable[[TrackerStore], tuple[Side, Side]]:
    """Both on the same model. Loading is what takes time, so it is done once."""
    quiet_logs()
    check_schema_once()  # on both sides: a test of its own compares it with Rasa's
    inner = ActionsInProcess(executor_of("actions.talk"), TurnWatch())
    apply(actions_of_ours)
    memory = InMemoryTrackerStore(None)
    stock = Agent.load(model, tracker_store=memory, action_endpoint=StockEndpoint(inner))
    made: list[QuickAgent] = []

    def sides(store: TrackerStore) -> tuple[Side, Side]:
        if not made:
            made.append(QuickAgent(tracker_store=store, lock_store=WaitingLockStore(), action_endpoint=inner))
            made[0].load_model(model)
        agent = made[0]
        assert agent.processor is not None
        store.domain = agent.domain
        agent.tracker_store = agent.processor.tracker_store = store
        return Side(stock, memory), Side(agent, store)

    return sides


@pytest.fixture
async def sides(loaded: Any, sqlite_url: str) -> AsyncIterator[tuple[Side, Side]]:
    store = SqlTrackerStore(database=Database(sqlite_url), kind=LiveTracker)
    yield loaded(store)
    await store.close()


def stories() -> Iterator[list[str]]:
    """What customers say in each story of `rasa test`."""
    for path in sorted((ROOT / "bot" / "tests").glob("*.yml")):
        for story in yaml.safe_load(path.read_text(encoding="utf-8"))["stories"]:
            said = [step["user"].strip() for step in story["steps"] if "user" in step]
            yield [re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text) for text in said]


def walks() -> Iterator[list[str]]:
    """Ways through the bot nobody planned; the same ones each time."""
    draw = random.Random(7)  # seeded
    for _ in range(WALKS):
        yield [draw.choice(NEEDS if draw.random() < 0.45 else ANSWERS) for _ in range(STEPS)]  # seeded


async def test_the_same_domain(sides: tuple[Side, Side]) -> None:
    """Ours comes from the model's metadata, Rasa's from YAML."""
    stock, ours = (side._agent.processor for side in sides)
    assert stock is not None
    assert ours is not None
    (graph,) = (
        node._component for node in ours.graph_runner.nodes.values() if isinstance(node._component, DomainProvider)
    )
    (theirs,) = (
        node._component
        for node in stock.graph_runner._instantiated_nodes.values()
        if isinstance(node._component, DomainProvider)
    )
    assert graph.provide_inference().as_dict() == theirs.provide_inference().as_dict()


async def test_the_same_turn_by_turn(sides: tuple[Side, Side]) -> None:
    """Every answer and every event is the same as Rasa's, in planned conversations and in random ones."""
    stock, ours = sides
    turns = 0
    for at, texts in enumerate([*stories(), *walks()]):
        expected, got = await stock.talk(f"S{at}", texts), await ours.talk(f"S{at}", texts)
        for theirs, mine in zip(expected, got, strict=True):
            assert mine[1] == theirs[1], f"answers, {texts} at {theirs[0]!r}"
            for event, stock_event in itertools.zip_longest(mine[2], theirs[2]):
                assert event == stock_event, f"events, {texts} at {theirs[0]!r}"
            turns += 1
    assert turns > WALKS * STEPS


async def test_the_same_after_a_restart(loaded: Any, sqlite_url: str) -> None:
    """A worker that reads the conversation back goes on as one that never stopped."""
    said = ["where is my order", "10023", "1357", "0198", "i want to return order 10023", "no", "thanks", "bye"]
    store = SqlTrackerStore(database=Database(sqlite_url), kind=LiveTracker)
    stock, ours = loaded(store)
    expected = await stock.talk("S-again", said)
    fresh_shop()
    answers = []
    for text in said:
        channel = CollectingOutputChannel()
        metadata = {"lang": "en", "medium": "text", "known": {}}
        await ours._agent.handle_message(UserMessage(text, channel, "S-again", metadata=metadata))
        answers.append(channel.messages)
        store._alive.clear()
    await store.close()
    assert answers == [messages for _, messages, _ in expected]


class Replaying:
    """A tracker whose latest message is looked for as Rasa's SDK does: after going through all events."""

    def __init__(self, seen: SdkTracker) -> None:
        found = seen.get_last_event_for("user")
        self.events = [found] if found else []


def some_events(draw: random.Random, names: list[str], forms: list[str]) -> Iterator[Event]:
    """Events as they may follow one another, undone and restarted ones, too."""
    for _ in range(draw.randint(5, 60)):
        yield draw.choice(
            [
                lambda: UserUttered("hi", {"name": draw.choice(["greeting", "affirm", "deny"]), "confidence": 1.0}),
                lambda: ActionExecuted("action_listen"),
                lambda: ActionExecuted(draw.choice(names), hide_rule_turn=draw.random() < 0.3),
                lambda: ActionExecuted(draw.choice(forms)),
                lambda: ActiveLoop(draw.choice([*forms, None])),
                lambda: SlotSet("misses", draw.randint(0, 2)),
                lambda: SlotSet("offer", draw.choice([None, "person"])),
                ActionReverted if draw.random() < 0.2 else lambda: ActionExecuted("action_listen"),
                UserUtteranceReverted if draw.random() < 0.2 else lambda: ActionExecuted("action_listen"),
                Restarted if draw.random() < 0.1 else lambda: ActiveLoop(None),
            ]
        )()


def test_past_and_copies_are_as_replayed(loaded: Any, model: Path) -> None:
    """Whatever events come, a live tracker tells the same past, copy and state as one that replays them all."""
    stock, _ = loaded(InMemoryTrackerStore(None))
    domain = stock._agent.domain
    rules = next(
        n._component
        for n in stock._agent.processor.graph_runner._instantiated_nodes.values()
        if isinstance(n._component, RulePolicy)
    )
    forms = list(domain.form_names)
    for seed in range(60):
        draw = random.Random(seed)  # seeded
        live = LiveTracker("S", domain.slots)
        plain = DialogueStateTracker("S", domain.slots)
        for event in some_events(draw, domain.user_actions[:4], forms):
            live.update(event)
            plain.update(event)
            assert live.applied_events() == plain.applied_events()
            for stories_only in (False, True):
                asked = {"ignore_rule_only_turns": stories_only, "rule_only_data": rules._get_rule_only_data()}
                everything = plain.past_states(domain, **asked)
                assert live.past_states(domain, **asked) == everything[-(LiveTracker.horizon or 0) :]
        verbosity = EventVerbosity.ALL
        ahead, behind = live.copy(), plain.copy()  # as slots are checked: events on a copy, and a copy of that
        for event in some_events(draw, domain.user_actions[:4], forms):
            ahead.update(event)
            behind.update(event)
        for one, other in ((live.copy(), plain.copy()), (ahead.copy(), behind.copy())):
            mine, theirs = one.current_state(verbosity), other.current_state(verbosity)
            assert {**mine, "events": list(mine["events"])} == theirs
            seen = SdkTracker.from_dict({**mine, "active_loop": {}})
            assert turn_of(seen) == turn_of(Replaying(seen))
