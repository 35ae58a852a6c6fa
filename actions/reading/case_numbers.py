"""The numbers of cases ("C100001"), typed or said, which are no orders. Pure."""

import re
import unicodedata

from actions.reading.numbers import runs_in

DIGITS = 6
LONGEST = 300  # characters that are looked at
_SPAN = 80  # of these, in which the digits are said
_LEAD = re.compile(
    r"(?:(?<![a-z0-9])(?:c|see|sea)|\bcase(?: (?:number|no\.?|id|ref(?:erence)?))?(?: is|:|#)?(?: c)?"
    r"|(?:登记|工单|案件|受理|投诉|处理)(?:编?号|单号?)?(?:是|为|:)?(?:c)?)[\s\-#.]*(?=1|one\b|一|幺)",
    re.I,
)


def case_number_in(text: str) -> str | None:
    """The first case number, as it was given: a C and six digits."""
    said = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    for lead in _LEAD.finditer(said):
        number = next(iter(runs_in(said[lead.end() : lead.end() + _SPAN])), "")
        if len(number) == DIGITS:
            return f"C{number}"
    return None
