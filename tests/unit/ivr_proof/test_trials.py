"""Flow tests: those beside the shipped flows pass and take everything; what a wrong one says; saving a live try."""

import pytest

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.core.events import NodeEntered, Said, TaskFinished
from frontdesk.core.inputs import KeysPressed
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.trial.read import read_script
from frontdesk.ivr.trial.record import lines_of
from frontdesk.ivr.trial.run import run
from frontdesk.ivr.trial.script import Script
from frontdesk.ivr.trial.suite import read_folder, run_all
from frontdesk.ivr.trial.write import written
from tests.unit.ivr.bench import SHIPPED

BOOK = load_book(SHIPPED, TASKS)
FILES = dict(read_folder(SHIPPED))
HEAD = "title: a test\nchannel: {channel}\nlang: en\nsteps:\n"


def tried(steps: str, channel: str = "voice") -> list[tuple[str, int, str]]:
    """The complaints about a test with these steps."""
    script, issues = read_script(HEAD.format(channel=channel) + steps, "t.yml")
    found = [*issues, *(run(BOOK, step, script).issues if script else ())]
    return [(issue.code, issue.line, issue.message) for issue in found]


def test_the_shipped_flow_tests_take_every_node_and_branch() -> None:
    """All pass; nothing of the shipped flows is untested, in either language."""
    report = run_all(BOOK, step, list(FILES.items()))
    assert report.issues == ()
    assert report.coverage.whole, str(report.coverage)
    langs = {script.lang for text in FILES.values() if (script := read_script(text, "t.yml")[0])}
    assert langs == {"en", "zh"}


def test_what_no_test_takes_is_listed() -> None:
    """One test alone leaves nodes and branches, each told by name."""
    name = next(name for name in FILES if name.endswith("silence_to_a_person.yml"))
    shown = str(run_all(BOOK, step, [(name, FILES[name])]))
    assert "no test comes to orders.ask_number" in shown
    assert "no test takes main.menu → 2" in shown
    assert "1 flow tests passed, 0 failed." in shown


@pytest.mark.parametrize(
    ("steps", "code", "says"),
    [
        ("  - presss: 1\n", "TEST001", "'presss' is nothing that can be done."),
        ("  - quiet\n", "TEST001", "'quiet' is no step."),
        ("  - bot: sings\n", "TEST001", "'bot' is one of"),
        ("  - task: found\n", "TEST002", "Nobody waits for a 'task' here"),
        ("  - press: 1\n  - pick: Nonsense\n", "TEST002", "There is no button 'Nonsense' here"),
        ("  - hours: sometimes\n", "TEST002", "'hours' is open or closed"),
        ("  - expect: {node: main.menu}\n", "TEST003", "It should be at main.menu; it is at main.language."),
        ("  - expect: {node: main.mneu}\n", "TEST003", "did you mean main.menu"),
        ("  - expect: {says: Good day}\n", "TEST003", "It should say 'Good day'; it says"),
        ("  - expect: {waits: person}\n", "TEST003", "It should wait for the person; it waits for the customer."),
        ("  - expect: {buttons: Klingon}\n", "TEST003", "There should be the choice 'Klingon'"),
        ("  - press: 1\n  - press: 3\n  - say: where is my order\n  - press: 1\n", "TEST002", "The bot is asked here"),
    ],
)
def test_a_wrong_test_says_what_is_wrong(steps: str, code: str, says: str) -> None:
    """One complaint, a whole sentence, at the step it is about."""
    ((found, line, message),) = tried(steps)
    assert found == code
    assert line >= 5
    assert says in message


def test_a_live_try_becomes_a_test() -> None:
    """What was done, what the task answered and where it led stand in the file, which can be read and edited."""
    said = Said(text="What can I do for you?", spoken="", lang="en", prompt="menu.ask")
    lines = [
        *lines_of(KeysPressed(at=0.0, digits="1"), [NodeEntered(flow="main", node="menu"), said]),
        *lines_of(KeysPressed(at=0.0, digits="2"), [TaskFinished(task="order_status", outcome="found", by="menu")]),
    ]
    text = written(Script(title="tried", lines=tuple(lines)))
    assert "  - press: 1\n  - expect: {node: main.menu, says: menu.ask}\n" in text
    assert "  - task: found\n" in text
    again, issues = read_script(text, "t.yml")
    assert issues == []
    assert again is not None
    assert [line.does for line in again.lines] == [line.does for line in lines]
