"""The house's own keys."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from frontdesk.app.secrets_kept import kept_secret


def test_a_secret_is_made_once_and_kept(tmp_path: Path) -> None:
    """The same name gives the same secret at every start; another name another one."""
    first = kept_secret(tmp_path / "data", "secret-key")
    assert first == kept_secret(tmp_path / "data", "secret-key")
    assert first != kept_secret(tmp_path / "data", "carrier-token")
    assert len(first) == 64


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    """Other accounts of the machine can't."""
    kept_secret(tmp_path, "secret-key")
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_processes_that_start_together_agree(tmp_path: Path) -> None:
    """Whoever is first makes it; nobody reads half of one, and nothing is left lying about."""
    with ThreadPoolExecutor(16) as pool:
        found = set(pool.map(lambda _: kept_secret(tmp_path, "secret-key"), range(64)))
    assert len(found) == 1
    assert [p.name for p in tmp_path.iterdir()] == ["secret-key"]
