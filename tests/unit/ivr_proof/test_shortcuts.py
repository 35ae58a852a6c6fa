"""The proof's shortcuts on made-up flows: what they leave out changes no finding and no worst case."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from actions import TASKS
from frontdesk.conversation.step import step
from frontdesk.core.inputs import Channel
from frontdesk.ivr.loader import Source, read_book, read_files
from frontdesk.ivr.model import FlowBook
from frontdesk.ivr.prove.claims import Bounds, measure, reaches, violations
from frontdesk.ivr.prove.explore import Explorer
from frontdesk.ivr.prove.world import world_of
from tests.unit.ivr.bench import SHIPPED

AROUND = [source for source in read_files([SHIPPED]) if source.name not in ("main.yml", "orders.yml")]
TIGHT = Bounds(inputs=1, seconds=20.0, lost_s=90.0)  # so that something is found
HEAD = """\
start: n0
home: n0
human: service
zone: UTC
patience: {timeout: 6, silence: [silence.first, silence.second, silence.third], miss: [miss.first, miss.second, miss.third]}
nodes:
"""
ENDS = "  person: {handoff: service, reason: asked}\n  bye: {hangup: true}\n"
NODES = (
    "menu: menu.ask, options: [{{key: 1, label: menu.talk, words: menu.talk, goto: {a}}}, "
    "{{key: 2, label: answer.yes, words: 'yes', goto: {b}}}], {tries}{more}",
    "collect: order_number, prompt: order.ask_number, digits: 5, goto: {a}, {tries}, "
    "confirm: {{prompt: order.read_back, yes: answer.yes, no: answer.no}}{more}",
    "collect: message, prompt: order.ask_last4, as: text, goto: {a}",
    "collect: last4, prompt: order.ask_last4, digits: 4, goto: {a}, {tries}",
    "collect: order_number, prompt: order.ask_number, known: order.same_one, digits: 5, goto: {a}, "
    "confirm: {{prompt: order.read_back, yes: answer.yes, no: answer.no}}",
    "say: hours.closed, goto: {a}",
    "hours: service, open: {a}, closed: {b}",
    "branch: goal, cases: {{start_return: {a}}}, otherwise: {b}",
)


def patience(tries: int) -> str:
    """So many tries, and what is said after each silence and each miss."""
    times = ("first", "second", "third", "third")[:tries]
    ladders = (f"{what}: [{', '.join(f'{what}.{time}' for time in times)}]" for what in ("silence", "miss"))
    return f"tries: {tries}, {', '.join(ladders)}"


@st.composite
def books(draw: st.DrawFn) -> FlowBook:
    """A few nodes that lead anywhere; lint may not like them, the walk must bear them."""
    count = draw(st.integers(1, 3))
    places = st.sampled_from([*(f"n{at}" for at in range(count)), "person", "bye"])
    text = HEAD
    for at in range(count):
        more = draw(st.sampled_from(("", "", ", otherwise: talk")))
        tries = draw(st.sampled_from((2, 3, 4)))
        node = draw(st.sampled_from(NODES)).format(a=draw(places), b=draw(places), tries=patience(tries), more=more)
        text += f"  n{at}: {{{node}}}\n"
    return read_book([Source("main.yml", "main.yml", text + ENDS), *AROUND], TASKS).book


def held(book: FlowBook, channel: Channel) -> None:
    """The same claims fail at the same nodes, with the same figures, whether the walk takes its shortcuts or not."""
    world = world_of(book, TASKS, step)
    quick, whole = (Explorer(world, channel, thorough).walk() for thorough in (False, True))
    found, truth = measure(quick), measure(whole)
    assert len(quick.places) <= len(whole.places)
    assert quick.entered == whole.entered
    assert [replace(one, states=0) for one in reaches(quick, found)] == [
        replace(one, states=0) for one in reaches(whole, truth)
    ]
    assert {(one.claim, one.spot) for one in violations(quick, found, TIGHT)} == {
        (one.claim, one.spot) for one in violations(whole, truth, TIGHT)
    }


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(books(), st.sampled_from(("voice", "chat")))
def test_the_shortcuts_change_neither_findings_nor_worst_cases(book: FlowBook, channel: Channel) -> None:
    """Counters folded into one and answers not tried again."""
    held(book, channel)


@pytest.mark.parametrize("tries", [3, 4])
def test_a_fact_no_node_reads_still_counts_for_how_a_person_is_announced(tries: int) -> None:
    """Who told a number is told that it is passed on: a longer sentence, though no way through the flows depends on it."""
    node = NODES[1].format(a="n0", tries=patience(tries), more="")
    held(read_book([Source("main.yml", "main.yml", f"{HEAD}  n0: {{{node}}}\n{ENDS}"), *AROUND], TASKS).book, "voice")
