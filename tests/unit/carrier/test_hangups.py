"""Hanging up at any moment: every call is told over exactly once and nothing is left behind."""

import asyncio

import pytest

from tests.unit.carrier.bench import Bench

JOURNEYS = {
    "menu": {
        "/voice": '<Gather numDigits="1" action="/turn"><Say>Press 1.</Say></Gather>',
        "/turn": "<Say>Thanks.</Say>",
    },
    "queue": {
        "/voice": '<Say>Hello.</Say><Enqueue waitUrl="/wait" action="/left">support</Enqueue>',
        "/wait": "<Say>Please wait.</Say><Pause length='9'/>",
    },
    "queue, left, room": {
        "/voice": '<Enqueue waitUrl="/wait" action="/left">support</Enqueue>',
        "/wait": "<Leave/>",
        "/left": "<Dial action='/ended'><Conference waitUrl='/wait2'>T-1</Conference></Dial>",
        "/wait2": "<Say>Soon.</Say><Pause length='9'/>",
        "/ended": "<Hangup/>",
    },
    "agent": {
        "/voice": "<Dial action='/ended'><Client url='/whisper'>amy</Client></Dial>",
        "/whisper": "<Say>A caller.</Say>",
        "/ended": "<Say>Goodbye.</Say><Hangup/>",
    },
    "broken": {"/voice": "<Sya/>", "/fallback": "<Say>Sorry.</Say><Redirect>/voice</Redirect>"},
}


@pytest.mark.parametrize("journey", sorted(JOURNEYS))
async def test_whenever_the_caller_hangs_up_nothing_is_left(desk: Bench, journey: str) -> None:
    """After any number of turns of the loop: one completed callback, no place, seat, engaged telephone or task."""
    for path, body in JOURNEYS[journey].items():
        desk.app.at(path, body)
    services = desk.exchange.services
    agent = desk.agent(picks_up=True)
    for turns in [*range(12), 15, 20, 30, 45, 70, 110, 170]:
        caller = desk.caller()
        for _ in range(turns):
            await asyncio.sleep(0.0002)
        caller.hangup()
        caller.hangup()
        await caller.until_ended()
        async with asyncio.timeout(5):
            await desk.exchange.settle()
        assert desk.exchange.calls_under_way == len(services.rooms) == len(services.queues.named("support")) == 0
        assert services.directory.engage(agent)
        services.directory.release(agent)
    over = [one.form["CallSid"] for one in desk.app.asked_at("/status") if one.form["CallStatus"] == "completed"]
    assert len(over) == len(set(over)) == 19


async def test_many_hang_up_at_once(desk: Bench) -> None:
    """Fifty in a queue, all gone in one moment: each is told, the queue is empty."""
    for path, body in JOURNEYS["queue"].items():
        desk.app.at(path, body)
    callers = [desk.caller() for _ in range(50)]
    await asyncio.gather(*(caller.until_heard("Please wait.") for caller in callers))
    for caller in callers:
        caller.hangup()
    await desk.app.until_asked("/left", 50)
    await desk.app.until_asked("/status", 50)
    assert {one.form["QueueResult"] for one in desk.app.asked_at("/left")} == {"hangup"}
    assert len(desk.exchange.services.queues.named("support")) == 0
