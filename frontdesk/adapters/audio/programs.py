"""Runs the two programs that know sound, ffmpeg and espeak-ng: argument lists, no shell, no network, a time limit."""

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from frontdesk.core.errors import FrontdeskError

LIMIT_S = 60
MOST_SECONDS = 600
_HEAD = 44  # bytes before the samples of a plain WAV file


class SoundFailed(FrontdeskError):
    """A program that makes sound is missing, or could not use what it was given; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Samples:
    """16-bit mono samples, so many a second."""

    data: bytes
    rate: int


def decode(source: Path | bytes) -> Samples:
    """Any sound at its own rate. Files that name other files or addresses are not followed."""
    name = "pipe:0" if isinstance(source, bytes) else f"file:{source.resolve()}"
    safe = ["-protocol_whitelist", "file,pipe", "-i", name, "-map", "0:a:0", "-t", str(MOST_SECONDS)]
    plain = ["-ac", "1", "-c:a", "pcm_s16le", "-map_metadata", "-1", "-fflags", "+bitexact", "-f", "wav", "pipe:1"]
    file = _ffmpeg([*safe, *plain], source if isinstance(source, bytes) else b"")
    return Samples(file[_HEAD:], int.from_bytes(file[24:28], "little"))


def resample(samples: Samples, rate: int) -> bytes:
    """Samples at another rate, without the tones it can't hold."""
    form = ["-f", "s16le", "-ac", "1"]
    return _ffmpeg([*form, "-ar", str(samples.rate), "-i", "pipe:0", *form, "-ar", str(rate), "pipe:1"], samples.data)


def _ffmpeg(arguments: list[str], given: bytes) -> bytes:
    return run("ffmpeg", ["-nostdin", "-hide_banner", "-v", "error", *arguments], given)


def run(program: str, arguments: list[str], given: bytes) -> bytes:
    """What the program writes for what it is given."""
    path = shutil.which(program)
    if path is None:
        raise SoundFailed(f"The program {program} is not here; install it (on Debian: apt-get install {program}).")
    try:
        done = subprocess.run(  # noqa: S603 - a list of arguments; texts go by standard input
            [path, *arguments], input=given, capture_output=True, timeout=LIMIT_S, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise SoundFailed(f"{program} took longer than {LIMIT_S} seconds and was ended.") from error
    if done.returncode != 0 or not done.stdout:
        last = done.stderr.decode(errors="replace").strip().splitlines()[-1:] or ["it gave no sound"]
        raise SoundFailed(f"{program} could not use it: {last[0][:200]}")
    return done.stdout
