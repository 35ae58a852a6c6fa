"""The living estimator: abstains, orders its range, learns, and its model is a file."""

import dataclasses

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from handoff.waiting import events, synthetic
from handoff.waiting.calibrate import Calibration
from handoff.waiting.estimator import ENOUGH, Estimator
from handoff.waiting.judgement import EXPERTS, Judgement
from handoff.waiting.model import NotAModel, dump, load
from handoff.waiting.scores import Scores
from handoff.waiting.trees import Plan

SMALL = dataclasses.replace(synthetic.KINDS["small"], days=2, agents=6)
QUICK = Plan(trees=12, depth=3)


def lived(seed: int = 9) -> tuple[Estimator, float]:
    """An estimator after two days, and the time."""
    log = events.CallLog()
    for call in synthetic.log(SMALL, seed):
        log.add(call)
    log = events.by_arrival(log)
    names, estimator, now = list(log.queues.numbers), Estimator(), 0.0
    for now, kind, call in events.stream(log):
        key = str(call)
        if kind == events.ARRIVED:
            estimator.arrive(key, names[log.queue[call]], now, log.priority[call])
            estimator.estimate(key, now)
        elif kind == events.GAVE_UP:
            estimator.give_up(key, now)
        elif kind == events.ENDED:
            estimator.end(key, now)
        else:
            estimator.answer(key, now, str(log.agent[call]))
    return estimator, now


@pytest.fixture(scope="module")
def grown() -> tuple[Estimator, float]:
    return lived()


def test_says_nothing_while_too_little_is_known() -> None:
    """Until some waits were answered there is no estimate, and none for a queue never seen."""
    estimator = Estimator()
    for number in range(ENOUGH):
        estimator.arrive(str(number), "sales", number * 60.0)
        assert estimator.estimate(str(number), number * 60.0) is None
        estimator.answer(str(number), number * 60.0 + 30.0, "amy")
        estimator.end(str(number), number * 60.0 + 50.0)
    assert estimator.expect("sales", 4000.0) is not None
    assert estimator.expect("unheard of", 4000.0) is None


def test_ranges_are_ordered_and_never_negative(grown: tuple[Estimator, float]) -> None:
    """0 ≤ low ≤ point ≤ high, with simple formulas and with a model."""
    estimator, now = grown
    model, _ = estimator.fit(now, QUICK)
    for use in (None, model):
        estimator.use(use)
        for queue in ("q0", "q1", "q2"):
            for later in (1.0, 600.0, 40000.0):
                estimate = estimator.expect(queue, now + later)
                assert estimate is not None
                assert 0.0 <= estimate.low <= estimate.point <= estimate.high


def test_a_model_is_a_file_that_gives_the_same_estimates(grown: tuple[Estimator, float]) -> None:
    """Written, read, used: the same numbers; the same model gives the same bytes; other bytes are refused in a sentence."""
    estimator, now = grown
    model, about = estimator.fit(now, QUICK)
    data = dump(model, about)
    again, known = load(data)
    assert known == about
    assert dump(again, known) == data
    estimator.use(model)
    first = estimator.expect("q1", now + 1)
    estimator.use(again)
    assert estimator.expect("q1", now + 1) == first
    with pytest.raises(NotAModel, match="no wait model"):
        load(data[:100])
    fresh = Estimator((again, known))
    assert fresh.expect("q1", now + 1) is not None


NUMBERS = st.floats(0.0, 5000.0, allow_nan=False)
SAID = st.lists(NUMBERS, min_size=len(EXPERTS), max_size=len(EXPERTS))
LOGS = st.lists(st.floats(0.0, 9.0), min_size=5, max_size=5)


@settings(max_examples=100, deadline=None)
@given(
    st.lists(NUMBERS, min_size=len(EXPERTS), max_size=len(EXPERTS)),
    st.lists(st.floats(0.0, 9.0), min_size=5, max_size=5),
    NUMBERS,
)
def test_whatever_experts_say_the_range_is_in_order(said: list[float], levels: list[float], wait: float) -> None:
    """Before and after learning from any answer."""
    judgement = Judgement()
    for quantiles in (np.sort(np.array(levels)), None):
        for waited in (0.0, 60.0, 180.0):
            told = judgement.tell(np.array(said), quantiles, 0, waited)
            assert 0.0 <= told.estimate.low <= told.estimate.point <= told.estimate.high < 15000.0
            judgement.learn(told, wait)


@settings(max_examples=50, deadline=None)
@given(SAID, st.floats(1.0, 3.0))
def test_when_all_experts_say_more_so_do_we(said: list[float], times: float) -> None:
    """Monotone: a longer line by every expert's law is never a shorter wait told."""
    less = Judgement().tell(np.array(said), None, 0, 0.0).estimate
    more = Judgement().tell(np.array(said) * times, None, 0, 0.0).estimate
    assert more.point >= less.point - 1e-6
    assert more.high >= less.high - 1e-6


def test_coverage_comes_right_whatever_the_model() -> None:
    """A range that is far too narrow is widened until four answers in five fall into it."""
    chance = np.random.default_rng(3)
    calibration, held = Calibration(), []
    for wait in chance.normal(0.0, 1.0, 6000):
        low, high = calibration.ends(1, 0, 0)
        held.append(-0.1 - low <= wait <= 0.1 + high)
        calibration.learn((1, 0, 0), wait < -0.1 - low, wait > 0.1 + high)
    assert np.mean(held[1000:]) == pytest.approx(0.8, abs=0.01)


def test_scores_by_hand() -> None:
    """Two answers of 100 and 200 s, told 120 in 80 … 150: error -30, absolute 50, one in range."""
    scores = Scores(("one",))
    column = np.array([[1.0], [1.0]])
    scores.add(column * 120.0, column * 80.0, column * 150.0, np.array([100.0, 200.0]))
    result = scores.result()["one"]
    assert (result["bias"], result["mae"], result["coverage80"]) == (-30.0, 50.0, 0.5)
    assert result["rmse"] == pytest.approx((0.5 * (20**2 + 80**2)) ** 0.5, abs=1e-3)
    first = (0.1 * 20 + 0.5 * 20 + 0.1 * 50) / 3
    second = (0.1 * 120 + 0.5 * 80 + 0.9 * 50) / 3
    assert result["pinball"] == pytest.approx((first + second) / 2, abs=1e-3)
