"""Values as JSON: what each kind of field becomes."""

import dataclasses
from collections.abc import Mapping
from typing import ClassVar, Literal

import pytest

from frontdesk.core.codec import encode


class Word(str):
    """Text of a type of its own."""

    __slots__ = ()


@dataclasses.dataclass(frozen=True, slots=True)
class Nothing:
    """No field at all."""

    kind: ClassVar = "nothing"


@dataclasses.dataclass(frozen=True, slots=True)
class One:
    """One field."""

    what: Nothing | None = None


@dataclasses.dataclass(frozen=True, slots=True)
class Whole:
    """Fields of every sort."""

    kind: ClassVar = "whole"
    text: str | None = "a"
    choice: Literal["x", "y"] = "x"
    words: tuple[str, ...] = (Word("b"), "c")
    parts: tuple[One | str, ...] = (One(Nothing()), "d")
    facts: Mapping[str, One] = dataclasses.field(default_factory=lambda: {"e": One()})


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (Nothing(), {"kind": "nothing"}),
        (One(Nothing()), {"what": {"kind": "nothing"}}),
        (Whole(), {"kind": "whole", "text": "a", "choice": "x", "words": ["b", "c"],
                   "parts": [{"what": {"kind": "nothing"}}, "d"], "facts": {"e": {"what": None}}}),
        ((), []),
    ],
)  # fmt: skip
def test_every_sort_of_field(value: object, told: object) -> None:
    """Classes without fields, with one and with many; what is plain already stays as it is."""
    assert encode(value) == told
