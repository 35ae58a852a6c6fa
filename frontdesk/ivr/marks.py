"""Where a value stands in a file: text that remembers its line and column. Knows no flow."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

from frontdesk.core.issues import Issue
from frontdesk.core.words import OfHouse


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """A place in a file; lines and columns count from 1."""

    file: str
    line: int
    column: int

    def issue(
        self, code: str, message: str, suggestion: str | None = None, level: Literal["error", "warning"] = "error"
    ) -> Issue:
        """A mistake at this place."""
        return Issue(self.file, self.line, self.column, code, message, suggestion, level)


NOWHERE = Mark("", 1, 1)
V = TypeVar("V")


class Marked(OfHouse):
    """Text that knows where its author wrote it. Compares as plain text."""

    at: Mark
    __slots__ = ("at",)

    def __new__(cls, text: str, at: Mark = NOWHERE) -> "Marked":
        self = super().__new__(cls, text)
        self.at = at
        return self


def looked_up(table: Mapping[Marked, V], key: str) -> V | None:
    """What stands under `key`, which need not know where it was written."""
    by_text: Mapping[Any, V] = table
    return by_text.get(key)
