"""Incidents in memory."""

from collections.abc import Sequence
from dataclasses import replace

from frontdesk.record.incidents import Incident, NoSuchIncident


class MemoryIncidents:
    """The Incidents port in memory."""

    def __init__(self) -> None:
        self._kept: dict[int, Incident] = {}
        self._last = 0

    async def within(self, since: float, until: float) -> Sequence[Incident]:
        lasted = (i for i in self._kept.values() if i.began_at < until and (i.ended_at is None or i.ended_at > since))
        return sorted(lasted, key=lambda incident: (incident.began_at, incident.number))

    async def add(self, incident: Incident) -> Incident:
        self._last += 1
        kept = self._kept[self._last] = replace(incident, number=self._last)
        return kept

    async def change(self, incident: Incident) -> None:
        await self.incident(incident.number)
        self._kept[incident.number] = incident

    async def incident(self, number: int) -> Incident:
        if number not in self._kept:
            raise NoSuchIncident(number)
        return self._kept[number]

    async def remove(self, number: int) -> None:
        await self.incident(number)
        del self._kept[number]
