"""When somebody is there again, as customers are told. Pure; the hours themselves are the book's."""

from collections.abc import Mapping

from frontdesk.core.turn import Draft
from frontdesk.core.words import Words

OPENS, CLOSES = "opens", "closes"  # variables of prompts: when the hours begin next, and when those of now are over


def say_back(words: Words, draft: Draft, told: Mapping[str, str]) -> None:
    """When somebody is there again, if it is closed now and that is known."""
    if OPENS in told and CLOSES not in told:
        draft.say_phrase(words, "system.back_at", **told)
