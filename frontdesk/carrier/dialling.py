"""The Dial verb: ring telephones, sit in a conference, fetch the next from a queue. Must not know documents."""

import asyncio
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from typing import Any

from frontdesk.carrier.directory import dialled
from frontdesk.carrier.leg import Callbacks, Leg, Parties, absolute
from frontdesk.carrier.rooms import Room, Seat
from frontdesk.carrier.signals import Ringing
from frontdesk.carrier.steps import End, Goto, Join, Status, Step
from frontdesk.carrier.talking import sit
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.verbs import Conference, Dial, Number, Queue
from frontdesk.carrier.waiting import Music, hold

CallOut = Callable[[Leg, float, Step], Coroutine[Any, Any, None]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a Dial ended: its status for the action, the call it reached, or the step that cut it short."""

    status: str
    child: Leg | None = None
    cut: End | None = None


async def dial(leg: Leg, verb: Dial, base: str, call_out: CallOut) -> Step | None:
    """Carry out a Dial; its action, or None to go on with the next verb."""
    began = leg.services.ports.clock()
    match verb.targets:
        case Conference() as conference:
            outcome = await _confer(leg, verb, conference, base)
        case Queue(name):
            outcome = await _serve(leg, verb, name)
        case numbers:
            outcome = await _ring(leg, verb, _Ring(numbers, base, call_out))
    if outcome.cut is not None or not verb.action:
        return outcome.cut
    seconds = outcome.child.duration if outcome.child else leg.services.ports.clock() - began
    extra = {"DialCallStatus": outcome.status, "DialBridged": str(outcome.status in {"completed", "answered"}).lower()}
    if outcome.status in {"completed", "answered"}:
        extra["DialCallDuration"] = str(int(seconds))
    if outcome.child is not None:
        extra["DialCallSid"] = outcome.child.sid
    return Goto(absolute(base, verb.action), verb.method, extra)


async def _confer(leg: Leg, verb: Dial, conference: Conference, base: str) -> Outcome:
    room = leg.services.rooms.named(conference.name)
    seat = Seat(conference.start_on_enter, conference.end_on_exit, conference.muted, conference.label)
    music = Music(absolute(base, conference.wait_url) if conference.wait_url else "", conference.wait_method)
    cut = await _for_a_while(
        leg,
        verb,
        sit(leg, room, seat, lambda: hold(leg, music), verb.hangup_on_star, lambda url: hold(leg, Music(url))),
    )
    return Outcome("answered", cut=cut)


async def _for_a_while(leg: Leg, verb: Dial, sitting: Coroutine[Any, Any, End | None]) -> End | None:
    """Sit, but no longer than the Dial's timeLimit."""
    step = await first_of(sitting, leg.services.ports.sleep(verb.time_limit))
    return step if isinstance(step, End) else None


async def _serve(leg: Leg, verb: Dial, name: str) -> Outcome:
    """Talk with whoever has waited longest in a queue; wait for someone to come for `timeout` seconds."""
    room = leg.services.rooms.unnamed(name)
    if not await first_of(_next_in(leg, name, room), _no(leg, verb.timeout)):
        return Outcome("no-answer")
    return Outcome("completed", cut=await _for_a_while(leg, verb, sit(leg, room, Seat(ends=True))))


async def _next_in(leg: Leg, name: str, room: Room) -> bool:
    queues = leg.services.queues
    while not queues.named(name).call_next(room):
        await queues.arrival()
    return True


async def _no(leg: Leg, seconds: float) -> bool:
    await leg.services.ports.sleep(seconds)
    return False


@dataclass(frozen=True, slots=True)
class _Ring:
    numbers: tuple[Number, ...]
    base: str
    call_out: CallOut


async def _ring(leg: Leg, verb: Dial, ring: _Ring) -> Outcome:
    """Ring all at once; the first to answer is bridged, the others are called off."""
    room = leg.services.rooms.unnamed()
    leg.handset.show(Ringing())
    children: list[Leg] = []
    failures: list[Status] = []
    try:
        for number in ring.numbers:
            child = _child(leg, verb, number)
            if isinstance(child, Leg):
                children.append(child)
                _start(leg, child, number, room, ring, verb.timeout)
            else:
                failures.append(child)
        await first_of(room.taken.wait(), _all_over(children))
        if not room.taken.is_set():
            return Outcome(
                _worst([*failures, *(child.status for child in children)]), children[0] if children else None
            )
        winner = next((child for child in children if child in room), children[0])
        _call_off(child for child in children if child is not winner)
        cut = await _for_a_while(leg, verb, sit(leg, room, Seat(ends=True)))
        return Outcome("completed", winner, cut)
    finally:
        _call_off(children)


def _child(leg: Leg, verb: Dial, number: Number) -> Leg | Status:
    to = dialled(number.address)
    handset = leg.services.directory.take(to.address)
    if isinstance(handset, str):
        return handset
    parties = Parties(verb.caller_id or leg.parties.caller, number.address, "outbound-dial", leg.sid)
    events = number.status_events if number.status_callback else frozenset[str]()
    return leg.calls.begin(parties, handset, Callbacks(status_url=number.status_callback, events=events))


def _start(leg: Leg, child: Leg, number: Number, room: Room, ring: _Ring, timeout: float) -> None:
    child.afterwards = Join(room)
    first: Step = Goto(absolute(ring.base, number.url), number.method) if number.url else Join(room)
    leg.services.tasks.start(ring.call_out(child, timeout, first), f"call {child.sid}")


async def _all_over(children: list[Leg]) -> None:
    await asyncio.gather(*(child.over.wait() for child in children))


def _worst(statuses: list[Status]) -> Status:
    """What the caller is told when several telephones were rung in vain."""
    return next((status for status in ("busy", "no-answer", "failed", "canceled") if status in statuses), "no-answer")


def _call_off(children: "list[Leg] | Any") -> None:
    for child in children:
        if not child.over.is_set():
            answered = child.answered_at is not None
            child.order(End("The other side hung up.", "completed" if answered else "canceled"))
