"""How soon agents are free, from what their calls and their rests came to before."""

import pytest

from handoff.waiting.line import Place
from handoff.waiting.soon_free import FAR, LOOK
from handoff.waiting.state import SEEN, QueueState


def worked(lengths: dict[int, float], rest: float = 5.0, calls: int = 60) -> tuple[QueueState, float]:
    """Agents who each took many calls of one length with the same rest between, while somebody always waited."""
    state = QueueState()
    state.grow(1, max(lengths) + 1)
    number, now = 0, 0.0
    for agent, length in sorted(lengths.items()):
        for _ in range(calls):
            place = Place(number, 0, 0.0, now)
            state.arrive(place, now)
            now += rest
            state.answer(place, agent, now)
            now += length
            state.end(0, agent, length, now)
            number += 1
    return state, now


def on_call(state: QueueState, agent: int, begun: float) -> None:
    state.answer(Place(-1 - agent, 0, 0.0, begun), agent, begun)


def look(state: QueueState, at: float) -> dict[str, float]:
    seen = dict(zip(SEEN, state.see(Place(9999, 0, 0.0, at), at), strict=True))
    return {name: seen[name] for name in LOOK}


def test_a_call_that_is_nearly_over_frees_its_agent_sooner() -> None:
    """Calls of 100 s: 90 s into one, an agent is expected within seconds; 5 s into it, in over a minute."""
    state, now = worked({0: 100.0})
    on_call(state, 0, now)
    assert look(state, now + 5.0)["free_whole"] > 60.0
    assert look(state, now + 90.0)["free_whole"] < 25.0


def test_a_slow_agent_is_free_later_than_a_quick_one() -> None:
    """The same queue, one agent of 50 s calls and one of 200 s."""
    waits = []
    for agent in (0, 1):
        state, now = worked({0: 50.0, 1: 200.0})
        on_call(state, agent, now)
        waits.append(look(state, now + 20.0)["free_whole"])
    assert waits[0] < 0.5 * waits[1]


@pytest.mark.parametrize(("rest", "soon"), [(4.0, True), (150.0, False)])
def test_who_rests_comes_back_as_they_did_before(rest: float, soon: bool) -> None:
    """Between calls for three seconds: back at once where rests are short, in minutes where they are long."""
    state, now = worked({0: 100.0}, rest)
    told = look(state, now + 3.0)
    assert told["idle_whole"] == 1.0
    assert (told["free_whole"] < 20.0) is soon


def test_one_agent_serves_a_line_one_after_the_other() -> None:
    """Three ahead and one agent of 100 s calls: some four calls away, not never."""
    state, now = worked({0: 100.0})
    on_call(state, 0, now)
    for number in range(3):
        state.arrive(Place(5000 + number, 0, 0.0, now), now)
    assert 200.0 < look(state, now + 5.0)["free_whole"] < 600.0


def test_nobody_known_is_nobody_soon() -> None:
    """Without agents in the log the law says the most it says, and nobody rests."""
    state = QueueState()
    state.grow(1, 0)
    state.arrive(Place(0, 0, 0.0, 0.0), 0.0)
    assert list(look(state, 5.0).values()) == [FAR, FAR, FAR, 0.0, 0.0]
