"""What each field that is kept of a customer or an agent is for, how sensitive it is and how long it lives: said at the field.

`text: Annotated[str, WORDS]`. A field without such a word is a measure: no person can be told from it. Standard library only.
"""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

Lifetime = Literal["session", "words", "names", "record"]
LIFETIMES: tuple[Lifetime, ...] = get_args(Lifetime)  # from the shortest to the longest
Sensitivity = Literal["personal", "pseudonym", "public"]
ERASED = "[erased]"  # stands where words stood
ERASED_NAME = "erased-"  # how a name begins that leads to nobody any more


@dataclass(frozen=True, slots=True)
class Held:
    """`lifetime`: until the `session` is over (and a day), as long as `words` or `names` are kept, or as the `record` is."""

    purpose: str
    sensitivity: Sensitivity
    lifetime: Lifetime

    def ends_by(self, lifetime: Lifetime) -> bool:
        """Whether the field is gone once everything of this lifetime is."""
        return LIFETIMES.index(self.lifetime) <= LIFETIMES.index(lifetime) and self.lifetime != "record"


MEASURE = Held("to count and time what happens", "public", "record")
WORDS = Held("to serve the customer, to pass them on with what was said, to see what went wrong", "personal", "words")
FILE = Held("what customer and agent send each other", "personal", "words")
SOUND = Held("to hear again what was said and agreed on the phone", "personal", "words")
NOTE = Held("what agents tell each other about the case", "personal", "words")
NUMBER = Held("to ring back, to text an answer", "personal", "session")
PRESENT = Held("what the conversation needs while it goes on", "personal", "session")
ADDRESS = Held("to find the conversation of a call or a browser again", "pseudonym", "words")
NAME = Held("to see who comes back, and to show agents earlier contacts", "pseudonym", "names")
AGENT = Held("to know who did what, and to count work by agent", "pseudonym", "record")
AGENT_NAME = Held("to tell customers and colleagues with whom they speak", "personal", "record")
FACTS = Held("see docs/reference/facts.md: each fact has its own", "personal", "words")


def held(kind: type) -> Mapping[str, Held]:
    """What is said of each field of a dataclass, MEASURE where nothing is."""
    return _held(kind)


@cache
def _held(kind: Any) -> Mapping[str, Held]:
    hints = get_type_hints(kind, include_extras=True)
    return {field.name: _of(hints[field.name]) for field in dataclasses.fields(kind)}


def _of(hint: Any) -> Held:
    if get_origin(hint) is Annotated:
        return next((said for said in hint.__metadata__ if isinstance(said, Held)), MEASURE)
    return MEASURE
