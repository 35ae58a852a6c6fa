"""Where a value stands in a file: text that remembers its line and column. Knows no flow."""

from dataclasses import dataclass
from typing import Literal

from frontdesk.core.issues import Issue


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


class Marked(str):
    """Text that knows where it was written. Compares as plain text."""

    at: Mark
    __slots__ = ("at",)

    def __new__(cls, text: str, at: Mark = NOWHERE) -> "Marked":
        self = super().__new__(cls, text)
        self.at = at
        return self
