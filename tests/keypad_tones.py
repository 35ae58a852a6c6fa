"""Hears the keys in a sound, as a telephone exchange does: by the strength of the eight tones (Goertzel's algorithm)."""

import io
import math
import wave

ROWS, COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477)
WINDOW = 200  # samples: the tones are told apart within them, and one lies wholly in the 400 of quiet between two keys
LOUD = 400.0


def keys_in(sound: bytes) -> str:
    """The keys pressed in a WAV file of 8-bit samples, in order."""
    with wave.open(io.BytesIO(sound)) as read:
        assert (read.getframerate(), read.getsampwidth(), read.getnchannels()) == (8000, 1, 1)
        samples = [byte - 128 for byte in read.readframes(read.getnframes())]
    heard, before = "", ""
    for at in range(0, len(samples), WINDOW):
        key = _key(samples[at : at + WINDOW])
        heard += key if key != before else ""
        before = key
    return heard


def seconds_of(sound: bytes) -> float:
    with wave.open(io.BytesIO(sound)) as read:
        return read.getnframes() / read.getframerate()


def _key(window: list[int]) -> str:
    row, low = _strongest(window, ROWS)
    column, high = _strongest(window, COLUMNS)
    return "123456789*0#"[3 * row + column] if min(low, high) > LOUD else ""


def _strongest(window: list[int], tones: tuple[int, ...]) -> tuple[int, float]:
    found = [_strength(window, hz) for hz in tones]
    return found.index(max(found)), max(found)


def _strength(window: list[int], hz: int) -> float:
    turn = 2 * math.cos(2 * math.pi * hz / 8000)
    last, before = 0.0, 0.0
    for sample in window:
        last, before = sample + turn * last - before, last
    return math.sqrt(abs(last * last + before * before - turn * last * before))
