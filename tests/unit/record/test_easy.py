"""The interval of what all customers would answer: in shops whose truth is known it holds it, with few answers and with many."""

from collections.abc import Iterator

import numpy as np
import pytest

from frontdesk.core.questions import QUESTIONS
from frontdesk.record.figures.cut import Stratum
from frontdesk.record.figures.easy import GOOD, Reading, calibrated, mean_of, weighted

RUNS = 300
# what came of it, its bin of the effort index, its share of sessions, how many call it easy, how many answer
KINDS = (
    ("resolved_verified", 1, 0.6, 0.9, 0.5),
    ("resolved_unverified", 3, 0.15, 0.75, 0.4),
    ("escalated", 6, 0.15, 0.6, 0.3),
    ("gave_up", 10, 0.1, 0.25, 0.15),
)
EASY, HARD = (5, 6, 6, 7), (1, 2, 3, 4)
TRUTH = {
    "easy": sum(share * easy for _, _, share, easy, _ in KINDS),
    "mean": sum(share * (6 * easy + 2.5 * (1 - easy)) for _, _, share, easy, _ in KINDS),
}
READINGS: dict[str, Reading] = {"easy": GOOD, "mean": mean_of(QUESTIONS["ces2"])}


def shop(sessions: int, rng: np.random.Generator) -> list[Stratum]:
    """So many sessions of a made-up shop, with who answered what."""
    counts = rng.multinomial(sessions, [kind[2] for kind in KINDS])
    return [_stratum(kind, int(count), rng) for kind, count in zip(KINDS, counts, strict=True) if count]


def _stratum(kind: tuple[str, int, float, float, float], sessions: int, rng: np.random.Generator) -> Stratum:
    group, at, _, easy, replies = kind
    replied = int(rng.binomial(sessions, replies))
    scores = [int(rng.choice(EASY if rng.random() < easy else HARD)) for _ in range(replied)]
    return Stratum(
        group=group,
        bin=at,
        n=sessions,
        asked=sessions,
        replied=replied,
        answered=replied,
        total=sum(scores),
        squares=sum(score * score for score in scores),
        good=sum(score >= 5 for score in scores),
        bad=sum(score <= 3 for score in scores),
    )


def _answered(sessions: int) -> Iterator[list[Stratum]]:
    rng = np.random.default_rng(sessions)
    shops = (shop(sessions, rng) for _ in range(RUNS))
    return (strata for strata in shops if sum(s.answered for s in strata))


@pytest.mark.parametrize("sessions", [4, 15, 60, 300])
@pytest.mark.parametrize("what", ["easy", "mean"])
def test_the_interval_holds_the_truth(what: str, sessions: int) -> None:
    """Nearly as often as it says, though who is content answers three times as often."""
    told = [weighted(strata, calibrated(strata), READINGS[what]) for strata in _answered(sessions)]
    held = sum((one.low or 0) <= TRUTH[what] <= (one.high or 0) for one in told)
    assert held / len(told) >= 0.84


def test_two_good_answers_meet_no_target() -> None:
    """That both call it easy says little of all the others."""
    strata = [
        Stratum(
            group="resolved_verified", bin=1, n=2, asked=2, replied=2, answered=2, total=13, squares=85, good=2, bad=0
        )
    ]
    told = weighted(strata, calibrated(strata), GOOD)
    assert told.low is not None
    assert told.low < 0.7
