"""An entry of the event log as projections read it. Positions grow without gaps, in commit order."""

from dataclasses import dataclass

from frontdesk.core.events import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LogEntry:
    """One event, where it stands in the whole log (`position` from 1), in which turn of which session, and when.

    Of agents' comings and goings `session` is empty and `seq` 0.
    """

    position: int
    session: str
    seq: int
    at: float
    event: Event
