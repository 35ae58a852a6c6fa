"""The phone story: menu, order, return, a person, the effort question; by signed webhooks and REST, as a carrier would."""

import re

import pytest

from frontdesk.app.house import House
from frontdesk.carrier.exchange import Exchange
from frontdesk.carrier.scripted import ScriptedHandset
from tests.whole.conftest import HUMAN, FakeRasa, Person


async def order_by_keypad(caller: ScriptedHandset) -> None:
    for keys in ("1", "1", "10023", "1", "0198"):
        await caller.press(keys)
    await caller.until_listening()


def share(words: str, heard: list[str]) -> float:
    """How much of some words, by runs of three, was heard: as much as the sound of both would be alike."""
    parts = words.split()
    runs = {" ".join(parts[i : i + 3]) for i in range(max(1, len(parts) - 2))}
    everything = " ".join(" ".join(heard).split())
    return sum(run in everything for run in runs) / len(runs)


async def test_an_order_by_keypad_and_goodbye(exchange: Exchange, caller: ScriptedHandset, olivia: Person) -> None:
    """Language, menu, number read back, last four digits, status, anything else, effort question, goodbye."""
    exchange.call(caller)
    await order_by_keypad(caller)
    assert any("1 0 0 2 3" in text and "0198" not in text for text in caller.heard)

    await caller.press("2")
    await caller.press("6")
    await caller.until_ended()

    board = await olivia.get("/api/board")
    (session,) = board["sessions"]
    assert (session["outcome"], session["effort"]["asked"], session["effort"]["score"]) == (
        "resolved_verified",
        True,
        6,
    )
    assert board["totals"]["self_service"]["n"] == 1
    (version,) = (await olivia.get("/api/board/breakdown?by=version&figures=self_service"))["rows"]
    assert (version["sessions"], version["published"]["number"]) == (1, 1)
    drawn = await olivia.get("/api/board/map")
    assert [(one["sessions"], one["published"]["number"]) for one in drawn["versions"]] == [(1, 1)]
    told = str(await olivia.get(f"/api/board/sessions/{session['id']}"))
    assert "0198" not in re.sub(r"\d{10}\.\d+", "", told), "apart from the times"


async def test_an_order_by_speech_in_chinese(exchange: Exchange, caller: ScriptedHandset, rasa: FakeRasa) -> None:
    """Words that fit no option go to the bot with the caller's own text, in the caller's language."""
    rasa.answers["我的订单10023到哪了"] = [
        {"text": "请说手机尾号后四位。", "custom": {"frontdesk": {"note": "secret"}}}
    ]
    exchange.call(caller)
    await caller.press("2")

    await caller.speak("我的订单10023到哪了")
    await caller.until_heard("尾号")

    assert rasa.asked[-1]["metadata"]["lang"] == "zh"
    assert [one.language for one in caller.transcript][-1] == "cmn-CN"


async def test_a_return_by_keypad(exchange: Exchange, caller: ScriptedHandset, olivia: Person) -> None:
    """A return is asked for and opened without a person; identity is asked once only."""
    exchange.call(caller)
    for keys in ("1", "2", "10024", "1", "0198", "1"):
        await caller.press(keys)
    await caller.until_listening()
    caller.hangup()
    await caller.until_ended()

    board = await olivia.until("/api/board", lambda b: b["sessions"] and b["sessions"][0]["ended_at"], "the end")
    story = await olivia.get(f"/api/board/sessions/{board['sessions'][0]['id']}")
    tasks = [item["detail"] for item in story["story"] if item["kind"] == "task_finished"]
    assert [task["task"] for task in tasks] == ["verify_identity", "start_return"]


@pytest.mark.stands("R16")
async def test_a_person_by_phone(
    house: House, exchange: Exchange, caller: ScriptedHandset, amy: Person, olivia: Person
) -> None:
    """0, the wait is told, the agent's phone rings, whisper and key, both talk, wrap-up, effort question."""
    desk_phone = ScriptedHandset()
    exchange.register("client:amy", desk_phone)
    exchange.call(caller)
    await order_by_keypad(caller)
    await caller.press("0")
    await caller.until_held()

    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    card = desk["mine"][0]
    assert (card["status"], card["customer"]["verified"]) == ("offered", True)
    await amy.post(f"/api/desk/tickets/{card['id']}/accept")
    await desk_phone.pick_up()
    await desk_phone.press("1")
    await caller.until_bridged()
    await desk_phone.until_bridged()
    whisper = (await amy.get(f"/api/desk/tickets/{card['id']}"))["whisper"]
    assert share(whisper, desk_phone.heard) >= 0.95
    assert share(whisper, caller.heard) <= 0.4
    caller.talk("Hello, is that a person?")
    await desk_phone.until_heard("is that a person")
    desk_phone.talk("Yes, this is Amy.")
    await caller.until_heard("this is Amy")
    assert not any("order status" in text.lower() and "tried" in text.lower() for text in caller.heard)

    packet = (await amy.get(f"/api/desk/tickets/{card['id']}"))["packet"]
    assert packet["customer"]["verified"]
    assert {"order_number"} <= {fact["name"] for fact in packet["facts"]}
    assert packet["completeness"] >= 80

    desk_phone.hangup()
    await caller.press("7")
    await caller.until_ended()
    await amy.post(f"/api/desk/tickets/{card['id']}/close", disposition="solved", note="")
    board = await olivia.get("/api/board")
    assert board["sessions"][0]["outcome"] == "escalated"
    assert board["sessions"][0]["effort"].items() >= {"asked": True, "score": 7}.items()


async def test_the_agent_ends_the_call_at_the_desk(exchange: Exchange, caller: ScriptedHandset, amy: Person) -> None:
    """Closing at the desk ends the agent's leg, and the caller goes on to the effort question."""
    desk_phone = ScriptedHandset()
    exchange.register("client:amy", desk_phone)
    exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    ticket = desk["mine"][0]["id"]
    await amy.post(f"/api/desk/tickets/{ticket}/accept")
    await desk_phone.pick_up()
    await desk_phone.press("1")
    await caller.until_bridged()

    await amy.post(f"/api/desk/tickets/{ticket}/close", disposition="solved", note="done")

    await desk_phone.until_ended()
    await caller.press("5")
    await caller.until_ended()


@pytest.mark.stands("R9")
async def test_an_agent_who_does_not_pick_up_loses_nobody(
    exchange: Exchange, caller: ScriptedHandset, amy: Person
) -> None:
    """The agent refuses the ringing phone: the caller keeps waiting in the same place, and is offered again."""
    desk_phone = ScriptedHandset()
    exchange.register("client:amy", desk_phone)
    exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    ticket = desk["mine"][0]
    await amy.post(f"/api/desk/tickets/{ticket['id']}/accept")
    await desk_phone.refuse()

    again = await amy.until("/api/desk", lambda d: any(c["status"] == "offered" for c in d["mine"]), "a second offer")

    assert again["mine"][0]["created_at"] == ticket["created_at"]
    assert not caller.ended


@pytest.mark.stands("R7")
async def test_three_silences_call_a_person(exchange: Exchange, caller: ScriptedHandset, amy: Person) -> None:
    """A caller who says nothing is not hung up on and not asked for ever."""
    exchange.call(caller)
    for _ in range(3):
        await caller.silence()

    await caller.until_held()
    desk = await amy.until("/api/desk", lambda d: d["mine"], "an offer")
    assert desk["mine"][0]["reason"] == "failures"


@pytest.mark.stands("R6")
async def test_hanging_up_in_the_queue_takes_the_ticket_away(
    exchange: Exchange, caller: ScriptedHandset, amy: Person, olivia: Person
) -> None:
    """No agent is rung for a caller who is gone."""
    exchange.call(caller)
    await caller.press("1")
    await caller.press("0")
    await caller.until_held()
    await amy.until("/api/desk", lambda d: d["mine"], "an offer")

    caller.hangup()

    await amy.until("/api/desk", lambda d: not d["mine"] and not d["queue"], "an empty desk")
    board = await olivia.get("/api/board")
    assert board["sessions"][0]["outcome"] == "abandoned_in_queue"


@pytest.mark.stands("R1")
async def test_a_hanging_bot_is_answered_for_in_time(
    exchange: Exchange, caller: ScriptedHandset, rasa: FakeRasa
) -> None:
    """Rasa hangs: within the deadline the caller hears an apology and the menu, and later turns work again."""
    rasa.mood = "hangs"
    exchange.call(caller)
    await caller.press("1")
    await caller.speak("where is my parcel")
    await caller.until_listening()
    assert any("press 1" in text.lower() for text in caller.heard[-8:])

    rasa.mood = "fine"
    await caller.speak("where is my parcel")
    await caller.until_heard("You said: where is my parcel")


async def test_asking_the_bot_for_a_person(
    exchange: Exchange, caller: ScriptedHandset, rasa: FakeRasa, amy: Person
) -> None:
    """The words for it work in the talk with the bot too."""
    rasa.answers["let me talk to somebody"] = HUMAN
    exchange.call(caller)
    await caller.press("1")
    await caller.press("3")
    await caller.speak("let me talk to somebody")

    await caller.until_held()
    assert (await amy.until("/api/desk", lambda d: d["mine"], "an offer"))["mine"][0]["reason"] == "asked"
