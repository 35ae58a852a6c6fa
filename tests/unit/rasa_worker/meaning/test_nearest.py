"""The nearest sentences' opinion, and how it is mixed with the classifier's."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.rasa_worker.meaning.nearest import Neighbours, mixed

SHARES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1), min_size=1)


def test_the_nearest_count_most() -> None:
    """Two sentences that mean the same outvote one that is a little like it; one that is far has no say."""
    known = Neighbours(np.array([[1, 0], [0.99, 0.141], [0.8, 0.6], [0, 1]], dtype=np.float32), ["a", "a", "b", "c"])
    votes = known.votes(np.array([1, 0], dtype=np.float32))
    assert sum(votes.values()) == pytest.approx(1)
    assert votes["a"] > 0.95 > votes["b"] > votes["c"]


def test_only_so_many_are_asked() -> None:
    """With a count of one the nearest alone decides."""
    known = Neighbours(np.array([[1, 0], [0.99, 0.141]], dtype=np.float32), ["a", "b"], count=1)
    assert known.votes(np.array([0.99, 0.141], dtype=np.float32)) == {"b": 1.0}


@given(SHARES, SHARES, st.floats(0, 1))
def test_a_mixture_ranks_every_guess_once(ranking: dict[str, float], votes: dict[str, float], share: float) -> None:
    """All names of both, the likeliest first, adding up to one."""
    found = mixed(ranking, votes, share)
    assert {name for name, _ in found} == ranking.keys() | votes.keys()
    assert [p for _, p in found] == sorted((p for _, p in found), reverse=True)
    assert sum(p for _, p in found) == pytest.approx(1)


def test_both_must_agree_to_be_sure() -> None:
    """Where the classifier is sure and the neighbours say otherwise, neither is believed much: the bot asks."""
    agreed = mixed({"a": 0.9, "b": 0.1}, {"a": 0.9, "b": 0.1}, 0.5)
    torn = mixed({"a": 0.9, "b": 0.1}, {"a": 0.1, "b": 0.9}, 0.5)
    assert agreed[0][1] > 0.8
    assert torn[0][1] < 0.6
