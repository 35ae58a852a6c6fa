"""Takes somebody who worked here out of events, states, tickets and rows, and leaves what was counted of their work. Pure.

Which fields name them is said where they stand (`core/privacy.py`). The id becomes an alias, the same everywhere, so that
the figures fold to the same; the name becomes a mark, also where the house or the agent said it. Customers' words stay theirs.
"""

import dataclasses
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar, get_args

from frontdesk.core.events import AgentSaid, Event, Said
from frontdesk.core.privacy import AGENT, AGENT_NAME, ERASED, NOTE, WORDS, Held, held
from frontdesk.core.tickets import Colleague, Ticket

Kept = TypeVar("Kept")
LEAST = 3  # letters of a part of a name that is looked for on its own
_OURS = (Said, AgentSaid)
_KEYS = frozenset(
    name for kind in (*get_args(Event), Ticket, Colleague) for name, said in held(kind).items() if said is AGENT
)


@dataclass(frozen=True, kw_only=True)
class Former:
    """Somebody who worked here: their `id`, the `alias` that stands for it from now on, the `names` they were shown by."""

    id: str
    alias: str
    names: frozenset[str] = frozenset()

    @cached_property
    def _named(self) -> re.Pattern[str] | None:
        parts = {part for name in self.names for part in name.split() if len(part) >= LEAST and part[0].isupper()}
        known = sorted(filter(None, {*self.names, *parts}), key=lambda name: (-len(name), name))
        return re.compile("|".join(_whole(name) for name in known)) if known else None

    def out_of(self, words: str) -> str:
        """Words without their name, nor parts of it that are written as a name is."""
        return words if self._named is None else self._named.sub(ERASED, words)

    def of(self, who: str) -> str:
        """What stands for this id now."""
        return self.alias if who == self.id else who


def _whole(name: str) -> str:
    """The name where it is no part of a longer word; Chinese has no spaces between words."""
    before, after = (r"(?<!\w)" if name[0].isascii() else "", r"(?!\w)" if name[-1].isascii() else "")
    return f"{before}{re.escape(name)}{after}"


def names_in(value: Any, agent: str) -> Iterator[str]:
    """The names this agent was shown by, in an event, a state, a ticket or a row."""
    for name, said in held(type(value)).items():
        inner = getattr(value, name)
        if said is AGENT_NAME and inner and _whose(value, name) == agent:
            yield inner
        for one in inner if isinstance(inner, tuple) else (inner,):
            if dataclasses.is_dataclass(one):
                yield from names_in(one, agent)


def names(value: Any, agent: str) -> bool:
    """Whether it names this agent: a queue may be called as they are, or a customer have said so."""
    for name, said in held(type(value)).items():
        inner = getattr(value, name)
        for one in inner if isinstance(inner, tuple) else (inner,):
            if (said is AGENT and one == agent) or (dataclasses.is_dataclass(one) and names(one, agent)):
                return True
    return False


def without(value: Kept, former: Former) -> Kept:
    """The same without them."""
    changes = {}
    for name, said in held(type(value)).items():
        old = getattr(value, name)
        theirs = said is AGENT_NAME and _whose(value, name) == former.id
        ours = said is NOTE or (said is WORDS and isinstance(value, _OURS))
        new = ERASED if theirs and old else _left(old, said, former, words=ours)
        if new != old:
            changes[name] = new
    return dataclasses.replace(value, **changes) if changes else value  # type: ignore[type-var]


def everywhere(value: Any, former: Former, *, key: str = "") -> Any:
    """JSON of no declared form without them: their id under the names that events give it, their name in any words."""
    match value:
        case str():
            return former.of(value) if key in _KEYS and value == former.id else former.out_of(value)
        case list():
            return [everywhere(one, former, key=key) for one in value]
        case dict():
            return {name: everywhere(one, former, key=name) for name, one in value.items()}
        case _:
            return value


def _whose(value: Any, name: str) -> Any:
    """Whose name a field holds: `helper_name` is the helper's, `name` the agent's."""
    return getattr(value, name.removesuffix("_name"), None) if name.endswith("_name") else value.agent


def _left(value: Any, said: Held, former: Former, *, words: bool) -> Any:
    match value:
        case str():
            return former.of(value) if said is AGENT else former.out_of(value) if words else value
        case tuple():
            return tuple(_left(one, said, former, words=words) for one in value)
        case _:
            return without(value, former) if dataclasses.is_dataclass(value) else value
