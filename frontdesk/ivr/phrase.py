"""Prompts: text with typed variables, rendered to read and to be spoken. Knows no flow and no channel."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.core.words import OfHouse, Phrase
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.voice import WAYS, Voice

HOW = tuple(WAYS)  # how a variable is spoken: as it is, digit by digit, as a number …
NO_VOICE = Voice()
_SLOT = re.compile(r"\{([^{}]*)\}")
_NAME = re.compile(r"[a-z][a-z0-9_]*")


@dataclass(frozen=True, slots=True)
class Slot:
    """A variable in a prompt and how it is spoken: `{order_number:digits}`."""

    name: str
    how: str = "text"

    def read(self, value: str, voice: Voice) -> str:
        return WAYS[self.how].read(value, voice)

    def speak(self, value: str, voice: Voice) -> str:
        return WAYS[self.how].speak(value, voice)


@dataclass(frozen=True, slots=True)
class Prompt:
    """One prompt in one language, cut into text and variables."""

    source: Marked
    parts: tuple[str | Slot, ...]
    voice: Voice = NO_VOICE
    fixed: Phrase | None = None  # the words, when there is nothing to fill in

    @property
    def slots(self) -> tuple[Slot, ...]:
        return tuple(p for p in self.parts if isinstance(p, Slot))

    def render(self, values: Mapping[str, str]) -> Phrase:
        """The words with the variables filled in; the loader sees to it that none is missing."""
        if self.fixed is not None:
            return self.fixed
        voice = self.voice
        text = "".join(p.read(values.get(p.name, ""), voice) if isinstance(p, Slot) else p for p in self.parts)
        spoken = "".join(p.speak(values.get(p.name, ""), voice) if isinstance(p, Slot) else p for p in self.parts)
        of_house = all(isinstance(values.get(slot.name), OfHouse) for slot in self.slots)
        return Phrase(OfHouse(text), OfHouse(spoken)) if of_house else Phrase(text, spoken)


def read_prompt(source: Marked, voice: Voice = NO_VOICE) -> tuple[Prompt, list[str]]:
    """The prompt and, in whole sentences, what is wrong with its braces."""
    parts: list[str | Slot] = []
    wrong: list[str] = []
    for i, piece in enumerate(_SLOT.split(source)):
        if i % 2 == 0:
            parts += [piece] if piece else []
            wrong += (
                ["A brace stands alone; write variables as {name} or {name:digits}."] if set(piece) & set("{}") else []
            )
            continue
        name, _, how = piece.partition(":")
        if not _NAME.fullmatch(name):
            wrong.append(f"'{{{piece}}}' is no variable; write {{name}} or {{name:digits}}.")
        elif how and how not in HOW:
            wrong.append(f"'{how}' in '{{{piece}}}' is no way to speak; there are {', '.join(HOW)}.")
            parts.append(Slot(name))
        else:
            parts.append(Slot(name, how or "text"))
    fixed = OfHouse(parts[0]) if len(parts) == 1 and isinstance(parts[0], str) else None
    return Prompt(source, tuple(parts), voice, Phrase(fixed, fixed) if fixed is not None else None), wrong
