"""A wrong setting in a sentence: its name, what is wanted with an example, and what it is. Shows no secret."""

from collections.abc import Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import SecretStr
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

_OURS = "Value error, "


def wrong_setting(error: ErrorDetails, fields: Mapping[str, FieldInfo]) -> str:
    """`PORT: give a whole number from 0 to 65535, such as 8080 (it is 'http')`; of settings that don't go together, why."""
    if not error["loc"]:
        return error["msg"].removeprefix(_OURS)
    name = str(error["loc"][0])
    field = fields[name]
    wanted = error["msg"].removeprefix(_OURS) if error["msg"].startswith(_OURS) else _wanted(field)
    shown = "" if field.annotation is SecretStr else f" (it is {_shown(error['input'])})"
    return f"{name.upper()}: {wanted}{shown}"


def _wanted(field: FieldInfo) -> str:
    """What may stand there, by the setting's type and limits, and an example."""
    of, usual = field.annotation, field.get_default()
    if get_origin(of) is Literal:
        return f"give one of {', '.join(map(str, get_args(of)))}, such as {usual}"
    if of is bool:
        return "give true or false, such as true"
    if of in (int, float):
        what = "a whole number" if of is int else "a number"
        return f"give {what}{_limits(field)}, such as {usual:g}"
    return f"give {field.description or 'another value'}"


def _limits(field: FieldInfo) -> str:
    """` from 0 to 65535`, ` above 0`."""
    bounds: dict[str, Any] = {}
    for limit in field.metadata:
        bounds |= {name: getattr(limit, name) for name in ("ge", "gt", "le") if hasattr(limit, name)}
    least, above, most = (bounds.get(name) for name in ("ge", "gt", "le"))
    if least is not None:
        return f" from {least:g} to {most:g}" if most is not None else f" of {least:g} or more"
    return f" above {above:g}{f', at most {most:g}' if most is not None else ''}" if above is not None else ""


def _shown(value: object) -> str:
    """What was given, without the name and password of an address."""
    text = str(value)
    before, at, host = text.rpartition("@")
    scheme, slashes, _ = before.partition("//")
    return repr(f"{scheme if slashes else ''}{slashes}…@{host}" if at else text)
