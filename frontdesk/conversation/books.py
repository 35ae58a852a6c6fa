"""Published flows as books: follows what is published while the house runs, keeps the versions sessions began on."""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import replace

from frontdesk.conversation.flows import Edition, FlowStore
from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.model import FlowBook

log = logging.getLogger(__name__)
MOST = 16  # books kept at hand; older ones are read again when one of their sessions speaks


class PublishedBooks:
    """The Flows of a running house. `read` makes a book of an edition, or raises what is wrong with it."""

    def __init__(self, store: FlowStore, first: FlowBook, read: Callable[[Edition], FlowBook]) -> None:
        self._store, self._read, self._current = store, read, first
        self._books = {first.version: first}
        self._refused: set[str] = set()

    def current(self) -> FlowBook:
        return self._current

    async def of(self, version: str) -> FlowBook:
        return await self._book(version) or self._current

    async def refresh(self) -> bool:
        """Look what is published now; True when it is another version than before."""
        newest = next(iter(await self._store.publications(1)), None)
        if newest is None or newest.version == self._current.version:
            return False
        book = await self._book(newest.version)
        if book is None:
            return False
        self._current = book
        log.info("flows published: number %s, version %s", newest.number, newest.version)
        return True

    async def _book(self, version: str) -> FlowBook | None:
        """The book of a version; None when it is not kept or can't be used any more (told once)."""
        if version in self._books:
            self._books[version] = self._books.pop(version)  # the last used are the last to go
            return self._books[version]
        edition = await self._store.edition(version) if version not in self._refused else None
        if edition is None:
            return None
        try:
            book = replace(await asyncio.to_thread(self._read, edition), version=version)
        except FrontdeskError:
            self._refused.add(version)
            log.exception("version %s of the flows can't be used; the one before it stays", version)
            return None
        self._books[version] = book
        while len(self._books) > MOST:
            del self._books[next(iter(self._books))]
        return book
