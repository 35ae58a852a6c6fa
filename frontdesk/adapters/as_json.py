"""Values as JSON text, the core's and plain ones, in a fraction of the time `json` takes. Knows no store.

What is written is `codec.encode`'s form, by writers made of the types' own annotations. What a writer refuses (a value of another
type than was said, a lone surrogate in somebody's words), and no number at all, `encode` and `json` write or refuse.
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from pydantic_core import CoreSchema, SchemaSerializer, core_schema, from_json, to_json

from frontdesk.core.codec import encode, is_plain

_strictly = json.JSONEncoder(allow_nan=False, separators=(",", ":")).encode
_NUMBERS_AS_THEY_ARE = core_schema.CoreConfig(ser_json_inf_nan="constants")


def text_of(value: Any) -> str:
    """The JSON text of a dataclass tree or of plain JSON. Raises ValueError for what is no number."""
    cls: Any = type(value)
    writer = _writer(cls)
    try:
        text = to_json(value) if writer is None else writer(value, warnings="error")
    except ValueError:
        return _strictly(encode(value))
    return _strictly(encode(value)) if b"NaN" in text or b"Infinity" in text else text.decode()


def value_of(text: str) -> Any:
    """Plain JSON from its text; what the quick reader refuses (a lone surrogate in somebody's words) `json` reads."""
    try:
        return from_json(text)
    except ValueError:
        return json.loads(text)


@cache
def _writer(cls: Any) -> Callable[..., bytes] | None:
    """How dataclasses of this class are written; None for other classes."""
    if not dataclasses.is_dataclass(cls):
        return None
    known: dict[type, CoreSchema] = {}
    form = _form(cls, known)
    return SchemaSerializer(core_schema.definitions_schema(form, list(known.values())), _NUMBERS_AS_THEY_ARE).to_json


def _form(hint: Any, known: dict[type, CoreSchema]) -> CoreSchema:
    """The writer's description of a field's type; `known` are those of the dataclasses in it."""
    if is_plain(hint):
        return core_schema.any_schema()
    if dataclasses.is_dataclass(hint):
        return _of_fields(typing.cast(type, hint), known)
    origin, inside = typing.get_origin(hint), typing.get_args(hint)
    if origin in (types.UnionType, typing.Union):
        return _of_union(inside, known)
    if origin is tuple and inside[1:] == (...,):
        return core_schema.tuple_schema([_form(inside[0], known)], variadic_item_index=0)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return core_schema.dict_schema(_form(inside[0], known), _form(inside[1], known))
    raise AssertionError(f"How is a {hint} written as JSON? Say it here.")


def _of_fields(cls: type, known: dict[type, CoreSchema]) -> CoreSchema:
    name = f"{cls.__module__}.{cls.__qualname__}"
    if cls not in known:
        known[cls] = core_schema.any_schema()  # while its fields are looked at
        hints = typing.get_type_hints(cls)
        names = [field.name for field in dataclasses.fields(cls)]
        fields = [core_schema.dataclass_field(name, _form(hints[name], known)) for name in names]
        kind = [core_schema.computed_field("kind", core_schema.any_schema())] if hasattr(cls, "kind") else []
        inner = core_schema.dataclass_args_schema(cls.__name__, fields, computed_fields=kind)
        known[cls] = core_schema.dataclass_schema(cls, inner, names, slots=True, ref=name)
    return core_schema.definition_reference_schema(name)


def _of_union(members: tuple[Any, ...], known: dict[type, CoreSchema]) -> CoreSchema:
    """Dataclasses, told apart by their `kind`, or one type; or nothing."""
    rest = [member for member in members if member is not type(None)]
    if len(rest) == 1:
        form = _form(rest[0], known)
    else:
        form = core_schema.tagged_union_schema({one.kind: _form(one, known) for one in rest}, discriminator="kind")
    return core_schema.nullable_schema(form) if len(rest) < len(members) else form
