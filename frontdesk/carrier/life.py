"""A call from first ring to last callback: documents followed verb by verb, orders obeyed at once."""

import asyncio
from typing import Final

from frontdesk.carrier.dialling import dial
from frontdesk.carrier.directory import dialled
from frontdesk.carrier.leg import Leg, absolute
from frontdesk.carrier.signals import Incoming, PickedUp, Refused, Signal
from frontdesk.carrier.steps import End, Follow, Goto, Join, LeaveQueue, Step
from frontdesk.carrier.talk import gather, prompt, record
from frontdesk.carrier.talking import sit
from frontdesk.carrier.tasks import first_of
from frontdesk.carrier.twiml import BadTwiml, parse
from frontdesk.carrier.verbs import (
    Dial,
    Document,
    Enqueue,
    Gather,
    Hangup,
    Leave,
    Pause,
    Play,
    Record,
    Redirect,
    Reject,
    Say,
    Verb,
)
from frontdesk.carrier.waiting import Music, enqueue, hold
from frontdesk.carrier.webhook import WebhookFailed

APOLOGY: Final = "We are sorry, an application error has occurred. Goodbye."
SPEAKING: Final = (Say, Play, Pause, Gather, Record)
BROKEN: Final = End("The application failed.")


async def live(leg: Leg, first: Step) -> None:
    """Take one step after another until the end; an order (hang-up, REST) breaks into whatever goes on."""
    step = first
    end = End("The exchange closed.", "failed")
    try:
        while not isinstance(step, End):
            step = await first_of(leg.orders.get(), _follow(leg, step), _too_long(leg))
        end = step
    finally:
        leg.finish(end)


async def call_out(leg: Leg, ring_s: float, first: Step) -> None:
    """Ring a telephone; when it is answered the call goes on with `first`."""
    leg.handset.connect(leg.receive)
    leg.tell("initiated")
    leg.status = "ringing"
    leg.handset.show(Incoming(leg.parties.caller, dialled(leg.parties.called).parameters))
    leg.tell("ringing")
    try:
        with leg.listening() as ear:
            step = await first_of(leg.orders.get(), _picked_up(ear), _unanswered(leg, ring_s))
    except asyncio.CancelledError:
        leg.finish(End("The exchange closed.", "canceled"))
        raise
    if isinstance(step, End):
        leg.finish(step)
        return
    leg.answer()
    await live(leg, step or first)


async def _picked_up(ear: "asyncio.Queue[Signal]") -> Step | None:
    while True:
        match await ear.get():
            case PickedUp():
                return None
            case Refused():
                return End("The call was refused.", "busy")


async def _unanswered(leg: Leg, ring_s: float) -> End:
    await leg.services.ports.sleep(ring_s)
    return End("Nobody answered.", "no-answer")


async def _too_long(leg: Leg) -> End:
    since = leg.services.ports.clock() - leg.created_at
    await leg.services.ports.sleep(max(0.0, leg.services.limits.call_s - since))
    return End("The call reached its time limit.")


async def _follow(leg: Leg, step: Step) -> Step:
    match step:
        case Goto() | Follow():
            document = await _document(leg, step)
            return BROKEN if document is None else await _perform(leg, document)
        case Join(room, seat):
            held = await sit(leg, room, seat, held=lambda url: hold(leg, Music(url)))
            return held or End("The call is over.")
        case LeaveQueue():
            return leg.afterwards  # Leave outside a queue ends the document
        case End():
            return step


async def _document(leg: Leg, step: Goto | Follow) -> Document | None:
    """The document to follow, from the fallback address if need be; None when there is nothing left to follow."""
    if not leg.another_document():
        leg.mishap(11200, getattr(step, "url", ""), "Too many documents were followed without input from the person.")
        await _apologise(leg)
        return None
    try:
        return parse(step.twiml) if isinstance(step, Follow) else parse(*await leg.fetch(step))
    except (WebhookFailed, BadTwiml) as failure:
        url = failure.url if isinstance(failure, WebhookFailed) else getattr(step, "url", "")
        leg.mishap(failure.code, url, str(failure))
        return await _fallback(leg, step, failure.code, url)


async def _fallback(leg: Leg, step: Goto | Follow, code: int, url: str) -> Document | None:
    callbacks = leg.callbacks
    if not callbacks.fallback_url:
        await _apologise(leg)
        return None
    extra = {**(step.extra if isinstance(step, Goto) else {}), "ErrorCode": str(code), "ErrorUrl": url}
    try:
        return parse(*await leg.fetch(Goto(callbacks.fallback_url, callbacks.fallback_method, extra)))
    except (WebhookFailed, BadTwiml) as failure:
        leg.mishap(failure.code, callbacks.fallback_url, str(failure))
        await _apologise(leg)
        return None


async def _apologise(leg: Leg) -> None:
    leg.answer()
    await leg.handset.say(APOLOGY, "en-US", "")


async def _perform(leg: Leg, document: Document) -> Step:
    for verb in document.verbs:
        if not isinstance(verb, Reject):
            leg.answer()
        if isinstance(verb, SPEAKING):
            leg.resume()
        step = await _carry_out(leg, verb, document.url)
        if step is not None:
            return step
    return leg.afterwards


async def _carry_out(leg: Leg, verb: Verb, base: str) -> Step | None:
    match verb:
        case Say() | Play() | Pause():
            await prompt(leg, verb, base)
            return None
        case Gather():
            return await gather(leg, verb, base)
        case Record():
            return await record(leg, verb, base)
        case Redirect(url, method):
            return Goto(absolute(base, url), method)
        case Enqueue():
            return await enqueue(leg, verb, base)
        case Dial():
            return await dial(leg, verb, base, call_out)
        case Hangup():
            return End("The call was ended.")
        case Reject(reason):
            return End("The call was not taken.", "busy" if reason == "busy" else "no-answer")
        case Leave():
            return LeaveQueue()
