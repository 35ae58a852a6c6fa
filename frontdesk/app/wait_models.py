"""The learned wait models as files: kept, counted, chosen. The newest is used, unless one was chosen to stay."""

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.core.errors import FrontdeskError

if TYPE_CHECKING:
    from handoff.waiting.learned import Learned
    from handoff.waiting.model import About

log = logging.getLogger(__name__)
KEPT = 10
CHOSEN = "chosen"  # a file that names the model to stay with


class NoSuchModel(FrontdeskError):
    """No wait model of that name is kept."""


def kept(folder: Path) -> list[Path]:
    """The models there are, newest first."""
    return sorted(folder.glob("wait-*.npz"), reverse=True)


def chosen(folder: Path) -> str | None:
    """The model somebody chose to stay with; None: the newest, and learning goes on."""
    try:
        return (folder / CHOSEN).read_text("utf-8").strip() or None
    except FileNotFoundError:
        return None


def choose(folder: Path, name: str | None) -> None:
    """Stay with this model, or (None) with the newest again. A running server follows within a minute. Raises NoSuchModel."""
    if name is None:
        (folder / CHOSEN).unlink(missing_ok=True)
        return
    names = [path.stem for path in kept(folder)]
    if name not in names:
        there = ", ".join(names) or "none yet: one is learned after some hundred waits"
        raise NoSuchModel(f"There is no wait model '{name}'. Kept are: {there}.")
    unfinished = folder / f"{CHOSEN}.part"
    unfinished.write_text(name + "\n", "utf-8")
    unfinished.replace(folder / CHOSEN)


def in_use(folder: Path) -> "tuple[Learned, About] | None":
    """The chosen model; where there is none, or this version cannot use it, the newest that it can."""
    from handoff.waiting.model import load  # noqa: PLC0415 - numpy, only now

    name = chosen(folder)
    for path in [*([folder / f"{name}.npz"] if name else []), *kept(folder)]:
        try:
            return load(path.read_bytes())
        except (FrontdeskError, OSError):
            log.warning("a wait model cannot be used and is passed over: %s", path.name)
    return None


def keep(model: "Learned", about: "About", folder: Path) -> Path:
    """Write the model beside the older ones, of which the last few and the chosen one are kept."""
    from handoff.waiting.model import dump  # noqa: PLC0415 - numpy, only now

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"wait-{int(about.fitted_at):012d}.npz"
    unfinished = path.with_suffix(".part")
    unfinished.write_bytes(dump(model, about))
    unfinished.replace(path)
    for old in kept(folder)[KEPT:]:
        if old.stem != chosen(folder):
            old.unlink()
    return path
