"""What the record needs of the outside: the log to read, and rows kept together with the position they were read to."""

from collections.abc import Collection, Generator, Mapping, Sequence
from typing import Any, Protocol, runtime_checkable

from frontdesk.record.log import LogEntry

Row = Mapping[str, Any]
Rows = Mapping[str, Row]
Place = tuple[str, str]  # shelf and key of a row
Folding = Generator[Collection[Place], Mapping[Place, Row], Mapping[Place, Row | None]]


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


@runtime_checkable
class WideProjection(Protocol):
    """A pure fold whose rows lead to other rows, on shelves called `name/…`.

    `read` is a generator: it yields the places it needs, is sent those that exist, and returns what changed (None: the
    row is gone). The same log must give the same rows however it is cut into portions.
    """

    @property
    def name(self) -> str: ...

    def read(self, entries: Sequence[LogEntry]) -> Folding: ...


class LogReader(Protocol):
    """The event log, oldest first."""

    async def after(self, position: int, limit: int) -> Sequence[LogEntry]: ...

    async def of_session(self, session: str) -> Sequence[LogEntry]: ...


class ProjectionStore(Protocol):
    """Rows of projections; position and rows change in one transaction."""

    async def advance(self, projection: Projection | WideProjection, limit: int = 500) -> int:
        """Read up to `limit` new entries, fold them, keep rows and position together. Returns how many entries."""
        ...

    async def reset(self, name: str) -> None:
        """Forget the rows on all shelves of this projection and its position, to rebuild from zero."""
        ...

    async def rows(
        self, name: str, *, since: float | None = None, until: float | None = None, part: str | None = None
    ) -> Rows:
        """Rows of a shelf, those whose field `started_at` is at or after `since` and before `until` when given.

        `part`: of each row only this field beside `started_at`, which costs a fraction of a long row.
        """
        ...

    async def row(self, name: str, key: str) -> Row | None: ...

    async def newest(self, name: str, before: tuple[float, str], limit: int) -> Sequence[tuple[str, Row]]:
        """Up to `limit` rows of a shelf with a `started_at`, newest first, that come before `(started_at, key)`."""
        ...
