"""Reading what main.yml says for all flows: patience, help, the human's queue, the way back, zone and currency."""

import re
from dataclasses import dataclass, field

from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.manners import Patience
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.read_common import known_zone, read_patience

KEYS = frozenset({"patience", "help", "human", "back_key", "zone", "currency", "filler"})
WRONG = "FLOW006"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basics:
    """What holds for every flow of a book unless a node says otherwise."""

    patience: Patience = field(default_factory=Patience)
    help: Marked | None = None
    filler: tuple[Marked, ...] = ()
    human: Marked | None = None
    back_key: Marked | None = None
    zone: str = "UTC"
    currency: str = "CNY"


def read_basics(sheet: Sheet) -> Basics:
    """The basics in main.yml's table."""
    inner = sheet.sheet("patience", "'patience'")
    patience = read_patience(inner, Patience(), own=False) if inner else Patience()
    if inner is not None:
        inner.close()
    return Basics(
        patience=patience,
        help=sheet.maybe_text("help"),
        filler=sheet.texts("filler"),
        human=sheet.maybe_text("human"),
        back_key=_matching(sheet, "back_key", r"[1-9]", "one key from 1 to 9"),
        zone=known_zone(sheet, sheet.maybe_text("zone"), WRONG),
        currency=_matching(sheet, "currency", r"[A-Z]{3}", "a currency's three letters, such as CNY") or "CNY",
    )


def _matching(sheet: Sheet, key: str, pattern: str, what: str) -> Marked | None:
    text = sheet.maybe_text(key)
    if text is not None and not re.fullmatch(pattern, text):
        sheet.complain(text.at, WRONG, f"'{key}' should be {what}, not '{text}'.")
        return None
    return text
