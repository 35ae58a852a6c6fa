"""Golden conversations through the shipped menus: `tests/scenarios/menus/*.yml`, one conversation per file.

The state is stored as JSON and read back between every two steps. `UPDATE_GOLDENS=1` rewrites what is expected.
"""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from actions import TASKS
from frontdesk.core.codec import decode, encode
from frontdesk.core.events import (
    CustomerSilent,
    CustomerSpoke,
    Event,
    IdentityVerified,
    InputNotMatched,
    LanguageChosen,
    MachineDidFail,
    NodeEntered,
    Said,
    TaskFinished,
)
from frontdesk.core.exits import Exit, ToEnd, ToHandoff, ToTalk
from frontdesk.core.rooms import InMenu, State
from frontdesk.core.turn import Draft
from frontdesk.core.waits import ForCustomer, ForReply, RunTask
from frontdesk.ivr import step as menus
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.trial.do import Do, given

FOLDER = Path(__file__).parent / "menus"
FLOWS = Path(__file__).parents[2] / "ivr_flows"
AT = 1_772_434_800.0  # a Monday morning
FILES = sorted(FOLDER.glob("*.yml"))


def yaml() -> YAML:
    reader = YAML()
    reader.width = 160
    reader.preserve_quotes = True
    return reader


@pytest.fixture(scope="module")
def book() -> FlowBook:
    return load_book(FLOWS, TASKS)


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
        facts=dict(scenario.get("facts", {})),
    )
    for number, step in enumerate(scenario["steps"], start=1):
        draft = Draft(state, at=AT + number)
        leaving = act(book, draft, step["do"])
        happened = [*map(line, draft.events), after(draft.state, leaving)]
        if os.environ.get("UPDATE_GOLDENS"):
            step["then"] = happened
        assert list(step.get("then", ())) == happened, f"step {number}: {step['do']}"
        state = stored(draft.state, draft.events, scenario.get("secret"))
    if os.environ.get("UPDATE_GOLDENS"):
        with path.open("w", encoding="utf-8") as out:
            yaml().dump(scenario, out)


def stored(state: State, events: list[Event], secret: str | None) -> State:
    """The state as the store gives it back; a secret is nowhere in what is kept."""
    kept = json.dumps([encode(event) for event in events], ensure_ascii=False)
    text = json.dumps(encode(state), ensure_ascii=False)
    if secret:
        assert secret not in kept
        assert isinstance(state.wait, ForReply) or secret not in text
    return decode(State, json.loads(text))


def act(book: FlowBook, draft: Draft, do: Any) -> Exit | None:
    if do == "start":
        return menus.start(book, draft)
    if isinstance(do, str) and do.startswith("resume "):
        flow, node = do.removeprefix("resume ").split(".")
        return menus.resume(book, draft, flow, node)
    assert isinstance(draft.state.room, InMenu)
    return menus.step(book, draft, draft.state.room, given(done(do), draft.state.wait, draft.at))


def done(do: Any) -> Do:
    """`press 1`, `say …`, `type …`, `pick …`, `silence`, `late`, `down`, or a task's reply."""
    if not isinstance(do, str):
        facts = tuple((str(k), str(v)) for k, v in do.get("facts", {}).items())
        return Do("task", do["outcome"], do.get("words", "Task words."), facts)
    verb, _, rest = do.partition(" ")
    if verb in ("late", "down"):
        return Do("task", verb)
    assert verb in ("press", "say", "type", "pick", "silence"), f"What is {do!r}?"
    return Do(verb, rest)  # type: ignore[arg-type]


def line(event: Event) -> str:
    match event:
        case NodeEntered():
            return f"at {event.flow}.{event.node}"
        case Said():
            return f"bot ({event.lang}) {event.prompt or repr(event.text)}"
        case CustomerSpoke():
            return f"customer {event.via} {event.text}"
        case CustomerSilent():
            return f"silence {event.count}"
        case InputNotMatched():
            return f"miss {event.count}"
        case LanguageChosen():
            return f"language {event.lang} ({event.how})"
        case TaskFinished():
            return f"task {event.task}: {event.outcome}"
        case IdentityVerified():
            return f"verified {event.customer}"
        case MachineDidFail():
            return f"failed {event.machine}: {event.reason}"
        case _:
            return event.kind


def after(state: State, leaving: Exit | None) -> str:
    """Who must speak next."""
    match leaving, state.wait:
        case ToTalk(), _:
            return f"→ bot {leaving.text!r}, back to {leaving.back_flow}.{leaving.back_node}"
        case ToHandoff(), _:
            return f"→ human, {leaving.queue}, {leaving.reason}"
        case None, ForReply(request=RunTask() as task):
            return f"→ task {task.task} with {', '.join(sorted(task.facts))}"
        case None, ForCustomer() as wait:
            keys = " ".join(choice.key or "" for choice in wait.choices)
            return f"→ customer, {keys or f'{wait.max_digits} digits'}{', secret' if wait.secret else ''}"
        case ToEnd(survey=False), _:
            return "→ end, no survey"
        case _:
            return "→ end"
