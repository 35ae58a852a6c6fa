"""Several places of a list that was just told: "the first and the third", 第一个和第三个. Pure; knows no order."""

import re

LONGEST = 60  # characters
_PLACES = (
    re.compile(r"\b(?:first|1st)\b|第[一1]", re.I),
    re.compile(r"\b(?:second|2nd)\b|第[二2]", re.I),
    re.compile(r"\b(?:third|3rd)\b|第[三3]", re.I),
)
_JOINED = re.compile(
    r"(?:\b(?:first|1st|second|2nd|third|3rd)\b(?: ones?)?[, ]*(?:and|&|plus|,)[, ]*(?:the )?\b(?:first|1st|second"
    r"|2nd|third|3rd|last)\b)"
    r"|第[一二三123][个单]?(?:和|跟|、|与|,|，|还有)第?[一二三123]",
    re.I,
)
_LAST = re.compile(r"\blast\b|最后", re.I)


def places_told(text: str, count: int) -> tuple[int, ...]:
    """The places (1 the first) where several are named side by side; none where it is one, or a place there is not."""
    if len(text) > LONGEST or _JOINED.search(text) is None:
        return ()
    named = [at for at, pattern in enumerate(_PLACES, 1) if pattern.search(text)]
    named += [count] if _LAST.search(text) and count not in named else []
    return tuple(named) if len(named) > 1 and max(named) <= count else ()
