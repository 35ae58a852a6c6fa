"""From a call to the chat: a link for one use, for an hour, to a verified caller only; everything goes along but the identity."""

from collections.abc import AsyncIterator
from dataclasses import dataclass

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer

from frontdesk.adapters.memory.agents import MemoryAgentStore
from frontdesk.adapters.memory.data import MemoryData
from frontdesk.adapters.memory.sessions import MemorySessionStore
from frontdesk.adapters.memory.tickets import MemoryTicketQueue
from frontdesk.channels.chat.links import LASTS_S, ChatLinks, LinkDoor
from frontdesk.channels.chat.tokens import ChatTokens
from frontdesk.channels.voice.decode import contact
from frontdesk.core.events import ChatContinued, ChatLinkPromised
from frontdesk.core.inputs import ContactStarted, KeysPressed
from frontdesk.core.rooms import InTalk, State, WithHuman
from frontdesk.ivr import step as menus
from tests.fakes.desk import BOOK, NOON, TestHouse
from tests.unit.ivr.bench import draft, read

FLOW = """
start: link
human: service
patience: {silence: [silence.first, silence.second, silence.third], miss: [miss.first, miss.second, miss.third]}
nodes:
  link: {chat_link: true, goto: bye, not_sent: person}
  person: {handoff: service}
  bye: {hangup: true}
"""


@dataclass
class Bench:
    """A call that waits for a person, and the door behind its link."""

    house: TestHouse
    store: MemorySessionStore
    client: "TestClient[web.Request, web.Application]"
    links: ChatLinks
    session: str = ""

    async def call(self) -> None:
        start = ContactStarted(at=NOON, channel="voice", lang="zh", caller="+8613800138000", textable=True)
        turn = await self.house.turns.handle("voice:CA1", start, "CA1:0")
        for key, digits in enumerate(("2", "1", "10023", "1", "0198", "0"), start=1):
            turn = await self.house.turns.handle("voice:CA1", KeysPressed(at=NOON, digits=digits), f"CA1:{key}")
        assert isinstance(turn.state.room, WithHuman)
        assert "customer_id" in turn.state.facts
        self.session = turn.session

    def path(self) -> str:
        return self.links.make(self.session).removeprefix("https://desk.example.com")

    async def press(self, path: str) -> ClientResponse:
        return await self.client.post(path, allow_redirects=False)


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    data = MemoryData()
    store = MemorySessionStore(data)
    house = await TestHouse(store, MemoryTicketQueue(data), MemoryAgentStore()).staffed()
    links = ChatLinks(b"secret", "https://desk.example.com", house.clock)
    names = iter(f"{n:032d}" for n in range(100))
    door = LinkDoor(
        links=links, turns=house.turns, store=store, tokens=ChatTokens(b"s", lambda: next(names)), words=BOOK
    )
    app = web.Application()
    app.add_routes(door.routes())
    async with TestClient(TestServer(app)) as client:
        made = Bench(house, store, client, links)
        await made.call()
        yield made


async def opened(bench: Bench, answer: ClientResponse) -> State:
    """The chat a press led to."""
    assert answer.status == 303
    chat = answer.headers["Location"].removeprefix("/chat#continue=")
    session = await bench.store.session_at(f"chat:{chat}")
    state = await bench.store.load(session or "")
    assert state is not None
    return state


async def test_the_context_and_the_place_go_along_the_identity_does_not(bench: Bench) -> None:
    """Language, order, goal and the place in the queue are kept; who was verified must be shown again."""
    before = await bench.store.load(bench.session)
    assert before is not None
    assert before.ticket is not None
    bench.house.clock.now += 120
    chat = await opened(bench, await bench.press(bench.path()))
    assert (chat.lang, chat.facts["order_number"], chat.facts["goal"]) == ("zh", "10023", "order_status")
    assert not {"customer_id", "customer_name", "verified_by", "last4"} & set(chat.facts)
    assert isinstance(chat.room, WithHuman)
    assert chat.ticket is not None
    assert (chat.ticket.created_at, chat.ticket.queue) == (before.ticket.created_at, before.ticket.queue)
    after = await bench.store.load(bench.session)
    assert after is not None
    assert after.over, "nobody waits twice"


@pytest.mark.stands("S3")
async def test_a_link_opens_once(bench: Bench) -> None:
    """Looking at the page takes nothing, so a preview can't use it up; the second press finds it used."""
    path = bench.path()
    for _ in range(3):
        page = await bench.client.get(path)
        assert page.status == 200
        assert page.headers["Cache-Control"] == "no-store"
        assert "您的排队位置已为您保留" in await page.text(), "who waits hears so"
    await opened(bench, await bench.press(path))
    again = await bench.press(path)
    assert again.status == 410
    assert "已经用过" in await again.text()


@pytest.mark.stands("S12")
async def test_a_link_that_is_old_or_not_ours_opens_nothing(bench: Bench) -> None:
    """Expired, changed, made up, of another key."""
    path = bench.path()
    other = ChatLinks(b"other", "https://desk.example.com", bench.house.clock).make(bench.session)
    bad = [
        path[:-1] + ("0" if path[-1] != "0" else "1"),
        "/continue/x",
        "/continue/e30.00",
        other.removeprefix("https://desk.example.com"),
    ]
    for one in bad:
        assert (await bench.press(one)).status == 410
    bench.house.clock.now += LASTS_S + 1
    assert (await bench.press(path)).status == 410
    state = await bench.store.load(bench.session)
    assert state is not None
    assert not state.over


async def test_a_dropped_caller_goes_on_in_the_chat(bench: Bench) -> None:
    """The call is over; what it knew is not lost."""
    await bench.client.post("/continue/none")
    from frontdesk.core.inputs import ContactLeft  # noqa: PLC0415

    await bench.house.turns.handle("voice:CA1", ContactLeft(at=NOON), "left")
    chat = await opened(bench, await bench.press(bench.path()))
    assert isinstance(chat.room, InTalk)
    assert chat.facts["order_number"] == "10023"
    [turn] = [
        t
        for t in await bench.store.turns_after(bench.session, 0)
        if any(isinstance(e, ChatContinued) for e in t.events)
    ]
    assert turn.state.over


@pytest.mark.parametrize(
    ("verified", "textable", "sent"), [(True, True, True), (False, True, False), (True, False, False)]
)
def test_only_verified_callers_who_can_be_texted_are_promised_one(
    *, verified: bool, textable: bool, sent: bool
) -> None:
    """All others take the other way of the node."""
    prompts = {f"prompts__{lang}": _prompts(lang) for lang in ("en", "zh")}
    book = read(main=FLOW, **prompts).book
    pencil = draft()
    pencil.change(textable=textable, facts={"customer_id": "C1"} if verified else {})
    menus.start(book, pencil)
    assert any(isinstance(event, ChatLinkPromised) for event in pencil.events) is sent


def _prompts(lang: str) -> str:
    ladders = "".join(
        f"\n  {kind}.{time}: What?" for kind in ("silence", "miss") for time in ("first", "second", "third")
    )
    return f'language: {lang}\nwords: {{operator: [operator], "yes": ["yes"], "no": ["no"], repeat: [repeat]}}\nprompts:{ladders}'


@pytest.mark.stands("S6")
@pytest.mark.parametrize("caller", ["anonymous", "client:amy", "sip:x@y", "+266696687", "", "+1"])
def test_withheld_and_odd_callers_are_never_texted(caller: str) -> None:
    """They are not even asked about."""
    asked: list[str] = []
    started = contact({"From": caller}, 0.0, lambda number: bool(asked.append(number)) or True)
    assert (started.textable, asked) == (False, [])
    assert contact({"From": "+442071838750"}, 0.0, lambda number: True).textable
