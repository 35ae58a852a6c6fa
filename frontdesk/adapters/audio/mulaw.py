"""8 kHz mono µ-law WAV files: what telephone companies play as it is. Bytes only; knows no files."""

import struct

RATE = 8000
_FORM = 7  # µ-law
SILENCE = b"\xff"
HEAD = 58


class NotOurs(ValueError):
    """The bytes are no sound file of ours."""


def wav(data: bytes) -> bytes:
    """Samples with the header they need."""
    padding = b"\x00" * (len(data) % 2)
    head = struct.pack("<4sI4s", b"RIFF", HEAD - 8 + len(data) + len(padding), b"WAVE")
    form = struct.pack("<4sIHHIIHHH", b"fmt ", 18, _FORM, 1, RATE, RATE, 1, 8, 0)
    fact = struct.pack("<4sII", b"fact", 4, len(data))
    return head + form + fact + struct.pack("<4sI", b"data", len(data)) + data + padding


def samples(file: bytes) -> bytes:
    """What `wav` was given."""
    if len(file) < HEAD or file[:4] != b"RIFF" or file[8:16] != b"WAVEfmt " or file[50:54] != b"data":
        raise NotOurs("This is no µ-law WAV file written by `frontdesk audio build`; build the sounds again.")
    (length,) = struct.unpack("<I", file[54:58])
    return file[HEAD : HEAD + length]


def silence(milliseconds: int) -> bytes:
    return SILENCE * (RATE * milliseconds // 1000)


def joined(files: list[bytes]) -> bytes:
    """One file that plays these one after another, without a gap."""
    return files[0] if len(files) == 1 else wav(b"".join(map(samples, files)))
