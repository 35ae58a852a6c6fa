"""Conferences and bridges: what one says the others hear, and everyone's Dial ends as it should."""

from frontdesk.carrier.signals import Answered, Bridged, Held, Listening
from tests.unit.carrier.bench import Bench

ROOM = "<Dial action='/ended'><Conference {0}>{1}</Conference></Dial>"


async def test_two_calls_in_a_room_hear_each_other(desk: Bench) -> None:
    """Words go to the others in the room, with who said them, and to nobody else."""
    desk.app.at("/voice", ROOM.format("endConferenceOnExit='true'", "T-1"))
    desk.app.at("/ended", "<Say>The end.</Say>")
    one, two = desk.caller("+14155550001"), desk.caller("+14155550002")
    await one.until_bridged()
    await two.until_bridged()
    desk.app.at("/voice", ROOM.format("", "T-2"))
    stranger = await desk.caller().until_held()
    one.talk("你好")
    await two.until_heard("你好")
    assert two.transcript[0].speaker == "+14155550001"
    assert one.heard == stranger.heard == []
    two.hangup()
    await one.until_ended()
    form = desk.app.asked_at("/ended")[0].form
    assert (form["DialCallStatus"], form["CallStatus"]) == ("answered", "in-progress")
    assert one.heard == ["The end."]


async def test_a_conference_waits_for_whoever_starts_it(desk: Bench) -> None:
    """Until someone enters who starts the conference its wait document is heard."""
    desk.app.at("/voice", ROOM.format("startConferenceOnEnter='false' waitUrl='/music'", "T-1"))
    desk.app.at("/music", "<Say>One moment.</Say><Pause length='20'/>")
    one = await desk.caller().until_heard("One moment.")
    two = await desk.caller().until_heard("One moment.")
    one.talk("anybody?")
    desk.app.at("/voice", ROOM.format("", "T-1"))
    three = await desk.caller().until_bridged()
    await one.until_bridged()
    await two.until_bridged()
    three.talk("welcome")
    await one.until_heard("welcome")
    assert "anybody?" not in two.heard


async def test_a_room_goes_on_when_one_leaves_who_may(desk: Bench) -> None:
    """Without endConferenceOnExit the others stay; an empty room is forgotten."""
    desk.app.at("/voice", ROOM.format("", "T-1"))
    one, two = desk.caller(), desk.caller()
    await one.until_bridged()
    one.hangup()
    await one.until_ended()
    assert not two.ended
    assert len(desk.exchange.services.rooms) == 1
    two.hangup()
    await two.until_ended()
    assert len(desk.exchange.services.rooms) == 0


async def test_the_star_key_leaves_a_dial_that_allows_it(desk: Bench) -> None:
    """hangupOnStar ends the Dial, not the call."""
    desk.app.at("/voice", "<Dial hangupOnStar='true'><Conference>T-1</Conference></Dial><Say>And now?</Say>")
    one, two = desk.caller(), desk.caller()
    await one.until_bridged()
    await two.until_bridged()
    one.press_now("*")
    await one.until_heard("And now?")


async def test_a_client_who_answers_is_bridged(desk: Bench) -> None:
    """Dial Client rings a registered telephone; its whisper is heard by it alone; then both talk."""
    desk.app.at("/voice", "<Dial action='/ended'><Client url='/whisper'>amy?ticket=T-7</Client></Dial>")
    desk.app.at("/whisper", "<Say>A caller about an order.</Say>")
    desk.app.at("/ended", "<Say>Goodbye.</Say>")
    agent, caller = desk.agent(), desk.caller()
    await agent.pick_up()
    await caller.until_bridged()
    agent.talk("Hello, this is Amy.")
    await caller.until_heard("Hello, this is Amy.")
    agent.hangup()
    await caller.until_ended()
    assert agent.heard == ["A caller about an order."]
    whisper, ended = desk.app.asked_at("/whisper")[0].form, desk.app.asked_at("/ended")[0].form
    assert (whisper["Direction"], whisper["ParentCallSid"]) == ("outbound-dial", ended["CallSid"])
    assert (ended["DialCallStatus"], ended["DialCallSid"]) == ("completed", whisper["CallSid"])


async def test_a_client_who_does_not_answer(desk: Bench) -> None:
    """After the timeout the ringing stops and the action hears no-answer."""
    desk.app.at("/voice", "<Dial timeout='15' action='/ended'><Client>amy</Client></Dial>")
    desk.app.at("/ended", "<Hangup/>")
    agent, caller = desk.agent(), desk.caller()
    await agent.until_ringing()
    await desk.time.advance(16)
    await caller.until_ended()
    await agent.until_ended()
    assert desk.app.asked_at("/ended")[0].form["DialCallStatus"] == "no-answer"


async def test_a_client_who_refuses_or_is_not_there(desk: Bench) -> None:
    """Refusing is busy; nobody registered is no-answer; in another call is busy."""
    desk.app.at("/ended", "<Hangup/>")
    desk.app.at("/voice", "<Dial action='/ended'><Client>amy</Client></Dial>")
    await desk.caller().until_ended()
    agent, caller = desk.agent(), desk.caller()
    await agent.refuse()
    await caller.until_ended()
    third = desk.caller()
    await agent.pick_up()
    await third.until_bridged()
    await desk.caller().until_ended()
    assert [one.form["DialCallStatus"] for one in desk.app.asked_at("/ended")] == ["no-answer", "busy", "busy"]


async def test_the_first_to_answer_wins(desk: Bench) -> None:
    """Several telephones ring at once; when one answers the others stop."""
    desk.app.at("/voice", "<Dial><Client>amy</Client><Client>bob</Client></Dial>")
    amy, bob = desk.agent("amy"), desk.agent("bob")
    caller = desk.caller()
    await amy.until_ringing()
    await bob.pick_up()
    await caller.until_bridged()
    await amy.until_ended()
    assert not bob.ended


async def test_a_caller_who_hangs_up_stops_the_ringing(desk: Bench) -> None:
    """Nobody is rung for a caller who has gone."""
    desk.app.at("/voice", "<Dial><Client>amy</Client></Dial>")
    agent, caller = desk.agent(), desk.caller()
    await agent.until_ringing()
    caller.hangup()
    await agent.until_ended()
    assert (await desk.app.until_asked("/status")).form["CallStatus"] == "completed"


async def test_a_lone_guest_hears_that_they_are_held(desk: Bench) -> None:
    """Alone in a room one waits."""
    desk.app.at("/voice", ROOM.format("", "T-1"))
    caller = await desk.caller().until_held()
    assert caller.cues[-1] == Held()


async def test_after_a_talk_the_telephone_shows_the_call_again(desk: Bench) -> None:
    """When the application speaks after hold or a talk, the telephone is told that the call goes on."""
    desk.app.at("/voice", ROOM.format("endConferenceOnExit='true'", "T-1"))
    desk.app.at("/ended", "<Gather><Say>How was it?</Say></Gather>")
    one = await desk.caller().until_held()
    two = await desk.caller().until_bridged()
    two.hangup()
    await one.until_listening()
    assert [type(cue) for cue in one.cues] == [Answered, Held, Bridged, Answered, Listening]
