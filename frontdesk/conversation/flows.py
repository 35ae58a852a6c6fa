"""The flows the loop runs on: the published version now, and the version a session began on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from frontdesk.core.words import Phrase
from frontdesk.ivr.model import FlowBook


class Flows(Protocol):
    """Published flows by version."""

    def current(self) -> FlowBook: ...

    async def of(self, version: str) -> FlowBook:
        """The book of that version; the current one when it is gone."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """One act of publishing: `number` counts them from 1, `version` names the content. `at`: epoch seconds (UTC)."""

    number: int
    version: str
    at: float
    who: str
    note: str = ""


def first_of_each(newest_first: Sequence[Publication]) -> Mapping[str, Publication]:
    """The publication that brought each version first, which names it: whatever publishes it again changes nothing."""
    return {made.version: made for made in newest_first}


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What is published: the files by name ("main.yml", "prompts/en.yml") with their text, and the content's name."""

    version: str
    files: Mapping[str, str] = field(default_factory=dict)


class FlowStore(Protocol):
    """Published flows, kept for good: nothing is ever changed or taken back, only published anew."""

    async def publish(self, edition: Edition, *, at: float, who: str, note: str) -> Publication:
        """Keep the files under their version (unless they are there already) and make it the current one."""
        ...

    async def publications(self, limit: int) -> Sequence[Publication]:
        """The newest first; the first of all is the current one."""
        ...

    async def publication(self, number: int) -> Publication | None: ...

    async def edition(self, version: str) -> Edition | None:
        """The files of a version."""
        ...


class OneBook:
    """One version, loaded at start."""

    def __init__(self, book: FlowBook) -> None:
        self._book = book

    def current(self) -> FlowBook:
        return self._book

    async def of(self, version: str) -> FlowBook:
        return self._book


@dataclass(frozen=True, slots=True)
class CurrentWords:
    """The prompts of whatever version is current, for doors that say something outside of any session."""

    flows: Flows

    def phrase(self, key: str, lang: str, values: Mapping[str, str] | None = None) -> Phrase:
        return self.flows.current().phrase(key, lang, values)
