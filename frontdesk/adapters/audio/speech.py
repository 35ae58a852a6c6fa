"""Speech engines: words in, sound out. espeak-ng is built in; packages bring others by the entry point `frontdesk.speech`."""

from dataclasses import dataclass
from importlib.metadata import entry_points
from typing import Protocol

from frontdesk.adapters.audio.programs import SoundFailed, run

GROUP = "frontdesk.speech"


class Speech(Protocol):
    """One engine. `name` tells it and its voices apart: a new name makes every sound anew."""

    @property
    def name(self) -> str: ...

    def speak(self, words: str, lang: str) -> bytes:
        """A sound file of any form ffmpeg reads. Raises SoundFailed."""
        ...


@dataclass(frozen=True, slots=True)
class Espeak:
    """espeak-ng: offline, small, plain to hear."""

    words_per_minute: int = 155
    voices: tuple[tuple[str, str], ...] = (("en", "en-us"), ("zh", "cmn"))

    @property
    def name(self) -> str:
        return f"espeak-ng {self.words_per_minute} {self.voices}"

    def speak(self, words: str, lang: str) -> bytes:
        """Words go by standard input, so that none of them can be an option."""
        voice = dict(self.voices).get(lang)
        if voice is None:
            raise SoundFailed(f"espeak-ng has no voice set for {lang!r}; there are {', '.join(dict(self.voices))}.")
        options = ["-b", "1", "-v", voice, "-s", str(self.words_per_minute), "--stdin", "--stdout"]
        return run("espeak-ng", options, words.replace("\0", "").encode())


def speech_named(name: str) -> Speech:
    """The engine of this name. Raises SoundFailed with the names there are."""
    if name == "espeak-ng":
        return Espeak()
    found = {point.name: point for point in entry_points(group=GROUP)}
    if name not in found:
        raise SoundFailed(f"There is no speech engine {name!r}; there are {', '.join(['espeak-ng', *sorted(found)])}.")
    made: Speech = found[name].load()()
    return made
