"""Recordings of an exchange without ears: tones as long as what was said, and the tones of the keys. Must not know who asks."""

import io
import math
import wave
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal

RATE: Final = 8000
MOST_S: Final = 600
KEY_S: Final = 0.15
_SPEECH_HZ: Final = (440.0,)
_ROWS: Final = (697.0, 770.0, 852.0, 941.0)  # ITU-T Q.23
_COLUMNS: Final = (1209.0, 1336.0, 1477.0)
KEYS: Final = {key: (_ROWS[at // 3], _COLUMNS[at % 3]) for at, key in enumerate("123456789*0#")}
_QUIET: Final = 128


@dataclass(frozen=True, slots=True)
class Sound:
    """Something heard, for so long: a key's tones, words, or nothing."""

    kind: Literal["key", "words", "silence"]
    what: str
    seconds: float


def silence(seconds: float) -> Sound:
    return Sound("silence", "", seconds)


def sound_of(sound: Sound) -> bytes:
    """Its samples; a key's last third is quiet, so that the next one is told from it."""
    match sound.kind:
        case "key":
            loud = sound.seconds * 2 / 3
            return _tones(KEYS.get(sound.what, _SPEECH_HZ), loud) + _nothing(sound.seconds - loud)
        case "words":
            return _tones(_SPEECH_HZ, sound.seconds)
        case "silence":
            return _nothing(sound.seconds)


def wav(parts: Iterable[bytes]) -> bytes:
    """A WAV file of these samples, as far as one may last."""
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(RATE)
        out.writeframes(b"".join(parts)[: RATE * MOST_S])
    return file.getvalue()


def tone(seconds: int) -> bytes:
    """A small WAV file of that length."""
    return wav([_tones(_SPEECH_HZ, 1.0) * min(seconds, MOST_S)])


def _tones(frequencies: tuple[float, ...], seconds: float) -> bytes:
    height = 20 / len(frequencies)
    return bytes(
        round(_QUIET + sum(height * math.sin(2 * math.pi * hz * n / RATE) for hz in frequencies))
        for n in range(int(min(seconds, MOST_S) * RATE))
    )


def _nothing(seconds: float) -> bytes:
    return bytes([_QUIET]) * int(min(seconds, MOST_S) * RATE)
