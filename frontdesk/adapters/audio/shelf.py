"""Where finished sounds are kept: files named by their content, and a list of which words each of them says."""

import hashlib
import json
import os
import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Literal

from frontdesk.core.errors import FrontdeskError

By = Literal["recording", "speech", "silence"]
LIST = "sounds.json"
NAME_LENGTH = 16


class ShelfBroken(FrontdeskError):
    """The list of sounds can't be read; delete it and build the sounds again."""


def name_of(content: bytes) -> str:
    """The name of a sound, or of words: it changes when they do."""
    return hashlib.sha256(content).hexdigest()[:NAME_LENGTH]


@dataclass(frozen=True, slots=True)
class Sound:
    """One finished sound. `recipe` names what it was made from, so that it is not made twice."""

    file: str
    words: str
    by: By
    recipe: str
    seconds: float


@dataclass(frozen=True, slots=True)
class Listing:
    """Sounds by language and words, and the hold sound of each language."""

    sounds: Mapping[str, Mapping[str, Sound]] = field(default_factory=dict)
    hold: Mapping[str, Sound] = field(default_factory=dict)

    def find(self, lang: str, words: str) -> Sound | None:
        return self.sounds.get(lang, {}).get(words)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder of sounds."""

    folder: Path

    def keep(self, content: bytes) -> str:
        """The name the sound is kept under; the file is whole or not there."""
        name = name_of(content)
        path = self.folder / f"{name}.wav"
        if not path.is_file():
            self._write(path, content)
        return name

    def read(self, name: str) -> bytes | None:
        """The sound of this name; None when there is none."""
        if len(name) != NAME_LENGTH or not set(name) <= set("0123456789abcdef"):
            return None
        try:
            return (self.folder / f"{name}.wav").read_bytes()
        except FileNotFoundError:
            return None

    def has(self, sound: Sound) -> bool:
        return (self.folder / f"{sound.file}.wav").is_file()

    def listing(self) -> Listing:
        """What there is; nothing before the first build."""
        try:
            raw = json.loads((self.folder / LIST).read_text(encoding="utf-8"))
            sounds = {lang: {s["words"]: Sound(**s) for s in found} for lang, found in raw["sounds"].items()}
            return Listing(sounds, {lang: Sound(**s) for lang, s in raw["hold"].items()})
        except FileNotFoundError:
            return Listing()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ShelfBroken(
                f"{self.folder / LIST} can't be read; delete it, then run `frontdesk audio build`."
            ) from error

    def publish(self, listing: Listing) -> None:
        """From now on (for servers started from now on) these are the sounds."""
        told = {
            "sounds": {
                lang: [asdict(sound) for _, sound in sorted(found.items())]
                for lang, found in sorted(listing.sounds.items())
            },
            "hold": {lang: asdict(sound) for lang, sound in sorted(listing.hold.items())},
        }
        self._write(self.folder / LIST, json.dumps(told, ensure_ascii=False, indent=1).encode() + b"\n")

    def _write(self, path: Path, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        part = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
        part.write_bytes(content)
        part.replace(path)
