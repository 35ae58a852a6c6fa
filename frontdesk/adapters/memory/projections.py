"""Rows of projections in memory. An advance has no pause in it, so rows and position change together."""

from collections.abc import Mapping
from typing import Any

from frontdesk.adapters.folding import belongs, folding, settled, started_at
from frontdesk.adapters.memory.data import MemoryData, through_json
from frontdesk.record.ports import Place, Projection, WideProjection


class MemoryProjectionStore:
    """The ProjectionStore port in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data
        self._positions: dict[str, int] = {}
        self._rows: dict[Place, Mapping[str, Any]] = {}

    async def advance(self, projection: Projection | WideProjection, limit: int = 500) -> int:
        position = self._positions.get(projection.name, 0)
        entries = self._data.log[position : position + limit]
        if not entries:
            return 0
        changed = settled(folding(projection, entries), self._rows)
        for place, row in changed.items():
            if row is None:
                self._rows.pop(place, None)
            else:
                self._rows[place] = through_json(row)
        self._positions[projection.name] = position + len(entries)
        return len(entries)

    async def reset(self, name: str) -> None:
        self._positions.pop(name, None)
        self._rows = {place: row for place, row in self._rows.items() if not belongs(place[0], name)}

    async def rows(
        self, name: str, *, since: float | None = None, until: float | None = None, part: str | None = None
    ) -> Mapping[str, Mapping[str, Any]]:
        here = {key: row for (shelf, key), row in sorted(self._rows.items()) if shelf == name}
        picked = {key: row for key, row in here.items() if _picked(row, since, until)}
        if part is not None:
            picked = {key: {"started_at": started_at(row), part: row.get(part)} for key, row in picked.items()}
        return dict(through_json(picked))

    async def row(self, name: str, key: str) -> Mapping[str, Any] | None:
        found = self._rows.get((name, key))
        return None if found is None else dict(through_json(found))

    async def newest(self, name: str, before: tuple[float, str], limit: int) -> list[tuple[str, Mapping[str, Any]]]:
        timed = [(started_at(row), key, row) for (shelf, key), row in self._rows.items() if shelf == name]
        older = sorted(
            ((at, key, row) for at, key, row in timed if at is not None and (at, key) < before),
            key=lambda one: one[:2],
            reverse=True,
        )
        return [(key, through_json(row)) for _, key, row in older[:limit]]


def _picked(row: Mapping[str, Any], since: float | None, until: float | None) -> bool:
    if since is None and until is None:
        return True
    began = started_at(row)
    return began is not None and (since is None or began >= since) and (until is None or began < until)
