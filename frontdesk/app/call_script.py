"""A caller's script: what is pressed, said and expected, read from YAML. Every mistake is a sentence with its line."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args

from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.yaml_marks import Many, Table, Value, read_yaml

Doing = Literal["press", "say", "silence", "hang_up"]
Standing = Literal["listening", "held", "connected", "ended"]
PLAIN = ("silence", "hang_up")
KEYS = frozenset("0123456789*#")


class BadScript(FrontdeskError):
    """A script can't be followed; the message names file, line and what would be right."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the caller does."""

    what: Doing
    words: str
    line: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must be heard, or not, since the last thing done, and how the call must stand."""

    hears: tuple[str, ...]
    never: tuple[str, ...]
    call: Standing | None
    line: int


@dataclass(frozen=True, slots=True)
class CallScript:
    """One call."""

    title: str
    caller: str
    steps: tuple[Act | Expectation, ...]


def read_call(path: Path) -> CallScript:
    """The script of a file. Raises BadScript."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise BadScript(f"The script {path} can't be read: {error}.") from error
    table, issues = read_yaml(text, str(path))
    if table is None or issues:
        raise BadScript("\n".join(str(issue) for issue in issues) or f"{path} is empty; it needs a list of 'steps'.")
    entries = {str(key): value for key, value in table.entries.items()}
    steps = entries.get("steps")
    strange = entries.keys() - {"title", "caller", "steps"}
    if strange or not isinstance(steps, Many):
        raise BadScript(f"{path}: a script has 'title', 'caller' and 'steps', a list of what is done and expected.")
    return CallScript(
        title=str(entries.get("title", path.stem)),
        caller=str(entries.get("caller", "anonymous")),
        steps=tuple(_step(item, path) for item in steps.items),
    )


def _step(item: Value, path: Path) -> Act | Expectation:
    if isinstance(item, Marked) and item in PLAIN:
        return Act("silence" if item == "silence" else "hang_up", "", item.at.line)
    entries = list(item.entries.items()) if isinstance(item, Table) else []
    if len(entries) == 1:
        key, value = entries[0]
        where = f"{path}:{key.at.line}"
        if key == "press" and isinstance(value, Marked) and set(value) <= KEYS and value:
            return Act("press", str(value), key.at.line)
        if key == "say" and isinstance(value, Marked):
            return Act("say", str(value), key.at.line)
        if key == "expect":
            return _expectation(value, where, key.at.line)
        raise BadScript(f"{where}: '{key}' is no step; there are press (keys), say, silence, hang_up and expect.")
    raise BadScript(f"{path}: a step is silence, hang_up, or has one key, such as 'press: 1' or 'expect: Welcome'.")


def _expectation(value: Value, where: str, line: int) -> Expectation:
    if isinstance(value, Marked):
        return Expectation((str(value),), (), None, line)
    entries = {str(key): inner for key, inner in value.entries.items()} if isinstance(value, Table) else {}
    call = str(entries.get("call", "")) or None
    if not entries or entries.keys() - {"hears", "never", "call"} or call not in (None, *get_args(Standing)):
        raise BadScript(f"{where}: expect words, or any of hears, never, and call ({', '.join(get_args(Standing))}).")
    standing = next((one for one in get_args(Standing) if one == call), None)
    return Expectation(_texts(entries.get("hears"), where), _texts(entries.get("never"), where), standing, line)


def _texts(value: Value | None, where: str) -> tuple[str, ...]:
    if value is None:
        return ()
    items = value.items if isinstance(value, Many) else (value,)
    if not all(isinstance(item, Marked) for item in items):
        raise BadScript(f"{where}: write the words, or a list of them.")
    return tuple(str(item) for item in items)
