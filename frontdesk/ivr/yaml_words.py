"""What the YAML parser stumbled over, in words for who wrote the file: where the slip is and what to write. Pure."""

import re

import yaml

_OPENED = re.compile(r'(?::|-)\s+("(?:[^"\\]|\\.)*)$')  # a quote that is not closed on its line
_BEGINS = re.compile(r"\s*(?:- )?[^\s:]+:\s+([\"'{\[*&])")
_WIDE = "：，"

Place = tuple[int, int]  # line and column, from 0


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[Place, str]:
    """Where to look, and a sentence."""
    mark = error.problem_mark or error.context_mark
    here = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    problem = error.problem or ""
    if "cannot start any token" in problem:
        return here, _no_beginning(lines, here)
    if "end of stream" in problem and error.context_mark:
        return _place(error.context_mark), "The quote that is opened here is never closed."
    if "expected ','" in problem and error.context_mark:
        return _in_brackets(lines, _place(error.context_mark), here, problem[-2])
    if "mapping values" in problem:
        return _second_colon(lines, here)
    if "did not find expected" in problem:
        return _out_of_step(lines, here)
    return here, f"This is not YAML: {problem or error.context}."


def _place(mark: yaml.Mark) -> Place:
    return mark.line, mark.column


def _line(lines: list[str], number: int) -> str:
    return lines[number] if number < len(lines) else ""


def _no_beginning(lines: list[str], here: Place) -> str:
    found = _line(lines, here[0])[here[1] : here[1] + 1]
    if found == "\t":
        return "A tab stands here; indent with spaces."
    return f"No text can begin with '{found}' as it is; put the text in \"quotes\"."


def _in_brackets(lines: list[str], opened: Place, here: Place, closing: str) -> tuple[Place, str]:
    opening = _line(lines, opened[0])[opened[1] : opened[1] + 1]
    if here[0] > opened[0]:
        return opened, f"The '{opening}' that is opened here is not closed; end it with '{closing}'."
    return here, f"A comma is missing before this, or the closing '{closing}'."


def _second_colon(lines: list[str], here: Place) -> tuple[Place, str]:
    """A colon within a value, a wide colon a line before, or a line that is indented too far."""
    for number in (here[0], here[0] - 1):
        wide = next((at for at, c in enumerate(_line(lines, number)) if c in _WIDE), None)
        if number >= 0 and wide is not None and ": " not in _line(lines, number)[:wide]:
            return (number, wide), "A key ends with ':' and a space, not with a wide '：'."
    if ": " in _line(lines, here[0])[: here[1]]:
        return here, "Text that has ': ' in it goes in \"quotes\"."
    return here, "This line is indented too far: what stands above it has its value already."


def _out_of_step(lines: list[str], here: Place) -> tuple[Place, str]:
    """A quote that is open since before, something after a value, or a line that stands between the columns."""
    before = next((number for number in range(here[0] - 1, -1, -1) if '"' in lines[number]), None)
    opened = _OPENED.search(lines[before]) if before is not None else None
    if before is not None and opened:
        return (before, opened.start(1)), "The quote that is opened here is not closed; end the text with a quote."
    begins = _BEGINS.match(_line(lines, here[0]))
    if begins and begins.start(1) < here[1]:
        if begins[1] in "\"'":
            return here, "Nothing may follow a closing quote; put the whole text in one pair of quotes."
        return (here[0], begins.start(1)), f"Text that begins with '{begins[1]}' goes in \"quotes\"."
    return here, "This line does not stand in the column of its neighbours; keys of one table begin in the same column."
