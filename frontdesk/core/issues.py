"""An author's mistake as a value: where it stands, what is wrong, what may have been meant."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, order=True)
class Issue:
    """One mistake in a file people write. Lines and columns count from 1."""

    file: str
    line: int
    column: int
    code: str
    message: str
    suggestion: str | None = None
    level: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        hint = f" (did you mean {self.suggestion!r}?)" if self.suggestion else ""
        return f"{self.file}:{self.line}:{self.column}: {self.code} {self.message}{hint}"
