"""Values as JSON text, the core's and plain ones, in a fraction of the time `json` takes. Knows no store.

What is written is `codec.encode`'s form, by a template for each dataclass, made of its fields' types. What such a writer refuses
(a value of another type than was said, a lone surrogate in somebody's words, no number) `encode` and `json` write or refuse.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from json.encoder import encode_basestring
from math import isfinite
from operator import attrgetter, call
from typing import Any

from pydantic_core import from_json, to_json

from frontdesk.core.codec import encode
from frontdesk.core.events import Said
from frontdesk.core.waits import ForCustomer

Write = Callable[[Any], str]
# A menu says and asks the same of everybody, and only that is kept; all their fields are compared.
AGAIN = (Said, ForCustomer)
MOST_KNOWN = 1_000
_strictly = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode


def text_of(value: Any) -> str:
    """The JSON text of a dataclass tree or of plain JSON. Raises ValueError for what is no number."""
    try:
        text = _as_it_is(value)
        if not text.isascii():
            text.encode()
    except (TypeError, ValueError, KeyError):
        return _strictly(encode(value))
    return text


def value_of(text: str) -> Any:
    """Plain JSON from its text; what the quick reader refuses (a lone surrogate in somebody's words) `json` reads."""
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)


def _as_it_is(value: Any) -> str:
    cls: Any = type(value)
    return _writer(cls)(value)


@cache
def _writer(cls: Any) -> Write:
    """How values of this class are written."""
    if cls is tuple:  # as a turn's events
        return _several(_as_it_is)
    if not dataclasses.is_dataclass(cls):
        return _plainly
    write = _by_template(cls)
    if cls not in AGAIN:
        return write
    return _Again(written_once(cls), write)


class _Again:
    """Writes values of the house once. Books hold most of them and say the same ones each time: those are known at a glance,
    by which object it is, without a look at all that stands in them."""

    def __init__(self, once: Write, write: Write) -> None:
        self._once, self._write = once, write
        self._known: dict[int, tuple[Any, str]] = {}  # by `id`, with the object, so that no other can have its number

    def __call__(self, value: Any) -> str:
        known = self._known.get(id(value))
        if known is not None:
            return known[1]
        if not value.of_house:
            return self._write(value)
        text = self._once(value)
        if len(self._known) >= MOST_KNOWN:
            self._known.clear()
        self._known[id(value)] = value, text
        return text


@cache
def written_once(cls: Any) -> Any:
    """The writer of values of this class that are of the house: what it wrote is kept, so no other may come to it."""
    return lru_cache(maxsize=MOST_KNOWN)(_by_template(cls))


def _by_template(cls: Any) -> Write:
    hints, names = typing.get_type_hints(cls), [field.name for field in dataclasses.fields(cls)]
    writers = [_of_type(hints[name]) for name in names]
    kind = getattr(cls, "kind", None)
    first = [f'"kind":{_word(kind)}'] if isinstance(kind, str) else []
    template = "{" + ",".join([*first, *(f'"{name}":%s' for name in names)]) + "}"
    if len(names) > 1:
        values = attrgetter(*names)
        return lambda value: template % tuple(map(call, writers, values(value)))
    return lambda value: (
        template % tuple(write(getattr(value, name)) for write, name in zip(writers, names, strict=True))
    )


def _plainly(value: Any) -> str:
    """JSON that holds no dataclass."""
    text = to_json(value)
    return _strictly(value) if b"NaN" in text or b"Infinity" in text else text.decode()


def _of_type(hint: Any) -> Write:
    """How a field's values are written."""
    if hint in _WRITERS:
        return _WRITERS[hint]
    if dataclasses.is_dataclass(hint):
        return _as_it_is
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        return _of_type(hint.__origin__)
    if origin is typing.Literal and all(isinstance(word, str) for word in inside):
        return _word
    if origin in (types.UnionType, typing.Union):
        return _of_union([one for one in inside if one is not types.NoneType], optional=types.NoneType in inside)
    if origin is tuple and inside[1:] == (...,):
        return _several(_of_type(inside[0]))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _by_name(_of_type(inside[1]))
    raise AssertionError(f"How is a {hint} written as JSON? Say it here.")


def _of_union(members: Sequence[Any], *, optional: bool) -> Write:
    """Members are told apart by their `kind`, which their own writers put first."""
    write = _of_type(members[0]) if len(members) == 1 else _as_it_is
    assert len(members) == 1 or all(map(dataclasses.is_dataclass, members)), f"How is one of {members} written as JSON?"
    return (lambda value: "null" if value is None else write(value)) if optional else write


def _several(write: Write) -> Write:
    if write is _word:
        return _words
    return lambda values: "[]" if values == () else "[" + ",".join(map(write, _tuple(values))) + "]"


def _words(values: tuple[str, ...]) -> str:
    return "[]" if values == () else "[" + ",".join(map(_word, _tuple(values))) + "]"


def _tuple(values: Any) -> Sequence[Any]:
    if type(values) is not tuple:
        raise TypeError
    return values


def _by_name(write: Write) -> Write:
    return lambda values: (
        "{}"
        if values == {}
        else "{" + ",".join([f"{_word(name)}:{write(value)}" for name, value in values.items()]) + "}"
    )


def _number(value: Any) -> str:
    if type(value) is not float or not isfinite(value):
        return _strictly(value)
    return repr(value)


_word: Write = encode_basestring
_WRITERS: Mapping[Any, Write] = {
    str: _word,
    bool: {True: "true", False: "false"}.__getitem__,
    int: int.__repr__,
    float: _number,
}
