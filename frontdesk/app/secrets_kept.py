"""The house's own keys: each made once, kept in the data folder, readable by its owner only."""

import contextlib
import os
import secrets
from pathlib import Path

from frontdesk.app.settings import Settings


def kept_secret(folder: Path, name: str) -> str:
    """The secret of that name; made at the first call. Processes that start together get the same one."""
    path = folder / name
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        _make(path)
    return path.read_text(encoding="ascii").strip()


def house_secret(settings: Settings) -> bytes:
    """The house's own key."""
    return (settings.secret_key.get_secret_value() or kept_secret(settings.data_dir, "secret-key")).encode()


def _make(path: Path) -> None:
    """Write it beside its place, then link it there: it is there whole or not at all, and the first one stays."""
    draft = path.with_name(f".{path.name}-{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="ascii") as file:
            file.write(secrets.token_hex(32))
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
