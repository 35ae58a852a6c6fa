"""Today's figure, corrected for customers who may still come back; and CES for those who did not answer."""

import itertools
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.core.questions import QUESTIONS
from frontdesk.record.bins import AGES, SECONDS, bin_of, quantile, within
from frontdesk.record.figures.cut import strata_of
from frontdesk.record.figures.easy import calibrated, falling, mean_of, weighted
from frontdesk.record.figures.maturity import Cell, cell_of, curve, matured
from frontdesk.record.figures.value import Value
from frontdesk.record.packed import packed
from frontdesk.record.targets import Target, read_targets, verdict

DAY, HOUR = 86400.0, 3600.0
HELPED = 1000  # sessions an hour that self-service helped


def gone_by(age: float) -> float:
    """The share that has come back by an age: a fifth within the week, most of them early."""
    return 0.2 * (1 - math.exp(-age / (1.5 * DAY))) / (1 - math.exp(-7 / 1.5))


def day(number: int, now: float) -> Cell:
    """A day as it looks at `now`: every hour's sessions, and those of them who came back so far, each at its age."""
    counts: dict[str, int] = {}
    for hour in range(8, 20):
        age = now - (number * DAY + (hour + 0.5) * HOUR)
        low = 0.0
        for i, end in enumerate(AGES):
            came = round(HELPED * (gone_by(min(age, end)) - gone_by(min(age, low)))) if age > low else 0
            counts[f"sr.back.{i}"] = counts.get(f"sr.back.{i}", 0) + came
            low = end
        if age > 0:
            counts[f"sr.open.{hour}"] = round(HELPED * (1 - gone_by(min(age, 7 * DAY))))
    return cell_of(packed(number * DAY, counts))


@pytest.mark.parametrize("hours", [0, 1, 24, 50, 24 * 6])
def test_todays_figure_is_next_weeks(hours: int) -> None:
    """However young the day, its corrected figure is what it will be; taken as it is, it looks far too good."""
    now = 30 * DAY + hours * HOUR
    cells = [day(n, now) for n in range(30)]
    base = 12 * HELPED * 2
    told = matured([cells[29]], "sr", base, curve(cells, "sr", now), now)
    truth = 0.8 * 12 * HELPED / base
    assert told.value == pytest.approx(truth, abs=0.005)
    assert told.low is not None
    assert told.high is not None
    assert told.low < truth < told.high
    assert (told.observed or 0) > truth


def test_without_a_past_nothing_is_corrected() -> None:
    """On the first day nobody can know who comes back: the figure is as observed, and provisional."""
    now = 1 * DAY
    told = matured([day(0, now)], "sr", 24_000, curve([day(0, now)], "sr", now), now)
    assert told.value == told.observed


def test_a_window_that_has_closed_is_exact() -> None:
    """A week later the figure is the count, whatever the curve says."""
    now = 60 * DAY
    told = matured([day(0, now)], "sr", 24_000, curve([day(n, now) for n in range(30, 59)], "sr", now), now)
    assert told.value == told.observed


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 7)), min_size=1, max_size=20))
def test_falling_never_rises_and_keeps_the_sum(pairs: list[tuple[int, int]]) -> None:
    """The calibration falls with effort, and over all answers it is right on average."""
    weights = [n for n, _ in pairs]
    if not sum(weights):
        return
    totals = [float(n * score) for n, score in pairs]
    found = falling(totals, weights)
    assert len(found) == len(pairs)
    assert all(a >= b - 1e-9 for a, b in itertools.pairwise(found))
    assert sum(f * w for f, w in zip(found, weights, strict=True)) == pytest.approx(sum(totals))


def test_who_did_not_answer_is_spoken_for() -> None:
    """Helped customers answer six times as often; weighted, the estimate is near the truth, which the answers miss."""
    counts = {
        "e.resolved_verified.1.n": 1000,
        "q.ces2.resolved_verified.1.n": 600,
        "q.ces2.resolved_verified.1.sum": 3600,
    }
    counts |= {"q.ces2.resolved_verified.1.squares": 21900, "q.ces2.resolved_verified.1.good": 600}
    counts |= {"e.gave_up.12.n": 1000, "q.ces2.gave_up.12.n": 100, "q.ces2.gave_up.12.sum": 200}
    counts |= {"q.ces2.gave_up.12.squares": 480}
    strata = strata_of([cell_of(packed(0.0, counts))], "ces2")
    found = weighted(strata, calibrated(strata), mean_of(QUESTIONS["ces2"]))
    assert found.value == pytest.approx(4.0, abs=0.05)
    assert found.n == 700
    assert 3800 / 700 > 5.4


def test_histograms() -> None:
    """Bins hold their upper end; quantiles are straight within a bin; the share within a threshold is exact."""
    bins = [0] * (len(SECONDS) + 1)
    for seconds in (1.0, 19.0, 20.0, 20.1, 1e9):
        bins[bin_of(seconds)] += 1
    assert within(bins, 20.0) == 3
    assert quantile(bins, 1.0) == SECONDS[-1]
    assert quantile([0] * 5, 0.5) is None


def test_a_target_is_missed_only_for_sure() -> None:
    """As long as the interval lies on both sides nobody is alarmed."""
    target = Target(at_least=0.4)
    values = (
        Value(value=0.3, low=0.2, high=0.39, n=9),
        Value(value=0.3, low=0.2, high=0.41, n=9),
        Value(value=0.5, low=0.4, high=0.6, n=9),
    )
    assert [verdict(value, target) for value in values] == ["missed", "unclear", "met"]
    assert verdict(Value(), target) is None


def test_targets_are_read_with_their_mistakes() -> None:
    """What is right counts, what is wrong is a sentence, and the usual target stays."""
    given = {"easy": {"at_least": 0.8}, "fcr": None, "aht": {"least": 3}, "csat": {"at_least": "x"}}
    found, mistakes = read_targets({"targets": given})
    assert found["easy"].at_least == 0.8
    assert "fcr" not in found
    assert len(mistakes) == 2
    assert read_targets({"targets": [1]})[1]
