"""When a call may be recorded, and what its session writes down about it. Pure; `recording.py` has the carrier do it.

Nothing is recorded before the caller agreed, while a secret is asked for, while the agent has it pause, or while nobody talks
with the caller: in the queue and on hold. It is the caller's own leg that is recorded, so an agent's briefing, advice and
consultations are never in it.
"""

from frontdesk.core.exits import Exit, ToHandoff
from frontdesk.core.recording import (
    RecordingEnded,
    RecordingIs,
    RecordingPaused,
    RecordingResumed,
    RecordingStarted,
    RecordingTold,
    Why,
)
from frontdesk.core.rooms import State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForAgent, ForCustomer
from frontdesk.core.words import Words


def wanted(state: State) -> RecordingIs:
    """What the recording should be doing: `on`, `paused`, or nothing at all."""
    if state.over or not state.recordable or state.facts.get("recording") != "yes":
        return ""
    return "paused" if why_paused(state) else "on"


def why_paused(state: State) -> Why:
    """Why nothing may be recorded just now; empty when it may."""
    if isinstance(state.wait, ForCustomer) and state.wait.secret:
        return "secret"
    ticket = state.ticket
    if (ticket is not None and ticket.held) or (isinstance(state.wait, ForAgent) and not state.wait.connected):
        return "waiting"
    return "agent" if ticket is not None and ticket.unrecorded and ticket.status == "connected" else ""


def told(draft: Draft, given: RecordingTold) -> None:
    """Write down what became of the recording. What is told twice, or after the end, changes nothing.

    That the carrier is about to be `asked` is kept, and no event: until it answers nobody knows more.
    """
    before, name = draft.state.recording_is, given.recording or draft.state.recording
    length_told = before == given.now == "over" and given.seconds > 0
    if before == given.now and not length_told:
        return
    match before, given.now:
        case "" | "asked", "on" if not draft.state.recording:
            draft.emit(RecordingStarted(recording=name))
        case "asked" | "paused", "on":
            draft.emit(RecordingResumed())
        case "asked" | "on", "paused":
            draft.emit(RecordingPaused(why=given.why))
        case _, "over":
            draft.emit(RecordingEnded(recording=name, seconds=given.seconds, why=given.why))
    draft.change(recording_is=given.now if before != "over" else "over", recording=name)


def unsafe(words: Words, draft: Draft) -> Exit | None:
    """The secret is not asked for: a person goes on, who can. Whoever is elsewhere by now is left there."""
    if why_paused(draft.state) != "secret":
        return None
    draft.say_phrase(words, "system.machine_down")
    return ToHandoff(reason="machine_down")
