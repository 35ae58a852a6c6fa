"""Publishing from the command line's side: sound flows go live, broken ones don't, going back is one step."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from frontdesk.app import publishing
from frontdesk.app.settings import Settings
from frontdesk.app.stores import open_stores

ROOT = Path(__file__).parents[3]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    shutil.copytree(ROOT / "ivr_flows", tmp_path / "flows")
    made: Any = {"data_dir": tmp_path / "data", "flows_dir": tmp_path / "flows"}
    return Settings(**made)


def edit(settings: Settings, old: str, new: str) -> None:
    file = settings.flows_dir / "prompts" / "en.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


async def test_publish_change_and_go_back(settings: Settings) -> None:
    """Three publications: the first, the changed, the first again; a running house follows each."""
    report, first = await publishing.publish(settings, "amy", "first")
    assert report.ok
    assert first is not None
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    said: list[str] = []
    books = await publishing.open_books(settings, stores.flows, said.append)
    edit(settings, "Welcome to customer service.", "Hello from the shop.")
    await publishing.publish(settings, "bob", "another greeting")
    assert await books.refresh()
    assert books.current().phrase("language.welcome", "en").text == "Hello from the shop."
    assert (await books.of(first.version)).phrase("language.welcome", "en").text == "Welcome to customer service."
    assert "-  language.welcome: Welcome to customer service." in await publishing.changes(settings, 2)
    back, third = await publishing.rollback(settings, None, "amy", "")
    assert (back.number, third.number, third.version) == (1, 3, first.version)
    assert await books.refresh()
    assert books.current().version == first.version
    made = await publishing.history(settings)
    assert [p.who for p in made] == ["amy", "bob", "amy"]
    assert publishing.content(made[0], made) == f"{first.version} (number 1 again)"
    assert publishing.content(made[2], made) == first.version
    again = await publishing.open_books(settings, stores.flows, said.append)
    assert again.current().version == first.version
    assert "not the published ones" in said[-1]
    await stores.close()


async def test_broken_flows_are_not_published(settings: Settings) -> None:
    """The mistakes are told, and nothing changes; the same flows twice are not published twice."""
    await publishing.publish(settings, "amy", "")
    with pytest.raises(publishing.NothingToPublish):
        await publishing.publish(settings, "amy", "")
    edit(settings, "  menu.ask:", "  menu.aks:")
    report, made = await publishing.publish(settings, "amy", "")
    assert made is None
    assert not report.ok
    assert len(await publishing.history(settings)) == 1
    with pytest.raises(publishing.NoSuchPublication):
        await publishing.rollback(settings, None, "amy", "")
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    said: list[str] = []
    await publishing.open_books(settings, stores.flows, said.append)
    await stores.close()
    assert "have mistakes (`frontdesk check` names them); number 1" in said[-1]


async def test_the_first_start_publishes_what_is_on_disk(settings: Settings) -> None:
    """A new house has a version from its first moment."""
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    books = await publishing.open_books(settings, stores.flows, lambda text: None)
    assert [p.version for p in await stores.flows.publications(5)] == [books.current().version]
    await stores.close()


async def test_a_publication_older_than_the_house_silences_nobody(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    """After an upgrade the house says more than what was published knows: shipped words are said, in each language, and told."""
    new, gone = "system.machine_down", "system.said_no_more"
    for lang in ("en", "zh"):
        file = settings.flows_dir / "prompts" / f"{lang}.yml"
        lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [f"  {gone}: Bye.\n" if line.startswith(f"  {new}:") else line for line in lines]
        file.write_text("".join(kept), encoding="utf-8")
    edition, loaded, _ = publishing.edition_of(settings)
    assert not loaded.usable, "nobody can publish it today"
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    await stores.flows.publish(edition, at=1.0, who="amy", note="last year")
    books = await publishing.open_books(settings, stores.flows, lambda _: None)
    await stores.close()
    book = books.current()
    assert book.version == edition.version
    assert "assistant isn't answering" in book.phrase(new, "en").text
    assert "智能助手" in book.phrase(new, "zh").text
    assert new in caplog.text
