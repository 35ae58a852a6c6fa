"""Values as JSON: what each kind of field becomes."""

import dataclasses
from collections.abc import Mapping
from typing import Any, ClassVar, Literal

import pytest

from frontdesk.core.codec import NotDecodable, decode, encode


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


@dataclasses.dataclass(frozen=True, slots=True)
class Read:
    """Fields as they are read back."""

    seconds: float
    text: str | None = None
    choice: Literal["x", "y"] = "x"
    words: tuple[str, ...] = ()
    of_a_kind: Nothing | Whole | None = None
    counts: Mapping[str, int] = dataclasses.field(default_factory=dict)
    anything: Any = None


def test_what_was_kept_is_read_back() -> None:
    """Whole numbers become seconds where seconds are wanted, lists tuples, `kind` the class; what nobody knows is left out."""
    kept = {
        "seconds": 3,
        "words": ["a"],
        "of_a_kind": {"kind": "nothing"},
        "counts": {"n": 1},
        "anything": [1],
        "new": 1,
    }
    read = decode(Read, kept)
    assert read == Read(3.0, words=("a",), of_a_kind=Nothing(), counts={"n": 1}, anything=[1])
    assert type(read.seconds) is float
    assert decode(Read, {"seconds": 1.5, "text": None, "of_a_kind": None}) == Read(1.5)


@pytest.mark.parametrize(
    ("kept", "refused"),
    [
        ([], r"\$ should be an object, but is list"),
        ({}, r"\$ is not a whole Read"),
        ({"seconds": "3"}, r"\$.seconds should be float, but is str"),
        ({"seconds": True}, r"\$.seconds should be float, but is bool"),
        ({"seconds": 1, "text": 4}, r"\$.text should be str, but is int"),
        ({"seconds": 1, "choice": "z"}, r"\$.choice should be one of .*, but is 'z'"),
        ({"seconds": 1, "words": "ab"}, r"\$.words should be a list, but is str"),
        ({"seconds": 1, "words": ["a", 2]}, r"\$.words\[1\] should be str, but is int"),
        ({"seconds": 1, "counts": {"n": "1"}}, r"\$.counts.n should be int, but is str"),
        ({"seconds": 1, "of_a_kind": {"kind": "other"}}, r"\$.of_a_kind has the unknown kind 'other'"),
        ({"seconds": 1, "of_a_kind": {"kind": ["whole"]}}, r"\$.of_a_kind has the unknown kind \['whole'\]"),
        ({"seconds": 1, "of_a_kind": 3}, r"\$.of_a_kind fits none of"),
    ],
)
def test_what_does_not_fit_is_refused_by_its_place(kept: object, refused: str) -> None:
    """Nothing is guessed, and the message names the field."""
    with pytest.raises(NotDecodable, match=refused):
        decode(Read, kept)
