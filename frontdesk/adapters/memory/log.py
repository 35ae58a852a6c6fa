"""The event log in memory, to be read."""

from collections.abc import Sequence

from frontdesk.adapters.memory.data import MemoryData
from frontdesk.record.log import LogEntry


class MemoryLogReader:
    """The LogReader port in memory."""

    def __init__(self, data: MemoryData) -> None:
        self._data = data

    async def after(self, position: int, limit: int) -> Sequence[LogEntry]:
        start = max(position, 0)
        return tuple(self._data.log[start : start + limit])

    async def of_session(self, session: str) -> Sequence[LogEntry]:
        return tuple(entry for entry in self._data.log if entry.session == session)
