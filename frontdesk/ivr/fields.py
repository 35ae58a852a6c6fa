"""Reading one table of a flow file, key by key; what is missing, unknown or of the wrong form becomes an Issue."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from frontdesk.core.issues import Issue
from frontdesk.ivr.marks import Mark, Marked, looked_up
from frontdesk.ivr.nodes import Target
from frontdesk.ivr.yaml_marks import Many, Table, Value

NAME = re.compile(r"[a-z][a-z0-9_]*")
_TARGET = re.compile(r"(?:([a-z][a-z0-9_]*)\.)?([a-z][a-z0-9_]*)")


OTHER_WORDS = {
    "else": "otherwise",
    "default": "otherwise",
    "next": "goto",
    "to": "goto",
    "target": "goto",
    "text": "prompt",
    "transfer": "handoff",
    "queue": "handoff",
    "end": "hangup",
    "keywords": "words",
    "timeout_s": "timeout",
}  # what other flow languages call it
SLIP = 0.85  # so alike are two keys of which one is a slip; less may well be a key that is still to be written


def meant(word: str, known: Iterable[str], alike: float = 0.6) -> str | None:
    """The known word that was probably meant."""
    known = list(known)
    if OTHER_WORDS.get(word) in known:
        return OTHER_WORDS[word]
    return next(iter(difflib.get_close_matches(word, known, n=1, cutoff=alike)), None)


@dataclass(slots=True)
class Sheet:
    """A table being read. `what` names it in messages ("menu 'main'"); `flow` is where plain gotos lead."""

    table: Table
    what: str
    issues: list[Issue]
    flow: str = ""
    broken: bool = False
    asked: set[str] = field(default_factory=set)

    @property
    def subject(self) -> str:
        """What begins a sentence; names of files stay as they are."""
        return self.what if self.what.endswith(".yml") else self.what[0].upper() + self.what[1:]

    def complain(self, at: Mark, code: str, message: str, suggestion: str | None = None) -> None:
        self.issues.append(at.issue(code, message, suggestion))
        self.broken = True

    def has(self, key: str) -> bool:
        return key in self.table.entries

    def at(self, key: str) -> Mark:
        """Where the value of `key` stands, or the table if it isn't there."""
        value = looked_up(self.table.entries, key)
        return value.at if value is not None else self.table.at

    def _get(self, key: str, required: bool) -> Value | None:
        self.asked.add(key)
        value = looked_up(self.table.entries, key)
        if value is None and required:
            self.complain(self.table.at, "FLOW005", f"{self.subject} needs '{key}'.")
        return value

    def text(self, key: str) -> Marked:
        """A required piece of text; an empty stand-in when it is missing."""
        return self.maybe_text(key, required=True) or Marked("", self.table.at)

    def maybe_text(self, key: str, *, required: bool = False) -> Marked | None:
        value = self._get(key, required)
        if value is None:
            return None
        if isinstance(value, Marked) and not value.strip():
            self.complain(value.at, "FLOW006", f"'{key}' of {self.what} is empty; write its text after the colon.")
            return None
        if not isinstance(value, Marked):
            self.complain(value.at, "FLOW006", f"'{key}' of {self.what} should be plain text, not a list or a table.")
            return None
        return value

    def number(self, key: str) -> float | None:
        """A number above zero, if there."""
        text = self.maybe_text(key)
        if text is None:
            return None
        if not re.fullmatch(r"\d+(\.\d+)?", text) or float(text) <= 0:
            self.complain(
                text.at,
                "FLOW006",
                f"'{key}' of {self.what} should be a number above zero without a unit, not '{text}'.",
            )
            return None
        return float(text)

    def flag(self, key: str, *, default: bool = False) -> bool:
        """`true` or `false`; the default when it isn't there."""
        text = self.maybe_text(key)
        if text is None:
            return default
        if text not in ("true", "false"):
            self.complain(text.at, "FLOW006", f"'{key}' of {self.what} should be true or false, not '{text}'.")
        return text == "true"

    def target(self, key: str) -> Target:
        return self.maybe_target(key, required=True) or Target("", "", self.table.at)

    def maybe_target(self, key: str, *, required: bool = False) -> Target | None:
        text = self.maybe_text(key, required=required)
        return self.as_target(text) if text is not None else None

    def as_target(self, text: Marked) -> Target | None:
        """`node` of this flow, or `flow.node`."""
        found = _TARGET.fullmatch(text)
        if found is None:
            message = (
                f"'{text}' is no place to go; write the name of a node, as in 'node' or 'flow.node', in small letters."
            )
            self.complain(text.at, "FLOW006", message)
            return None
        if found.group(2) in ("yml", "yaml"):
            self.complain(
                text.at, "FLOW006", f"'{text}' is a file; write one of its nodes, as in '{found.group(1)}.node'."
            )
            return None
        return Target(found.group(1) or self.flow, found.group(2), text.at)

    def texts(self, key: str) -> tuple[Marked, ...]:
        """A list of pieces of text, empty when it isn't there."""
        value = self._get(key, required=False)
        if value is None:
            return ()
        if not isinstance(value, Many) or not all(isinstance(item, Marked) for item in value.items):
            such = f"[{value}]" if isinstance(value, Marked) else "[one, another]"
            self.complain(value.at, "FLOW006", f"'{key}' of {self.what} should be a list of plain texts: write {such}.")
            return ()
        return tuple(item for item in value.items if isinstance(item, Marked))

    def sheet(self, key: str, what: str, *, required: bool = False) -> "Sheet | None":
        """A table within this one."""
        value = self._get(key, required)
        return self.within(value, what) if value is not None else None

    def sheets(self, key: str, what: str) -> "list[Sheet]":
        """A required list of tables."""
        value = self._get(key, required=True)
        if value is None:
            return []
        if not isinstance(value, Many) or not value.items:
            message = f"'{key}' of {self.what} should be a list; each entry begins with '- ' on a line of its own."
            self.complain(value.at, "FLOW006", message)
            return []
        return [sheet for item in value.items if (sheet := self.within(item, what)) is not None]

    def within(self, value: Value, what: str) -> "Sheet | None":
        if not isinstance(value, Table):
            self.complain(
                value.at,
                "FLOW006",
                f"{what[0].upper()}{what[1:]} should be a table of keys and values, as in {{goto: menu}}.",
            )
            return None
        return Sheet(value, what, self.issues, self.flow)

    def close(self, *inner: "Sheet | None") -> bool:
        """Report keys nobody asked for; True when this table and those within were read without a complaint."""
        for key in self.table.entries:
            if key not in self.asked:
                self.complain(key.at, "FLOW004", self._unknown(key), meant(key, self.asked))
        self.broken = self.broken or any(sheet.broken for sheet in inner if sheet is not None)
        return not self.broken

    def _unknown(self, key: Marked) -> str:
        if "nodes" in self.asked and isinstance(self.table.entries[key], Table):
            return f"{self.subject} knows no key '{key}'; a node stands under 'nodes:', two spaces further in."
        return f"{self.subject} knows no key '{key}'."
