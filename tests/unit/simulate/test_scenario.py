"""Scenarios: files and changes are read; what is wrong is said in a sentence that names it."""

import pytest

from frontdesk.simulate.scenario import BadScenario, read_scenario


def test_a_file_and_changes_make_a_scenario() -> None:
    """What the file leaves out is as usual; a change replaces what it says."""
    story = read_scenario("name: Monday\nbegins: 2026-03-02\nstaff: {agents: 12}\n", ["volume=3", "staff.out=2"])
    assert (story.name, story.begins, story.volume) == ("Monday", "2026-03-02", 3.0)
    assert (story.staff.agents, story.staff.out, story.staff.talk_s) == (12, 2, 240.0)


@pytest.mark.parametrize(
    ("text", "change", "said"),
    [
        ("stuff: {agents: 3}", "days=1", "did you mean 'staff'"),
        ("staff: {agents: many}", "days=1", "staff.agents should be int"),
        ("days: 1", "staff.out=99", "staff.out can't be more than"),
        ("days: 1", "volume", "write it as"),
        ("needs: {pizza: 1}", "days=1", "names 'pizza'"),
        ("hours: [1, 2]", "days=1", "24 and 7 weights"),
        ("begins: soon", "days=1", "begins"),
        ("zone: Moon/Crater", "days=1", "zone"),
        ("[1, 2]", "days=1", "a table"),
        ("a: [", "days=1", "no YAML"),
    ],
)
def test_what_is_wrong_is_named(text: str, change: str, said: str) -> None:
    """The sentence names the place and, where it can, what was meant."""
    with pytest.raises(BadScenario, match=said.replace("[", r"\[")):
        read_scenario(text, [change])
