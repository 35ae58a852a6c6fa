"""Incidents people mark beside the figures: what went wrong, from when until when. Pure but for its port."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any, Protocol

from frontdesk.core.errors import FrontdeskError
from frontdesk.core.language import clean

WORDS_LONG = 200
AHEAD_S = 3600.0  # an incident may begin a little in the future: a maintenance that is known


class NoSuchIncident(FrontdeskError):
    """There is no incident of that number; the message says where they are listed."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no incident {number}; `frontdesk incident list` and the board's Trend show them.")


class WrongIncident(FrontdeskError):
    """The incident can't be marked so; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """`number` is 0 before it is kept. `ended_at` is None while it lasts. `by`: who marked it. Epoch seconds."""

    number: int = 0
    began_at: float
    ended_at: float | None = None
    words: str
    by: str


class Incidents(Protocol):
    """Where they are kept."""

    async def within(self, since: float, until: float) -> Sequence[Incident]:
        """Those that lasted at some time from `since` until before `until`, oldest first."""
        ...

    async def add(self, incident: Incident) -> Incident:
        """Keep it; returned with its number."""
        ...

    async def change(self, incident: Incident) -> None:
        """Keep other words or times. Raises NoSuchIncident."""
        ...

    async def incident(self, number: int) -> Incident:
        """Raises NoSuchIncident."""
        ...

    async def remove(self, number: int) -> None:
        """Raises NoSuchIncident."""
        ...


def fit(incident: Incident, now: float) -> Incident:
    """The incident as it may be kept. Raises WrongIncident."""
    words = " ".join(clean(incident.words, WORDS_LONG).split())
    if not words:
        raise WrongIncident("Say in a few words what happened.")
    if incident.began_at > now + AHEAD_S:
        raise WrongIncident("An incident begins now or in the past.")
    if incident.ended_at is not None and incident.ended_at <= incident.began_at:
        raise WrongIncident("An incident ends after it began.")
    return Incident(
        number=incident.number, began_at=incident.began_at, ended_at=incident.ended_at, words=words, by=incident.by
    )


def note(incident: Incident, zone: tzinfo) -> dict[str, Any]:
    """What stands beside the figures: when, and the words in both languages (as they were written)."""
    begins = datetime.fromtimestamp(incident.began_at, zone)
    ends = None if incident.ended_at is None else datetime.fromtimestamp(incident.ended_at, zone)
    end = "" if ends is None else f"{ends:%H:%M}" if ends.date() == begins.date() else f"{ends:%Y-%m-%d %H:%M}"
    return {
        "at": incident.began_at,
        "until": incident.ended_at,
        "kind": "incident",
        "number": incident.number,
        "en": f"“{incident.words}”, {begins:%Y-%m-%d %H:%M} {f'to {end}' if end else 'until now'}",
        "zh": f"“{incident.words}”，{begins:%Y-%m-%d %H:%M} {f'至 {end}' if end else '至今'}",
        "words": incident.words,
    }
