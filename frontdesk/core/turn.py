"""A turn: the new state and what happened. `Draft` is the pencil the rooms write one with."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from frontdesk.core.events import Event, Said
from frontdesk.core.evolve import replace
from frontdesk.core.facts import storable
from frontdesk.core.rooms import Room, State
from frontdesk.core.volunteered import MASK
from frontdesk.core.waits import Wait
from frontdesk.core.words import OfHouse, Words

PRESS = "system.press_for"


@dataclass(frozen=True, slots=True)
class Turn:
    """What one input led to."""

    state: State
    events: tuple[Event, ...]


@dataclass(slots=True)
class Draft:
    """A turn being written, at time `at` (epoch seconds). Local to one `step`; never shared."""

    state: State
    at: float = 0.0
    events: list[Event] = field(default_factory=list)

    def emit(self, event: Event) -> None:
        self.events.append(event)

    def change(self, **changes: Any) -> None:
        """Replace fields of the state, as `dataclasses.replace` does."""
        new = {name: value for name, value in changes.items() if getattr(self.state, name) is not value}
        if new:
            self.state = replace(self.state, **new)

    def enter(self, room: Room, wait: Wait | None = None) -> None:
        """Go to a room, and say who must speak there if that is known already."""
        self.state = replace(self.state, room=room, wait=wait or self.state.wait)

    def say_phrase(self, words: Words, prompt: str, /, **values: str) -> None:
        """A prompt of the house, in the session's language; in each that was offered until one is chosen."""
        for lang in self.state.langs:
            phrase = words.phrase(prompt, lang, values)
            self.say(phrase.text, spoken=phrase.spoken, lang=lang, prompt=prompt)

    def say_given(self, words: Words, prompt: str, /, given: Mapping[str, str], **values: str) -> None:
        """A prompt with what the customer `given` and is not written down: on the phone it is heard whole, and masked in the
        words that colleagues read. In a chat the customer reads it."""
        for lang in self.state.langs:
            phrase = words.phrase(prompt, lang, {**values, **given})
            masked = {**values, **dict.fromkeys(given, MASK)} if self.state.channel == "voice" else {**values, **given}
            text = words.phrase(prompt, lang, masked).text
            self.say(text, spoken=phrase.spoken, lang=lang, prompt=prompt)

    def say_key(self, words: Words, label: str, key: str, prompt: str = PRESS, langs: Iterable[str] = ()) -> None:
        """What a key is for ("For {label}, press {key}."), read out on the phone; `label` names a prompt."""
        for lang in langs or self.state.langs:
            named = words.phrase(label, lang, self.state.facts).text
            phrase = words.phrase(prompt, lang, {**self.state.facts, "label": named, "key": OfHouse(key)})
            self.say(phrase.text, spoken=phrase.spoken, lang=lang, prompt=prompt)

    def say(self, text: str, *, spoken: str | None = None, lang: str | None = None, prompt: str | None = None) -> None:
        """Words to the customer; empty ones are left out."""
        if text.strip():
            self.emit(Said(text=text, spoken=spoken or text, lang=lang or self.state.lang, prompt=prompt))

    def learn(self, facts: Mapping[str, str]) -> None:
        """Keep what may be kept of these facts (never a secret)."""
        kept = storable(facts)
        if kept:
            self.change(facts={**self.state.facts, **kept})

    def done(self) -> Turn:
        return Turn(self.state, tuple(self.events))
