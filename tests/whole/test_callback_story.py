"""A promised call from the request to its end, on the whole house: the customer is rung, says so, the agent comes."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from frontdesk.app.house import House
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from frontdesk.core.waits import ForAgent
from tests.whole.conftest import FLOWS, Person

NUMBER = "+441632960011"
GIVEN = "+14155552671"


@pytest.fixture
def flows_dir(tmp_path: Path) -> Path:
    """The shop's flows, with a call back offered at once, two tries, and a second between them."""
    made = Path(shutil.copytree(FLOWS, tmp_path / "flows"))
    queues = made / "queues.yml"
    rules = "    options: [bot, message, callback]\n    callback_tries: 2\n    callback_retry: 1 s\n"
    queues.write_text(queues.read_text(encoding="utf-8").replace("    options: [bot, message]\n", rules))
    return made


@pytest.fixture
def desk_phone(exchange: Exchange) -> ScriptedHandset:
    """Amy's telephone."""
    made = ScriptedHandset()
    exchange.register("client:amy", made)
    return made


async def asks_for_a_call(exchange: Exchange, caller: ScriptedHandset, amy: Person) -> dict[str, Any]:
    """Nobody is free; the caller takes the call back and is gone. Then Amy is ready, and takes the ticket."""
    await amy.post("/api/desk/status", status="break")
    exchange.register(NUMBER, caller)
    exchange.call(caller, NUMBER)
    await caller.press("1")
    await caller.press("0")
    await caller.until_heard("a call back without losing your place")
    key = next(str(i) for i in range(1, 4) if any(f"press {i}" in t and "call back" in t for t in caller.heard))
    await caller.press(key)
    await caller.until_ended()
    assert any("You keep your place" in text for text in caller.heard)
    await amy.post("/api/desk/status", status="ready")
    card = (await amy.until("/api/desk", lambda d: d["mine"], "the offer"))["mine"][0]
    assert (card["mode"], card["status"]) == ("callback", "offered")
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")
    return dict(card)


async def settled(olivia: Person, session: str) -> list[tuple[str, Any]]:
    """What the record tells of the promise of the call, in order."""
    story = (await olivia.get(f"/api/board/sessions/{session}"))["story"]
    told = [item for item in story if item["kind"].startswith(("callback_", "promise_"))]
    kept = [item for item in told if item["kind"].startswith("callback_") or item["detail"].get("what") == "callback"]
    return [(item["kind"], item["detail"].get("how") or item["detail"].get("reason")) for item in kept]


async def test_asked_promised_rung_bridged_closed(
    exchange: Exchange, caller: ScriptedHandset, desk_phone: ScriptedHandset, amy: Person, olivia: Person
) -> None:
    """The customer rings first and presses one key; only then the agent, who is briefed; both talk; the promise is kept."""
    card = await asks_for_a_call(exchange, caller, amy)
    await caller.pick_up()
    await caller.until_heard("the call you asked for")
    assert not desk_phone.cues, "the agent's phone is quiet until the customer is there"
    await caller.press("1")
    await desk_phone.pick_up()
    await desk_phone.press("1")
    await caller.until_bridged()
    desk_phone.talk("This is Amy, you asked for a call.")
    await caller.until_heard("This is Amy")
    caller.talk("Yes, about my parcel.")
    await desk_phone.until_heard("about my parcel")
    assert (await amy.get(f"/api/desk/tickets/{card['id']}"))["packet"]["customer"] is not None
    await amy.post(f"/api/desk/tickets/{card['id']}/close", disposition="solved", note="")
    await desk_phone.until_ended()
    assert await settled(olivia, card["session"]) == [
        ("callback_promised", None),
        ("promise_made", None),
        ("callback_started", None),
        ("promise_settled", "kept"),
        ("callback_answered", None),
    ]


async def test_not_reached_then_later_then_not_needed(
    exchange: Exchange, caller: ScriptedHandset, desk_phone: ScriptedHandset, amy: Person, olivia: Person
) -> None:
    """The line is busy, a machine takes it, the customer asks for another time, and at last needs it no more: each time the
    place is kept and the agent free."""
    card = await asks_for_a_call(exchange, caller, amy)
    await caller.refuse()
    await _again(amy, card)
    await caller.pick_up()
    await caller.press("2")
    await caller.until_heard("call you again in a little while")
    await _again(amy, card)
    await caller.pick_up()
    await caller.press("3")
    await caller.until_heard("won't call you any more")
    await amy.until("/api/desk", lambda d: not d["mine"] and not d["queue"], "an empty desk")
    told = await settled(olivia, card["session"])
    assert [what for what in told if what[0] == "callback_missed"] == [
        ("callback_missed", "busy"),
        ("callback_missed", "later"),
    ]
    assert ("callback_cancelled", None) in told
    assert [how for kind, how in told if kind == "promise_settled"] == ["kept", "kept"]
    assert not desk_phone.cues


async def test_a_machine_twice_ends_it_and_says_so(
    exchange: Exchange, caller: ScriptedHandset, desk_phone: ScriptedHandset, amy: Person, olivia: Person
) -> None:
    """Who presses nothing is never put through; after the last try the ticket is closed as unreachable."""
    card = await asks_for_a_call(exchange, caller, amy)
    for last in (False, True):
        await caller.pick_up()
        await caller.silence()
        await caller.silence()
        await caller.until_ended()
        if not last:
            await _again(amy, card)
    await amy.until("/api/desk", lambda d: not d["mine"] and not d["queue"], "an empty desk")
    told = await settled(olivia, card["session"])
    assert [kind for kind, _ in told].count("callback_missed") == 2
    assert not desk_phone.cues


@pytest.mark.parametrize(("lang", "booked"), [("1", "You keep your place"), ("2", "您的排队位置会保留")])
async def test_a_key_during_the_words_is_taken(
    exchange: Exchange, caller: ScriptedHandset, house: House, amy: Person, lang: str, booked: str
) -> None:
    """Who knows the way presses while it is still being read out, in the very first words of the wait: it counts."""
    await amy.post("/api/desk/status", status="break")
    leg = exchange.call(caller, NUMBER)
    await caller.press(lang)
    await caller.press("0")
    caller.speak_slowly()  # from here on each sentence lasts until it is interrupted
    before = len(caller.heard)
    await caller.until_held()
    await caller.until(lambda: len(caller.heard) > before, "the first words of the wait")
    turn = await house.turns.present(f"voice:{leg.sid}")
    assert turn is not None
    assert isinstance(turn.state.wait, ForAgent)
    caller.press_now(next(c.key for c in turn.state.wait.choices if c.payload.endswith("callback") and c.key))
    await caller.until_heard(booked)
    assert booked in caller.heard[before + 1], "nothing else was waited for"
    caller.speak_fast()
    await caller.until_ended()


async def _again(amy: Person, card: dict[str, Any]) -> None:
    """The same ticket, at the same place, is offered again after a while."""
    desk = await amy.until("/api/desk", lambda d: any(c["status"] == "offered" for c in d["mine"]), "it again")
    assert (desk["mine"][0]["id"], desk["mine"][0]["created_at"]) == (card["id"], card["created_at"])
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")


async def test_a_withheld_number_is_asked_for_another(
    exchange: Exchange, caller: ScriptedHandset, desk_phone: ScriptedHandset, amy: Person
) -> None:
    """Why it can't be done at once is told; the number they key in, and hear read back, is the one that rings."""
    await amy.post("/api/desk/status", status="break")
    exchange.register(GIVEN, caller)
    exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    await caller.until_heard("a call back without losing your place")
    key = next(str(i) for i in range(1, 4) if any(f"press {i}" in t and "call back" in t for t in caller.heard))
    await caller.press(key)
    await caller.until_heard("Your number isn't shown to me")
    await caller.press(GIVEN.removeprefix("+1") + "#")
    await caller.until_heard("4 1 5, 5 5 5, 2 6 7 1")
    await caller.press("1")
    await caller.until_ended()
    await amy.post("/api/desk/status", status="ready")
    card = (await amy.until("/api/desk", lambda d: d["mine"], "the offer"))["mine"][0]
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")
    await caller.pick_up()
    await caller.until_heard("the call you asked for")
