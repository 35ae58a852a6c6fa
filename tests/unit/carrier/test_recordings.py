"""Recordings by REST: the official client starts and pauses them; what passed in a pause is not in the file."""

import asyncio

import pytest
from twilio.base.exceptions import TwilioRestException
from twilio.rest import Client

from tests.keypad_tones import keys_in, seconds_of
from tests.unit.carrier.bench import Bench
from tests.unit.carrier.test_rest import api, official

__all__ = ["api", "official"]  # the fixtures
MENU = '<Gather numDigits="4" action="/voice" timeout="60"><Say>Please key it in.</Say></Gather>'


async def change(official: Client, call: str, status: str, **more: str) -> None:
    current = official.calls(call).recordings("Twilio.CURRENT")
    await asyncio.to_thread(current.update, status=status, **more)


@pytest.mark.stands("S14")
@pytest.mark.parametrize("behaviour", ["skip", "silence"])
async def test_keys_pressed_in_a_pause_are_not_in_the_file(desk: Bench, official: Client, behaviour: str) -> None:
    """S14: the tones before and after are heard in it; the pause is silence, or not there at all."""
    desk.app.at("/voice", MENU)
    caller = await desk.caller().until_listening()
    call = desk.app.asked_at("/voice")[0].form["CallSid"]
    start = official.calls(call).recordings.create
    told = {"recording_status_callback": desk.url("/status-of-recording")}
    made = await asyncio.to_thread(start, recording_status_callback_event=["completed"], **told)
    assert (made.status, made.call_sid) == ("in-progress", call)
    await caller.press("1470")
    await desk.app.until_asked("/voice", 2)
    await change(official, call, "paused", pause_behavior=behaviour)
    await caller.press("4321")
    await desk.app.until_asked("/voice", 3)
    await caller.until_listening()
    await desk.time.advance(20)
    await change(official, call, "in-progress")
    await caller.press("2580")
    await desk.app.until_asked("/voice", 4)
    caller.hangup()
    form = (await desk.app.until_asked("/status-of-recording")).form
    assert (form["RecordingSid"], form["RecordingStatus"], form["CallSid"]) == (made.sid, "completed", call)
    assert form["RecordingUrl"].endswith(f"/Recordings/{made.sid}")
    sound = desk.exchange.services.recordings[made.sid]
    assert keys_in(sound) == "14702580"
    assert (seconds_of(sound) >= 20) == (behaviour == "silence")
    assert int(form["RecordingDuration"]) == round(seconds_of(sound))


async def test_a_recording_is_stopped_fetched_and_deleted(desk: Bench, official: Client) -> None:
    """After `stopped` nothing more is recorded, and there is no current one; a deleted file is gone."""
    desk.app.at("/voice", MENU)
    caller = await desk.caller().until_listening()
    call = desk.app.asked_at("/voice")[0].form["CallSid"]
    made = await asyncio.to_thread(official.calls(call).recordings.create)
    caller.press_now("147")
    caller.talk("That is all I wanted to say.")
    await change(official, call, "stopped")
    caller.press_now("258")
    with pytest.raises(TwilioRestException) as refused:
        await change(official, call, "paused")
    assert (refused.value.status, refused.value.code) == (404, 20404)
    assert keys_in(desk.exchange.services.recordings[made.sid]) == "147"
    await asyncio.to_thread(official.recordings(made.sid).delete)
    assert made.sid not in desk.exchange.services.recordings
    caller.hangup()


async def test_only_a_call_in_progress_is_recorded(desk: Bench, official: Client) -> None:
    """A call that is over, or none, is refused as Twilio refuses it."""
    desk.app.at("/voice", "<Hangup/>")
    await desk.caller().until_ended()
    call = desk.app.asked_at("/voice")[0].form["CallSid"]
    with pytest.raises(TwilioRestException) as refused:
        await asyncio.to_thread(official.calls(call).recordings.create)
    assert refused.value.code == 21220
    with pytest.raises(TwilioRestException) as unknown:
        await asyncio.to_thread(official.calls("CA" + "9" * 32).recordings.create)
    assert unknown.value.status == 404
