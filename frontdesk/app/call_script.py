"""A caller's script: what is pressed, said and expected, read from YAML. Every mistake is a sentence with its line."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.yaml_marks import Many, Table, Value, read_yaml

Doing = Literal["press", "say", "silence", "hang_up", "wait"]
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
    """One call. `at`: when it begins (epoch seconds), where a draft is tried in a time of its own."""

    title: str
    caller: str
    steps: tuple[Act | Expectation, ...]
    at: float | None = None

    @property
    def needs_draft(self) -> bool:
        """Whether it moves the clock, which nobody can do to a running server."""
        return self.at is not None or any(isinstance(step, Act) and step.what == "wait" for step in self.steps)


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
    strange = entries.keys() - {"title", "caller", "steps", "at"}
    if strange or not isinstance(steps, Many):
        raise BadScript(f"{path}: a script has 'title', 'caller' and 'steps', a list of what is done and expected.")
    return CallScript(
        title=str(entries.get("title", path.stem)),
        caller=str(entries.get("caller", "anonymous")),
        steps=tuple(_step(item, path) for item in steps.items),
        at=_moment(entries["at"], path) if "at" in entries else None,
    )


def _moment(value: Value, path: Path) -> float:
    """`2026-10-01 20:00`, in UTC, or with a zone of its own."""
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise BadScript(f"{path}: 'at' is a moment such as 2026-10-01 20:00+08:00, not '{value}'.") from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


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
        if key == "wait" and isinstance(value, Marked) and re.fullmatch(r"\d{1,6}(\.\d)?", value):
            return Act("wait", str(value), key.at.line)
        if key == "expect":
            return _expectation(value, where, key.at.line)
        raise BadScript(
            f"{where}: '{key}' is no step; there are press (keys), say, silence, wait (seconds), hang_up and expect."
        )
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
