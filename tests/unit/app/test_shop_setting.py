"""SHOP_URL at the start of the house: the demo stays away, the worker is told, and a mistake stops the start with a sentence."""

from pathlib import Path

import pytest
from sqlalchemy import func, select

from frontdesk.adapters.http_shop.mapping import WrongMapping
from frontdesk.adapters.sql.shop_tables import orders
from frontdesk.app.settings import load
from frontdesk.app.shop_cli import warnings
from frontdesk.app.stores import open_stores
from frontdesk.app.worker import worker_env
from frontdesk.rasa_worker.shop import open_shop


async def test_a_shop_of_ones_own_gets_no_demo_orders(sqlite_url: str, tmp_path: Path) -> None:
    """Cases and tries have their tables; nobody's demo order is in them."""
    settings = load(database_url=sqlite_url, data_dir=tmp_path, shop_url="http://127.0.0.1:9", shop_key="k")
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    assert stores.shop_client is not None
    assert await stores.shop.tries.take_try("order:1", limit=1, within_s=60)
    async with stores.database.read() as connection:
        assert (await connection.execute(select(func.count()).select_from(orders))).scalar_one() == 0
    await stores.close()


async def test_a_wrong_mapping_stops_the_start(sqlite_url: str, tmp_path: Path) -> None:
    """Nobody finds out at the first customer."""
    settings = load(database_url=sqlite_url, data_dir=tmp_path, shop_url="http://127.0.0.1:9", shop_mapping="nix.yml")
    with pytest.raises(WrongMapping, match="SHOP_MAPPING"):
        await open_stores(settings, lambda: 1_800_000_000.0)


def test_the_worker_asks_the_same_shop(tmp_path: Path) -> None:
    """What the bot's process must know goes by its environment."""
    settings = load(
        data_dir=tmp_path, shop_url="https://x.example/", shop_mapping="shopify", shop_key="k", shop_secret="s"
    )
    env = worker_env(settings)
    told = [env[name] for name in ("SHOP_URL", "SHOP_MAPPING", "SHOP_KEY", "SHOP_SECRET")]
    assert told == ["https://x.example", "shopify", "k", "s"]


@pytest.mark.parametrize("given", [{}, {"secret_key": "house"}])
async def test_all_processes_count_the_same_tries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: dict[str, str]
) -> None:
    """The front desk, its worker, and a worker started by hand; what the tries are about is nowhere written down."""
    settings = load(data_dir=tmp_path, database_url=f"sqlite:///{tmp_path}/shop.db", **given)
    stores = await open_stores(settings, lambda: 1_800_000_000.0)
    for env in (worker_env(settings), {"DATA_DIR": str(tmp_path), **({"SECRET_KEY": "house"} if given else {})}):
        with monkeypatch.context() as context:
            context.delenv("TRIES_KEY", raising=False)
            for name, value in env.items():
                context.setenv(name, value)
            theirs = open_shop(stores.database)
        about = f"contact:{len(env)}:some.body@example.com"
        assert await stores.shop.tries.take_try(about, limit=1, within_s=1e9)
        assert not await theirs.tries.take_try(about, limit=1, within_s=1e9)
    await stores.close()
    assert b"some.body" not in _kept(tmp_path)


def _kept(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.glob("shop.db*"))


def test_keys_in_the_open_are_warned_of(tmp_path: Path) -> None:
    """http to another machine carries the key for everybody to read."""
    assert "https" in warnings(load(data_dir=tmp_path, shop_url="http://shop.example.com"))[0]
    assert warnings(load(data_dir=tmp_path, shop_url="https://shop.example.com")) == []
