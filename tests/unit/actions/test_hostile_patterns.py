"""No pattern that reads customers' words takes long over words made to make it."""

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator, Mapping

import actions
from frontdesk.rasa_worker import reading

LENGTH = 200  # characters, enough for what backtracks for ever
ALLOWED_S = 0.1  # of processor time for one pattern over one text; what backtracks for ever takes far longer
WORDS = 8  # of the pattern's own that are repeated
_WORD = re.compile(r"[a-z]{2,}|[\u4e00-\u9fff]{1,2}")
_READERS = (
    *(
        f"frontdesk.rasa_worker.{name}"
        for name in ("person", "grievance", "clauses", "matters", "paired", "plain", "entities", "features", "sequence")
    ),
    *(f"frontdesk.core.{name}" for name in ("language", "never_kept", "scores", "spoken", "volunteered")),
    *("frontdesk.ivr.listen", "frontdesk.ivr.moments", "handoff.asked", "handoff.number", "handoff.options"),
)


def test_no_pattern_takes_long() -> None:
    """Each over its own words, over signs, figures and blanks, many times, and then something that fits nowhere."""
    slow = [
        (where, text[:20]) for where, pattern in _patterns() for text in _hostile(pattern) if _takes_long(pattern, text)
    ]
    assert slow == []


def _takes_long(pattern: re.Pattern[str], text: str) -> bool:
    started = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - started > ALLOWED_S


def _hostile(pattern: re.Pattern[str]) -> Iterator[str]:
    own = list(dict.fromkeys(_WORD.findall(pattern.pattern)))
    step = max(len(own) // WORDS, 1)
    for piece in (*own[::step], *(f"{word} " for word in own[::step]), " ", "1", "1 ", "a.", "，", ". ", "是的"):
        yield (piece * LENGTH)[:LENGTH] + "\0"


def _patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    names = list(_READERS)
    for package in (actions, reading):
        names += [found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")]
    for name in names:
        for at, value in vars(importlib.import_module(name)).items():
            yield from _within(value, f"{name}.{at}")


def _within(value: object, where: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern):
        yield where, value
    elif isinstance(value, Mapping):
        for key, one in value.items():
            yield from _within(one, f"{where}[{key!r}]")
    elif isinstance(value, tuple | list):
        for one in value:
            yield from _within(one, where)
