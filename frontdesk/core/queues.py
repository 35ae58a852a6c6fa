"""How a queue is run: who can serve it, how long it may take, what happens when it takes longer. Data; knows no ticket."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from frontdesk.core.words import Words

Option = Literal["callback", "message", "bot", "chat"]
HIGHEST_LEVEL = 5  # of a skill; 1 is the least


@dataclass(frozen=True, slots=True, kw_only=True)
class Overflow:
    """What is different once a customer has waited `after_s`: a lower `level` is enough, people of another `queue` may
    take it too, the language need not match, other ways are offered.
    """

    after_s: float
    level: int | None = None
    queue: str | None = None
    any_language: bool = False
    offer: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Who may take a ticket that has waited so long, and what its customer is offered."""

    level: int
    queues: tuple[str, ...]
    any_language: bool
    offers: tuple[Option, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueRules:
    """One queue of humans.

    `level` is the skill level wanted at first. `languages` are those it is run in; with `language_must` nobody is put
    through to an agent who doesn't speak theirs (else only while nobody who does is signed in). `target_share` of
    customers are to be answered within `target_s` (service level). `capacity`: no more than so many may wait.
    `ageing_s`: seconds of waiting worth one
    point of priority. `longest_s`: then the customer is told that nobody comes. `sticky_s`: for so long after a talk the
    customer goes back to the same agent, and waits for them up to `sticky_wait_s`. `wrap_up_s`: after so long the ticket
    is filed by itself; None: never. `announce_s`: the least time between two announcements;
    without good news the pauses are longer (`handoff/telling.py`). `say_position`: the place in the queue is told, where
    it can't mislead: only where nobody can pass. `declined_pause_s`: so long a customer is not offered again to
    the agent who declined them, unless that agent says anew that they are ready.
    """

    name: str = "service"
    skills: tuple[str, ...] = ()
    level: int = 1
    languages: tuple[str, ...] = ()
    language_must: bool = False
    target_share: float = 0.8
    target_s: float = 20.0
    capacity: int | None = None
    ageing_s: float = 60.0
    longest_s: float = 1800.0
    sticky_s: float = 0.0
    sticky_wait_s: float = 20.0
    wrap_up_s: float | None = None
    announce_s: float = 60.0
    say_position: bool = False
    regain_s: float = 600.0
    declined_pause_s: float = 60.0
    callback_tries: int = 3
    callback_retry_s: float = 300.0
    options: tuple[Option, ...] = ("bot",)
    overflow: tuple[Overflow, ...] = ()

    def reach(self, waited_s: float) -> Reach:
        """The rules whose time has come, taken together."""
        due = [rule for rule in self.overflow if waited_s >= rule.after_s]
        levels = [rule.level for rule in due if rule.level is not None]
        return Reach(
            level=min([self.level, *levels]),
            queues=tuple(dict.fromkeys(rule.queue for rule in due if rule.queue)),
            any_language=any(rule.any_language for rule in due),
            offers=tuple(dict.fromkeys([*self.options, *(offer for rule in due for offer in rule.offer)])),
        )


class QueueBook(Words, Protocol):
    """The prompts and the queues of one published version."""

    def rules(self, queue: str) -> QueueRules:
        """How the queue is run; a queue nobody wrote down is run as the default says."""
        ...

    def staffed_at(self, queue: str, at: float) -> bool:
        """Whether the queue's hours are open at `at` (epoch seconds, UTC); without hours it always is."""
        ...

    def opens_at(self, queue: str, at: float) -> float:
        """The next moment at or after `at` when the queue is open."""
        ...

    def hours_told(self, queue: str, at: float) -> Mapping[str, str]:
        """What prompts may say of the queue's hours at `at`: `opens`, and `closes` while they are open; only what is known."""
        ...
