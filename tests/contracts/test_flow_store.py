"""The contract of FlowStore, and what a running house makes of it."""

import asyncio
import itertools
from typing import Any

from frontdesk.adapters.local.bus import LocalBus
from frontdesk.adapters.local.lock import LocalLock
from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import CurrentWords, Edition, FlowStore, Publication
from frontdesk.conversation.ports import StoredTurn
from frontdesk.conversation.service import Loop, TurnService
from frontdesk.core.errors import FrontdeskError
from frontdesk.core.events import Said
from frontdesk.core.inputs import ContactStarted, KeysPressed
from frontdesk.ivr.loader import Source, read_book
from frontdesk.ivr.model import FlowBook
from tests.contracts.conftest import Stores
from tests.unit.ivr.bench import TASKS, read, sound


def edition(version: str, **files: str) -> Edition:
    return Edition(version=version, files=files or {"main.yml": f"# {version} 菜单\n"})


async def published(store: FlowStore, version: str, at: float = 1.0) -> Publication:
    return await store.publish(edition(version), at=at, who="amy", note="why")


async def test_what_was_published_comes_back_whole(stores: Stores) -> None:
    """Number, version, moment, person, note and files."""
    made = await published(stores.flows, "a1", at=7.5)
    assert made == Publication(number=1, version="a1", at=7.5, who="amy", note="why")
    assert await stores.flows.publication(1) == made
    assert await stores.flows.edition("a1") == edition("a1")
    assert await stores.flows.publication(2) is None
    assert await stores.flows.edition("b2") is None


async def test_the_newest_is_first(stores: Stores) -> None:
    """Going back is publishing again: the same version under a new number; nothing disappears."""
    for version in ("a1", "b2", "a1"):
        await published(stores.flows, version)
    assert [(p.number, p.version) for p in await stores.flows.publications(10)] == [(3, "a1"), (2, "b2"), (1, "a1")]
    assert [p.number for p in await stores.flows.publications(1)] == [3]


async def test_an_edition_is_written_once(stores: Stores) -> None:
    """A version's files never change, whoever publishes it again."""
    await published(stores.flows, "a1")
    await stores.flows.publish(edition("a1", **{"main.yml": "other"}), at=2.0, who="bob", note="")
    assert await stores.flows.edition("a1") == edition("a1")


async def test_many_who_publish_at_once_get_numbers_of_their_own(stores: Stores) -> None:
    """No number twice, none left out."""
    made = await asyncio.gather(*(published(stores.flows, f"v{i}") for i in range(8)))
    assert sorted(p.number for p in made) == list(range(1, 9))


class Refused(FrontdeskError):
    """Flows that can't be used; a stand-in."""


def books(stores: Stores) -> tuple[PublishedBooks, FlowBook]:
    """Books read by a stand-in for the loader: a file says which, `broken` is refused."""
    first = read().book

    def book_of(wanted: Edition) -> FlowBook:
        if "broken" in wanted.files:
            raise Refused("Broken.")
        text = wanted.files.get("prompts/en.yml", "")
        return read(main=f"# {wanted.version}\n{_MAIN}", **({"prompts__en": text} if text else {})).book

    return PublishedBooks(stores.flows, first, book_of), first


_MAIN = "human: service\nnodes: {}\n"


async def test_a_running_house_follows_and_sessions_stay(stores: Stores) -> None:
    """New sessions take the new version; the version a session began on is there as long as it is kept."""
    flows, first = books(stores)
    assert not await flows.refresh()
    await published(stores.flows, "a1")
    assert await flows.refresh()
    assert flows.current() is not first
    assert flows.current().version == "a1"
    assert not await flows.refresh()
    assert await flows.of(first.version) is first
    assert await flows.of("a1") is flows.current()
    assert await flows.of("never") is flows.current()


async def test_a_session_stays_on_the_version_it_began_on(stores: Stores) -> None:
    """A call under way hears the old words to its end; the next call hears the new ones."""
    files = {name: source.text for name, source in sound().items()}
    await stores.flows.publish(Edition(version="old", files=files), at=1.0, who="amy", note="")
    flows = PublishedBooks(stores.flows, read().book, book_of)
    await flows.refresh()
    turns = loop(stores, flows)
    await turns.handle("voice:1", ContactStarted(at=1.0, channel="voice"), "1:0")
    files["prompts/en.yml"] = files["prompts/en.yml"].replace("What can I do for you?", "Now what?")
    await stores.flows.publish(Edition(version="new", files=files), at=2.0, who="amy", note="")
    assert await flows.refresh()
    again = await turns.handle("voice:1", KeysPressed(at=3.0, digits="*"), "1:1")
    other = await turns.handle("voice:2", ContactStarted(at=3.0, channel="voice"), "2:0")
    assert "What can I do for you?" in said(again)
    assert "Now what?" in said(other)
    assert (again.state.flow_version, other.state.flow_version) == ("old", "new")


def book_of(edition: Edition) -> FlowBook:
    return read_book([Source(name, name, text) for name, text in edition.files.items()], TASKS).book


def said(turn: StoredTurn) -> list[str]:
    return [event.text for event in turn.events if isinstance(event, Said)]


def loop(stores: Stores, flows: PublishedBooks) -> TurnService:
    """The loop on these stores and flows; no machine is asked in what is played here."""
    ids = itertools.count(1)
    machines: Any = None
    return TurnService(
        Loop(
            store=stores.sessions, lock=LocalLock(), machines=machines, bus=LocalBus(), flows=flows,
            clock=stores.clock, new_id=lambda: f"S-{next(ids)}",
        )
    )  # fmt: skip


async def test_broken_flows_are_never_live(stores: Stores) -> None:
    """What can't be read is left aside; the version before stays, and goes on speaking."""
    flows, first = books(stores)
    await stores.flows.publish(edition("bad", broken=""), at=1.0, who="amy", note="")
    assert not await flows.refresh()
    assert flows.current() is first
    words: Any = CurrentWords(flows)
    assert words.phrase("menu.ask", "en").text == "What can I do for you?"
