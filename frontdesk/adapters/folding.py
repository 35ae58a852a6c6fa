"""Runs a projection over entries of the log, in memory. The stores load the rows before and keep the changed ones after."""

from collections.abc import Mapping, Sequence
from typing import Any

from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Projection

Row = Mapping[str, Any]


def keys_of(projection: Projection, entries: Sequence[LogEntry]) -> set[str]:
    """All rows these entries touch."""
    return {key for entry in entries for key in projection.keys(entry)}


def folded(projection: Projection, rows: Mapping[str, Row], entries: Sequence[LogEntry]) -> dict[str, Row]:
    """The rows that changed, as they are after these entries. A touched row the fold does not return stays as it was."""
    now, changed = dict(rows), set[str]()
    for entry in entries:
        keys = projection.keys(entry)
        after = projection.fold({key: now[key] for key in keys if key in now}, entry)
        stray = set(after) - set(keys)
        assert not stray, f"The projection {projection.name} wrote rows it did not name in keys(): {sorted(stray)}."
        now.update(after)
        changed.update(after)
    return {key: now[key] for key in changed}


def started_at(row: Row) -> float | None:
    """The field rows are picked by, when it is there and a number."""
    value = row.get("started_at")
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None
