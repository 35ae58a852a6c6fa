"""Honest announcements, whatever the estimates do."""

import math
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.core.desk_events import PromiseMade
from frontdesk.core.desk_inputs import WaitContinued
from frontdesk.core.errors import NotAllowed
from frontdesk.core.events import Said, WaitTold
from frontdesk.core.exits import ToHandoff
from frontdesk.core.inputs import KeysPressed, MachineReplied, OfferMade, WaitReply
from frontdesk.core.queues import QueueRules
from frontdesk.core.rooms import State
from frontdesk.core.tickets import Ticket
from frontdesk.core.turn import Draft
from handoff import step as human
from handoff.telling import LONG_S, SHORT_S, TAPER, Telling, decide, minutes, pause, spoken_high
from tests.fakes.desk import NOON
from tests.fakes.words import NamedWords
from tests.unit.handoff.test_order import CHAT

RULES = QueueRules(announce_s=60.0, options=("bot",))
HIGHS = st.one_of(st.none(), st.floats(1, 6000))
REPLIES = st.builds(
    lambda high, share, place, staffed: WaitReply(
        position=place,
        staffed=staffed,
        low_s=None if high is None else high * share,
        high_s=high,
        options=("bot", "message", "callback"),
    ),
    HIGHS,
    st.floats(0, 1),
    st.integers(1, 30),
    st.integers(0, 3),
)


def heard(ticket: Ticket, telling: Telling | None, now: float) -> Ticket:
    """The ticket after an announcement, as `waits` keeps it."""
    if telling is None:
        return ticket
    ticket = replace(ticket, heard_at=now, offered_options=telling.options)
    if telling.tone in ("sorry", "still"):
        ticket = replace(ticket, repeats=ticket.repeats + 1)
    if telling.tone == "still":
        return ticket
    if telling.tone == "sorry":
        ticket = replace(ticket, sorry_at=now)
    return replace(
        ticket,
        told_at=now,
        told_low_s=telling.low_s,
        told_high_s=telling.high_s,
        told_position=telling.position if telling.position is not None else ticket.told_position,
    )


STEPS = st.tuples(st.sampled_from([1.0, 20.0, 61.0, 200.0]), REPLIES, st.booleans())


@settings(max_examples=200, deadline=None)
@given(steps=st.lists(STEPS, min_size=2, max_size=30))
def test_the_told_wait_never_rises_silently(steps: list[tuple[float, WaitReply, bool]]) -> None:
    """Who is told a moment by which somebody is there is never told a later one without an apology and a way on, whether
    they asked or not; who asks is answered."""
    ticket, now = CHAT, NOON
    for passed, reply, asks in steps:
        now += passed
        telling = decide(replace(ticket, asks=asks), reply, RULES, now)
        assert telling is not None or not asks
        if telling is not None and telling.high_s is not None and ticket.told_high_s is not None:
            assert ticket.told_at is not None
            before, after = ticket.told_at + spoken_high(ticket.told_high_s), now + spoken_high(telling.high_s)
            if after > before:
                assert telling.tone == "sorry"
                assert telling.options
        ticket = heard(ticket, telling, now)


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(st.tuples(st.floats(0.1, 90), REPLIES), min_size=2, max_size=60))
def test_announcements_are_seldom(steps: list[tuple[float, WaitReply]]) -> None:
    """Never two within the queue's time, however wild the estimates."""
    ticket, now, times = CHAT, NOON, list[float]()
    for passed, reply in steps:
        now += passed
        telling = decide(ticket, reply, RULES, now)
        times += [now] if telling is not None else []
        ticket = heard(ticket, telling, now)
    assert all(later - earlier >= RULES.announce_s for earlier, later in pairwise(times))


@settings(max_examples=80, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([15.0, 45.0, 90.0]), REPLIES), min_size=20, max_size=80))
def test_apologies_come_ever_more_seldom(steps: list[tuple[float, WaitReply]]) -> None:
    """One overrun, one apology: however wild the estimates are, the next one waits at least 2, then 5, then 10 announcement
    times; and what brings nothing new at all waits as long after any word."""
    ticket, now = CHAT, NOON
    for passed, reply in steps:
        now += passed
        telling = decide(ticket, reply, RULES, now)
        if telling is not None and telling.tone == "sorry" and ticket.sorry_at is not None:
            assert now - ticket.sorry_at >= pause(ticket.repeats - 1, RULES)
        if telling is not None and telling.tone == "still":
            assert ticket.heard_at is not None
            new = set(telling.options) - set(ticket.offered_options)
            assert new or now - ticket.heard_at >= pause(ticket.repeats, RULES)
        ticket = heard(ticket, telling, now)


@settings(max_examples=60, deadline=None)
@given(
    high=st.one_of(st.none(), st.floats(30, 5000)),
    share=st.floats(0.1, 0.9),
    staffed=st.integers(0, 2),
    every=st.floats(5, 60),
    announce=st.floats(30, 120),
)
def test_an_estimate_that_stands_still_is_not_told_again_and_again(
    high: float | None, share: float, staffed: int, every: float, announce: float
) -> None:
    """Where the wait does not get shorter for an hour, few words are said, each after a longer silence than the one before."""
    low = None if high is None else high * share
    reply = WaitReply(position=3, staffed=staffed, low_s=low, high_s=high, options=("bot", "message", "callback"))
    rules = replace(RULES, announce_s=announce)
    ticket, now, times = CHAT, NOON, list[float]()
    while now < NOON + 60 * announce:
        telling = decide(ticket, reply, rules, now)
        times += [now] if telling is not None else []
        ticket = heard(ticket, telling, now)
        now += every
    assert len(times) <= 3 + len(TAPER) + 60 // TAPER[-1]
    gaps = [later - earlier for earlier, later in pairwise(times[1:])]
    assert all(gap + every >= before for before, gap in pairwise(gaps))


@given(reply=REPLIES, status=st.sampled_from(["offered", "accepted", "briefed", "connected"]))
def test_nothing_is_said_while_an_agent_is_rung(reply: WaitReply, status: str) -> None:
    """The next thing the customer hears is the agent."""
    ticket = replace(CHAT, status=status, heard_at=NOON - 1000, told_at=NOON - 1000, told_high_s=60.0)  # type: ignore[arg-type]
    assert decide(ticket, reply, RULES, NOON) is None


@given(low=st.floats(0, 3500), width=st.floats(1, 3000))
def test_a_spoken_range_holds_what_it_says(low: float, width: float) -> None:
    """The estimate lies within what is said; the numbers are whole, in order, coarse beyond ten minutes."""
    high = max(61.0, low + width)
    first, last = minutes(low, high)
    assert first * 60 <= max(low, 60.0)
    assert last * 60 >= high - 1e-6
    assert 1 <= first < last
    assert last <= 10 or last % 5 == 0


@settings(max_examples=100, deadline=None)
@given(places=st.lists(st.integers(1, 20), min_size=2, max_size=20))
def test_a_place_is_told_only_while_it_falls(places: list[int]) -> None:
    """By default never; where the owner wishes it, never a greater number than before."""
    rules = replace(RULES, say_position=True)
    ticket, now, told = CHAT, NOON, list[int]()
    for place in places:
        now += 200
        reply = WaitReply(position=place, staffed=1, low_s=60.0 * place, high_s=120.0 * place)
        assert (plain := decide(ticket, reply, RULES, now)) is None or plain.position is None
        telling = decide(ticket, reply, rules, now)
        told += [telling.position] if telling is not None and telling.position is not None else []
        ticket = heard(ticket, telling, now)
    assert told == sorted(told, reverse=True)


Step = tuple[float, WaitReply]


def waits_through(steps: list[Step], rules: QueueRules) -> list[tuple[float, WaitReply, Draft]]:
    """A caller asks for a person and waits; each step some time passes and this is known. What each turn said and wrote."""
    words, now = NamedWords(rules), NOON
    draft = Draft(State(session="S-1", channel="voice", lang="en", started_at=NOON, caller="+4416"), at=now)
    human.request(words, draft, ToHandoff(reason="asked"))
    turns = []
    for number, (passed, reply) in enumerate(steps):
        now += passed
        if number:
            draft = Draft(draft.state, at=now)
            human.agent(words, draft, WaitContinued(at=now))
        else:
            draft = Draft(draft.state, at=now)
        human.estimate(words, draft, MachineReplied(at=now, reply=reply))
        turns.append((now, reply, draft))
    return turns


def said(draft: Draft, key: str) -> list[str]:
    return [event.text for event in draft.events if isinstance(event, Said) and event.prompt == key]


def sorry(draft: Draft) -> list[str]:
    return said(draft, "system.wait_longer") + said(draft, "system.wait_longer_again")


def numbers(draft: Draft) -> list[int]:
    """What a range that was said has: low and high, in minutes."""
    return [int(n) for text in said(draft, "system.wait_range") for n in re.findall(r"(?:low|high)=(\d+)", text)]


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([1.0, 20.0, 61.0, 200.0, 700.0]), REPLIES), min_size=1, max_size=12))
def test_what_is_said_is_what_is_known(steps: list[Step]) -> None:
    """No number that isn't known, none that promises more than the estimate does, none while nobody is at the desks, none
    beyond an hour; and what was said is what was promised and written down."""
    for now, reply, draft in waits_through(steps, RULES):
        high = reply.high_s if reply.staffed else None
        found = numbers(draft)
        for promised in (e for e in draft.events if isinstance(e, PromiseMade) and e.what == "wait"):
            assert high is not None
            assert promised.due_at is not None
            assert promised.due_at >= now + high - 1e-6
        if found:
            assert high is not None
            assert SHORT_S < high <= LONG_S
            assert max(found) * 60 >= high - 1e-6
            assert min(found) * 60 <= max(reply.low_s or 0.0, 60.0)
        if said(draft, "system.wait_short"):
            assert high is not None
            assert high <= SHORT_S
        told = [e for e in draft.events if isinstance(e, WaitTold)]
        assert all((e.low_s, e.high_s) == ((reply.low_s, high) if high is not None else (None, None)) for e in told)
        spoken = [k for k in ("range", "short", "long", "unknown") if said(draft, f"system.wait_{k}")]
        assert len(spoken) + len(said(draft, "system.nobody_staffed")) <= 1


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([1.0, 61.0, 200.0, 700.0]), REPLIES), min_size=2, max_size=12))
def test_who_is_told_of_a_longer_wait_hears_sorry_first_and_has_ways_on(steps: list[Step]) -> None:
    """The latest moment that was ever promised is only put off with an apology, in the same turn and before the number, and
    with the keys of what else can be done."""
    until = math.inf
    for now, reply, draft in waits_through(steps, RULES):
        if not any(isinstance(e, WaitTold) for e in draft.events):
            continue
        if reply.high_s is None or not reply.staffed:  # taken back, with an apology, and nothing told in its place
            assert until == math.inf or sorry(draft)
            until = math.inf
            continue
        later = now + spoken_high(reply.high_s)
        if later > until:
            kinds = [e.prompt for e in draft.events if isinstance(e, Said)]
            assert kinds[0].startswith("system.wait_longer")
            assert "system.press_for" in kinds
        until = later


@settings(max_examples=60, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([20.0, 61.0, 200.0, 700.0]), REPLIES), min_size=2, max_size=20))
def test_no_two_apologies_are_the_same(steps: list[Step]) -> None:
    """The first overrun has its words; whoever is put off again hears that it is again."""
    turns = [draft for _, _, draft in waits_through(steps, RULES) if sorry(draft)]
    assert all(said(draft, "system.wait_longer") for draft in turns[:1])
    assert all(said(draft, "system.wait_longer_again") for draft in turns[1:])


def test_a_wait_that_does_not_narrow_in_an_hour_is_told_of_seldom() -> None:
    """The words of an hour in which the estimate stays at four to six minutes: each overrun once, then silence."""
    same = WaitReply(position=3, staffed=2, low_s=240, high_s=360, options=("bot", "message", "callback"))
    turns = waits_through([(30.0, same)] * 120, RULES)
    heard_at = [
        round((now - NOON) / 60, 1) for now, _, draft in turns if any(isinstance(e, Said) for e in draft.events)
    ]
    assert heard_at == [0.5, 2.0, 4.0, 9.0, 19.0, 29.0, 39.0, 49.0, 59.0]


def test_who_waits_when_the_last_agent_leaves_is_told_so() -> None:
    """The word that we are still there never says that somebody comes as soon as one is free, where there is none."""
    there, gone = (WaitReply(position=1, staffed=n, options=("bot", "message", "callback")) for n in (1, 0))
    turns = waits_through([(0.0, there), (70.0, gone), (200.0, there)], RULES)
    assert said(turns[1][2], "system.nobody_staffed")
    assert not said(turns[1][2], "system.waiting_still")


@pytest.mark.parametrize(("staffed", "word"), [(0, "nobody_staffed"), (2, "waiting_still")])
def test_a_key_that_means_nothing_is_answered_with_what_is_so(staffed: int, word: str) -> None:
    """Nobody hears of the next who is free while there is none who could be."""
    [(_, _, draft)] = waits_through([(0.0, WaitReply(position=2, staffed=staffed, options=("bot", "message")))], RULES)
    pressed = Draft(draft.state, at=NOON + 5)
    human.customer(NamedWords(), pressed, KeysPressed(at=NOON + 5, digits="7"))
    assert said(pressed, f"system.{word}")


def test_beyond_an_hour_no_number_is_told() -> None:
    """ "More than an hour" is all that anybody can use."""
    [(_, _, draft)] = waits_through([(0.0, WaitReply(position=9, staffed=1, low_s=3000, high_s=LONG_S + 1))], RULES)
    assert said(draft, "system.wait_long")
    assert numbers(draft) == []
    assert not any(isinstance(e, PromiseMade) and e.what == "wait" for e in draft.events)


def test_who_is_about_to_be_served_is_not_held_up_by_news() -> None:
    """While an agent is rung there is no news at all, not even a question how long."""
    draft = waits_through([(0.0, WaitReply(position=1, staffed=1, low_s=10, high_s=100))], RULES)[0][2]
    offered = Draft(draft.state, at=NOON + 500)
    human.agent(NamedWords(), offered, OfferMade(at=NOON + 500, agent="amy", agent_name="Amy", until=NOON + 530))
    with pytest.raises(NotAllowed):
        human.agent(NamedWords(), Draft(offered.state, at=NOON + 501), WaitContinued(at=NOON + 501))
