"""Golden conversations through a flow that uses the whole language: `tests/scenarios/language/*.yml`.

As in `test_menus.py`, but what is said stands as it is spoken. `UPDATE_GOLDENS=1` rewrites what is expected.
"""

import os
from pathlib import Path

import pytest

from actions import TASKS
from frontdesk.core.events import ArmChosen, CallbackPromised, Event, MessageLeft, Said
from frontdesk.core.rooms import State
from frontdesk.core.turn import Draft
from frontdesk.ivr.loader import read_book, read_files
from frontdesk.ivr.model import FlowBook
from tests.scenarios.test_menus import AT, act, after, line, stored, yaml
from tests.unit.ivr.bench import house_words

FOLDER = Path(__file__).parent / "language"
FILES = sorted(FOLDER.glob("*.yml"))


@pytest.fixture(scope="module")
def book() -> FlowBook:
    """The flows of the folder, with stand-ins for what the house says."""
    loaded = read_book([*read_files([FOLDER / "flows"]), *map(house_words, ("en", "zh"))], TASKS)
    assert loaded.issues == ()
    return loaded.book


@pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])
def test_the_conversation_goes_as_written(path: Path, book: FlowBook) -> None:
    """Each step leads to exactly what the file says."""
    scenario = yaml().load(path.read_text(encoding="utf-8"))
    state = State(
        session="S-1",
        channel=scenario.get("channel", "voice"),
        lang=scenario.get("lang", "en"),
        started_at=AT,
        lang_settled=scenario.get("settled", False),
        caller=scenario.get("caller"),
        facts={str(k): str(v) for k, v in scenario.get("facts", {}).items()},
    )
    for number, step in enumerate(scenario["steps"], start=1):
        draft = Draft(state, at=AT + number + 3600 * float(scenario.get("hours_later", 0)))
        leaving = act(book, draft, step["do"])
        happened = [*filter(None, map(shown, draft.events)), after(draft.state, leaving)]
        if os.environ.get("UPDATE_GOLDENS"):
            step["then"] = happened
        assert list(step.get("then", ())) == happened, f"step {number}: {step['do']}"
        state = stored(draft.state, draft.events, scenario.get("secret"))
    if os.environ.get("UPDATE_GOLDENS"):
        with path.open("w", encoding="utf-8") as out:
            yaml().dump(scenario, out)


def shown(event: Event) -> str:
    """What is said in its spoken form; options read out are left away."""
    if isinstance(event, ArmChosen):
        return f"arm {event.experiment}: {event.arm}"
    if isinstance(event, CallbackPromised | MessageLeft):
        return f"{event.kind} {event.promise} {event.queue} in {(event.due_at - AT) / 3600:.0f} h"
    if not isinstance(event, Said):
        return line(event)
    return "" if event.prompt == "system.press_for" else f"bot: {event.spoken}"
