"""What the board needs of the house: targets out of their file, and what happened, to be noted beside the figures."""

import logging
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import tzinfo
from pathlib import Path
from typing import Any

import yaml

from frontdesk.app.stray_names import composed, stray_names, under
from frontdesk.conversation.flows import FlowStore, Publication, first_of_each
from frontdesk.record.figures.catalogue import FIGURES
from frontdesk.record.incidents import Incidents, note
from frontdesk.record.targets import Target, read_targets

log = logging.getLogger(__name__)
PUBLICATIONS = 1000


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
    whole = composed(path)
    stray = [
        *stray_names(path, whole, {"targets": None}),
        *stray_names(path, under(whole, "targets"), dict.fromkeys(FIGURES)),
    ]
    return found, [*(f"{path}: {mistake}" for mistake in mistakes), *stray]


def notes(
    flows: FlowStore, incidents: Incidents, zone: tzinfo
) -> Callable[[float, float], Awaitable[Sequence[dict[str, Any]]]]:
    """What was published in a period, and what went wrong in it, in the order of time."""

    async def found(since: float, until: float) -> Sequence[dict[str, Any]]:
        newest_first = await flows.publications(PUBLICATIONS)
        first = first_of_each(newest_first)
        made = [_published(p, first[p.version]) for p in newest_first if since <= p.at < until]
        marked = [note(incident, zone) for incident in await incidents.within(since, until)]
        return sorted([*made, *marked], key=lambda one: float(one["at"]))

    return found


def published(flows: FlowStore) -> Callable[[], Awaitable[Mapping[str, Mapping[str, Any]]]]:
    """When each version of the flows was published first, under which number and with which note; and when `again`.

    A version is its content: who goes back to an older one publishes that again and makes none.
    """

    async def found() -> Mapping[str, Mapping[str, Any]]:
        newest_first = await flows.publications(PUBLICATIONS)
        last = {p.version: p for p in reversed(newest_first)}
        return {
            version: {**_act(first), "again": None if last[version] is first else _act(last[version])}
            for version, first in first_of_each(newest_first).items()
        }

    return found


def _act(made: Publication) -> dict[str, Any]:
    return {"number": made.number, "at": made.at, "note": made.note}


def _published(made: Publication, first: Publication) -> dict[str, Any]:
    en, zh = f"flows number {made.number} published", f"发布第 {made.number} 版流程"
    if made is not first:
        en = f"flows number {first.number} published again, as number {made.number}"
        zh = f"重新发布第 {first.number} 版流程（记为第 {made.number} 版）"
    return {
        "at": made.at,
        "until": None,
        "kind": "publish",
        "number": made.number,
        "version": made.version,
        "en": en + (f": {made.note}" if made.note else ""),
        "zh": zh + (f"：{made.note}" if made.note else ""),
    }
