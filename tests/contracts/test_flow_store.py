"""The contract of FlowStore, and what a running house makes of it."""

import asyncio
from typing import Any

from frontdesk.conversation.books import PublishedBooks
from frontdesk.conversation.flows import CurrentWords, Edition, FlowStore, Publication
from frontdesk.core.errors import FrontdeskError
from frontdesk.ivr.model import FlowBook
from tests.contracts.conftest import Stores
from tests.unit.ivr.bench import read


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


async def test_broken_flows_are_never_live(stores: Stores) -> None:
    """What can't be read is left aside; the version before stays, and goes on speaking."""
    flows, first = books(stores)
    await stores.flows.publish(edition("bad", broken=""), at=1.0, who="amy", note="")
    assert not await flows.refresh()
    assert flows.current() is first
    words: Any = CurrentWords(flows)
    assert words.phrase("menu.ask", "en").text == "What can I do for you?"
