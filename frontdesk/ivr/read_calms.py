"""Reading patience.yml: timeouts, tries and pace by language and by region."""

import re

from frontdesk.ivr.calm import Calm, Calms, Region
from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.read_common import read_tries, shut

SLOWEST, FASTEST = 0.5, 1.5  # slower or faster nobody follows


def read_calms(sheet: Sheet) -> Calms:
    """The whole file."""
    langs: dict[Marked, Calm] = {}
    regions: list[Region] = []
    for name, one in _each(sheet, "languages", "language"):
        langs[name] = _calm(one)
        shut(sheet, one)
    for name, one in _each(sheet, "regions", "region"):
        regions.append(Region(name=name, callers=_callers(one), calm=_calm(one)))
        shut(sheet, one)
    sheet.close()
    return Calms(langs=langs, regions=tuple(regions))


def _each(sheet: Sheet, key: str, what: str) -> list[tuple[Marked, Sheet]]:
    inner = sheet.sheet(key, f"'{key}'")
    read = [(name, inner.within(v, f"{what} '{name}'")) for name, v in inner.table.entries.items()] if inner else []
    return [(name, one) for name, one in read if one is not None]


def _calm(sheet: Sheet) -> Calm:
    return Calm(
        timeout_s=sheet.number("timeout"),
        tries=read_tries(sheet),
        rate=_rate(sheet, "rate"),
        digits_rate=_rate(sheet, "digits_rate"),
    )


def _rate(sheet: Sheet, key: str) -> float | None:
    """A pace beside the voice's own."""
    rate = sheet.number(key)
    if rate is not None and not SLOWEST <= rate <= FASTEST:
        sheet.complain(sheet.at(key), "FLOW006", f"'{key}' is {SLOWEST:g} to {FASTEST:g}; 0.9 is a tenth slower.")
        return None
    return rate


def _callers(sheet: Sheet) -> tuple[Marked, ...]:
    """How numbers of the region begin, such as +86."""
    callers = sheet.texts("callers")
    if not callers:
        sheet.complain(sheet.at("callers"), "FLOW005", f"{sheet.subject} needs 'callers', how its numbers begin.")
    for start in callers:
        if not re.fullmatch(r"\+\d{1,7}", start):
            sheet.complain(start.at, "FLOW006", f"A number's beginning is written as +86, not '{start}'.")
    return callers
