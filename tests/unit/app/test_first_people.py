"""The first accounts, and who learns their password."""

from pathlib import Path

import pytest
from argon2 import PasswordHasher

from frontdesk.app.settings import Settings
from frontdesk.app.stores import DEMO_PASSWORD, first_people, open_stores, people_of
from frontdesk.people.passwords import WeakPassword
from frontdesk.people.people import By, NoSuchAccount

HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def settings(folder: Path, **given: str) -> Settings:
    return Settings(data_dir=folder, _env_file=None, **given)


async def opened(chosen: Settings) -> tuple[str | None, dict[str, str]]:
    """The password that is told, and each account's hash."""
    stores = await open_stores(chosen, lambda: 1_800_000_000.0)
    try:
        told = await first_people(stores, chosen, HASHER)
        return told, {agent.id: agent.password_hash for agent in await stores.agents.agents()}
    finally:
        await stores.close()


async def set_password(chosen: Settings, name: str, password: str) -> None:
    """As `frontdesk people password` does it."""
    stores = await open_stores(chosen, lambda: 1_800_000_000.0)
    try:
        await people_of(stores, HASHER, lambda: 1_800_000_000.0).set_password(name, password, By(who="test"))
    finally:
        await stores.close()


async def test_on_ones_own_machine_the_password_is_the_published_one(tmp_path: Path) -> None:
    """Nobody else can reach the house, so trying it is easy."""
    told, hashes = await opened(settings(tmp_path))
    assert told == DEMO_PASSWORD
    assert sorted(hashes) == ["ada", "amy", "olivia", "sam", "wei"]
    assert all(HASHER.verify(kept, DEMO_PASSWORD) for kept in hashes.values())


async def test_where_others_can_reach_it_the_password_is_random(tmp_path: Path) -> None:
    """A house on a network never has a password that stands in its documentation."""
    told, _ = await opened(settings(tmp_path, host="0.0.0.0"))
    again, _ = await opened(settings(tmp_path / "other", host="0.0.0.0"))
    assert told not in (None, DEMO_PASSWORD, again)
    assert len(str(told)) >= 16


async def test_behind_a_proxy_others_can_reach_it(tmp_path: Path) -> None:
    """Listening on this machine only is no protection when a public address leads here."""
    told, _ = await opened(settings(tmp_path, public_base_url="https://desk.example.com"))
    assert told not in (None, DEMO_PASSWORD)


async def test_a_house_tried_at_home_changes_its_password_when_it_opens(tmp_path: Path) -> None:
    """The published password ends where others come in; passwords people chose themselves stay."""
    await opened(settings(tmp_path))
    await set_password(settings(tmp_path), "sam", "words of my own")
    _, before = await opened(settings(tmp_path))

    told, after = await opened(settings(tmp_path, host="0.0.0.0"))

    assert told not in (None, DEMO_PASSWORD)
    assert HASHER.verify(after["amy"], str(told))
    assert after["sam"] == before["sam"]
    assert await opened(settings(tmp_path, host="0.0.0.0")) == (None, after)


async def test_a_chosen_password_is_not_told(tmp_path: Path) -> None:
    """ADMIN_PASSWORD is known to whoever set it; it is printed nowhere."""
    told, hashes = await opened(settings(tmp_path, admin_password="a-long-chosen-one"))
    assert told is None
    assert HASHER.verify(hashes["amy"], "a-long-chosen-one")


async def test_a_house_with_people_is_left_alone(tmp_path: Path) -> None:
    """The second start makes no accounts and changes no password."""
    _, before = await opened(settings(tmp_path))
    told, after = await opened(settings(tmp_path, admin_password="another"))
    assert told is None
    assert after == before


async def test_a_password_can_be_changed(tmp_path: Path) -> None:
    """`frontdesk people password` changes that account and no other."""
    _, before = await opened(settings(tmp_path))
    await set_password(settings(tmp_path), "amy", "quite new words")
    _, after = await opened(settings(tmp_path))
    assert HASHER.verify(after.pop("amy"), "quite new words")
    assert after == {name: kept for name, kept in before.items() if name != "amy"}


async def test_an_unknown_account_is_told_of(tmp_path: Path) -> None:
    """A misspelt name is a sentence, not a new account."""
    await opened(settings(tmp_path))
    with pytest.raises(NoSuchAccount, match="amyy"):
        await set_password(settings(tmp_path), "amyy", "quite new words")


@pytest.mark.parametrize("weak", ["short", "amy and her cat", "password123", "frontdesk1", "aaaaaaaaaaaa"])
async def test_a_weak_password_is_refused(tmp_path: Path, weak: str) -> None:
    """Too short, with the name in it, or one of the first that are tried."""
    await opened(settings(tmp_path))
    with pytest.raises(WeakPassword):
        await set_password(settings(tmp_path), "amy", weak)
