"""Runs a projection over entries of the log, in memory. The stores load the rows before and keep the changed ones after."""

from collections.abc import Mapping, Sequence

from frontdesk.record.log import LogEntry
from frontdesk.record.ports import Folding, Place, Projection, Row, WideProjection


def folding(projection: Projection | WideProjection, entries: Sequence[LogEntry]) -> Folding:
    """The fold as a generator that asks for the rows it needs; see `WideProjection`."""
    return _held(projection, entries) if isinstance(projection, WideProjection) else _row_by_row(projection, entries)


def _row_by_row(projection: Projection, entries: Sequence[LogEntry]) -> Folding:
    shelf = projection.name
    found = yield {(shelf, key) for entry in entries for key in projection.keys(entry)}
    changed = folded(projection, {key: row for (_, key), row in found.items()}, entries)
    return {(shelf, key): row for key, row in changed.items()}


def _held(projection: WideProjection, entries: Sequence[LogEntry]) -> Folding:
    changed = yield from projection.read(entries)
    stray = {shelf for shelf, _ in changed if not shelf.startswith(f"{projection.name}/")}
    assert not stray, f"The projection {projection.name} wrote on shelves of others: {sorted(stray)}."
    return changed


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


def belongs(shelf: str, name: str) -> bool:
    """Whether a shelf is one of the projection called `name`."""
    return shelf == name or shelf.startswith(f"{name}/")


def started_at(row: Row) -> float | None:
    """The field rows are picked by, when it is there and a number."""
    value = row.get("started_at")
    return float(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else None


def settled(work: Folding, load: Mapping[Place, Row]) -> Mapping[Place, Row | None]:
    """Run a fold to its end with rows that are all at hand."""
    try:
        wanted = next(work)
        while True:
            wanted = work.send({place: load[place] for place in wanted if place in load})
    except StopIteration as done:
        changed: Mapping[Place, Row | None] = done.value
        return changed
