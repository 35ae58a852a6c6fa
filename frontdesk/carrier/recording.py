"""The recording of a call that goes on: each sound in its turn, nothing of a pause. Must not know REST or who asked for it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import formatdate
from typing import Literal

from frontdesk.carrier.account import Clock
from frontdesk.carrier.keeping import KEY_S, Sound, silence, sound_of, wav
from frontdesk.carrier.signals import Keys, Signal, Words
from frontdesk.carrier.verbs import Method

RecordingStatus = Literal["in-progress", "paused", "stopped", "completed", "absent"]


@dataclass(frozen=True, slots=True)
class Told:
    """Where a recording's fate is told, and which turns of it."""

    url: str = ""
    method: Method = "POST"
    events: frozenset[str] = frozenset({"completed"})


@dataclass(slots=True)
class Recording:
    """One recording. `heard` are its sounds so far; `since` is up to when they reach (epoch seconds)."""

    sid: str
    call: str
    clock: Clock
    told: Told
    started_at: float
    status: RecordingStatus = "in-progress"
    heard: list[Sound] = field(default_factory=list)
    since: float = 0.0
    skips: bool = False

    @property
    def active(self) -> bool:
        return self.status in ("in-progress", "paused")

    @property
    def seconds(self) -> int:
        return round(sum(sound.seconds for sound in self.heard))

    def take(self, signal: Signal) -> None:
        """Keys and words of the person at the telephone."""
        match signal:
            case Keys(digits):
                for key in digits:
                    self.add(Sound("key", key, KEY_S))
            case Words(text):
                self.speech(text)

    def speech(self, text: str) -> None:
        """Words of anybody, or of a prompt."""
        self.add(Sound("words", text, max(0.2, len(text) / 15)))

    def add(self, sound: Sound) -> None:
        if self.status == "in-progress":
            self._catch_up()
            self.heard.append(sound)
            self.since = max(self.since, self.clock()) + sound.seconds

    def pause(self, *, skips: bool) -> None:
        if self.status == "in-progress":
            self._catch_up()
            self.status, self.skips = "paused", skips

    def resume(self) -> None:
        if self.status == "paused":
            if not self.skips:
                self._catch_up()
            self.status, self.since = "in-progress", self.clock()

    def end(self) -> bytes:
        """The file; empty when nothing was recorded at all."""
        if self.status == "in-progress" or not self.skips:
            self._catch_up()
        self.status = "completed" if self.seconds else "absent"
        return wav([sound_of(sound) for sound in self.heard]) if self.status == "completed" else b""

    def _catch_up(self) -> None:
        """The silence between the last sound and now."""
        quiet = self.clock() - self.since
        if quiet > 0:
            self.heard.append(silence(quiet))
            self.since += quiet


class Recordings:
    """The recordings of one call."""

    def __init__(self, clock: Clock, keep: Callable[[str, bytes], None]) -> None:
        self._clock, self._keep = clock, keep
        self.made: list[Recording] = []

    def start(self, sid: str, call: str, told: Told) -> Recording:
        now = self._clock()
        made = Recording(sid=sid, call=call, clock=self._clock, told=told, started_at=now, since=now)
        self.made.append(made)
        return made

    def current(self) -> Recording | None:
        """The newest that is going on."""
        return next((one for one in reversed(self.made) if one.active), None)

    def named(self, sid: str) -> Recording | None:
        return next((one for one in self.made if one.sid == sid), None)

    def take(self, signal: Signal) -> None:
        for one in self.made:
            one.take(signal)

    def speech(self, text: str) -> None:
        for one in self.made:
            one.speech(text)

    def finish(self, one: Recording) -> None:
        """End it; its file is found from now on."""
        sound = one.end()
        if sound:
            self._keep(one.sid, sound)

    def active(self) -> list[Recording]:
        return [one for one in self.made if one.active]


def form_of(one: Recording, account: str, url: str) -> Mapping[str, str]:
    """What a recording's status callback is told."""
    return {
        "AccountSid": account,
        "CallSid": one.call,
        "RecordingSid": one.sid,
        "RecordingUrl": url,
        "RecordingStatus": one.status,
        "RecordingDuration": str(one.seconds),
        "RecordingChannels": "1",
        "RecordingStartTime": formatdate(one.started_at),
        "RecordingSource": "StartCallRecordingAPI",
        "RecordingTrack": "both",
    }
