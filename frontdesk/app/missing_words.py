"""Published flows that are older than the house: what it says by now and they lack is said in the shipped words."""

import json
import logging
from collections.abc import Iterator
from pathlib import Path

from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.lint import system_prompts
from frontdesk.ivr.loader import Loaded, Source, read_book, read_files
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.tasks import Tasks

log = logging.getLogger(__name__)
SHIPPED = Path(__file__).resolve().parents[2] / "ivr_flows"
FIRST = "en"  # said where a language is not among those shipped: other words are better than none


def read_published(version: str, sources: list[Source], tasks: Tasks) -> Loaded:
    """As `read_book`, with the house's missing prompts filled in; one the house says no more is no mistake here."""
    loaded = read_book(sources, tasks)
    if not any(issue.code == system_prompts.CODE for issue in loaded.errors):
        return loaded
    missing = _missing(loaded.book)
    if missing:
        shown = ", ".join(sorted({key for keys in missing.values() for key in keys}))
        log.warning(
            "version %s of the flows lacks prompts; shipped words are said until it has them: %s", version, shown
        )
        loaded = read_book([*sources, *_filling(missing, tasks)], tasks)
    gone = (
        {issue for issue in loaded.errors if issue.code == system_prompts.CODE} if not _missing(loaded.book) else set()
    )
    return Loaded(loaded.book, tuple(issue for issue in loaded.issues if issue not in gone))


def _missing(book: FlowBook) -> dict[str, tuple[str, ...]]:
    """The house's prompts that a language lacks, by language; languages that lack none are left out."""
    lacks = {
        lang: tuple(key for key in SYSTEM_PROMPTS if Marked(key) not in locale.prompts)
        for lang, locale in book.locales.items()
    }
    return {lang: keys for lang, keys in lacks.items() if keys}


def _filling(missing: dict[str, tuple[str, ...]], tasks: Tasks) -> Iterator[Source]:
    """One more file of prompts for each language; JSON is YAML."""
    shipped = read_book(read_files([SHIPPED]), tasks).book.locales
    for lang, keys in missing.items():
        theirs = shipped.get(lang) or shipped.get(FIRST)
        found = {
            key: str(theirs.prompts[Marked(key)].source) for key in keys if theirs and Marked(key) in theirs.prompts
        }
        name = f"prompts/shipped-{lang}.yml"
        yield Source(name, name, json.dumps({"language": lang, "prompts": found}, ensure_ascii=False))
