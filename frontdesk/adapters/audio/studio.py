"""The studio's folder: which recordings are there, for which words, and whether those words are still the ones recorded.

`en/menu.ask.wav` is a prompt, `en/order.read_back.1.wav` the first fixed part of one with variables,
`en/pieces/twenty.wav` a word of numbers and dates, `hold.mp3` the music of the queue.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from frontdesk.adapters.audio.phrases import ALPHABETS, fixed_parts, plain
from frontdesk.adapters.audio.shelf import name_of
from frontdesk.ivr.model import FlowBook

FORMS = (".wav", ".mp3", ".flac", ".ogg", ".opus", ".m4a", ".aac", ".aiff", ".aif", ".wma")
PIECES = "pieces"
RECORDED = "recorded.json"
HOLD = "hold"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Words that should be heard; `key` is what the studio calls the file."""

    lang: str
    key: str
    words: str


def wanted(book: FlowBook) -> tuple[Wanted, ...]:
    """Everything a studio could record for these flows: prompts, their fixed parts, and the words of values."""
    found: dict[tuple[str, str], Wanted] = {}
    for lang, locale in book.locales.items():
        for key, prompt in locale.prompts.items():
            parts = fixed_parts(prompt)
            names = [f"{key}.{n}" for n in range(1, len(parts) + 1)] if prompt.slots else [str(key)]
            whole = parts if prompt.slots else (plain(prompt.render({}).spoken),)
            for name, words in zip(names, whole, strict=True):
                found[lang, name] = Wanted(lang, name, words)
        for word in ALPHABETS.get(lang, ()):
            found[lang, f"{PIECES}/{word}"] = Wanted(lang, f"{PIECES}/{word}", word)
    return tuple(one for one in found.values() if one.words)


def recordings(folder: Path, langs: Mapping[str, object]) -> dict[tuple[str, str], list[Path]]:
    """The recordings by language and key; more than one file under a key is somebody's mistake."""
    found: dict[tuple[str, str], list[Path]] = {}
    for lang in langs:
        for path in sorted((folder / lang).rglob("*")):
            if path.suffix.lower() in FORMS and path.is_file():
                key = path.relative_to(folder / lang).with_suffix("").as_posix()
                found.setdefault((lang, key), []).append(path)
    return found


def hold_music(folder: Path) -> Path | None:
    """The music of the queue."""
    return next((path for path in sorted(folder.glob(f"{HOLD}.*")) if path.suffix.lower() in FORMS), None)


def read_recorded(folder: Path) -> dict[str, dict[str, str]]:
    """By language and key: the name of the words that were recorded."""
    try:
        raw = json.loads((folder / RECORDED).read_text(encoding="utf-8"))
        return {str(lang): {str(k): str(v) for k, v in keys.items()} for lang, keys in raw.items()}
    except (FileNotFoundError, ValueError, AttributeError):
        return {}


def write_recorded(folder: Path, recorded: Mapping[str, Mapping[str, str]]) -> None:
    text = json.dumps({lang: dict(sorted(keys.items())) for lang, keys in sorted(recorded.items())}, indent=1)
    (folder / RECORDED).write_text(text + "\n", encoding="utf-8")


def words_name(words: str) -> str:
    return name_of(words.encode())
