"""Dataclasses to JSON and back. Members of a union carry `kind`; nothing is guessed, wrong data is an error that says where."""

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import attrgetter
from typing import Any

from frontdesk.core.errors import FrontdeskError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]


class NotDecodable(FrontdeskError):
    """Stored data does not fit the types of this version; the message names the field. Run the migrations, or upcast."""


def encode(value: Any) -> Any:
    """JSON-ready form of a dataclass tree."""
    cls: Any = type(value)
    return value if cls in _AS_IT_IS else _way(cls)(value)


_AS_IT_IS = frozenset({type(None), bool, int, float, str})


@cache
def _way(cls: Any) -> Callable[[Any], Any]:
    """How values of this type are encoded; what is no dataclass, mapping or list stays as it is."""
    if issubclass(cls, str | int | float):
        return _same
    if _names(cls) is not None:
        return _fields(cls)
    if issubclass(cls, Mapping):
        return _entries
    return _items if issubclass(cls, list | tuple) else _same


@cache
def _names(cls: type) -> tuple[str, ...] | None:
    """The fields of a dataclass; None for other types."""
    return tuple(f.name for f in dataclasses.fields(cls)) if dataclasses.is_dataclass(cls) else None


def _same(value: Any) -> Any:
    return value


def _fields(cls: Any) -> Callable[[Any], dict[str, Any]]:
    """How a dataclass is encoded: all fields at once, then those that may hold more than a plain value."""
    names = _names(cls) or ()
    of_class = getattr(cls, "kind", None)
    first = {"kind": of_class} if isinstance(of_class, str) else {}
    deeper = tuple(f.name for f in dataclasses.fields(cls) if not is_plain(f.type))
    values = attrgetter("__class__", "__class__", *names)  # two at least, so that they come as a tuple

    def read(value: Any) -> dict[str, Any]:
        body = {**first, **dict(zip(names, values(value)[2:], strict=True))}
        for name in deeper:
            inner = body[name]
            if type(inner) not in _AS_IT_IS:
                body[name] = encode(inner)
        return body

    return read


def is_plain(hint: Any) -> bool:
    """Whether a field's values are JSON as they are: text, numbers, yes or no, nothing, one of a few words."""
    if typing.get_origin(hint) in (types.UnionType, typing.Union):
        return all(map(is_plain, typing.get_args(hint)))
    if typing.get_origin(hint) is typing.Annotated:
        return is_plain(hint.__origin__)
    return hint in _AS_IT_IS or hint is None or typing.get_origin(hint) is typing.Literal


def _entries(value: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(name): encode(inner) for name, inner in value.items()}


def _items(value: Sequence[Any]) -> list[Any]:
    plain = all(kind in _AS_IT_IS or _way(kind) is _same for kind in set(map(type, value)))
    return list(value) if plain else [encode(inner) for inner in value]


@cache
def _hints(cls: type) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def decode(target: Any, data: Any, where: str = "$") -> Any:
    """Read `data` as type `target` (a dataclass, a union of them by `kind`, or plain JSON types)."""
    return _reader(target)(data, where)


Read = Callable[[Any, str], Any]
_PLAIN = frozenset({str, int, float, bool, type(None)})


@cache
def _reader(target: Any) -> Read:
    """How values of this type are read, and refused; what follows from the type is found out once."""
    if dataclasses.is_dataclass(target):
        return _dataclass_reader(target)
    origin, inside = typing.get_origin(target), typing.get_args(target)
    if origin in (types.UnionType, typing.Union):
        return _union_reader(inside)
    if origin is tuple:
        return _list_reader(inside[0])
    if origin is typing.Literal:
        return _word_reader(inside)
    if origin is not None and issubclass(origin, Mapping):
        return lambda data, where: {str(k): decode(inside[1], v, f"{where}.{k}") for k, v in dict(data).items()}
    return lambda data, where: _plain(target, data, where)


def _as_they_are(hint: Any) -> frozenset[type]:
    """Plain types whose values stand for themselves where this is wanted; most values are of one."""
    union = typing.get_origin(hint) in (types.UnionType, typing.Union)
    return frozenset(typing.get_args(hint) if union else (hint,)) & _PLAIN


def _dataclass_reader(target: Any) -> Read:
    hints = {name: _hints(target)[name] for name in _names(target) or ()}
    plain = {name: _as_they_are(hint) for name, hint in hints.items()}

    def read(data: Any, where: str) -> Any:
        if not isinstance(data, Mapping):
            raise NotDecodable(f"{where} should be an object, but is {type(data).__name__}.")
        given = {
            name: value if type(value) in plain[name] else _reader(hints[name])(value, f"{where}.{name}")
            for name, value in data.items()
            if name in hints
        }
        try:
            return target(**given)
        except TypeError as error:
            raise NotDecodable(f"{where} is not a whole {target.__name__}: {error}.") from error

    return read


def _list_reader(item: Any) -> Read:
    plain = _as_they_are(item)

    def read(data: Any, where: str) -> Any:
        if not isinstance(data, list):
            raise NotDecodable(f"{where} should be a list, but is {type(data).__name__}.")
        one = _reader(item)
        return tuple(v if type(v) in plain else one(v, f"{where}[{i}]") for i, v in enumerate(data))

    return read


def _word_reader(words: tuple[Any, ...]) -> Read:
    def read(data: Any, where: str) -> Any:
        if data not in words:
            raise NotDecodable(f"{where} should be one of {words}, but is {data!r}.")
        return data

    return read


def _plain(target: Any, data: Any, where: str) -> Any:
    if target is float and isinstance(data, int) and not isinstance(data, bool):
        return float(data)
    if target is Any or isinstance(data, target):
        return data
    raise NotDecodable(f"{where} should be {target.__name__}, but is {type(data).__name__}.")


def _union_reader(members: tuple[Any, ...]) -> Read:
    rest = [member for member in members if member is not type(None)]
    by_kind = {kind: member for member in reversed(rest) if (kind := getattr(member, "kind", None)) is not None}

    def read(data: Any, where: str) -> Any:
        if data is None and len(rest) < len(members):
            return None
        kind = data.get("kind") if isinstance(data, Mapping) else None
        if kind is not None:
            if not isinstance(kind, str) or kind not in by_kind:
                raise NotDecodable(f"{where} has the unknown kind {kind!r}.")
            return _reader(by_kind[kind])(data, where)
        if len(rest) == 1:
            return _reader(rest[0])(data, where)
        for member in rest:
            if isinstance(member, type) and isinstance(data, member):
                return data
        raise NotDecodable(f"{where} fits none of {[getattr(m, '__name__', str(m)) for m in rest]}.")

    return read
