"""The queue: who waits hears where they stand, and the application is told how each left."""

from frontdesk.carrier.queues import MOST_QUEUES, Queues
from frontdesk.carrier.virtual_time import VirtualTime, counted_hex
from tests.unit.carrier.bench import Asked, Bench

ENQUEUE = '<Enqueue waitUrl="/wait" action="/left">{0}</Enqueue><Say>Back again.</Say>'


async def test_a_waiting_caller_is_told_their_position_over_and_over(desk: Bench) -> None:
    """The wait document is asked again when it ends, with position, size and time so far."""
    desk.app.at("/voice", ENQUEUE.format("support"))
    desk.app.at(
        "/wait", lambda asked: f"<Response><Say>{asked.form['QueuePosition']}</Say><Pause length='9'/></Response>"
    )
    first = await desk.caller().until_heard("1")
    second = await desk.caller().until_heard("2")
    first.hangup()
    await first.until_ended()
    await desk.time.advance(10)
    await second.until_heard("1")
    form = desk.app.asked_at("/wait")[-1].form
    assert (form["CurrentQueueSize"], form["QueueTime"], form["MaxQueueSize"]) == ("1", "10", "100")
    assert form["QueueSid"].startswith("QU")


async def test_hanging_up_frees_the_place_and_tells_the_action(desk: Bench) -> None:
    """QueueResult is hangup; the queue is empty afterwards."""
    desk.app.at("/voice", ENQUEUE.format("support"))
    desk.app.at("/wait", "<Pause length='5'/>")
    caller = desk.caller()
    await desk.app.until_asked("/wait")
    caller.hangup()
    form = (await desk.app.until_asked("/left")).form
    assert form["QueueResult"] == "hangup"
    assert len(desk.exchange.services.queues.named("support")) == 0


async def test_leave_follows_the_action(desk: Bench) -> None:
    """A key in the wait document can lead out of the queue; the action's document goes on."""
    desk.app.at("/voice", ENQUEUE.format("support"))
    desk.app.at("/wait", '<Gather numDigits="1" action="/key"><Say>Press 1 to leave.</Say></Gather>')
    desk.app.at("/key", "<Leave/>")
    desk.app.at("/left", "<Say>You left.</Say>")
    caller = await desk.caller().press("1")
    await caller.until_ended()
    assert desk.app.asked_at("/left")[0].form["QueueResult"] == "leave"
    assert caller.heard == ["Press 1 to leave.", "You left."]


async def test_without_action_the_document_goes_on(desk: Bench) -> None:
    """Leaving a queue that has no action continues with the next verb."""
    desk.app.at("/voice", '<Enqueue waitUrl="/wait">q</Enqueue><Say>Back again.</Say>')
    desk.app.at("/wait", "<Leave/>")
    assert (await desk.caller().until_ended()).heard == ["Back again."]


async def test_a_full_queue_turns_callers_away(desk: Bench) -> None:
    """The action hears queue-full at once."""
    desk.app.at("/voice", '<Enqueue waitUrl="/wait" action="/left" maxQueueSize="1">q</Enqueue>')
    desk.app.at("/wait", "<Pause length='5'/>")
    desk.app.at("/left", "<Say>Full.</Say>")
    desk.caller()
    await desk.app.until_asked("/wait")
    assert (await desk.caller().until_ended()).heard == ["Full."]
    assert desk.app.asked_at("/left")[0].form["QueueResult"] == "queue-full"


async def test_a_failing_wait_document_keeps_the_place(desk: Bench) -> None:
    """A caller does not lose the place because the wait document failed once: music, then it is asked again."""
    asked: list[Asked] = []

    def wait(one: Asked) -> str:
        asked.append(one)
        return (
            "<Response><Dial>+1</Dial></Response>" if len(asked) == 1 else "<Response><Say>Still here.</Say></Response>"
        )

    desk.app.at("/voice", ENQUEUE.format("support"))
    desk.app.at("/wait", wait)
    caller = desk.caller()
    await desk.app.until_asked("/wait")
    while not desk.exchange.mishaps:
        await desk.time.advance(0)
    await desk.time.advance(11)
    await caller.until_heard("Still here.")
    assert desk.exchange.mishaps[0].text == "A wait document may not hold Dial."


async def test_an_agent_who_dials_the_queue_gets_the_longest_waiting(desk: Bench) -> None:
    """Dial Queue bridges with the first in line; when they part the caller's action hears bridged."""
    desk.app.at("/voice", ENQUEUE.format("support"))
    desk.app.at("/wait", "<Pause length='500'/>")
    desk.app.at("/left", "<Say>How was it?</Say>")
    caller = desk.caller()
    await desk.app.until_asked("/wait")
    desk.app.at("/voice", "<Dial action='/served'><Queue>support</Queue></Dial>")
    desk.app.at("/served", "<Hangup/>")
    agent = desk.caller("+14155550999")
    await agent.until_bridged()
    caller.talk("hello")
    await agent.until_heard("hello")
    agent.hangup()
    await caller.until_ended()
    assert desk.app.asked_at("/left")[0].form["QueueResult"] == "bridged"
    assert caller.heard == ["How was it?"]


async def test_an_agent_who_dials_an_empty_queue_waits_in_vain(desk: Bench) -> None:
    """Nobody came before the timeout: no-answer."""
    desk.app.at("/voice", "<Dial timeout='20' action='/served'><Queue>nobody</Queue></Dial>")
    desk.app.at("/served", "<Hangup/>")
    agent = desk.caller()
    await desk.app.until_asked("/voice")
    while desk.app.asked_at("/served") == []:
        await desk.time.advance(5)
    await agent.until_ended()
    assert desk.app.asked_at("/served")[0].form["DialCallStatus"] == "no-answer"


def test_queues_used_once_are_forgotten() -> None:
    """However many names are used, only so many queues are kept; one with somebody in it is never lost."""
    time = VirtualTime()
    queues = Queues(time.clock, counted_hex())
    kept = queues.named("kept")
    with kept.place():
        for number in range(3 * MOST_QUEUES):
            queues.named(str(number))
        assert queues.named("kept") is kept
    assert len(queues) <= MOST_QUEUES
