"""Waiting: the Enqueue verb, and what is heard meanwhile. A wait document is asked again each time it ends."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from frontdesk.carrier.leg import Leg, absolute
from frontdesk.carrier.queues import Place, Waiting
from frontdesk.carrier.rooms import Seat
from frontdesk.carrier.signals import Held
from frontdesk.carrier.steps import End, Goto, LeaveQueue, Step
from frontdesk.carrier.talk import gather, prompt
from frontdesk.carrier.talking import sit
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.twiml import BadTwiml, parse
from frontdesk.carrier.verbs import (
    Document,
    Enqueue,
    Gather,
    Hangup,
    Leave,
    Method,
    Pause,
    Play,
    Redirect,
    Say,
    Verb,
)
from frontdesk.carrier.webhook import WebhookFailed

IN_QUEUE: Final = frozenset({Say, Play, Pause, Gather, Redirect, Leave, Hangup})
IN_ROOM: Final = frozenset({Say, Play, Pause, Redirect, Hangup})


def _nothing() -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Music:
    """What to play to someone who waits: the document's address, what to tell it, the verbs it may hold."""

    url: str
    method: Method = "POST"
    figures: Callable[[], Mapping[str, str]] = _nothing
    allowed: frozenset[type] = IN_ROOM


async def hold(leg: Leg, music: Music) -> Step:
    """Play wait documents over and over; ends only when one of them says Leave or Hangup."""
    again = Goto(music.url, music.method)
    goto = again
    while True:
        document = await _wait_document(leg, replace(goto, extra={**music.figures(), **goto.extra}), music.allowed)
        step = await _play(leg, document)
        if isinstance(step, End | LeaveQueue):
            return step
        goto = step if isinstance(step, Goto) else again
        if not any(goto.extra.values()):  # a key or words are answered at once; all else takes its time
            await leg.services.ports.sleep(leg.services.limits.hold_round_s)


async def _wait_document(leg: Leg, goto: Goto, allowed: frozenset[type]) -> Document:
    """The document to play now; when there is none to be had, a stretch of music."""
    music = Document((Play(""),), goto.url)
    if not goto.url:
        return music
    try:
        document = parse(*await leg.fetch(goto))
    except (WebhookFailed, BadTwiml) as failure:
        leg.mishap(failure.code, goto.url, str(failure))
        return music
    strangers = sorted({type(verb).__name__ for verb in document.verbs if type(verb) not in allowed})
    if strangers:
        leg.mishap(12200, goto.url, f"A wait document may not hold {', '.join(strangers)}.")
        return music
    return document


async def _play(leg: Leg, document: Document) -> Step | None:
    for verb in document.verbs:
        step = await _play_one(leg, verb, document.url)
        if step is not None:
            return step
    return None


async def _play_one(leg: Leg, verb: Verb, base: str) -> Step | None:
    match verb:
        case Say():
            await prompt(leg, verb, base)
        case Pause(length):
            await leg.services.ports.sleep(length)
        case Play(url):  # a telephone that plays nothing still waits
            sound = prompt(leg, verb, base) if url else leg.services.ports.sleep(0)
            await asyncio.gather(sound, leg.services.ports.sleep(leg.services.limits.music_s))
        case Gather():
            return await gather(leg, verb, base)
        case Redirect(url, method):
            return Goto(absolute(base, url), method)
        case Leave():
            return LeaveQueue()
        case Hangup():
            return End("The call was ended.")
    return None


async def enqueue(leg: Leg, verb: Enqueue, base: str) -> Step | None:
    """Wait in a queue. Its action is asked when the call leaves: followed, or only told if the call is moved or over."""
    queue = leg.services.queues.named(verb.name)
    if len(queue) >= verb.max_size:
        return _left(verb, base, {"QueueResult": "queue-full"})
    leg.park()
    leg.handset.show(Held())
    with queue.place() as place:
        try:
            step = await _wait_in(leg, verb, base, queue, place)
        except asyncio.CancelledError:
            if leg.ordered is not None:
                result = "hangup" if isinstance(leg.ordered, End) else "redirected"
                _tell_left(leg, _left(verb, base, _result(queue, place, result)))
            raise
        if isinstance(step, End):
            _tell_left(leg, _left(verb, base, _result(queue, place, "hangup")))
            return step
        return _left(verb, base, _result(queue, place, "leave" if place.room is None else "bridged"))


async def _wait_in(leg: Leg, verb: Enqueue, base: str, queue: Waiting, place: Place) -> Step | None:
    music = Music(
        url=absolute(base, verb.wait_url) if verb.wait_url else "",
        method=verb.wait_method,
        figures=lambda: queue.figures(place, verb.max_size),
        allowed=IN_QUEUE,
    )
    step: Step | bool = await first_of(place.called.wait(), hold(leg, music))
    if place.room is not None:
        return await sit(leg, place.room, Seat(ends=True))
    return step if isinstance(step, End) else None


def _result(queue: Waiting, place: Place, result: str) -> dict[str, str]:
    return {"QueueResult": result, "QueueSid": queue.sid, "QueueTime": str(queue.waited(place))}


def _left(verb: Enqueue, base: str, extra: Mapping[str, str]) -> Goto | None:
    return Goto(absolute(base, verb.action), verb.method, extra) if verb.action else None


def _tell_left(leg: Leg, goto: Goto | None) -> None:
    if goto is not None:
        leg.notify(goto)
