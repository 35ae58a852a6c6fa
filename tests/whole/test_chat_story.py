"""The chat story over Rasa's own socket protocol: order, a person, both ways live, effort; dropped lines and dead machines."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
import socketio

from frontdesk.adapters.circuit import PAUSE_S
from frontdesk.app.house import House
from tests.whole.conftest import HUMAN, FakeRasa, Person

VERIFIED = {
    "note": "task",
    "task": "verify_identity",
    "outcome": "verified",
    "facts": {"customer_id": "C0001", "customer_name": "Avery Lane", "customer_tier": "gold", "order_number": "10023"},
}
FOUND = {"note": "task", "task": "order_status", "outcome": "found", "facts": {"order_state": "shipped"}}

SLACK_S = 2.0  # for a test machine that is busy with others


@dataclass(slots=True)
class Widget:
    """A widget made for Rasa: session_request, session_confirm, user_uttered, bot_uttered."""

    base: str
    client: socketio.AsyncClient = field(default_factory=lambda: socketio.AsyncClient(reconnection=False))
    session: str = ""
    said: list[dict[str, Any]] = field(default_factory=list)
    own: list[dict[str, Any]] = field(default_factory=list)
    history: list[dict[str, Any]] = field(default_factory=list)
    state: dict[str, Any] = field(default_factory=dict)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self, session: str | None = None) -> "Widget":
        self.client.on("session_confirm", self._confirmed)
        self.client.on("bot_uttered", self._uttered)
        self.client.on("frontdesk_state", self._told)
        self.client.on("history", self._before)
        self.client.on("customer_uttered", self.own.append)
        await self.client.connect(self.base, headers={"Origin": self.base}, wait_timeout=20)
        await self.client.emit("session_request", {"session_id": session})
        await self.until(lambda: bool(self.session), "session_confirm")
        return self

    async def say(self, text: str, **custom: Any) -> Any:
        body = {"message": text, "session_id": self.session, "customData": custom}
        return await self.client.call("user_uttered", body)

    async def until(self, holds: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(8):
                while not holds():
                    await self.changed.wait()
                    self.changed.clear()
        except TimeoutError as error:
            raise AssertionError(f"Waited in vain for {what}: {self.said[-4:]} {self.state}") from error

    async def until_said(self, text: str) -> None:
        await self.until(lambda: any(text in m["text"] for m in self.said), f"{text!r}")

    def _confirmed(self, session: Any) -> None:
        assert isinstance(session, str), "Rasa confirms with a bare string"
        self.session = session
        self.changed.set()

    def _uttered(self, message: dict[str, Any]) -> None:
        self.said.append(message)
        self.changed.set()

    def _told(self, state: dict[str, Any]) -> None:
        self.state = state
        self.changed.set()

    def _before(self, items: list[dict[str, Any]]) -> None:
        self.history = items
        self.changed.set()


@pytest.fixture
async def widgets(house: House) -> AsyncIterator[Callable[[], Widget]]:
    made: list[Widget] = []

    def another() -> Widget:
        made.append(Widget(house.settings.base_url))
        return made[-1]

    yield another
    for widget in made:
        await widget.client.disconnect()


@pytest.mark.stands("S14")
async def test_an_order_in_chat_and_the_secret_nowhere(
    widgets: Callable[[], Widget], rasa: FakeRasa, house: House, olivia: Person
) -> None:
    """The bot asks for the last four digits; what the customer types there is written down nowhere."""
    ask = [{"text": "Last four digits of your phone?"}, {"custom": {"frontdesk": {"note": "secret"}}}]
    rasa.answers["where is my order 10023?"] = ask
    found = [{"text": "It is on its way."}, {"custom": {"frontdesk": VERIFIED}}, {"custom": {"frontdesk": FOUND}}]
    rasa.answers["0198"] = found
    widget = await widgets().open()

    await widget.say("where is my order 10023?")
    await widget.until_said("Last four digits")
    await widget.say("0198")
    await widget.until_said("on its way")

    board = await olivia.get("/api/board")
    session = board["sessions"][0]
    story = await olivia.get(f"/api/board/sessions/{session['id']}")
    assert "0198" not in str(story)
    turns = await house.stores.sessions.turns_after(session["id"], 0)
    assert "0198" not in str(turns)


async def test_chinese_is_detected_not_asked(widgets: Callable[[], Widget], rasa: FakeRasa) -> None:
    """The welcome and the bot's language follow what the customer writes."""
    widget = await widgets().open()

    await widget.say("我的订单10023到哪了")

    await widget.until_said("You said")
    assert {m["metadata"]["lang"] for m in widget.said} == {"zh"}
    greeting, answer = (m["text"] for m in widget.said)
    assert answer.startswith("You said")
    assert "？" not in greeting, "who asks is answered, not asked"
    assert rasa.asked[-1]["metadata"]["lang"] == "zh"


async def test_a_person_by_chat_both_ways_live(
    widgets: Callable[[], Widget], rasa: FakeRasa, amy: Person, olivia: Person
) -> None:
    """Asked for, told the wait, taken, talked both ways with the bot silent, closed, asked how easy it was."""
    rasa.answers["I want to talk to a person"] = HUMAN
    widget = await widgets().open()
    await widget.say("I want to talk to a person")
    await widget.until(lambda: widget.state.get("phase") == "waiting", "the queue")
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    ticket = desk["mine"][0]["id"]

    await amy.post(f"/api/desk/tickets/{ticket}/accept")
    await widget.until(lambda: widget.state.get("agent") == "Amy Chen", "the agent")
    asked = len(rasa.asked)
    await amy.post(f"/api/desk/tickets/{ticket}/say", text="Hello, how can I help?")
    await widget.until_said("how can I help")
    await widget.say("<img src=x onerror=alert(1)> thanks")
    view = await amy.until(
        f"/api/desk/tickets/{ticket}", lambda v: any("onerror" in line["text"] for line in v["transcript"]), "the words"
    )
    assert view["packet"]["why"]["reason"] == "asked"
    assert len(rasa.asked) == asked

    await amy.post(f"/api/desk/tickets/{ticket}/close", disposition="solved", note="")
    await widget.until(lambda: widget.state.get("phase") == "survey", "the effort question")
    assert [r["payload"] for r in widget.said[-1]["quick_replies"]] == [str(n) for n in range(1, 8)]
    await widget.say("6", title="6")
    await widget.until(lambda: widget.state.get("phase") == "over", "the end")
    board = await olivia.get("/api/board")
    assert (board["sessions"][0]["outcome"], board["totals"]["ces"]["answered"]) == ("escalated", 1)


@pytest.mark.stands("R13")
async def test_a_widget_that_comes_back_finds_its_conversation(widgets: Callable[[], Widget]) -> None:
    """A dropped line loses nothing and doubles nothing, and a message sent twice is taken once."""
    first = await widgets().open()
    await first.say("hello there", id="m1")
    await first.until_said("You said: hello there")
    await first.client.disconnect()

    second = await widgets().open(first.session)
    await second.say("hello there", id="m1")
    await second.say("and again", id="m2")
    await second.until_said("You said: and again")

    assert second.session == first.session
    assert [i["text"] for i in second.history if i["from"] == "customer"] == ["hello there"]
    assert [m["text"] for m in second.said] == ["You said: and again"]


@pytest.mark.stands("R13")
async def test_a_second_page_shows_what_the_first_one_said(widgets: Callable[[], Widget]) -> None:
    """The customer's own words come to all their pages, once each, marked with the sender's own id; old buttons go with them."""
    first = await widgets().open()
    await first.say("hello there", id="one")
    await first.until_said("You said: hello there")
    second = await widgets().open(first.session)
    await second.until(lambda: bool(second.history), "history")
    await first.say("and again", id="two")
    for page in (first, second):
        await page.until_said("You said: and again")

    assert [(m["text"], m["key"]) for m in second.own] == [("and again", "two")]
    assert [m["key"] for m in first.own] == ["one", "two"]


@pytest.mark.stands("S12")
async def test_an_invented_session_is_not_believed(widgets: Callable[[], Widget]) -> None:
    """A session id is made here; one that is guessed gets a new one, and no history."""
    widget = await widgets().open("guessed-by-somebody")

    assert widget.session != "guessed-by-somebody"
    assert len(widget.session) >= 32


@pytest.mark.stands("S12")
async def test_a_foreign_page_may_not_connect(house: House) -> None:
    """Only our own pages, and those an operator names, may open the chat socket."""
    client = socketio.AsyncClient(reconnection=False)

    with pytest.raises(socketio.exceptions.ConnectionError):
        await client.connect(house.settings.base_url, headers={"Origin": "https://evil.example"})


@pytest.mark.parametrize("mood", ["empty", "error", "garbage"])
@pytest.mark.stands("R1")
async def test_a_broken_bot_leaves_words_and_a_menu(widgets: Callable[[], Widget], rasa: FakeRasa, mood: str) -> None:
    """Whatever Rasa answers, the customer gets words and buttons; once it is back, the next message is answered."""
    rasa.mood = mood
    widget = await widgets().open()
    await widget.say("where is it")
    await widget.until(lambda: any("quick_replies" in m for m in widget.said), "a menu")

    rasa.mood = "fine"
    await widget.say("where is it now")
    await widget.until_said("You said: where is it now")


@pytest.mark.stands("R1")
async def test_a_hanging_bot_costs_few_callers_the_deadline(widgets: Callable[[], Widget], rasa: FakeRasa) -> None:
    """After two who waited, the others have words and a menu at once; the first one after it is back is answered."""
    rasa.mood = "hangs"
    first = [await widgets().open() for _ in range(2)]
    await asyncio.gather(*(one.say("where is it") for one in first))
    for one in first:
        await one.until(lambda one=one: any("quick_replies" in m for m in one.said), "a menu")  # type: ignore[misc]  # bound now
    third = await widgets().open()
    began = time.monotonic()
    await third.say("where is it")
    await third.until(lambda: any("quick_replies" in m for m in third.said), "a menu")
    assert time.monotonic() - began < 1 + SLACK_S
    rasa.mood = "fine"
    await asyncio.sleep(PAUSE_S)
    await third.say("and now")
    await third.until_said("You said: and now")


async def test_the_rest_channel_answers_like_rasa(house: House) -> None:
    """A list of messages; with stream=true a line each; nonsense is refused in a sentence."""
    url = f"{house.settings.base_url}/webhooks/rest/webhook"
    async with aiohttp.ClientSession() as http:
        async with http.post(url, json={"sender": "me", "message": "hi there"}) as response:
            answers = await response.json()
            assert [a["recipient_id"] for a in answers] == ["me"] * len(answers)
            assert answers[-1]["text"] == "You said: hi there"
        async with http.post(url + "?stream=true", json={"sender": "me", "message": "more"}) as response:
            assert '"You said: more"' in (await response.text()).splitlines()[-1]
        async with http.post(url, data=b"{nonsense") as response:
            assert response.status == 400
            assert "sender" in (await response.json())["error"]


async def test_doors_that_need_a_login_are_shut(house: House, olivia: Person) -> None:
    """No cookie, a wrong role, or no header: refused, each in a sentence."""
    async with aiohttp.ClientSession() as http:
        for path in ("/api/desk", "/api/board", "/api/me"):
            async with http.get(house.settings.base_url + path) as response:
                assert response.status == 401
    async with olivia.http.get(olivia.base + "/api/desk") as response:
        assert response.status == 403
    async with olivia.http.post(olivia.base + "/api/logout") as response:
        assert response.status in (200, 403)
