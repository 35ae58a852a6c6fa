"""The proof of identity said before it is asked for: taken out of what is written down, never out of what is understood."""

import re

MASK = "****"
_ABOUT_A_PHONE = re.compile(
    r"phone|mobile|cell|ends?\b|ending|last (?:four|4)|digits|尾号|后四位|后4位|末四位|手机|电话", re.IGNORECASE
)
_FOUR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_PHONE = re.compile(r"(?<![0-9])\+?(?:[0-9][ ()-]{0,2}){9,14}[0-9](?![0-9])")
_WITH_ORDER = re.compile(r"(?:(?<![0-9])[0-9]{5,20}(?![0-9])|\*{4})\D{1,3}(?<![0-9])([0-9]{4})(?![0-9])")


def without_proof(text: str, order: str = "") -> str:
    """Phone numbers masked; lone groups of four digits too, where the words speak of a phone or an order stands before.

    `order`: the digits of an order's number in it, which is none, however long it is.
    """
    text = _PHONE.sub(lambda found: found[0] if order and found[0] == order else MASK, text)
    if _ABOUT_A_PHONE.search(text):
        return _FOUR.sub(MASK, text)
    return _WITH_ORDER.sub(lambda found: found[0][: -len(found[1])] + MASK, text)
