"""The FlowStore port in memory."""

from collections.abc import Sequence

from frontdesk.adapters.memory.data import through_json
from frontdesk.conversation.flows import Edition, Publication


class MemoryFlowStore:
    """Publications and editions of one process."""

    def __init__(self) -> None:
        self._publications: list[Publication] = []
        self._editions: dict[str, dict[str, str]] = {}

    async def publish(self, edition: Edition, *, at: float, who: str, note: str) -> Publication:
        self._editions.setdefault(edition.version, through_json(dict(edition.files)))
        made = Publication(number=len(self._publications) + 1, version=edition.version, at=at, who=who, note=note)
        self._publications.append(made)
        return made

    async def publications(self, limit: int) -> Sequence[Publication]:
        return tuple(reversed(self._publications))[:limit]

    async def publication(self, number: int) -> Publication | None:
        return next((made for made in self._publications if made.number == number), None)

    async def edition(self, version: str) -> Edition | None:
        files = self._editions.get(version)
        return None if files is None else Edition(version=version, files=dict(files))
