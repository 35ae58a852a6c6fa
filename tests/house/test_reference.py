"""The generated reference is what the code says now; what is told by hand is whole."""

import ast
import json
import re
import runpy
import sys
from typing import Any, get_args

import pytest

from frontdesk.core.events import Event
from frontdesk.core.inputs import Input
from frontdesk.core.rooms import Room
from frontdesk.core.tickets import TicketStatus
from frontdesk.core.waits import MachineRequest, Wait
from frontdesk.record.session_row import Outcome
from tests.house.tree import ROOT, name, parsed, python

sys.path.insert(0, str(ROOT / "docs"))  # where its parts stand
GENERATE: dict[str, Any] = runpy.run_path(str(ROOT / "docs" / "generate.py"))
GLOSSARY = (ROOT / "docs/reference/glossary.md").read_text(encoding="utf-8")
HEADWORDS = {word.lower() for word in re.findall(r"^\| \*\*([^*]+)\*\* \|", GLOSSARY, re.MULTILINE)}


def test_generated_pages_are_up_to_date() -> None:
    """`uv run python docs/generate.py` would change nothing."""
    assert GENERATE["stale"]() == [], "run `uv run python docs/generate.py`"


@pytest.mark.parametrize("event", get_args(Event))
def test_the_example_of_an_event_is_one(event: type) -> None:
    """The JSON in an event's docstring has its kind and only fields the event has."""
    _, example = GENERATE["event_doc"](event)
    shown = json.loads(example)
    assert shown.pop("kind") == event.kind  # type: ignore[attr-defined]
    assert shown.keys() <= event.__dataclass_fields__.keys()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "word", [*get_args(Event), *get_args(Input), *get_args(Wait), *get_args(MachineRequest), *get_args(Room)]
)
def test_the_glossary_has_the_noun_of_every_word(word: type) -> None:
    """Each event, input, wait and room is named by a word the glossary explains."""
    parts = {part.lower() for part in re.findall(r"[A-Z][a-z]+", word.__name__)}
    assert (parts | {part.removesuffix("s") for part in parts}) & HEADWORDS, word.__name__


@pytest.mark.parametrize("word", [*get_args(TicketStatus), *get_args(Outcome)])
def test_the_glossary_has_every_status_and_outcome(word: str) -> None:
    """What a ticket can be and what can come of a session is explained."""
    assert f"`{word}`" in GLOSSARY


def test_the_glossary_gives_each_word_once() -> None:
    """One word, one meaning."""
    words = re.findall(r"^\| \*\*([^*]+)\*\* \|", GLOSSARY, re.MULTILINE)
    assert len(words) == len(set(words))


def test_settings_are_read_in_one_place() -> None:
    """Nothing but the settings and the worker's process reads the environment by name."""
    readers = {
        name(path)
        for path in python("frontdesk", "handoff", "actions")
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute) and node.attr == "environ")
        or (isinstance(node, ast.Name) and node.id == "getenv")
    }
    elsewhere = {r for r in readers if not r.startswith(("frontdesk/rasa_worker/", "actions/talk/"))}
    assert elsewhere <= {"frontdesk/app/worker.py", "frontdesk/app/pages_build.py"}
