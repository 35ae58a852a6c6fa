"""The simulation: the same by seed, whole sessions, and queues that behave as the textbooks say."""

import math
from dataclasses import replace
from typing import get_args

import pytest

from frontdesk.record.session_row import Outcome
from frontdesk.simulate.scenario import Staff
from tests.unit.simulate.made import BUSY, lines, run


def test_the_same_seed_gives_the_same_run_to_the_last_digit() -> None:
    """Scenario and seed decide everything; another seed gives another run."""
    first, again, other = (run(BUSY, seed) for seed in (3, 3, 4))
    assert [c.truth() for c in first[1]] == [c.truth() for c in again[1]]
    assert first[0].figures.result() == again[0].figures.result()
    assert first[0].figures.result() != other[0].figures.result()


def test_every_contact_is_a_whole_session_and_its_truth_is_known() -> None:
    """Turns are counted without a gap, the session is over, and the truth is a word of the ledger."""
    _, contacts = run(BUSY, 5, keeps=True)
    assert len(contacts) > 60
    for contact in contacts:
        truth = contact.truth()
        assert [turn.seq for turn in contact.turns] == list(range(1, contact.version + 1))
        assert contact.turns[-1].state.over
        assert all(a.at <= b.at for a, b in zip(contact.turns, contact.turns[1:], strict=False))
        assert truth["outcome"] in get_args(Outcome)
        assert 1 <= truth["effort"] <= 7
        assert truth["outcome"] != "resolved_verified" or (truth["self_served"] and not truth["reached_person"])


def test_agents_change_nothing_about_who_calls_when() -> None:
    """With more agents the same customers come at the same times with the same needs, and fewer of them give up."""
    few, many = (run(replace(BUSY, staff=Staff(agents=n)), 6) for n in (1, 8))
    first = [
        sorted((t["started_at"], t["customer"], t["need"]) for c in contacts if not (t := c.truth())["repeat_of"])
        for _, contacts in (few, many)
    ]
    assert set(first[0]) <= set(first[1])
    assert len(set(first[1]) - set(first[0])) <= 3  # one or the other is still under way at the end
    assert few[0].figures.result()["abandonment"] > many[0].figures.result()["abandonment"]


def erlang_c(agents: int, load: float) -> float:
    """The chance to wait in M/M/n (Erlang 1917)."""
    blocked = 1.0
    for n in range(1, agents + 1):
        blocked = load * blocked / (n + load * blocked)
    return blocked / (1.0 - load / agents * (1.0 - blocked))


def erlang_a(agents: int, rate: float, service: float, patience: float) -> float:
    """The share that gives up in M/M/n+M, from the balance of births and deaths (Palm 1957)."""
    weights = [1.0]
    for n in range(1, agents + 400):
        weights.append(weights[-1] * rate / (min(n, agents) * service + max(0, n - agents) * patience))
    total = math.fsum(weights)
    waiting = math.fsum(max(0, n - agents) * weight for n, weight in enumerate(weights)) / total
    return patience * waiting / rate


def test_without_giving_up_waits_are_those_of_erlang_c() -> None:
    """M/M/n: the share that waits and the mean wait, within what chance allows in so many calls."""
    made, _ = run(lines(4000, agents=4, patience_s=0.0), 11, records=0)
    result = made.figures.result()
    load = result["answered"] / 86400.0 * 60.0
    chance = erlang_c(4, load)
    assert result["waited"] == pytest.approx(chance, rel=0.08)
    assert result["wait_mean_s"] == pytest.approx(chance * 60.0 / (4 - load), rel=0.2)
    assert result["occupancy"] == pytest.approx(load / 4, rel=0.03)


def test_with_patience_those_who_give_up_are_those_of_erlang_a() -> None:
    """M/M/n+M under overload: the share of customers that leave."""
    made, _ = run(lines(4000, agents=3, patience_s=45.0), 12, records=0)
    result = made.figures.result()
    rate = result["queued"] / 86400.0
    assert result["abandonment"] == pytest.approx(erlang_a(3, rate, 1 / 60.0, 1 / 45.0), rel=0.08)
