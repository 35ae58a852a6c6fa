"""Customers whose people work in another system: signed webhooks, Chatwoot, TaskRouter. Down, deaf, late and twice."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack
from pathlib import Path
from time import time as now  # noqa: TID251  # these people live in real time
from typing import Any

import aiohttp
import pytest

from frontdesk.app.bootstrap import open_house
from frontdesk.app.doors import serving
from frontdesk.app.house import House
from frontdesk.app.outside import chatwoot_token
from frontdesk.app.settings import Settings
from frontdesk.carrier.account import Account, Line, Ports
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.conversation import postman
from tests.fakes.outside import FakeChatwoot, FakeReceiver, FakeTaskRouter
from tests.servers import free_port
from tests.whole.conftest import FLOWS, HUMAN, FakeRasa, logged_in
from tests.whole.test_chat_story import Widget

SID, TOKEN = "AC" + "a" * 32, "b" * 32
Open = Callable[..., Any]


@pytest.fixture
async def opened(rasa: FakeRasa, sqlite_url: str, tmp_path: Path) -> AsyncIterator[Open]:
    """Opens a whole house with the given settings."""
    rasa.answers["a person please"] = HUMAN
    async with AsyncExitStack() as stack:

        async def open_it(**given: Any) -> House:
            settings = Settings(
                port=free_port() if "port" not in given else given.pop("port"),
                data_dir=tmp_path,
                database_url=sqlite_url,
                rasa_url=rasa.url,
                flows_dir=FLOWS,
                _env_file=None,
                **given,
            )
            house = await stack.enter_async_context(open_house(settings, lambda _: None))
            await stack.enter_async_context(serving(house))
            return house

        yield open_it


@pytest.fixture
async def receiver() -> AsyncIterator[FakeReceiver]:
    async with FakeReceiver(clock=now).serving() as one:
        yield one


@pytest.fixture
async def chatwoot() -> AsyncIterator[FakeChatwoot]:
    async with FakeChatwoot(clock=now).serving() as one:
        yield one


async def until(holds: Callable[[], Any], what: str, patience: float = 10) -> Any:
    try:
        async with asyncio.timeout(patience):
            while not (found := holds()):  # noqa: ASYNC110  # asks from outside
                await asyncio.sleep(0.05)
            return found
    except TimeoutError as error:
        raise AssertionError(f"Waited in vain for {what}.") from error


def with_webhook(receiver: FakeReceiver) -> dict[str, Any]:
    secret = receiver.secret
    return {"handoff_chat": "webhook", "handoff_webhook_url": f"{receiver.url}/hook", "handoff_webhook_secret": secret}


def with_chatwoot(chatwoot: FakeChatwoot) -> dict[str, Any]:
    return {
        "handoff_chat": "chatwoot",
        "chatwoot_url": chatwoot.url,
        "chatwoot_account": 1,
        "chatwoot_inbox": "inbox-1",
        "chatwoot_token": chatwoot.token,
        "chatwoot_team": 3,
    }


async def asks_for_a_person(house: House) -> Widget:
    widget = await Widget(house.settings.base_url).open()
    await widget.say("hello")
    await widget.say("a person please")
    return widget


async def test_a_chat_goes_out_signed_and_comes_back(opened: Open, receiver: FakeReceiver) -> None:
    """Request with the packet, the customer's words, accept, answer, close: each once, in order; then the effort question."""
    house = await opened(**with_webhook(receiver))
    widget = await asks_for_a_person(house)
    first = await until(lambda: next(iter(receiver.got.values()), None), "the request")
    assert (first["type"], first["data"]["schema"]) == ("handoff.requested", "frontdesk/packet/1") or first["data"]
    ticket = first["ticket"]
    base = house.settings.base_url

    await widget.say("are you there?")
    await until(lambda: receiver.kinds() == ["handoff.requested", "handoff.message"], "the customer's words")
    assert await receiver.say(base, f"{ticket}/accept", "m1", agent="7", agent_name="Ada") == 200
    assert await receiver.say(base, f"{ticket}/message", "m2", agent="7", text="Hello, this is Ada.") == 200
    assert await receiver.say(base, f"{ticket}/message", "m2", agent="7", text="Hello, this is Ada.") == 200
    await widget.until_said("this is Ada")
    assert sum("this is Ada" in m["text"] for m in widget.said) == 1
    assert await receiver.say(base, f"{ticket}/close", "m3", agent="7", disposition="solved") == 200
    await widget.until_said("made it easy")
    await until(lambda: receiver.kinds()[-1] == "handoff.closed", "the close")
    assert receiver.kinds().count("handoff.closed") == 1
    assert receiver.repeated == 0
    await widget.client.disconnect()


@pytest.mark.stands("S1")
@pytest.mark.stands("S3")
async def test_what_is_not_signed_changes_nothing(opened: Open, receiver: FakeReceiver) -> None:
    """A forged, an old and an unsigned request are refused; a wrong body says what is wrong."""
    house = await opened(**with_webhook(receiver))
    widget = await asks_for_a_person(house)
    ticket = (await until(lambda: next(iter(receiver.got.values()), None), "the request"))["ticket"]
    base = house.settings.base_url

    forger = FakeReceiver(secret="another", clock=now)
    assert await forger.say(base, f"{ticket}/accept", "f1", agent="7") == 401
    late = FakeReceiver(secret=receiver.secret, clock=lambda: now() - 3600)
    assert await late.say(base, f"{ticket}/accept", "f2", agent="7") == 401
    async with aiohttp.ClientSession() as http, http.post(f"{base}/api/handoff/v1/tickets/{ticket}/accept") as answer:
        assert answer.status == 401
    assert await receiver.say(base, f"{ticket}/accept", "f3") == 422
    assert await receiver.say(base, f"{ticket}/close", "f4", agent="7", disposition="nonsense") == 422
    assert await receiver.say(base, "T-unknown/accept", "f5", agent="7") == 409
    queued = await house.stores.tickets.ticket(ticket)
    assert queued is not None
    assert queued.ticket.status == "waiting"
    await widget.client.disconnect()


@pytest.mark.stands("R10")
async def test_a_queue_that_is_down_is_admitted_and_the_customer_kept(
    opened: Open, receiver: FakeReceiver, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The customer is told and keeps the place; when the queue is back everything arrives, in order and once."""
    monkeypatch.setattr(postman, "TELL_AFTER_S", 0.5)
    house = await opened(**with_webhook(receiver))
    receiver.mood = "deaf"
    widget = await asks_for_a_person(house)
    await widget.until_said("not answering just now")
    await widget.say("hello?")
    receiver.mood = "fine"
    await until(lambda: len(receiver.kinds()) == 2, "both parcels")
    assert receiver.kinds() == ["handoff.requested", "handoff.message"]
    assert receiver.repeated >= 1, "the same id on every try"
    assert sum("not answering just now" in m["text"] for m in widget.said) == 1
    await widget.client.disconnect()


@pytest.mark.stands("R10")
async def test_a_queue_that_refuses_leaves_the_customer_to_our_own_desk(opened: Open, receiver: FakeReceiver) -> None:
    """Whoever it will not take is offered to our own agents at the same place."""
    house = await opened(**with_webhook(receiver))
    amy = await logged_in(house, "amy")
    await amy.post("/api/desk/status", status="ready")
    receiver.mood = "refuses"
    widget = await asks_for_a_person(house)
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    await amy.post(f"/api/desk/tickets/{desk['mine'][0]['id']}/accept")
    await widget.until_said("knows what you need")
    await widget.client.disconnect()
    await amy.http.close()


async def test_our_own_desk_is_not_offered_what_is_outside(opened: Open, receiver: FakeReceiver) -> None:
    """Never two queues for one customer."""
    house = await opened(**with_webhook(receiver))
    amy = await logged_in(house, "amy")
    await amy.post("/api/desk/status", status="ready")
    widget = await asks_for_a_person(house)
    await until(receiver.kinds, "the request")
    await house.desk.dispatch()
    assert (await amy.get("/api/desk"))["mine"] == []
    await widget.client.disconnect()
    await amy.http.close()


async def test_an_outbox_survives_the_house(opened: Open, receiver: FakeReceiver, rasa: FakeRasa) -> None:
    """What was not sent when the process ended is sent by the next one."""
    receiver.mood = "drops"
    house = await opened(**with_webhook(receiver))
    widget = await asks_for_a_person(house)
    await until(lambda: receiver.requests, "a try")
    await widget.client.disconnect()
    await house.background.close()  # as good as killed: nothing is sent by this process any more

    receiver.mood = "fine"
    await opened(**with_webhook(receiver))
    await until(receiver.kinds, "the request")
    assert receiver.kinds()[0] == "handoff.requested"


async def test_a_chat_at_chatwoot(opened: Open, chatwoot: FakeChatwoot) -> None:
    """A pending conversation with a private note is opened to the team; words go both ways; resolving ends it."""
    house = await opened(**with_chatwoot(chatwoot))
    widget = await asks_for_a_person(house)
    conversation = await until(
        lambda: next((c for c in chatwoot.conversations.values() if c["status"] == "open"), None),
        "an open conversation",
    )
    note = conversation["messages"][0]
    assert (note["private"], conversation["team"]) == (True, 3)
    assert "a person please" in note["content"]
    await widget.say("my order is late")
    await until(
        lambda: any(m["content"] == "my order is late" for m in conversation["messages"]), "the customer's words"
    )

    hook = f"{house.settings.base_url}/api/handoff/chatwoot/{chatwoot_token(house.settings)}"
    ada = {"id": 9, "name": "Ada", "type": "user"}
    inside = {"id": conversation["id"]}
    async with aiohttp.ClientSession() as http:

        async def news(**body: Any) -> None:
            async with http.post(hook, json=body) as answer:
                assert answer.status == 200

        said: dict[str, Any] = {"event": "message_created", "conversation": inside, "sender": ada}
        await news(**said, id=1, message_type="incoming", content="an echo of the customer", private=False)
        await news(**said, id=2, message_type="outgoing", content="a note among ourselves", private=True)
        await news(event="conversation_updated", id=conversation["id"], meta={"assignee": ada})
        for _ in range(2):
            await news(**said, id=3, message_type="outgoing", content="Ada here.", private=False)
        await widget.until_said("Ada here.")
        await news(
            event="conversation_status_changed", id=conversation["id"], status="resolved", meta={"assignee": ada}
        )
        await widget.until_said("made it easy")
        async with http.post(hook[:-1] + "x", json=said) as answer:
            assert answer.status == 403
    told = [m["text"] for m in widget.said]
    assert told.count("Ada here.") == 1
    assert not any("echo" in text or "among ourselves" in text for text in told)
    await widget.client.disconnect()


@pytest.mark.stands("R10")
async def test_chatwoot_is_not_told_twice(opened: Open, chatwoot: FakeChatwoot) -> None:
    """Answers that got lost on the way lead to no second conversation, note or message."""
    house = await opened(**with_chatwoot(chatwoot))
    chatwoot.mood = "deaf"
    widget = await asks_for_a_person(house)
    await until(lambda: len(chatwoot.requests) > 1, "a second try")
    chatwoot.mood = "fine"
    conversation = await until(
        lambda: next((c for c in chatwoot.conversations.values() if c["status"] == "open"), None),
        "an open conversation",
    )
    chatwoot.mood = "deaf"
    await widget.say("my order is late")
    await until(lambda: len([m for m in conversation["messages"] if not m["private"]]) >= 1, "the words")
    chatwoot.mood = "fine"
    await asyncio.sleep(3)
    assert len(chatwoot.conversations) == 1
    assert [m["private"] for m in conversation["messages"]] == [True, False]
    await widget.client.disconnect()


@pytest.fixture
async def routed(opened: Open) -> AsyncIterator[tuple[House, FakeTaskRouter]]:
    """A house whose calls go to TaskRouter, at a carrier with both APIs."""
    port = free_port()
    base = f"http://127.0.0.1:{port}"
    line = Line("+15550100000", f"{base}/twilio/voice", f"{base}/twilio/voice/fallback", f"{base}/twilio/voice/status")
    ids = iter(range(10**6))
    exchange = Exchange(Account(SID, TOKEN), [line], Ports(now, lambda: f"{next(ids):032x}"))
    async with FakeTaskRouter(exchange=exchange, house=base).serving() as router:
        house = await opened(
            port=port,
            handoff_voice="taskrouter",
            twilio_account_sid=SID,
            twilio_auth_token=TOKEN,
            twilio_api_url=router.url,
            taskrouter_workspace="WS1",
            taskrouter_workflow="WW1",
        )
        yield house, router


async def test_a_call_through_taskrouter(routed: tuple[House, FakeTaskRouter]) -> None:
    """A task with what it routes by; the worker is rung, hears the summary, accepts by key; both talk; the task ends."""
    house, router = routed
    assert router.exchange is not None
    worker, caller = ScriptedHandset(), ScriptedHandset()
    router.exchange.register("client:ada", worker)
    router.exchange.call(caller)
    for keys in ("1", "1", "10023", "1", "0198"):
        await caller.press(keys)
    await caller.until_listening()
    await caller.press("0")
    await caller.until_held()
    task = await until(lambda: next(iter(router.tasks), None), "a task")
    attributes = router.tasks[task]["attributes"]
    assert '"verified": true' in attributes
    assert '"call_sid"' in attributes
    assert len(attributes.encode()) <= 4096

    status, said = await router.assign(task)
    assert (status, said["instruction"]) == (200, "call")
    await worker.pick_up()
    await worker.press("1")
    await caller.until_bridged()
    await worker.until_bridged()
    assert any("order status" in text.lower() for text in worker.heard)
    await until(lambda: list(router.reservations.values()) == ["accepted"], "the reservation accepted")
    worker.hangup()
    await caller.press("7")
    await caller.until_ended()
    await until(lambda: router.tasks[task]["assignment_status"] == "wrapping", "wrap-up")
    assert house.outside is not None


async def test_a_worker_who_refuses_gives_the_caller_back(routed: tuple[House, FakeTaskRouter]) -> None:
    """The reservation is rejected, the caller keeps waiting and is offered again; a forged assignment is refused."""
    house, router = routed
    assert router.exchange is not None
    worker, caller = ScriptedHandset(), ScriptedHandset()
    router.exchange.register("client:ada", worker)
    router.exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    await caller.until_held()
    task = await until(lambda: next(iter(router.tasks), None), "a task")
    await router.assign(task)
    await worker.pick_up()
    await worker.press("2")
    await until(lambda: list(router.reservations.values()) == ["rejected"], "the reservation rejected")
    async with (
        aiohttp.ClientSession() as http,
        http.post(f"{house.settings.base_url}/twilio/taskrouter/assignment", data={"TaskSid": task}) as answer,
    ):
        assert answer.status == 403
    status, said = await router.assign(task, "WK2", TaskAttributes='{"frontdesk_ticket": "T-unknown"}')
    assert (status, said["instruction"]) == (200, "reject")
    caller.hangup()
    await until(lambda: router.tasks[task]["assignment_status"] == "canceled", "the task cancelled")
