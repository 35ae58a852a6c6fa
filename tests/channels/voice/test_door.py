"""The caller's webhooks on a real server: every request an answer, every input one effect."""

import asyncio

import pytest

from frontdesk.core.errors import StaleSession
from frontdesk.core.inputs import (
    AgentJoined,
    AgentLeft,
    ContactLeft,
    ContactStarted,
    KeysPressed,
    NothingHeard,
    WordsSpoken,
)
from tests.channels.voice.conftest import CALL, Carrier
from tests.channels.voice.house import House

SESSION = "S-1"


async def queue_up(carrier: Carrier) -> None:
    """A call that asked for a person and waits: turns 1 and 2."""
    await carrier.post("/twilio/voice")
    await carrier.post("/twilio/voice/turn?step=1", Digits="0")


async def be_connected(carrier: Carrier, house: House) -> None:
    """A call that talks to Amy: turns 1 to 4."""
    await queue_up(carrier)
    house.change(SESSION, status="accepted", agent="amy")
    await house.tell(SESSION, AgentJoined(at=2.0, agent="amy"), "joined")


async def test_a_call_is_answered_and_led_on(carrier: Carrier, house: House) -> None:
    """Greeting, keys, words, silence, goodbye: each answer asks for the next step."""
    page = await carrier.post("/twilio/voice", CallStatus="ringing")
    assert page.words() == ["Hello."]
    page = await carrier.post(page.one("Gather").get("action"), Digits="12")
    assert page.words() == ["You pressed 12."]
    page = await carrier.post(page.one("Gather").get("action"), SpeechResult="我要查订单", Confidence="0.9")
    assert page.words() == ["You said 我要查订单"]
    page = await carrier.post(page.one("Redirect").text)
    assert page.words() == ["I heard nothing."]
    page = await carrier.post(page.one("Gather").get("action"), Digits="9")
    assert page.verbs() == ["Say", "Hangup"]
    kinds = [type(one) for one in house.taken]
    assert kinds == [ContactStarted, KeysPressed, WordsSpoken, NothingHeard, KeysPressed]


async def test_the_call_is_known_by_its_id_not_by_its_number(carrier: Carrier, house: House) -> None:
    """Two calls from one number, or from withheld ones, are two sessions."""
    await carrier.post("/twilio/voice", From="anonymous")
    carrier.sid = "CA" + "3" * 32
    await carrier.post("/twilio/voice", From="anonymous")
    assert list(house.addresses) == [f"voice:{CALL}", f"voice:{carrier.sid}"]
    assert {one.caller for one in house.taken if isinstance(one, ContactStarted)} == {None}


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("/twilio/voice", {"CallStatus": "ringing"}),
        ("/twilio/voice/turn?step=1", {"Digits": "0"}),
        ("/twilio/voice/turn?step=1&silent=1", {}),
        ("/twilio/voice/now?step=1", {}),
    ],
)
@pytest.mark.stands("R4")
async def test_twenty_of_the_same_are_one(carrier: Carrier, house: House, path: str, form: dict[str, str]) -> None:
    """Repeats, in parallel and one after another, get the same bytes and have one effect."""
    await carrier.post("/twilio/voice", CallStatus="ringing")
    before = len(house.taken)
    pages = await asyncio.gather(*(carrier.post(path, **form) for _ in range(20)))
    again = await carrier.post(path, **form)
    assert {page.body for page in pages} | {again.body} == {pages[0].body}
    assert len(house.taken) - before == (0 if path.endswith("voice") or "now" in path else 1)


@pytest.mark.stands("S3")
async def test_a_request_minutes_late_gets_its_turn_again_and_changes_nothing(carrier: Carrier, house: House) -> None:
    """A captured or delayed request renders what it rendered then, even when it brings other keys."""
    await carrier.post("/twilio/voice")
    first = await carrier.post("/twilio/voice/turn?step=1", Digits="12")
    await carrier.post("/twilio/voice/turn?step=2", Digits="13")
    taken = list(house.taken)
    assert (await carrier.post("/twilio/voice/turn?step=1", Digits="12")).body == first.body
    assert (await carrier.post("/twilio/voice/turn?step=1", Digits="99")).body == first.body
    assert house.taken == taken


@pytest.mark.parametrize("step", ["5", "99999999999", "-1", "x", "", "%EF%BC%91"])
async def test_a_step_that_was_never_asked_gets_the_present_turn(carrier: Carrier, house: House, step: str) -> None:
    """A number from the future, or none at all, changes nothing."""
    first = await carrier.post("/twilio/voice")
    page = await carrier.post(f"/twilio/voice/turn?step={step}", Digits="0")
    assert page.body == first.body
    assert len(house.taken) == 1


async def test_an_answer_counts_though_the_house_moved_on(carrier: Carrier, house: House) -> None:
    """The desk closed the ticket while the caller was being asked: the caller's answer is still taken, once."""
    await carrier.post("/twilio/voice")
    house.change(SESSION, status="closed")
    page = await carrier.post("/twilio/voice/turn?step=1", Digits="7")
    assert page.words() == ["You pressed 7."]


@pytest.mark.parametrize(
    "path", ["/twilio/voice/turn?step=5", "/twilio/voice/now?step=5", "/twilio/voice/dial-ended?step=5"]
)
@pytest.mark.stands("R8")
async def test_a_lost_call_begins_again_with_an_apology(carrier: Carrier, house: House, path: str) -> None:
    """No session is known of the call: sorry, and the greeting; asked again, the same bytes."""
    page = await carrier.post(path, Digits="1")
    assert page.words() == ["Sorry, we lost track of your call. Let's start again.", "Hello."]
    again = await carrier.post(path, Digits="1")
    assert again.body == page.body
    assert len(house.taken) == 1


@pytest.mark.parametrize("state", ["completed", "busy", "failed", "no-answer", "canceled"])
@pytest.mark.stands("R5")
async def test_a_call_ends_once(carrier: Carrier, house: House, state: str) -> None:
    """However it ended, however often and late the carrier says so, in whatever order."""
    await carrier.post("/twilio/voice")
    for told in (state, "in-progress", state, "completed", "ringing"):
        assert (await carrier.post("/twilio/voice/status", CallStatus=told)).status == 204
    assert [type(one) for one in house.taken] == [ContactStarted, ContactLeft]


@pytest.mark.stands("R5")
async def test_the_end_of_an_unknown_call_is_harmless(carrier: Carrier, house: House) -> None:
    """Nobody was there, so nobody left."""
    assert (await carrier.post("/twilio/voice/status", CallStatus="completed")).status == 204
    assert house.taken == []


async def test_what_comes_after_the_end_hears_it(carrier: Carrier, house: House) -> None:
    """Where an ended call stands is at its end."""
    await carrier.post("/twilio/voice")
    await carrier.post("/twilio/voice/status", CallStatus="completed")
    assert (await carrier.post("/twilio/voice/now?step=1")).verbs() == ["Hangup"]


async def test_who_waits_is_in_the_queue_and_hears_so(carrier: Carrier, house: House) -> None:
    """The queue is named by the ticket; in it, short honest words and a pause, both cut short by a key."""
    await carrier.post("/twilio/voice")
    page = await carrier.post("/twilio/voice/turn?step=1", Digits="0")
    assert page.one("Enqueue").text == "T-S-1-1"
    first = await carrier.post(page.one("Enqueue").get("waitUrl"))
    assert (first.verbs(), [verb.tag for verb in first.one("Gather")]) == (["Gather", "Redirect"], ["Pause"])
    wait = await carrier.post(first.one("Redirect").text)
    assert [verb.tag for verb in wait.one("Gather")] == ["Say", "Pause"]
    assert wait.words() == ["You are still in the queue."]
    assert (await carrier.post(first.one("Redirect").text)).words() == wait.words(), "the same stretch says the same"


async def test_waiting_needs_no_database(carrier: Carrier, house: House) -> None:
    """The store is down: a pause, and the caller keeps the place."""
    house.broken = ConnectionError("no database")
    assert (await carrier.post("/twilio/voice/wait?step=2&lang=zh")).verbs() == ["Pause"]


async def test_who_was_not_brought_over_leaves_the_queue_by_itself(carrier: Carrier, house: House) -> None:
    """The agent has joined but the call was not moved: the next stretch of waiting leads to the agent."""
    await be_connected(carrier, house)
    assert (await carrier.post("/twilio/voice/wait?step=2&lang=en")).verbs() == ["Leave"]
    page = await carrier.post("/twilio/voice/queue-left?step=2", QueueResult="leave")
    assert page.one("Conference").text == "T-S-1-1"


@pytest.mark.parametrize("result", ["bridged", "redirected", "redirected-from-bridged", "bridging-in-process", ""])
async def test_leaving_the_queue_leads_where_the_call_stands(carrier: Carrier, house: House, result: str) -> None:
    """Whether the carrier follows this answer or the move, it gets the same document."""
    await be_connected(carrier, house)
    left = await carrier.post("/twilio/voice/queue-left?step=2", QueueResult=result)
    assert left.body == (await carrier.post("/twilio/voice/now?step=4")).body


@pytest.mark.stands("R6")
async def test_hanging_up_in_the_queue_ends_the_contact_once(carrier: Carrier, house: House) -> None:
    """The queue's news and the call's status tell the same end."""
    await queue_up(carrier)
    assert (await carrier.post("/twilio/voice/queue-left?step=2", QueueResult="hangup")).verbs() == []
    await carrier.post("/twilio/voice/status", CallStatus="completed")
    assert [type(one) for one in house.taken].count(ContactLeft) == 1


@pytest.mark.parametrize("result", ["queue-full", "error", "system-error"])
async def test_a_queue_that_refuses_is_tried_again_and_then_waited_for(
    carrier: Carrier, house: House, result: str
) -> None:
    """The caller is never dropped: at once twice, then after a pause outside of the queue."""
    await queue_up(carrier)
    path, seen = "/twilio/voice/queue-left?step=2", []
    for _ in range(3):
        page = await carrier.post(path, QueueResult=result)
        seen.append(page.verbs())
        if "Enqueue" in page.verbs():
            path = str(page.one("Enqueue").get("action"))
    assert seen == [["Say", "Enqueue"], ["Say", "Enqueue"], ["Say", "Pause", "Redirect"]]


async def test_after_the_talk_comes_the_effort_question_once(carrier: Carrier, house: House) -> None:
    """The talk ended: the session is told once, and the answer asks how easy it was; repeats are the same bytes."""
    await be_connected(carrier, house)
    page = await carrier.post("/twilio/voice/dial-ended?step=4", DialCallStatus="completed")
    assert page.words() == ["Was it easy, 1 to 7?"]
    await carrier.post("/twilio/voice/turn?step=5", Digits="7")
    assert (await carrier.post("/twilio/voice/dial-ended?step=4", DialCallStatus="completed")).body == page.body
    assert [type(one) for one in house.taken].count(AgentLeft) == 1


async def test_the_desk_may_end_the_talk_first(carrier: Carrier, house: House) -> None:
    """Then the present turn is what comes after it."""
    await be_connected(carrier, house)
    await house.tell(SESSION, AgentLeft(at=3.0, agent="amy"), "desk-ended")
    page = await carrier.post("/twilio/voice/dial-ended?step=4", DialCallStatus="completed")
    assert page.words() == ["Was it easy, 1 to 7?"]


ROUTES = ["/twilio/voice", "/twilio/voice/turn?step=1", "/twilio/voice/now?step=1", "/twilio/voice/dial-ended?step=1"]


@pytest.mark.parametrize("path", ROUTES)
@pytest.mark.parametrize("error", [StaleSession("too busy"), ConnectionError("no database"), KeyError("x")])
@pytest.mark.stands("R3")
async def test_whatever_breaks_the_caller_hears_an_apology(
    carrier: Carrier, house: House, path: str, error: Exception
) -> None:
    """200 and valid TwiML: sorry in both languages, then one more look at the call."""
    house.broken = error
    page = await carrier.post(path)
    assert page.verbs() == ["Say", "Say", "Redirect"]
    assert page.one("Redirect").text == "https://desk.example.com/twilio/voice/now?tried=1"


@pytest.mark.stands("R1")
async def test_a_slow_house_is_answered_for_in_time(carrier: Carrier, house: House) -> None:
    """The answer comes by the deadline, with or without the house."""
    house.slow_s = 30.0
    async with asyncio.timeout(3):
        assert (await carrier.post("/twilio/voice")).verbs() == ["Say", "Say", "Redirect"]


@pytest.mark.stands("R8")
async def test_failing_twice_ends_the_call_politely(carrier: Carrier, house: House) -> None:
    """Followed with no input, a broken house ends within a few documents; a mended one goes on."""
    await carrier.post("/twilio/voice")
    house.broken = ConnectionError("no database")
    page = await carrier.post("/twilio/voice/turn?step=1", Digits="1")
    path = page.one("Redirect").text
    assert (await carrier.post(path)).verbs() == ["Say", "Say", "Hangup"]
    house.broken = None
    page = await carrier.post(path)
    assert page.words() == ["Hello."]
    house.broken = ConnectionError("no database")
    assert (await carrier.post(page.one("Redirect").text)).verbs() == ["Say", "Say", "Hangup"]


@pytest.mark.stands("S14")
async def test_failures_are_logged_with_an_id_and_without_the_caller(
    carrier: Carrier, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    """Who reads the log finds the failure, not a phone number."""
    house.broken = ConnectionError("no database")
    await carrier.post("/twilio/voice")
    assert "Failure '11111111-" in caplog.text
    assert "447700900123" not in caplog.text


@pytest.mark.parametrize(
    "form", [{}, {"ErrorCode": "11200", "ErrorUrl": "https://desk.example.com/x"}, {"ErrorUrl": "["}]
)
@pytest.mark.stands("R8")
async def test_the_fallback_needs_nothing(carrier: Carrier, house: House, form: dict[str, str]) -> None:
    """No Rasa, no database, no session, no call id: both languages and one more try."""
    house.broken = ConnectionError("no database")
    page = await carrier.post("/twilio/voice/fallback", **{"CallSid": "", **form})
    assert page.verbs() == ["Say", "Say", "Redirect"]
    assert [say.get("language") for say in page.all("Say")] == ["en-US", "cmn-CN"]


@pytest.mark.parametrize(
    ("path", "error_url"),
    [
        ("/twilio/voice/fallback?tried=1", ""),
        ("/twilio/voice/fallback", "https://desk.example.com/twilio/voice/now?step=3&tried=1"),
    ],
)
async def test_the_fallback_of_a_second_failure_ends_the_call(carrier: Carrier, path: str, error_url: str) -> None:
    """One more try was made already: say goodbye."""
    page = await carrier.post(path, ErrorCode="11200", ErrorUrl=error_url)
    assert page.verbs() == ["Say", "Say", "Hangup"]
