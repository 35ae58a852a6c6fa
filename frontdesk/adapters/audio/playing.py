"""Which sound, if any, stands for words that were said. Pure once the list of sounds is read."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from frontdesk.adapters.audio.phrases import PAUSE, plain, row
from frontdesk.adapters.audio.shelf import Listing, Sound
from frontdesk.core.events import Said
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook

Level = Literal["off", "recordings", "all"]
MOST_PIECES = 40


@dataclass(frozen=True, slots=True)
class Sounds:
    """The sounds of the present book. `level`: none, recordings only, or those of a speech engine too."""

    book: Callable[[], FlowBook]
    listing: Listing
    base_url: str
    level: Level = "recordings"

    def of(self, said: Said) -> str:
        """The address of the sound that says exactly this, or "" when the words must be spoken."""
        if self.level == "off" or not self.listing.sounds:
            return ""
        whole = self._sound(said.lang, plain(said.spoken))
        if whole is not None:
            return self._address([whole])
        locale = self.book().locales.get(said.lang)
        prompt = locale.prompts.get(Marked(said.prompt)) if locale and said.prompt else None
        if prompt is None or not prompt.slots:
            return ""
        words = row(prompt, said.spoken, said.lang, lambda part: self._sound(said.lang, part) is not None)
        found = [self._sound(said.lang, part) for part in words or ()]
        kept = [sound for sound in found if sound is not None]
        return self._address(kept) if kept and len(kept) == len(found) <= MOST_PIECES else ""

    def hold(self, lang: str) -> str:
        """The address of what is heard in the queue, or ""."""
        sound = self.listing.hold.get(lang)
        return self._address([sound]) if sound is not None and self._allowed(sound) else ""

    def _sound(self, lang: str, words: str) -> Sound | None:
        sound = self.listing.find(lang, words)
        return sound if sound is not None and self._allowed(sound) else None

    def _allowed(self, sound: Sound) -> bool:
        return self.level == "all" or (self.level == "recordings" and sound.by != "speech")

    def _address(self, sounds: list[Sound]) -> str:
        return f"{self.base_url.rstrip('/')}/audio/{'-'.join(sound.file for sound in sounds)}.wav"


class Captions:
    """What a sound of ours says and in which language: for telephones that show words."""

    def __init__(self, listing: Listing) -> None:
        self._words = {
            sound.file: (sound.words, lang) for lang, found in listing.sounds.items() for sound in found.values()
        } | {sound.file: (sound.words, lang) for lang, sound in listing.hold.items()}

    def of(self, address: str) -> tuple[str, str] | None:
        """The words behind an address, piece by piece."""
        names = address.rpartition("/")[2].removesuffix(".wav").split("-")
        found = [self._words[name] for name in names if name in self._words]
        if not found or len(found) != len(names):
            return None
        langs = [lang for words, lang in found if words != PAUSE]
        return " ".join(words for words, _ in found if words != PAUSE), langs[0] if langs else found[0][1]
