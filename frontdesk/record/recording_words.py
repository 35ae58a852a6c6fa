"""What a call's recording says in a session's story, in English. Pure."""

from frontdesk.core.recording import (
    RecordingAnswered,
    RecordingEnded,
    RecordingEvent,
    RecordingPaused,
    RecordingResumed,
    RecordingStarted,
)

_AGREED = {
    "answer": "The caller agreed to being recorded.",
    "silence": "The caller heard that the call is recorded, and had nothing against it.",
}
_PAUSED = {
    "secret": "The recording pauses: a secret is asked for.",
    "waiting": "The recording pauses while the caller waits.",
    "agent": "The agent had the recording pause.",
}
_ENDED = {
    "secret": "The recording was stopped: it could not be paused for a secret.",
    "agent": "The recording was stopped: it could not be paused for the agent.",
    "failed": "The carrier did not record the call.",
}


def recording_told(event: RecordingEvent) -> str:
    """One line of the story."""
    match event:
        case RecordingAnswered(agreed=True):
            return _AGREED.get(event.how, "The caller agreed to being recorded.")
        case RecordingAnswered():
            return "The caller does not want to be recorded." if event.how == "answer" else "The call is not recorded."
        case RecordingStarted():
            return "The recording began."
        case RecordingPaused():
            return _PAUSED.get(event.why, "The recording pauses.")
        case RecordingResumed():
            return "The recording goes on."
        case RecordingEnded():
            return _ENDED.get(event.why, f"The recording is over, {event.seconds} s long.")
