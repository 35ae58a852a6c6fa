"""What the board needs of the house: targets out of their file, and what happened, to be noted beside the figures."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Any

import yaml

from frontdesk.conversation.flows import FlowStore, Publication
from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.incidents import Incidents, note
from frontdesk.record.targets import Target, read_targets

log = logging.getLogger(__name__)
PUBLICATIONS = 100


def targets_of(path: Path) -> Callable[[], Mapping[str, Target]]:
    """Reads the file again whenever it changed. What is wrong in it is logged, and the usual target stays."""
    seen: dict[str, Any] = {"at": None, "targets": read_targets(None)[0]}

    def targets() -> Mapping[str, Target]:
        at = path.stat().st_mtime if path.is_file() else None
        if at != seen["at"]:
            seen["at"], seen["targets"] = at, load_targets(path)
        found: Mapping[str, Target] = seen["targets"]
        return found

    return targets


def load_targets(path: Path) -> Mapping[str, Target]:
    """The targets of a file, over the usual ones; mistakes are logged."""
    found, mistakes = read_targets_file(path)
    for mistake in mistakes:
        log.warning("the usual target stands: %s", mistake)
    return found


def read_targets_file(path: Path) -> tuple[Mapping[str, Target], Sequence[str]]:
    """The targets of a file, over the usual ones, and a sentence for each mistake. Without the file there is none."""
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8")) if path.is_file() else None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        return read_targets(None)[0], [
            f"{path}:{line}: this is not YAML; look at the brackets, quotes and columns there."
        ]
    except (yaml.YAMLError, OSError, UnicodeDecodeError) as error:
        return read_targets(None)[0], [f"{path} can't be read ({type(error).__name__}); correct it and try again."]
    found, mistakes = read_targets(data)
    unknown = [
        f"{name}: there is no such figure; see docs/reference/numbers.md." for name in found if name not in FIGURES
    ]
    return found, [f"{path}: {mistake}" for mistake in (*mistakes, *unknown)]


def notes(
    flows: FlowStore, incidents: Incidents, zone: tzinfo
) -> Callable[[float, float], Awaitable[Sequence[dict[str, Any]]]]:
    """What was published in a period, and what went wrong in it, in the order of time."""

    async def found(since: float, until: float) -> Sequence[dict[str, Any]]:
        made = [_published(p) for p in await flows.publications(PUBLICATIONS) if since <= p.at < until]
        marked = [note(incident, zone) for incident in await incidents.within(since, until)]
        return sorted([*made, *marked], key=lambda one: float(one["at"]))

    return found


def published(flows: FlowStore) -> Callable[[], Awaitable[Mapping[str, Mapping[str, Any]]]]:
    """When each version of the flows was published last, under which number and with which note."""

    async def found() -> Mapping[str, Mapping[str, Any]]:
        made = reversed(await flows.publications(PUBLICATIONS))
        return {p.version: {"number": p.number, "at": p.at, "note": p.note} for p in made}

    return found


def _published(made: Publication) -> dict[str, Any]:
    return {
        "at": made.at,
        "until": None,
        "kind": "publish",
        "version": made.version,
        "en": f"flows number {made.number} published" + (f": {made.note}" if made.note else ""),
        "zh": f"发布第 {made.number} 版流程" + (f"：{made.note}" if made.note else ""),
    }
