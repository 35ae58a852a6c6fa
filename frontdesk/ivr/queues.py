"""The queues of a book, as its authors wrote them, and what the rest of the house asks of them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from frontdesk.core.queues import QueueRules
from frontdesk.ivr.hours import Hours
from frontdesk.ivr.marks import Marked


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """One queue of humans: when it is staffed, what its people must be able to do, and how it is run.

    `overflow_to` are the queues its overflow rules name, as they stand in the file.
    """

    name: Marked
    hours: Marked | None = None
    skills: tuple[Marked, ...] = ()
    languages: tuple[Marked, ...] = ()
    rules: QueueRules = field(default_factory=QueueRules)
    overflow_to: tuple[Marked, ...] = ()


class QueuesKept:
    """What a book tells of its queues (see `QueueBook` in core)."""

    __slots__ = ()
    queues: Mapping[str, Queue]
    hours: Mapping[str, Hours]

    def rules(self, queue: str) -> QueueRules:
        found = self.queues.get(queue)
        return found.rules if found is not None else QueueRules(name=queue)

    def staffed_at(self, queue: str, at: float) -> bool:
        hours = self._hours_of(queue)
        return hours is None or hours.open_at(at)

    def opens_at(self, queue: str, at: float) -> float:
        hours = self._hours_of(queue)
        return at if hours is None else hours.opens_at(at)

    def hours_told(self, queue: str, at: float) -> Mapping[str, str]:
        hours = self._hours_of(queue)
        return {} if hours is None else hours.told(at)

    def _hours_of(self, queue: str) -> Hours | None:
        found = self.queues.get(queue)
        return self.hours.get(found.hours) if found is not None and found.hours is not None else None
