"""Rasa's Socket.IO door: nothing is lost or doubled, whatever pages come, go and send again."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.marks import MemoryMarkStore
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.channels.chat import socket as chat
from frontdesk.channels.chat.door import ChatDoor
from frontdesk.channels.chat.socket import ChatParts, ChatSocket
from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.channels.limits import Limiter
from frontdesk.conversation.marks import Marks, Side
from frontdesk.conversation.ports import StoredTurn
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.inputs import TextTyped
from tests.fakes.desk import BOOK, TestHouse

TOKENS = ChatTokens(b"key", lambda: "t" * 32)
TOKEN = TOKENS.make()
SCORE = {"message": "7", "session_id": TOKEN, "customData": {"id": "score"}}


class Sockets:
    """Keeps what each page was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str, Any]] = []

    def on(self, event: str, handler: object) -> None: ...

    async def emit(self, event: str, data: Any, to: str) -> None:
        await asyncio.sleep(0)
        self.sent.append((to, event, data))

    def words(self, page: str) -> list[str]:
        return [data["text"] for to, event, data in self.sent if (to, event) == (page, "bot_uttered")]

    def ids(self, page: str) -> list[str]:
        """Every message of others that this page was given, by history or live."""
        live = [data["metadata"]["id"] for to, event, data in self.sent if (to, event) == (page, "bot_uttered")]
        told = [one["id"] for to, event, data in self.sent if (to, event) == (page, "history") for one in data]
        return told + live


class Store(MemorySessionStore):
    """A store that can be slow, or away for a while."""

    away = False
    slow_s = 0.0

    async def commit(self, turn: StoredTurn, **how: Any) -> None:
        await asyncio.sleep(self.slow_s)
        await super().commit(turn, **how)

    async def turns_after(self, session: str, seq: int) -> Any:
        if self.away:
            raise FrontdeskError("The database did not answer; try again.")
        return await super().turns_after(session, seq)


class SignStore(MemoryMarkStore):
    """Signs that can be lost."""

    lost = False

    async def typing(self, session: str, side: Side, until: float) -> None:
        if self.lost:
            raise FrontdeskError("The database did not answer; try again.")
        await super().typing(session, side, until)


class Door:
    """The chat door of a house in memory."""

    def __init__(self) -> None:
        data = MemoryData()
        self.store, self.sockets = Store(data), Sockets()
        self.house = TestHouse(self.store, MemoryTicketQueue(data), MemoryAgentStore())
        door = ChatDoor(
            turns=self.house.turns,
            store=self.store,
            clock=self.house.clock,
            new_key=self.house.new_key,
            words=BOOK,
        )
        limiter = Limiter(self.house.clock, rate=2, burst=100)
        self.marks = SignStore(self.house.clock)
        self.chat = ChatSocket(
            self.sockets,
            ChatParts(door=door, bus=LocalBus(), tokens=TOKENS, limiter=limiter, marks=self.marks),
        )

    async def say(self, page: str, text: str) -> None:
        await self.chat.user_uttered(page, {"message": text, "session_id": TOKEN})

    async def until(self, true: Callable[[], bool]) -> None:
        async with asyncio.timeout(5):
            while not true():  # noqa: ASYNC110 - what is waited for is many things
                await asyncio.sleep(0.005)


@pytest.fixture
async def door(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Door]:
    monkeypatch.setattr(chat, "POLL_S", 0.02)
    monkeypatch.setattr(chat, "IDLE_S", 0.02)
    found = Door()
    await found.house.staffed()
    found.house.dialogue.script["bye"] = {"say": "Bye.", "intent": "goodbye", "finished": True}
    yield found
    await found.chat.close()


async def test_a_page_that_goes_while_its_message_is_taken_leaves_nothing_running(door: Door) -> None:
    """Its answer is kept for its return; nobody goes on asking the store for it."""
    await door.chat.session_request("page", {"session_id": TOKEN})
    door.house.dialogue.script["where is it?"] = {"say": "Which order?", "intent": "order_status"}
    door.store.slow_s = 0.05
    taking = asyncio.ensure_future(door.say("page", "where is it?"))
    await asyncio.sleep(0.01)
    await door.chat.disconnect("page")
    await taking
    async with asyncio.timeout(1):
        await door.chat._background.settle()


async def test_the_desk_sees_when_the_last_page_is_closed(door: Door) -> None:
    """While a person is waited for; the other page of the same customer, and coming back, are seen as well."""
    for page in ("one", "two"):
        await door.chat.session_request(page, {"session_id": TOKEN})
    door.house.dialogue.script["a person"] = {"say": "Of course.", "intent": "human_agent", "handoff": "asked"}
    await door.say("one", "a person")
    session = await door.store.session_at(f"chat:{TOKEN}")
    assert session is not None
    await door.until(lambda: all(line.awaited for line in door.chat._lines.values()))

    async def away() -> float:
        found = (await door.marks.marks([session])).get((session, "customer"), Marks())
        return found.away_since

    await door.chat.disconnect("one")
    assert await away() == 0.0
    await door.chat.disconnect("two")
    assert await away() == door.house.clock.now
    await door.chat.session_request("three", {"session_id": TOKEN})
    assert await away() == 0.0


async def test_the_desk_sees_whether_who_left_a_message_is_still_there(door: Door) -> None:
    """So that whoever answers it knows whether it is read at once."""
    await door.chat.session_request("one", {"session_id": TOKEN})
    door.house.dialogue.script["a person"] = {"say": "Of course.", "intent": "human_agent", "handoff": "asked"}
    for text in ("a person", "/queue_message", "Please check my invoice."):
        await door.say("one", text)
    session = await door.store.session_at(f"chat:{TOKEN}")
    assert session is not None
    state = await door.store.load(session)
    assert state is not None
    assert state.ticket is not None
    assert state.ticket.unanswered
    await door.until(lambda: all(line.seen == state.seq for line in door.chat._lines.values()))
    await door.chat.disconnect("one")
    found = (await door.marks.marks([session])).get((session, "customer"), Marks())
    assert found.away_since == door.house.clock.now


async def test_who_sent_a_message_does_not_type_any_more(door: Door) -> None:
    """The agent sees the message, not the message and three dots for some seconds more."""
    await door.chat.session_request("page", {"session_id": TOKEN})
    door.house.dialogue.script["hello"] = {"say": "Hello.", "intent": "greeting"}
    await door.say("page", "hello")
    (line,) = door.chat._lines.values()
    await door.until(lambda: line.session is not None)
    session, line.human = str(line.session), True
    await door.chat.typing("page")
    assert (await door.marks.marks([session]))[session, "customer"].typing_until > door.house.clock.now
    line.human = True
    await door.say("page", "hello")
    assert (await door.marks.marks([session]))[session, "customer"].typing_until == 0.0
    door.marks.lost, line.human = True, True
    said = await door.chat.user_uttered("page", {"message": "hello", "session_id": TOKEN})
    assert said == {"ok": True}  # a sign that is lost keeps no message from being taken


@pytest.mark.stands("R13")
async def test_a_score_sent_again_opens_no_new_session(door: Door) -> None:
    """The acknowledgement of the last word was lost; the page sends it again; the session stays over."""
    await door.chat.session_request("page", {"session_id": TOKEN})
    await door.say("page", "bye")
    assert await door.chat.user_uttered("page", SCORE) == {"ok": True}
    before = await door.store.session_at(f"chat:{TOKEN}")

    assert await door.chat.user_uttered("page", SCORE) == {"ok": True}

    assert await door.store.session_at(f"chat:{TOKEN}") == before


async def test_the_other_page_follows_into_a_new_session(door: Door) -> None:
    """Two tabs, one customer: what is said in the next conversation reaches both."""
    for page in ("one", "two"):
        await door.chat.session_request(page, {"session_id": TOKEN})
    await door.say("one", "bye")
    await door.chat.session_request("two", {"session_id": TOKEN})
    await door.chat.user_uttered("one", SCORE)
    door.house.dialogue.script["one thing more"] = {"say": "Go ahead.", "intent": "greeting"}
    await door.say("one", "one thing more")
    await door.until(lambda: "Go ahead." in door.sockets.words("one") and "Go ahead." in door.sockets.words("two"))
    for page in ("one", "two"):
        assert len(door.sockets.ids(page)) == len(set(door.sockets.ids(page)))


@pytest.mark.stands("R3")
async def test_news_come_when_the_store_is_back(door: Door) -> None:
    """A store that is away for a moment costs a moment, not the conversation."""
    await door.chat.session_request("page", {"session_id": TOKEN})
    door.house.dialogue.script["where is it?"] = {"say": "It is there.", "intent": "order_status"}
    await door.say("page", "where is it?")
    await door.say("page", "bye")  # who wanted something is asked for a score
    await door.until(
        lambda: door.sockets.words("page")[-1:] not in ([], ["Bye."]) and "Bye." in door.sockets.words("page")
    )
    before = len(door.sockets.words("page"))
    door.store.away = True
    await asyncio.sleep(0.1)
    door.store.away = False
    score = TextTyped(at=door.house.clock(), text="7")
    await door.house.turns.handle(f"chat:{TOKEN}", score, "from elsewhere")
    await door.until(lambda: len(door.sockets.words("page")) > before)


async def test_a_page_without_a_session_follows_the_customers_other_page(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two tabs are opened before a word is said; what is said in one is read in both, at once, not at the next look."""
    monkeypatch.setattr(chat, "IDLE_S", 60.0)
    for page in ("one", "two"):
        await door.chat.session_request(page, {"session_id": TOKEN})
    await asyncio.sleep(0.01)  # both pumps listen
    await door.say("one", "bye")
    await door.until(lambda: "Bye." in door.sockets.words("two"))


@pytest.mark.stands("R3")
async def test_a_page_that_came_while_the_store_was_away_is_told_everything_later(door: Door) -> None:
    """It could not be given what was said before; it is given it when the store is back, without a word of the customer."""
    await door.chat.session_request("one", {"session_id": TOKEN})
    await door.say("one", "bye")
    door.store.away = True
    await door.chat.session_request("two", {"session_id": TOKEN})
    door.store.away = False
    await door.until(lambda: "Bye." in door.sockets.words("two"))
