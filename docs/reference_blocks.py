"""What generated reference pages are made of."""

from collections.abc import Iterable, Mapping
from typing import Any

NOTE = "<!-- Made by docs/generate.py; change the code it names and run `uv run python docs/generate.py`. -->"


def page(title: str, *blocks: str) -> str:
    """One Markdown page."""
    return "\n\n".join([f"# {title}", NOTE, *blocks]) + "\n"


def table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """A Markdown table; bars inside cells are escaped."""
    lines = [list(heads)]
    lines += [["---"] * len(lines[0]), *(list(row) for row in rows)]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def such_as(schema: Mapping[str, Any], most: int) -> str:
    """Values that fit a key of a schema: those there are, or examples."""
    inner = schema.get("items", {})
    values = (
        schema.get("enum")
        or inner.get("enum")
        or schema.get("examples", [schema[c] for c in ("const",) if c in schema])
    )
    if "properties" in inner:
        values = [{key: one["examples"][0] for key, one in inner["properties"].items() if "examples" in one}]
    return ", ".join(f"`{in_line(value)}`" for value in values[:most])


def in_line(value: Any) -> str:
    """A value as it is written in a flow, on one line."""
    match value:
        case bool():
            return str(value).lower()
        case Mapping():
            return "{" + ", ".join(f"{name}: {in_line(one)}" for name, one in value.items()) + "}"
        case list() | tuple():
            return "[" + ", ".join(map(in_line, value)) + "]"
        case _:
            return str(value)
