"""The voice door as one aiohttp application, to be mounted at `/twilio`: routes, the signature check, safe handlers."""

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Protocol

from aiohttp import web

from frontdesk.channels.voice.agent_leg import AgentLeg
from frontdesk.channels.voice.answers import Handler, safely
from frontdesk.channels.voice.callback import CallbackLeg
from frontdesk.channels.voice.door import CallerDoor
from frontdesk.channels.voice.fallback import Fallback
from frontdesk.channels.voice.helper_leg import HelperLeg
from frontdesk.channels.voice.late import PATH, Late
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.recording_door import RecordingDoor
from frontdesk.channels.voice.signature import Signatures, guard

NO_MORE: Mapping[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = MappingProxyType({})


class Texts(Protocol):
    """The webhook of text messages, which the same signature guards."""

    async def message(self, request: web.Request) -> web.Response: ...

    def sorry(self, request: web.Request) -> str: ...


def voice_app(
    deps: VoiceDeps,
    signatures: Signatures,
    texts: Texts | None = None,
    more: Mapping[str, Callable[[web.Request], Awaitable[web.StreamResponse]]] = NO_MORE,
) -> web.Application:
    """Mount it with `app.add_subapp("/twilio", voice_app(...))`; every route below needs the carrier's signature.

    `more`: other webhooks of the same carrier that answer with something else than a document.
    """
    app = web.Application(middlewares=[guard(signatures)])
    fallback = Fallback(deps.words, deps.base_url)
    door, late = CallerDoor(deps), Late(deps.words, deps.base_url, deps.patience_s)
    app.on_cleanup.append(late.close)
    caller = partial(safely, otherwise=fallback.for_caller, clock=deps.clock, deadline_s=deps.longest_s)
    queue = partial(safely, otherwise=fallback.for_queue, clock=deps.clock, deadline_s=deps.longest_s)
    agent = partial(safely, otherwise=fallback.for_agent, clock=deps.clock, deadline_s=deps.deadline_s)
    for path, handler in _callers(deps, door, fallback).items():
        app.router.add_post(path, late.in_time(caller(handler), late.caller))
    for path, handler in (("/voice/on-hold", door.on_hold), ("/voice/wait", door.wait)):
        app.router.add_post(path, late.in_time(queue(handler), late.queue))
    app.router.add_post(PATH, late.in_time(late.later(caller(door.now), caller(door.person)), late.caller, times=2))
    for path, handler in _agents(deps).items():
        app.router.add_post(path, agent(handler))
    for path, other in more.items():
        app.router.add_post(path, other)
    if texts is not None:
        app.router.add_post("/message", safely(texts.message, texts.sorry, deps.clock, deps.deadline_s))
    return app


def _callers(deps: VoiceDeps, door: CallerDoor, fallback: Fallback) -> dict[str, Handler]:
    """Where customers' calls come."""
    back = CallbackLeg(deps)
    return {
        "/voice": door.new_call,
        "/voice/turn": door.turn,
        "/voice/recorded": door.recorded,
        "/voice/now": door.now,
        "/voice/busy": door.busy,
        "/voice/queue-left": door.queue_left,
        "/voice/dial-ended": door.dial_ended,
        "/voice/status": door.status,
        "/voice/recording": RecordingDoor(deps).status,
        "/voice/fallback": fallback.route,
        "/voice/callback": back.picked_up,
        "/voice/callback-answer": back.answer,
        "/voice/callback-status": back.status,
    }


def _agents(deps: VoiceDeps) -> dict[str, Handler]:
    """Where the calls of our own people come."""
    leg = AgentLeg(deps)
    return {
        "/agent/leg": leg.leg,
        "/agent/answer": leg.answer,
        "/agent/status": leg.status,
        "/agent/helper-status": HelperLeg(deps).status,
    }
