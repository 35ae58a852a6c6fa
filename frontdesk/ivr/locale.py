"""One language of a book: what is said in it and what is understood. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass

from frontdesk.ivr.marks import Mark, Marked
from frontdesk.ivr.phrase import Prompt


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """One language: what is said (`prompts`) and what is understood (`words`)."""

    lang: str
    at: Mark
    prompts: Mapping[Marked, Prompt]
    words: Mapping[Marked, tuple[Marked, ...]]
