"""What the record needs of the outside: the log to read, and rows kept together with the position they were read to."""

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

from frontdesk.record.log import LogEntry

Rows = Mapping[str, Mapping[str, Any]]


class Projection(Protocol):
    """A pure fold of the log into JSON rows. `name` is where its rows and position are kept; change it when the fold changes."""

    @property
    def name(self) -> str: ...

    def keys(self, entry: LogEntry) -> Sequence[str]:
        """The rows this entry touches."""
        ...

    def fold(self, rows: Rows, entry: LogEntry) -> Rows:
        """The touched rows after this entry; `rows` holds those of `keys` that exist."""
        ...


class LogReader(Protocol):
    """The event log, oldest first."""

    async def after(self, position: int, limit: int) -> Sequence[LogEntry]: ...

    async def of_session(self, session: str) -> Sequence[LogEntry]: ...


class ProjectionStore(Protocol):
    """Rows of projections; position and rows change in one transaction."""

    async def advance(self, projection: Projection, limit: int = 500) -> int:
        """Read up to `limit` new entries, fold them, keep rows and position together. Returns how many entries."""
        ...

    async def reset(self, name: str) -> None:
        """Forget rows and position, to rebuild from zero."""
        ...

    async def rows(self, name: str, *, since: float | None = None) -> Mapping[str, Mapping[str, Any]]:
        """Rows of a projection, those whose field `started_at` is at or after `since` when given."""
        ...

    async def row(self, name: str, key: str) -> Mapping[str, Any] | None: ...
