"""The formulas of the products and of the literature, against numbers worked out by hand."""

import math

import pytest

from handoff.waiting import baselines
from handoff.waiting.baselines import BASELINES, asterisk_minutes, rocketchat_spot
from tests.unit.handoff.waiting.rows import row


def told(name: str, **given: float) -> float:
    return float(BASELINES[name](row(**given))[0])


def test_asterisk_says_more_the_longer_it_was_wrong() -> None:
    """Asterisk's absolute value: told 2, 1, 0 minutes, then ever more, to a caller who has waited past the mean."""
    said = [asterisk_minutes(120.0, waited) for waited in (0, 60, 120, 240, 400, 640, 900)]
    assert said == [2, 1, 0, 1, 4, 8, 12]


def test_asterisk_knows_no_place_in_line() -> None:
    """Asterisk's estimate is the same for the first and for the twentieth in line."""
    assert told("asterisk", ema=120.0, first=0.0) == told("asterisk", ema=120.0, first=19.0) == 120.0


def test_rocketchat_as_coded_ignores_capacity() -> None:
    """Given the number of recent chats (100) for the number of places (8), spot 20 is told 9.5 minutes instead of 27."""
    assert rocketchat_spot(20, 100, 480.0) / 60 == pytest.approx(9.52)
    assert rocketchat_spot(20, 8, 480.0) / 60 == pytest.approx(27.0)
    assert rocketchat_spot(50, 100, 480.0) / 60 == pytest.approx(11.92)
    assert rocketchat_spot(50, 8, 480.0) / 60 == pytest.approx(57.0)


def test_rocketchat_as_meant() -> None:
    """(ahead / places + 1) × the mean of the last hundred."""
    assert told("rocketchat", first=19.0, whole=8.0, last100=480.0) == pytest.approx(27 * 60)


def test_genesys() -> None:
    """AHT × CIQU ÷ (AA × EP): 180 s, 5 with oneself in queue less 1 ready, 3 busy agents, half their calls from here."""
    given = {"others": 4.0, "whole": 4.0, "busy_whole": 3.0, "staffed": 2.0}
    assert told("genesys", **given) == pytest.approx(180.0 * 4 / (3 * 0.5))


def test_genesys_without_agents_explodes() -> None:
    """No agents count as 0.0001 of one; the table of all caps what it then says at two hours."""
    given = {"others": 0.0, "whole": 0.0, "busy_whole": 0.0, "staffed": 0.0}
    assert told("genesys", **given) > 1e6
    assert baselines.all_of(row(**given)).max() <= 7200.0


def test_queue_length_formulas() -> None:
    """QL = (n+1)·AHT/s; QLm = Σ 1/(s/AHT + i·α)."""
    assert told("ql", first=3.0) == pytest.approx(4 * 180 / 4)
    rate = 4 / 180
    assert told("qlm", first=2.0) == pytest.approx(sum(1 / (rate + i * 0.002) for i in range(3)))


def test_ccai_counts_shared_agents_in_part_and_adds_ten_seconds() -> None:
    """2 of 4 agents' worth for this queue; 3 in line with oneself, one of them met by a free agent; 10 s more."""
    assert told("ccai", first=2.0, staffed=2.0, busy_whole=3.0) == pytest.approx(180 / 2 * 2 + 10)


def test_means_of_waits_lose_what_was_waited() -> None:
    """LES, HOL and means predict whole waits: after 60 s, 60 s are taken off, and never less than nought is told."""
    assert told("les", les=100.0, waited=60.0) == 40.0
    assert told("ivanti", last10=50.0, waited=60.0) == 0.0
    assert told("webex", webex=90.0, waited=0.0) == 90.0
    assert told("webex", last10=70.0) == 70.0
    assert told("avg_les", found_mean=80.0, waited=20.0) == 60.0
    assert told("hol", others=1.0, hol=45.0) == 45.0
    assert told("hol", others=0.0, les=30.0) == 30.0
    assert told("aws", others=0.0, les=30.0, hol=0.0) == 0.0


def test_erlang_c_at_too_high_a_load_says_the_most_we_say() -> None:
    """1/(s·µ - λ) while the load is below the staff; two hours where it is not."""
    assert told("erlang_c", arrive15=0.6) == pytest.approx(1 / (4 / 180 - 0.01))
    assert told("erlang_c", arrive15=2.0) == 7200.0


def test_erlang_a_without_arrivals_is_one_service_of_the_group() -> None:
    """Nobody else in line: the first of four agents is free after AHT / 4."""
    assert told("erlang_a", arrive15=0.0) == pytest.approx(45.0, rel=0.01)


def test_the_median_of_the_f_law_is_under_its_mean() -> None:
    """For the first in line with many starts known: ln 2 of the mean, nearly."""
    given = {"first": 0.0, "late15": 20.0, "open15": 1.0}
    assert told("f_median", **given) / told("queue_rate", **given) == pytest.approx(math.log(2), abs=0.03)


@pytest.mark.parametrize("name", ["ql", "qlm", "queue_rate", "f_median", "rocketchat", "ccai"])
def test_further_back_is_never_sooner(name: str) -> None:
    """Formulas that know the place in line grow with it."""
    waits = [told(name, first=float(n), late15=2.0, open15=1.0, last100=180.0, busy_whole=4.0) for n in range(30)]
    assert waits == sorted(waits)
