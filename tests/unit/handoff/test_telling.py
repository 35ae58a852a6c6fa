"""Honest announcements, whatever the estimates do."""

from dataclasses import replace
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.core.inputs import WaitReply
from frontdesk.core.queues import QueueRules
from frontdesk.core.tickets import Ticket
from handoff.telling import LONG_S, Telling, decide, minutes, spoken_high
from tests.fakes.desk import NOON
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
    if telling.tone == "still":
        return ticket
    return replace(
        ticket,
        told_at=now,
        told_low_s=telling.low_s,
        told_high_s=telling.high_s,
        told_position=telling.position if telling.position is not None else ticket.told_position,
    )


@settings(max_examples=300, deadline=None)
@given(steps=st.lists(st.tuples(st.sampled_from([1.0, 20.0, 61.0, 200.0]), REPLIES), min_size=2, max_size=30))
def test_the_told_wait_never_rises_silently(steps: list[tuple[float, WaitReply]]) -> None:
    """Who is told a moment by which somebody is there is never told a later one without an apology and a way on."""
    ticket, now = CHAT, NOON
    for passed, reply in steps:
        now += passed
        telling = decide(ticket, reply, RULES, now)
        if telling is not None and telling.high_s is not None and ticket.told_high_s is not None:
            assert ticket.told_at is not None
            before, after = ticket.told_at + spoken_high(ticket.told_high_s), now + spoken_high(telling.high_s)
            if after > before:
                assert telling.tone == "sorry"
                assert telling.options
        ticket = heard(ticket, telling, now)


@settings(max_examples=200, deadline=None)
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


def test_beyond_an_hour_no_number_is_told() -> None:
    """ "More than an hour" is all that anybody can use."""
    assert LONG_S == 3600.0
