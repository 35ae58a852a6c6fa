"""A bench for flows: small books, tasks written down, a state to start from."""

from dataclasses import replace
from pathlib import Path

from frontdesk.core.inputs import Channel
from frontdesk.core.rooms import State
from frontdesk.core.turn import Draft
from frontdesk.core.words import SYSTEM_PROMPTS
from frontdesk.ivr.loader import Loaded, Source, read_book, read_files
from frontdesk.ivr.tasks import KnownTask, Tasks

ROOT = Path(__file__).parents[3]
SHIPPED = ROOT / "ivr_flows"
BROKEN = ROOT / "tests" / "broken_flows"
AT = 1_772_434_800.0

TASKS: Tasks = {
    "verify_identity": KnownTask(
        needs=("order_number", "last4"), outcomes=("verified", "mismatch", "locked", "shop_down")
    ),
    "order_status": KnownTask(
        needs=("customer_id", "order_number"), outcomes=("found", "not_found", "identity_needed", "shop_down")
    ),
}


def sound() -> dict[str, Source]:
    """The small sound book that each broken flow replaces one file of."""
    written = {source.name: replace(source, shown=source.name) for source in read_files([BROKEN / "sound"])}
    return written | {source.name: source for source in map(house_words, ("en", "zh"))}


def house_words(lang: str) -> Source:
    """Every prompt the house itself says, in a stand-in wording."""
    said = (
        f'  {key}: "House words{"".join(f" {{{name}}}" for name in names)}"' for key, names in SYSTEM_PROMPTS.items()
    )
    name = f"prompts/{lang}_system.yml"
    return Source(name, name, "\n".join((f"language: {lang}", "prompts:", *said)))


def read(**files: str) -> Loaded:
    """The sound book with some files replaced: `read(main="…")`, `read(prompts__en="…")`."""
    book = sound()
    for key, text in files.items():
        name = key.replace("__", "/") + ".yml"
        book[name] = Source(name, name, text)
    return read_book(list(book.values()), TASKS)


def draft(channel: Channel = "voice", lang: str = "en", *, settled: bool = True, at: float = AT) -> Draft:
    return Draft(State(session="S-1", channel=channel, lang=lang, started_at=at, lang_settled=settled), at=at)
