"""Small pieces schemas are made of. Knows no key of a flow."""

from collections.abc import Mapping, Sequence
from typing import Any

Schema = Mapping[str, Any]


def text(what: str, *examples: str) -> Schema:
    """Plain text; an editor reads `0` and `true` as other things than the loader does."""
    return {"type": ["string", "number", "boolean"], "description": what, "examples": list(examples)}


def target(what: str, *examples: str) -> Schema:
    """A place to go to."""
    shown = list(examples or ("menu", "orders.ask_number"))
    return {
        "type": "string",
        "pattern": r"^([a-z][a-z0-9_]*\.)?[a-z][a-z0-9_]*$",
        "description": what,
        "examples": shown,
    }


def number(what: str, *examples: float) -> Schema:
    return {"type": "number", "exclusiveMinimum": 0, "description": what, "examples": list(examples)}


def flag(what: str, *, example: bool = True) -> Schema:
    return {"type": "boolean", "description": what, "examples": [example]}


def listed(what: str, items: Schema) -> Schema:
    return {"type": "array", "description": what, "items": items, "examples": [[example_of(items)]]}


def by_name(what: str, values: Schema, name: str) -> Schema:
    """A table with names of the author's own, such as `name`."""
    shown = [{name: example_of(values)}]
    return {"type": "object", "description": what, "additionalProperties": values, "examples": shown}


def table(what: str, keys: Mapping[str, Schema], required: Sequence[str] = ()) -> Schema:
    """A table with exactly these keys."""
    return {
        "type": "object",
        "description": what,
        "additionalProperties": False,
        "properties": dict(keys),
        **({"required": list(required)} if required else {}),
        "examples": [{name: example_of(keys[name]) for name in required or tuple(keys)[:1]}],
    }


def example_of(schema: Schema) -> Any:
    """A value that fits, the first there is."""
    first, *_ = schema.get("enum", schema.get("examples", [schema[name] for name in ("const",) if name in schema]))
    return first
