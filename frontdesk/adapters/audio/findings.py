"""What can be wrong with a recording: clipped, silent, too long, of other words. Pure; a finding is a sentence."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, Protocol

from frontdesk.adapters.audio.studio import Wanted

Code = Literal["unknown", "double", "unreadable", "silence", "clipping", "length", "words", "pause"]
REFUSED: Final = frozenset({"unreadable", "silence", "words"})
MOST_S: Final = 30.0
MOST_PAUSE_S: Final = 2.5
_PER_SECOND: Final = {"en": 14.0, "zh": 4.2}  # characters spoken


class Measured(Protocol):
    """What was measured of a recording before it was worked on."""

    @property
    def seconds(self) -> float: ...
    @property
    def loudness(self) -> float | None: ...
    @property
    def clipped(self) -> int: ...
    @property
    def longest_silence(self) -> float: ...


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong with one recording."""

    code: Code
    where: str
    sentence: str

    @property
    def refuses(self) -> bool:
        """Whether the recording can't be used at all."""
        return self.code in REFUSED

    def __str__(self) -> str:
        return f"{self.where}: {self.code.upper()} {self.sentence}"


def of_recording(where: str, wish: Wanted, heard: Measured, *, stale: bool) -> tuple[Finding, ...]:
    """All findings of a recording. `stale`: it was made when the prompt had other words."""
    return tuple(Finding(code, where, sentence) for code, sentence in _all(wish, heard, stale))


def _all(wish: Wanted, heard: Measured, stale: bool) -> Iterator[tuple[Code, str]]:
    if heard.loudness is None:
        yield "silence", "nothing can be heard in it."
        return
    if stale:
        yield (
            "words",
            f"the prompt has had other words since; record {wish.words!r}, or, if that is what is said, "
            f"run `frontdesk audio build --accept {wish.key}`.",
        )
    if heard.clipped:
        yield "clipping", f"it is cut off at full level in {heard.clipped} places; record it with less gain."
    if heard.seconds > MOST_S:
        yield "length", f"it lasts {heard.seconds:.0f} seconds; nobody listens for more than {MOST_S:.0f}."
    elif not 0.3 <= heard.seconds / expected(wish) <= 3.0:
        yield (
            "length",
            f"it lasts {heard.seconds:.1f} seconds, its words about {expected(wish):.1f}; is it the right one?",
        )
    if heard.longest_silence > MOST_PAUSE_S:
        yield "pause", f"{heard.longest_silence:.1f} seconds of it are silent; callers will think the line is dead."


def expected(wish: Wanted) -> float:
    """Seconds its words take, roughly."""
    return max(0.5, len(wish.words) / _PER_SECOND.get(wish.lang, 14.0))
