"""The voice door as one aiohttp application, to be mounted at `/twilio`: routes, the signature check, safe handlers."""

from aiohttp import web

from frontdesk.channels.voice.agent_leg import AgentLeg
from frontdesk.channels.voice.answers import Handler, safely
from frontdesk.channels.voice.door import CallerDoor
from frontdesk.channels.voice.fallback import Fallback
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import Signatures, guard


def voice_app(deps: VoiceDeps, signatures: Signatures) -> web.Application:
    """Mount it with `app.add_subapp("/twilio", voice_app(...))`; every route below needs the carrier's signature."""
    app = web.Application(middlewares=[guard(signatures)])
    fallback = Fallback(deps.words, deps.base_url)
    door, leg = CallerDoor(deps), AgentLeg(deps)
    caller: dict[str, Handler] = {
        "/voice": door.new_call,
        "/voice/turn": door.turn,
        "/voice/now": door.now,
        "/voice/queue-left": door.queue_left,
        "/voice/dial-ended": door.dial_ended,
        "/voice/status": door.status,
        "/voice/fallback": fallback.route,
    }
    agent: dict[str, Handler] = {"/agent/leg": leg.leg, "/agent/answer": leg.answer, "/agent/status": leg.status}
    for path, handler in caller.items():
        app.router.add_post(path, safely(handler, fallback.for_caller, deps.clock, deps.deadline_s))
    for path, handler in agent.items():
        app.router.add_post(path, safely(handler, fallback.for_agent, deps.clock, deps.deadline_s))
    app.router.add_post("/voice/wait", safely(door.wait, fallback.for_queue, deps.clock, deps.deadline_s))
    return app
