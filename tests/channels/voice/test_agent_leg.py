"""The agent's leg: briefed, one key, put through; nobody who was not rung gets in."""

import asyncio

import pytest

from frontdesk.core.inputs import AgentJoined, AgentLeft, OfferDeclined
from tests.channels.voice.conftest import CALL, LEG, Carrier
from tests.channels.voice.house import House

SESSION, TICKET = "S-1", "T-S-1-1"
ON_LEG = f"/twilio/agent/leg?ticket={TICKET}"
ON_ANSWER = f"/twilio/agent/answer?ticket={TICKET}"
ON_STATUS = f"/twilio/agent/status?ticket={TICKET}"


@pytest.fixture
async def rung(carrier: Carrier, house: House) -> Carrier:
    """A caller waits, Amy took the offer and her phone rings."""
    await carrier.post("/twilio/voice")
    await carrier.post("/twilio/voice/turn?step=1", Digits="0")
    house.change(SESSION, status="accepted", agent="amy", agent_name="Amy", leg=LEG)
    carrier.sid = LEG
    return carrier


def agents_doings(house: House) -> list[object]:
    return [one for one in house.taken if isinstance(one, AgentJoined | AgentLeft | OfferDeclined)]


async def test_the_agent_hears_the_summary_and_is_asked_twice(rung: Carrier) -> None:
    """Summary and one key; the question again; then the call goes back to the queue."""
    page = await rung.post(ON_LEG)
    assert page.verbs() == ["Gather", "Gather", "Redirect"]
    press = "Press 1 to take the call, or 2 to decline."
    assert page.words() == ["Order 1 0 0 2 3 is late.", press, press]
    assert all(gather.get("timeout") == "8" and gather.get("numDigits") == "1" for gather in page.all("Gather"))
    assert page.one("Redirect").text == f"https://desk.example.com{ON_ANSWER}&silent=1"


async def test_a_chinese_summary_is_told_in_chinese(rung: Carrier, house: House) -> None:
    """The question follows the summary's language."""
    house.whispers = ("订单 1 0 0 2 3 晚到", "zh")
    page = await rung.post(ON_LEG)
    assert {say.get("language") for say in page.all("Say")} == {"cmn-CN"}


async def test_without_a_summary_the_agent_is_still_asked(rung: Carrier, house: House) -> None:
    """Nothing to tell is no reason to keep a caller waiting."""
    house.whispers = None
    assert (await rung.post(ON_LEG)).words()[0] == "A customer is waiting to talk to you."


async def test_one_puts_the_agent_through_once(rung: Carrier, house: House) -> None:
    """Key 1: into the ticket's room; repeats of the request are the same bytes and one effect."""
    pages = await asyncio.gather(*(rung.post(ON_ANSWER, Digits="1") for _ in range(20)))
    assert {page.body for page in pages} == {pages[0].body}
    assert pages[0].verbs() == ["Dial", "Hangup"]
    room = pages[0].one("Conference")
    assert (room.text, room.get("startConferenceOnEnter"), room.get("endConferenceOnExit")) == (TICKET, "true", "true")
    assert agents_doings(house) == [AgentJoined(at=1_700_000_000.0, agent="amy", ticket=TICKET)]


async def test_caller_and_agent_meet_in_the_same_room(rung: Carrier) -> None:
    """What the moved caller gets is the room the agent entered."""
    agents = (await rung.post(ON_ANSWER, Digits="1")).one("Conference").text
    rung.sid = CALL
    assert (await rung.post("/twilio/voice/now?step=4")).one("Conference").text == agents


@pytest.mark.parametrize(
    ("form", "query", "reason"),
    [({"Digits": "2"}, "", "declined"), ({"Digits": ""}, "&silent=1", "no_answer"), ({}, "", "no_answer")],
)
async def test_any_other_key_or_none_gives_the_caller_back(
    rung: Carrier, house: House, form: dict[str, str], query: str, reason: str
) -> None:
    """The agent is thanked and hung up; the session is told why, once."""
    pages = [await rung.post(ON_ANSWER + query, **form) for _ in range(2)]
    assert pages[0].body == pages[1].body
    assert pages[0].verbs() == ["Say", "Hangup"]
    await rung.post(ON_STATUS, CallStatus="completed")
    assert [(one.agent, one.reason) for one in agents_doings(house)] == [("amy", reason)]  # type: ignore[attr-defined]


@pytest.mark.parametrize("path", [ON_LEG, ON_ANSWER])
@pytest.mark.parametrize("status", ["waiting", "offered", "abandoned", "expired", "wrap_up", "closed"])
async def test_who_comes_too_late_is_told_so(rung: Carrier, house: House, path: str, status: str) -> None:
    """The caller is gone or someone else's: the agent hears it and is hung up."""
    house.change(SESSION, status=status)
    page = await rung.post(path, Digits="1")
    assert page.words() == ["The customer is no longer waiting for you. Goodbye."]
    assert page.verbs() == ["Say", "Hangup"]
    assert agents_doings(house) == []


@pytest.mark.parametrize("path", ["/twilio/agent/leg", "/twilio/agent/answer?ticket=T-none", "/twilio/agent/status"])
async def test_an_unknown_ticket_is_nobodys(rung: Carrier, house: House, path: str) -> None:
    """No ticket of that name: told in both languages, nothing happens."""
    page = await rung.post(path, Digits="1", CallStatus="completed")
    assert page.status == 204 or page.verbs() == ["Say", "Say", "Hangup"]
    assert agents_doings(house) == []


async def test_a_leg_that_was_given_up_has_no_say(rung: Carrier, house: House) -> None:
    """Bob's phone was rung meanwhile: Amy's late key, refusal and hang-up change nothing."""
    house.change(SESSION, agent="bob", leg="CA" + "5" * 32)
    assert (await rung.post(ON_ANSWER, Digits="1")).verbs() == ["Say", "Hangup"]
    await rung.post(ON_ANSWER, Digits="2")
    await rung.post(ON_STATUS, CallStatus="no-answer")
    house.change(SESSION, status="offered", leg=None)
    await rung.post(ON_STATUS, CallStatus="canceled")
    assert agents_doings(house) == []


@pytest.mark.parametrize(
    ("state", "reason"),
    [("no-answer", "leg_failed"), ("busy", "leg_failed"), ("failed", "leg_failed"), ("completed", "no_answer")],
)
async def test_a_leg_that_ends_before_joining_gives_the_caller_back(
    rung: Carrier, house: House, state: str, reason: str
) -> None:
    """Not answered, busy, failed, or hung up during the summary: back to the queue, once."""
    for told in ("initiated", "ringing", state, state):
        assert (await rung.post(ON_STATUS, CallStatus=told)).status == 204
    assert [one.reason for one in agents_doings(house)] == [reason]  # type: ignore[attr-defined]


async def test_the_agent_hanging_up_ends_the_talk_once(rung: Carrier, house: House) -> None:
    """The agent's status and the caller's Dial tell the same end; the caller goes on to the effort question."""
    await rung.post(ON_ANSWER, Digits="1")
    await rung.post(ON_STATUS, CallStatus="completed")
    rung.sid = CALL
    page = await rung.post("/twilio/voice/dial-ended?step=4", DialCallStatus="completed")
    assert page.words() == ["Was it easy, 1 to 7?"]
    assert [type(one) for one in agents_doings(house)] == [AgentJoined, AgentLeft]


@pytest.mark.parametrize("path", [ON_LEG, ON_ANSWER])
async def test_when_the_house_is_broken_the_agent_is_told(rung: Carrier, house: House, path: str) -> None:
    """Never the caller's apology on the agent's leg, never an error."""
    house.broken = ConnectionError("no database")
    page = await rung.post(path, Digits="1")
    assert page.verbs() == ["Say", "Say", "Hangup"]
