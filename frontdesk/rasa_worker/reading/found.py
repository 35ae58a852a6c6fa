"""What readers of numbers and addresses share: one thing found, and how a stretch is taken out of a text. Pure."""

import re
from collections.abc import Callable
from dataclasses import dataclass

GAP = " | "  # stands where something was taken: nothing is read across it


@dataclass(frozen=True, slots=True)
class Found:
    """One entity; the value in its plain form ("14155550198", "jo@gmail.com", "12.50")."""

    kind: str
    value: str


def taken(
    pattern: re.Pattern[str], text: str, worth: Callable[[re.Match[str]], Found | None]
) -> tuple[str, list[Found]]:
    """The text without what the pattern finds, and what that is worth; where it is worth nothing the text stays."""
    found: list[Found] = []

    def take(match: re.Match[str]) -> str:
        one = worth(match)
        if one is None:
            return match[0]
        found.append(one)
        return GAP

    return pattern.sub(take, text), found


def first_group(match: re.Match[str]) -> str:
    """What the first group holds that took part; the whole match where there is none."""
    return next((str(group) for group in (*match.groups(), match[0]) if group), "")
