"""The proof: what it says of the shipped flows, what it finds in broken ones, and that its shortcuts change nothing."""

from dataclasses import replace

import pytest

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.ivr.loader import Source, load_book, read_book, read_files
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.claims import Bounds, measure, violations
from frontdesk.ivr.prove.explore import Explorer
from frontdesk.ivr.prove.proof import Part, Proof, part, prove
from frontdesk.ivr.prove.world import world_of
from frontdesk.ivr.trial.read import read_script
from frontdesk.ivr.trial.run import run
from frontdesk.ivr.trial.write import written
from tests.unit.ivr.bench import SHIPPED

BOOK = load_book(SHIPPED, TASKS)


@pytest.fixture(scope="module")
def shipped() -> Proof:
    return prove(BOOK, TASKS, step)


def voice(book: FlowBook, bounds: Bounds | None = None) -> Part:
    """The proof of the phone alone."""
    return part(world_of(book, TASKS, step), "voice", bounds or Bounds())


def changed(name: str, *changes: tuple[str, str]) -> FlowBook:
    """The shipped flows with some text of one file put in the place of another."""
    sources = {source.name: source for source in read_files([SHIPPED])}
    text = sources[name].text
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    sources[name] = Source(name, name, text)
    return read_book(list(sources.values()), TASKS).book


def test_the_shipped_flows_are_proved(shipped: Proof) -> None:
    """No claim fails, every node was entered, a person is one input away in both languages on both channels."""
    assert shipped.violations == ()
    assert shipped.unvisited == ()
    assert {(reach.channel, reach.lang) for reach in shipped.reaches} == {
        (channel, lang) for channel in ("voice", "chat") for lang in ("en", "zh")
    }
    assert all(reach.inputs[0] == 1 for reach in shipped.reaches)
    assert "Proved:" in str(shipped)


def test_the_shortcut_changes_no_figure(shipped: Proof) -> None:
    """Trying every answer again after each silence and miss finds the same distances, and no fault."""
    thorough = part(world_of(BOOK, TASKS, step), "voice", Bounds(), thorough=True)
    plain = [replace(reach, states=0) for reach in shipped.reaches if reach.channel == "voice"]
    assert [replace(reach, states=0) for reach in thorough.reaches] == plain
    assert thorough.violations == ()


def test_a_circle_without_the_customer_is_found() -> None:
    """What would run for ever is told, with a way there that can be played."""
    book = changed(
        "main.yml", ("    say: hours.meanwhile\n    goto: menu", "    say: hours.meanwhile\n    goto: opening")
    )
    wrong = next(one for one in voice(book).violations if one.claim == "goes on")
    assert "goes round" in wrong.message
    assert "hours: closed" in written(wrong.script)


def test_a_machine_that_is_tried_again_ends_at_a_person() -> None:
    """An action whose failure leads back to it is no trap: three failures in a row call a human."""
    old = "      failed: {say: action.failed, goto: main.trouble}\n      late: {say: action.late, goto: main.trouble}"
    book = changed("orders.yml", (old, old.replace("main.trouble", "status")))
    assert voice(book).violations == ()


def test_bounds_are_held_and_a_violation_can_be_played() -> None:
    """A bound nobody can keep is told with the shortest way to the place, and that way, read back, can be gone."""
    found = voice(BOOK, Bounds(inputs=0, seconds=5.0)).violations
    assert {"inputs", "seconds"} <= {wrong.claim for wrong in found}
    for wrong in found:
        script, issues = read_script(written(wrong.script), "way.yml")
        assert issues == []
        assert script is not None
        assert run(BOOK, step, script).issues == ()


def test_very_large_books_are_walked_with_fewer_contexts() -> None:
    """With one context for each question every node is still entered and every claim still looked at."""
    world = world_of(BOOK, TASKS, step)
    atlas = Explorer(world, "voice", contexts=1).walk()
    assert atlas.entered == world.nodes
    assert atlas.merged
    assert violations(atlas, measure(atlas), Bounds()) == []


def test_both_ways_of_a_link_to_the_chat_are_walked() -> None:
    """A verified caller with a number gets it, others do not; what follows either way is proved."""
    done = "words: anything_else.done, goto: bye}\n      - {key: 0"
    book = changed(
        "main.yml",
        (done, done.replace("goto: bye", "goto: link")),
        (
            "  bye:\n",
            "  link: {chat_link: true, goto: sent, not_sent: person}\n  sent: {goto: bye, say: trouble.ask}\n\n  bye:\n",
        ),
    )
    found = voice(book)
    assert found.violations == ()
    assert {("main", "link"), ("main", "sent"), ("main", "person")} <= found.entered
