"""Recordings of an exchange without ears: a quiet tone as long as the person spoke. Must not know who asks for it."""

import io
import math
import wave
from typing import Final

RATE: Final = 8000
MOST_S: Final = 600


def tone(seconds: int) -> bytes:
    """A small WAV file of that length."""
    one = bytes(round(128 + 20 * math.sin(2 * math.pi * 440 * n / RATE)) for n in range(RATE))
    file = io.BytesIO()
    with wave.open(file, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(1)
        out.setframerate(RATE)
        out.writeframes(one * min(seconds, MOST_S))
    return file.getvalue()
