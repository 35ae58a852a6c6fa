"""Paths into JSON: `billing.phone`, `line_items[]`, `fulfillments[-1].tracking_number`, `meta[key=eta].value`, `a|b`. Pure."""

import re
from collections.abc import Mapping
from typing import Any

_STEP = re.compile(r"([^.\[\]|]+)|\[(-?[0-9]+)\]|\[([^=\]]+)=([^\]]*)\]|(\[\])")


def found(document: Any, path: str) -> Any:
    """What stands at the path, the first alternative that is there; None when there is nothing, or only "", 0 or false."""
    for way in path.split("|"):
        value = document if way.strip() in ("", "$") else _walk(document, way.strip())
        if value not in (None, "", 0, False, "0"):
            return value
    return None


def there(document: Any, path: str) -> Any:
    """What stands at the path, 0 and "" included."""
    return next((v for way in path.split("|") if (v := _walk(document, way.strip())) is not None), None)


def items(document: Any, path: str) -> list[Any]:
    """The list at the path, or the lists of a list ("customers[].orders[]"); nothing there is an empty one."""
    first, _, rest = path.strip().removesuffix("[]").partition("[].")
    value = document if first in ("", "$") else _walk(document, first)
    listed = list(value) if isinstance(value, list) else []
    return [inner for one in listed for inner in items(one, rest)] if rest else listed


def _walk(document: Any, way: str) -> Any:
    for name, index, key, wanted, _ in _STEP.findall(way):
        if name:
            document = document.get(name) if isinstance(document, Mapping) else None
        elif index:
            at = int(index)
            document = document[at] if isinstance(document, list) and -len(document) <= at < len(document) else None
        elif key:
            listed = document if isinstance(document, list) else []
            document = next((e for e in listed if isinstance(e, Mapping) and str(e.get(key)) == wanted), None)
        if document is None:
            return None
    return document
