"""The state of the queues, event by event."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.waiting.fading import ARRIVED, Rates
from handoff.waiting.line import Place
from handoff.waiting.room import LOOK, Room
from handoff.waiting.state import SEEN, QueueState


def seen(state: QueueState, place: Place, at: float) -> dict[str, float]:
    return dict(zip(SEEN, state.see(place, at), strict=True))


def centre(queues: int = 2, agents: int = 3) -> QueueState:
    state = QueueState()
    state.grow(queues, agents)
    return state


def test_place_in_line_by_priority_and_arrival() -> None:
    """Of higher priority, or as high and earlier: those go first."""
    state = centre()
    for number, priority in enumerate((0.0, 1.0, 0.0)):
        state.arrive(Place(number, 0, priority, float(number)), float(number))
    me = Place(3, 0, 0.0, 10.0)
    state.arrive(me, 10.0)
    vip = Place(4, 0, 1.0, 11.0)
    state.arrive(vip, 11.0)
    mine, theirs = seen(state, me, 20.0), seen(state, vip, 20.0)
    assert (mine["first"], mine["earlier"], mine["higher"], mine["others"]) == (4, 3, 2, 4)
    assert (theirs["first"], theirs["earlier"]) == (1, 4)
    assert mine["hol"] == 20.0
    assert mine["waited"] == 10.0


def test_last_to_enter_service_and_means() -> None:
    """LES, Asterisk's mean and the last ten know who was answered; who gave up counts for patience only."""
    state = centre()
    for number in range(3):
        state.arrive(Place(number, 0, 0.0, 0.0), 0.0)
    state.answer(Place(0, 0, 0.0, 0.0), 0, 40.0)
    state.answer(Place(1, 0, 0.0, 0.0), 1, 80.0)
    state.give_up(Place(2, 0, 0.0, 0.0), 100.0)
    look = seen(state, Place(9, 0, 0.0, 110.0), 110.0)
    assert (look["les"], look["les_ago"]) == (80.0, 30.0)
    assert look["ema"] == 60.0  # a plain mean while few: (40 + 80) / 2
    assert look["last10"] == 60.0
    assert look["alpha"] == pytest.approx(2 / (600 + 40 + 80 + 100))


def test_agents_are_shared_by_what_they_take() -> None:
    """An agent who takes two queues counts in part in each, and whole where the whole is asked."""
    state = centre()
    for number, queue in enumerate((0, 1, 0, 1)):
        place = Place(number, queue, 0.0, number * 10.0)
        state.arrive(place, number * 10.0)
        state.answer(place, 0, number * 10.0)
        state.end(queue, 0, 5.0, number * 10.0 + 5.0)
    look = seen(state, Place(9, 0, 0.0, 40.0), 40.0)
    assert look["whole"] == 1.0
    assert 0.4 < look["staffed"] < 0.6
    assert look["busy_whole"] == 0.0
    assert look["idle15"] == 1.0


def test_who_was_not_seen_for_long_has_left() -> None:
    """Twenty minutes after their last call an agent is not counted."""
    state = centre()
    place = Place(0, 0, 0.0, 0.0)
    state.arrive(place, 0.0)
    state.answer(place, 0, 0.0)
    state.end(0, 0, 60.0, 60.0)
    assert seen(state, Place(1, 0, 0.0, 1000.0), 1000.0)["whole"] == 1.0
    assert seen(state, Place(2, 0, 0.0, 1300.0), 1300.0)["whole"] == 0.0


def test_who_goes_first_is_learned() -> None:
    """Where a queue is always served before another by the same agents, its customers are seen to be ahead, though later."""
    room = Room()
    both = np.ones(2)
    for number in range(0, 600, 2):
        late, early = Place(number + 1, 1, 0.0, 100.0), Place(number, 0, 0.0, 0.0)
        room.join(early)
        room.leave(late)
        room.chosen(late, both)
        room.leave(early)
    room.join(Place(1000, 1, 0.0, 50.0))
    look = dict(zip(LOOK, room.look(Place(1001, 0, 0.0, 0.0), both, 60.0), strict=True))
    assert look["pool_earlier"] == 1.0
    assert look["pool_likely"] > 0.7


def test_rates_fade() -> None:
    """Ten arrivals a minute are told as ten a minute, and forgotten."""
    rates = Rates()
    rates.grow(1)
    for second in range(0, 7200, 6):
        rates.add(ARRIVED, 0, float(second))
    own, _ = rates.per_minute(np.ones(1), 0, 7200.0)
    assert own[:3] == pytest.approx([10, 10, 10], rel=0.08)
    later, _ = rates.per_minute(np.ones(1), 0, 7200.0 + 3600.0)
    assert later[0] < 1e-9


STEPS = st.lists(
    st.tuples(st.sampled_from("aaasseg"), st.integers(0, 2), st.integers(0, 1), st.floats(0.0, 90.0)), max_size=80
)


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_what_is_seen_is_finite_and_counts_agree(steps: list[tuple[str, int, int, float]]) -> None:
    """Whatever happens, in order: all numbers are finite, counts are those of a plain list, nobody is ahead of the first."""
    state, at, number = centre(3, 4), 0.0, 0
    waiting: list[Place] = []
    serving: list[tuple[int, int, float]] = []
    for what, queue, priority, gap in steps:
        at += gap
        if what == "a":
            place = Place(number, queue, float(priority), at)
            state.arrive(place, at)
            waiting.append(place)
            number += 1
        elif what == "s" and waiting:
            place = waiting.pop(0)
            state.answer(place, queue, at)
            serving.append((place.queue, queue, at))
        elif what == "g" and waiting:
            state.give_up(waiting.pop(), at)
        elif what == "e" and serving:
            of, agent, since = serving.pop(0)
            state.end(of, agent, at - since, at)
    for place in waiting:
        look = seen(state, place, at)
        assert all(math.isfinite(value) for value in look.values())
        others = [p for p in waiting if p is not place and p.queue == place.queue]
        assert look["others"] == len(others)
        assert look["earlier"] == sum(p.number < place.number for p in others)
        assert look["staffed"] >= -1e-6


def test_many_kinds_of_customers_have_room() -> None:
    """More than sixty-four kinds (queue and priority) meet in one room, the newest seen by one who is already there."""
    state = QueueState()
    state.grow(80, 1)
    for queue in range(80):
        place = Place(queue, queue, 1.0, float(queue))
        state.found(place, float(queue))
        state.arrive(place, float(queue))
    assert state.room.count == 80
    assert len(state.room.head) >= 80
