"""Puts values into a mapping's requests. A value is text of its place and can't leave it. Pure."""

import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

_SLOT = re.compile(r"\{([a-z_0-9]+)\}")
_NUMBER = re.compile(r"\{([a-z_0-9]+)!number\}")


def slots_in(template: Any) -> frozenset[str]:
    """The names of all slots in a path or body."""
    if isinstance(template, str):
        return frozenset(_SLOT.findall(template)) | frozenset(_NUMBER.findall(template))
    parts = template.values() if isinstance(template, Mapping) else template if isinstance(template, list) else ()
    return frozenset(name for part in parts for name in slots_in(part))


def filled_path(template: str, values: Mapping[str, str]) -> str:
    """The path with its values, each escaped whole: neither a slash nor dots get through."""
    return _SLOT.sub(lambda m: quote(values.get(m[1], ""), safe="", errors="replace").replace(".", "%2E"), template)


def filled(body: Any, values: Mapping[str, str]) -> Any:
    """The body with its values, put in as text of JSON, never as its structure; `{total!number}` alone becomes a number."""
    if isinstance(body, str):
        number = _NUMBER.fullmatch(body)
        if number:
            return _number(values.get(number[1], ""))
        return _SLOT.sub(lambda m: values.get(m[1], ""), body)
    if isinstance(body, Mapping):
        return {key: filled(value, values) for key, value in body.items()}
    return [filled(value, values) for value in body] if isinstance(body, list) else body


def _number(text: str) -> int | float | None:
    try:
        return int(text)
    except ValueError:
        pass
    try:
        return float(text)
    except ValueError:
        return None
