"""Rows of projections in memory. An advance has no pause in it, so rows and position change together."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from frontdesk.adapters.folding import folded, keys_of, started_at
from frontdesk.adapters.memory.data import MemoryData, through_json
from frontdesk.record.ports import Projection


class MemoryProjectionStore:
    """The ProjectionStore port in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data
        self._positions: dict[str, int] = {}
        self._rows: dict[str, dict[str, Mapping[str, Any]]] = defaultdict(dict)

    async def advance(self, projection: Projection, limit: int = 500) -> int:
        position = self._positions.get(projection.name, 0)
        entries = self._data.log[position : position + limit]
        rows = self._rows[projection.name]
        touched = {key: through_json(rows[key]) for key in keys_of(projection, entries) if key in rows}
        changed = through_json(folded(projection, touched, entries))
        rows.update(changed)
        self._positions[projection.name] = position + len(entries)
        return len(entries)

    async def reset(self, name: str) -> None:
        self._positions.pop(name, None)
        self._rows.pop(name, None)

    async def rows(self, name: str, *, since: float | None = None) -> Mapping[str, Mapping[str, Any]]:
        found = {key: row for key, row in sorted(self._rows.get(name, {}).items()) if _picked(row, since)}
        return dict(through_json(found))

    async def row(self, name: str, key: str) -> Mapping[str, Any] | None:
        found = self._rows.get(name, {}).get(key)
        return None if found is None else dict(through_json(found))


def _picked(row: Mapping[str, Any], since: float | None) -> bool:
    if since is None:
        return True
    began = started_at(row)
    return began is not None and began >= since
