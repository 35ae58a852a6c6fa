"""Publishing flows: `frontdesk publish`, `versions`, `rollback`, and the first version of a new house."""

import difflib
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime

from actions import TASKS
from frontdesk.app.missing_words import read_published
from frontdesk.app.settings import Settings
from frontdesk.app.stores import Stores, open_stores
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import Edition, FlowStore, Publication, first_of_each
from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.check import CheckReport, report_of
from frontdesk.ivr.loader import FlowsBroken, Loaded, Source, read_book, read_files
from frontdesk.ivr.model import FlowBook
from frontdesk.people.audit import AuditEntry, Deed

Say = Callable[[str], None]
TOPIC = "flows"
RECENT = 50


class NothingToPublish(FrontdeskError):
    """The flows on disk are what is published already; change them first."""


class NoSuchPublication(FrontdeskError):
    """There is no publication of that number; `frontdesk versions` lists them."""


def edition_of(settings: Settings) -> tuple[Edition, Loaded, int]:
    """The flows on disk as an edition, how they were read, and how many files they are."""
    sources = read_files([settings.flows_dir])
    loaded = read_book(sources, TASKS)
    files = {source.name: source.text for source in sources}
    return Edition(version=loaded.book.version, files=files), loaded, len(sources)


def book_of(edition: Edition) -> FlowBook:
    """A published edition, fit for use, though it be older than the house. Raises FlowsBroken when it is not (any more)."""
    sources = [Source(name, name, text) for name, text in sorted(edition.files.items())]
    loaded = read_published(edition.version, sources, TASKS)
    if not loaded.usable:
        lines = "\n".join(str(issue) for issue in loaded.errors)
        raise FlowsBroken(f"Version {edition.version} of the flows can't be used; publish a sound one:\n{lines}")
    return replace(loaded.book, version=edition.version)


async def open_books(settings: Settings, store: FlowStore, say: Say) -> PublishedBooks:
    """The books a house starts with: what was published last; in a new house, the files on disk."""
    newest = next(iter(await store.publications(1)), None)
    edition, loaded, _ = edition_of(settings)
    if newest is None:
        _usable(loaded)
        await store.publish(edition, at=time.time(), who="frontdesk up", note="")
        return PublishedBooks(store, loaded.book, book_of)
    if newest.version == edition.version and loaded.usable:
        return PublishedBooks(store, loaded.book, book_of)
    if newest.version != edition.version:
        say(_not_live(newest.number, loaded))
    kept = await store.edition(newest.version)
    try:
        return PublishedBooks(store, book_of(kept or edition), book_of)
    except FlowsBroken as error:
        say(f"{error}\nthe flows on disk are used instead")
        _usable(loaded)
        return PublishedBooks(store, loaded.book, book_of)


def _not_live(number: int, loaded: Loaded) -> str:
    if not loaded.usable:
        return (
            f"the flows on disk have mistakes (`frontdesk check` names them); number {number}, published before, runs"
        )
    return f"the flows on disk are not the published ones (number {number}); `frontdesk publish` makes them so"


def _usable(loaded: Loaded) -> None:
    if not loaded.usable:
        raise FlowsBroken("These flows can't be used:\n" + "\n".join(str(issue) for issue in loaded.errors))


async def publish(settings: Settings, who: str, note: str) -> tuple[CheckReport, Publication | None]:
    """Check the flows on disk and, when they are sound, publish them. Raises NothingToPublish."""
    edition, loaded, files = edition_of(settings)
    report = report_of(loaded, files)
    if not report.ok:
        return report, None
    async with _stores(settings) as stores:
        newest = next(iter(await stores.flows.publications(1)), None)
        if newest is not None and newest.version == edition.version:
            raise NothingToPublish(f"Number {newest.number} holds these very flows already; nothing was published.")
        return report, await _live(stores, edition, who, note)


async def rollback(settings: Settings, number: int | None, who: str, note: str) -> tuple[Publication, Publication]:
    """Publish an earlier version again: the one before this one, or of that number.

    Returns the publication that first brought it, and the new one.
    """
    async with _stores(settings) as stores:
        made = await stores.flows.publications(RECENT)
        now = made[0].version if made else ""
        back = (
            next((p for p in made if p.version != now), None)
            if number is None
            else await stores.flows.publication(number)
        )
        edition = await stores.flows.edition(back.version) if back is not None else None
        if back is None or edition is None:
            raise NoSuchPublication("There is nothing to go back to; `frontdesk versions` lists what was published.")
        book_of(edition)
        return first_of_each(made).get(back.version, back), await _live(stores, edition, who, note, back=True)


async def history(settings: Settings) -> tuple[Publication, ...]:
    """What was published, the newest first."""
    async with _stores(settings) as stores:
        return tuple(await stores.flows.publications(RECENT))


def content(made: Publication, newest_first: Sequence[Publication]) -> str:
    """The version a publication holds, and the number that brought it first, if that was an earlier one."""
    first = first_of_each(newest_first)[made.version]
    return made.version if first is made else f"{made.version} (number {first.number} again)"


async def changes(settings: Settings, number: int) -> str:
    """What a publication changed against the one before it, as a unified diff. Raises NoSuchPublication."""
    async with _stores(settings) as stores:
        files = [await _files(stores, n) for n in (number - 1, number)]
        if files[1] is None:
            raise NoSuchPublication(f"There is no publication {number}; `frontdesk versions` lists them.")
        return "\n".join(_diff(files[0] or {}, files[1]))


async def _files(stores: Stores, number: int) -> dict[str, str] | None:
    made = await stores.flows.publication(number)
    edition = await stores.flows.edition(made.version) if made is not None else None
    return dict(edition.files) if edition is not None else None


def _diff(before: dict[str, str], after: dict[str, str]) -> Iterator[str]:
    for name in sorted(before.keys() | after.keys()):
        old, new = before.get(name, "").splitlines(), after.get(name, "").splitlines()
        yield from difflib.unified_diff(old, new, f"{name} before", f"{name} after", lineterm="")


async def _live(stores: Stores, edition: Edition, who: str, note: str, *, back: bool = False) -> Publication:
    """Publish and wake every running house; without a bus between processes they look for themselves."""
    before = next(iter(await stores.flows.publications(1)), None)
    made = await stores.flows.publish(edition, at=time.time(), who=who, note=note)
    deed: Deed = "rolled_back" if back else "published"
    about = f"{before.version if before else 'nothing'} -> {edition.version}"
    await stores.audit.add(AuditEntry(at=made.at, who=who, deed=deed, about=about, note=note))
    stores.bus.wake(TOPIC)
    return made


@asynccontextmanager
async def _stores(settings: Settings) -> AsyncIterator[Stores]:
    stores = await open_stores(settings, time.time)
    try:
        yield stores
    finally:
        await stores.close()


def when(at: float) -> str:
    """A moment as people read it, UTC."""
    return datetime.fromtimestamp(at, UTC).strftime("%Y-%m-%d %H:%M UTC")
