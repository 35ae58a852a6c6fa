"""What the carrier says of a call's recording, once or more, perhaps long after the call. Only what was agreed to is fetched."""

import logging
from dataclasses import dataclass

from aiohttp import web

from frontdesk.channels.voice import decode
from frontdesk.channels.voice.answers import nothing_to_say
from frontdesk.channels.voice.ports import VoiceDeps
from frontdesk.channels.voice.signature import form_of
from frontdesk.core.errors import NotAllowed, UnknownSession
from frontdesk.core.recording import RecordingTold, Why
from frontdesk.core.rooms import State

log = logging.getLogger(__name__)
DONE = frozenset({"completed", "absent", "failed"})


@dataclass(frozen=True, slots=True)
class RecordingDoor:
    """The webhook of recordings of whole calls."""

    deps: VoiceDeps

    async def status(self, request: web.Request) -> web.Response:
        """A recording that is done is fetched, unless its session is gone or never agreed: then the carrier deletes its copy."""
        form = form_of(request)
        done, status = decode.call_recording(form), form.get("RecordingStatus", "")
        if done is None or status not in DONE or self.deps.recordings is None:
            return nothing_to_say()
        sid = decode.call_sid(form)
        present = await self.deps.turns.present(decode.address(sid))
        if present is None or not _agreed(present.state, done.name):
            log.warning("A recording nobody agreed to, or that was erased, is deleted: %s.", done.name)
            self.deps.recordings.drop(done.name, done.url)
            return nothing_to_say()
        kept = status == "completed" and self.deps.recordings.take(done.name, done.url, sid)
        why: Why = "" if kept else "failed"
        given = RecordingTold(
            at=self.deps.clock(), now="over", recording=done.name, seconds=done.seconds if kept else 0, why=why
        )
        try:
            await self.deps.turns.tell(present.session, given, f"{done.name}:over")
        except (NotAllowed, UnknownSession):
            self.deps.recordings.drop(done.name, done.url)
        return nothing_to_say()


def _agreed(state: State, name: str) -> bool:
    return state.recordable and state.facts.get("recording") == "yes" and state.recording in ("", name)
