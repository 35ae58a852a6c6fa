r"""Patterns an author may write: a small part of regular expressions that always ends quickly.

Letters, digits, `-`, `[A-Z0-9]`, `\d`, each with `{3}`, `{2,4}` or `?`, and `|` between whole patterns. No `*`, `+`, groups.
"""

import re

LONGEST = 100
VARIABLE = 3  # parts of varying length in one alternative; more could be matched in too many ways
_PART = re.compile(r"(?:[A-Za-z0-9\-]|\\d|\[(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+\])(\{\d{1,2}(?:,\d{1,2})?\}|\?)?")


def unsafe(pattern: str) -> str | None:
    """What is wrong with a pattern, as a whole sentence; None when it may be used."""
    if len(pattern) > LONGEST:
        return f"A pattern has at most {LONGEST} characters."
    for alternative in pattern.split("|"):
        wrong = _wrong(alternative)
        if wrong is not None:
            return wrong
    try:
        re.compile(pattern)
    except re.error as error:
        return f"The pattern '{pattern}' can't be read: {error.msg}."
    return None


def _wrong(alternative: str) -> str | None:
    at, varying = 0, 0
    while at < len(alternative):
        part = _PART.match(alternative, at)
        if part is None:
            return f"'{alternative[at:]}' can't stand in a pattern; write parts such as SO, [A-Z], \\d, each with {{4}} or ?."
        varying += "," in (part.group(1) or "") or part.group(1) == "?"
        at = part.end()
    if not alternative:
        return "A pattern needs something on both sides of '|'."
    return f"A pattern has at most {VARIABLE} parts of varying length." if varying > VARIABLE else None


def fits(pattern: str, value: str) -> bool:
    """Whether the whole value is as the pattern says; small and capital letters are the same."""
    return re.fullmatch(pattern, value, re.IGNORECASE | re.ASCII) is not None
