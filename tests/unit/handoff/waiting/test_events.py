"""The log as a stream, and the replay that knows only the past."""

import dataclasses
import math
from collections.abc import Mapping
from typing import Any

import pytest

from frontdesk.app.wait_replay import apart
from handoff.waiting import synthetic
from handoff.waiting.backtest import Backtest, replayed, report
from handoff.waiting.events import (
    ANSWERED,
    ANSWERED_AT_ONCE,
    ARRIVED,
    ENDED,
    GAVE_UP,
    Call,
    CallLog,
    by_arrival,
    stream,
)

STEP = 0.0011  # of the last decimal told, and a little
TINY = dataclasses.replace(synthetic.KINDS["small"], days=3, agents=6)


def log_of(calls: list[Call]) -> CallLog:
    log = CallLog()
    for call in calls:
        log.add(call)
    return by_arrival(log)


def test_at_the_same_second_ends_come_before_answers_before_arrivals() -> None:
    """So that nobody's estimate knows what came after it."""
    log = log_of([
        Call(queue="a", arrived=0.0, answered=5.0, ended=10.0),
        Call(queue="a", arrived=1.0, answered=10.0, ended=20.0),
        Call(queue="a", arrived=10.0, answered=10.0, ended=10.0),
        Call(queue="a", arrived=2.0, answered=None, ended=10.0),
    ])  # fmt: skip
    at_ten = [(kind, call) for at, kind, call in stream(log) if at == 10.0]
    kinds = [kind for kind, _ in at_ten]
    assert kinds == [ENDED, ANSWERED, GAVE_UP, ARRIVED, ANSWERED_AT_ONCE, ENDED]


def test_rows_may_come_in_any_order() -> None:
    """A shuffled log is the same log."""
    calls = synthetic.log(TINY, 5)
    straight, turned = log_of(calls), log_of(calls[::-1])
    assert straight.arrived == turned.arrived
    assert [at for at, _, _ in stream(straight)] == [at for at, _, _ in stream(turned)]


def told_points(log: CallLog) -> list[float]:
    run = Backtest(log)
    points: list[float] = []
    tell = run.judgement.tell

    class Listening(type(run.judgement)):  # type: ignore[misc]
        def tell(self, *given):  # type: ignore[no-untyped-def]
            told = tell(*given)
            points.append(told.estimate.point)
            return told

    run.judgement.__class__ = Listening
    run.run()
    return points


def test_an_estimate_does_not_know_the_future() -> None:
    """Change everything after a moment: what was told before it stays the same, to the last digit."""
    calls = sorted(synthetic.log(TINY, 5), key=lambda call: call.arrived)
    cut = calls[len(calls) // 2].arrived
    done = [c for c in calls if c.ended is not None and c.ended < cut]
    before = sum(c.answered is not None and c.answered > c.arrived for c in done) // 2
    first = told_points(log_of(calls))[:before]
    assert first
    changed = [dataclasses.replace(c, ended=(c.ended or c.arrived) + 500.0) if c.arrived > cut else c for c in calls]
    assert told_points(log_of(changed))[:before] == first
    fewer = [
        c if c.arrived <= cut else dataclasses.replace(c, queue="q0")
        for c in calls
        if c.arrived <= cut or c.arrived % 2
    ]
    assert told_points(log_of(fewer))[:before] == first


def alike(one: Any, other: Any) -> bool:
    """The same but for a step of the last decimal told: where arrays come to lie in memory, sums are added up in another
    order, and what lies between two decimals may be rounded either way."""
    if isinstance(one, Mapping):
        return one.keys() == other.keys() and all(alike(one[name], other[name]) for name in one)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(alike, one, other))
    return math.isclose(one, other, rel_tol=1e-9, abs_tol=STEP) if isinstance(one, float) else bool(one == other)


def test_the_same_log_gives_the_same_result() -> None:
    """No clock, no chance."""
    log = log_of(synthetic.log(TINY, 5))
    results = []
    for _ in range(2):
        run = Backtest(log)
        run.run()
        results.append(report(run))
    assert alike(results[0], results[1])


@pytest.mark.parametrize("kind", ["small", "small_priorities"])
def test_better_than_every_formula_within_days(kind: str) -> None:
    """On made-up centres of several kinds, ours beats the best formula, holds 80 % and is nearly unbiased."""
    centre = dataclasses.replace(synthetic.KINDS[kind], days=4)
    run = Backtest(log_of(synthetic.log(centre, 21)))
    run.run()
    result = report(run)
    ours = result["estimators"]["ours"]
    best = min(score["mae"] for name, score in result["estimators"].items() if name != "ours")
    assert ours["mae"] < 0.97 * best
    assert 0.77 < ours["coverage80"] < 0.83
    assert abs(ours["bias"]) < 0.12 * result["mean_wait"]


def test_beside_this_in_another_process_it_is_the_same() -> None:
    """A long log is replayed in a process of its own: the same numbers."""
    log = log_of(synthetic.log(TINY, 5))
    results = []
    for blocks in (replayed, apart):
        run = Backtest(log)
        run.run(blocks=blocks)
        results.append(report(run))
    assert alike(results[0], results[1])
