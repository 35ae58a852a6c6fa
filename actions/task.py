"""What a self-service task is: facts in, outcome and words out. Knows no channel, no menu, no bot and no shop in particular."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, Protocol

from actions.shop import Locale, Shop

Facts = Mapping[str, str]
Medium = Literal["voice", "text"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskResult:
    """How a task ended. `words` are to be read, `spoken` to be heard ("1 0 0 2 3"); `facts` are what was learnt."""

    task: str
    outcome: str
    words: str
    spoken: str
    facts: Facts = field(default_factory=dict)


class Task(Protocol):
    """One thing a customer can do alone. It never raises for what the customer said or for a shop that is down."""

    @property
    def name(self) -> str: ...

    @property
    def needs(self) -> tuple[str, ...]:
        """Facts it can't do without."""
        ...

    @property
    def may_use(self) -> tuple[str, ...]:
        """Facts it uses when they are there."""
        ...

    @property
    def outcomes(self) -> tuple[str, ...]:
        """Every way it can end; whoever runs it has an answer for each."""
        ...

    async def run(self, facts: Facts, shop: Shop, locale: Locale, medium: Medium) -> TaskResult: ...
