"""The ways on from a node, each with the name an author knows it by: a key, an outcome, a case. Read off the node itself."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from frontdesk.ivr.graph import Spot
from frontdesk.ivr.nodes import Node, Target

NAMES = ("key", "name", "when")  # what a part of a node is known by


@dataclass(frozen=True, slots=True)
class NodeWay:
    """One way on: its name, where it leads, and the prompt that is its label, if any."""

    label: str
    spot: Spot
    prompt: str | None = None


def ways(node: Node) -> tuple[NodeWay, ...]:
    """Every goto written in the node."""
    return tuple(_of(node, ""))


def _of(part: Any, label: str) -> Iterator[NodeWay]:
    for field in fields(part):
        value = getattr(part, field.name)
        name = f"{label} {field.name}".strip()
        match value:
            case Target():
                plain = label if field.name == "goto" and label else name
                yield NodeWay(plain, (value.flow, value.node), getattr(part, "label", None))
            case Mapping():
                yield from (
                    NodeWay(f"{label} {key}".strip(), (target.flow, target.node))
                    for key, target in value.items()
                    if isinstance(target, Target)
                )
            case tuple() | list():
                for inner in value:
                    if is_dataclass(inner) and not isinstance(inner, type):
                        yield from _of(inner, _name(inner, label))
            case _ if is_dataclass(value) and not isinstance(value, type):
                yield from _of(value, f"{field.name} {_name(value, '')}".strip())


def _name(part: Any, otherwise: str) -> str:
    return next((str(getattr(part, name)) for name in NAMES if getattr(part, name, None)), otherwise)
