"""Reading patience.yml: timeouts and tries by language and by region."""

import re

from frontdesk.ivr.calm import Calm, Calms, Region
from frontdesk.ivr.fields import Sheet
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.read_common import read_tries, shut


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
    return Calm(timeout_s=sheet.number("timeout"), tries=read_tries(sheet))


def _callers(sheet: Sheet) -> tuple[Marked, ...]:
    """How numbers of the region begin, such as +86."""
    callers = sheet.texts("callers")
    if not callers:
        sheet.complain(sheet.at("callers"), "FLOW005", f"{sheet.subject} needs 'callers', how its numbers begin.")
    for start in callers:
        if not re.fullmatch(r"\+\d{1,7}", start):
            sheet.complain(start.at, "FLOW006", f"A number's beginning is written as +86, not '{start}'.")
    return callers
