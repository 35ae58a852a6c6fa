"""Raw sound made fit for the telephone: checked, trimmed, as loud as its neighbours, 8 kHz µ-law. Knows no words."""

import audioop
import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from pydub import AudioSegment
from pydub.silence import detect_leading_silence

from frontdesk.adapters.audio import mulaw
from frontdesk.adapters.audio.programs import Samples, resample

LOUDNESS: Final = -20.0  # dBFS of the parts that are spoken
PEAK: Final = -2.0
QUIET: Final = -50.0  # nothing but room below this
LEAD_MS, TAIL_MS, FADE_MS = 30, 90, 5
WINDOW_MS: Final = 50
DUCK_DB: Final = -14.0
DUCK_FADE_MS: Final = 400
_CLIPPED_RUN = 6  # samples at the rail in a row


@dataclass(frozen=True, slots=True)
class Heard:
    """What a sound is like before anything is done to it. `loudness` is None when there is only silence."""

    seconds: float
    loudness: float | None
    clipped: int
    longest_silence: float


def segment(samples: Samples) -> AudioSegment:
    """Samples, to be worked on."""
    return AudioSegment(data=samples.data, sample_width=2, frame_rate=samples.rate, channels=1)


def listen(sound: AudioSegment) -> Heard:
    """Measure a sound."""
    spoken = _trimmed(sound)
    return Heard(
        seconds=len(spoken) / 1000,
        loudness=loudness(sound),
        clipped=_clipped(sound.raw_data),
        longest_silence=_longest_silence(spoken),
    )


def finish(sound: AudioSegment) -> bytes:
    """Trimmed, levelled, as a file for the carrier; the same sound gives the same bytes."""
    return to_file(levelled(_trimmed(sound)).fade_in(FADE_MS).fade_out(FADE_MS))


def levelled(sound: AudioSegment, target: float = LOUDNESS) -> AudioSegment:
    """As loud as all others, but never into the rail."""
    level = loudness(sound)
    if level is None:
        return sound
    return sound.apply_gain(min(target - level, PEAK - sound.max_dBFS))


def to_file(sound: AudioSegment) -> bytes:
    return mulaw.wav(audioop.lin2ulaw(resample(Samples(sound.raw_data, sound.frame_rate), mulaw.RATE), 2))


def from_file(file: bytes) -> AudioSegment:
    """A finished sound, to be worked on again."""
    linear = audioop.ulaw2lin(mulaw.samples(file), 2)
    return segment(Samples(linear, mulaw.RATE))


def hold(music: AudioSegment, announcement: AudioSegment, seconds: float) -> bytes:
    """Music of that length, lowered while the announcement in its middle is spoken."""
    announcement = announcement.set_frame_rate(music.frame_rate)
    length = int(max(seconds * 1000, len(announcement) + 4 * DUCK_FADE_MS))
    bed = levelled(music * math.ceil(length / max(1, len(music))), LOUDNESS - 6)[:length]
    begin = (length - len(announcement)) // 2
    end = begin + len(announcement)
    low = bed[begin - DUCK_FADE_MS : end + DUCK_FADE_MS]
    low = low.fade(to_gain=DUCK_DB, start=0, duration=DUCK_FADE_MS)
    low = low.fade(to_gain=-DUCK_DB, end=len(low), duration=DUCK_FADE_MS)
    low = low.overlay(levelled(announcement), position=DUCK_FADE_MS)
    whole = bed[: begin - DUCK_FADE_MS] + low + bed[end + DUCK_FADE_MS :]
    return to_file(whole.fade_in(DUCK_FADE_MS).fade_out(DUCK_FADE_MS))


def loudness(sound: AudioSegment) -> float | None:
    """Mean power of the windows that are not pauses: those above the floor and within 20 dB of the loudest."""
    powers = [audioop.rms(window, 2) ** 2 for window in _windows(sound)]
    loudest = max(powers, default=0)
    least = max(_power(QUIET), loudest / 100)
    counted = [power for power in powers if power >= least]
    return 10 * math.log10(sum(counted) / len(counted) / 32768**2) if counted else None


def _power(db: float) -> float:
    return (32768.0 * 10 ** (db / 20)) ** 2


def _windows(sound: AudioSegment) -> Iterator[bytes]:
    samples, size = sound.raw_data, sound.frame_rate * WINDOW_MS // 1000 * 2
    return (samples[at : at + size] for at in range(0, len(samples) - size // 2, size))


def _trimmed(sound: AudioSegment) -> AudioSegment:
    level = loudness(sound)
    if level is None:
        return sound
    floor = max(QUIET, level - 30)
    lead = max(0, detect_leading_silence(sound, floor, 5) - LEAD_MS)
    tail = max(0, detect_leading_silence(sound.reverse(), floor, 5) - TAIL_MS)
    return sound[lead : len(sound) - tail]


def _clipped(samples: bytes) -> int:
    """How often the sound lies flat at the rail."""
    return samples.count(b"\xff\x7f" * _CLIPPED_RUN) + samples.count(b"\x00\x80" * _CLIPPED_RUN)


def _longest_silence(sound: AudioSegment) -> float:
    longest = present = 0
    for window in _windows(sound):
        present = present + 1 if audioop.rms(window, 2) ** 2 < _power(QUIET) else 0
        longest = max(longest, present)
    return longest * WINDOW_MS / 1000
