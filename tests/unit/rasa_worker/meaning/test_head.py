"""What a vector tells of its intent, and how that is mixed with the classifier's opinion."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.rasa_worker.meaning.head import Head, learnt, mixed

SHARES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1), min_size=1)
AROUND = np.random.default_rng(3).normal(scale=0.1, size=(30, 3))
VECTORS = np.float32(np.tile(np.eye(3), (10, 1)) + AROUND)


def test_a_vector_is_of_the_intent_of_those_around_it(tmp_path: Path) -> None:
    """Kept and loaded again it says the same; a sharper opinion is surer."""
    learnt(VECTORS, list("abc") * 10).save(tmp_path)
    head = Head.load(tmp_path)
    said = head.opinion(np.float32([0.1, 1, 0]), 4.0)
    assert max(said, key=lambda name: said[name]) == "b"
    assert sum(said.values()) == pytest.approx(1)
    assert head.opinion(np.float32([0.1, 1, 0]), 8.0)["b"] > said["b"]


def test_two_intents_are_enough() -> None:
    """Of two the machine tells only how the second does against the first; both have a share."""
    head = learnt(VECTORS[:20], ["a", "b", "b"] * 6 + ["a", "b"])
    assert head.classes == ("a", "b")
    assert head.opinion(VECTORS[0], 4.0)["a"] > 0.5 > head.opinion(VECTORS[1], 4.0)["a"]


@given(SHARES, SHARES, st.floats(0, 1))
def test_a_mixture_ranks_every_guess_once(ranking: dict[str, float], opinion: dict[str, float], share: float) -> None:
    """All names of both, the likeliest first, adding up to one."""
    found = mixed(ranking, opinion, share)
    assert {name for name, _ in found} == ranking.keys() | opinion.keys()
    assert [p for _, p in found] == sorted((p for _, p in found), reverse=True)
    assert sum(p for _, p in found) == pytest.approx(1)


def test_both_must_agree_to_be_sure() -> None:
    """Where the classifier is sure and the meaning says otherwise, neither is believed much: the bot asks."""
    agreed = mixed({"a": 0.9, "b": 0.1}, {"a": 0.9, "b": 0.1}, 0.5)
    torn = mixed({"a": 0.9, "b": 0.1}, {"a": 0.1, "b": 0.9}, 0.5)
    assert agreed[0][1] > 0.8
    assert torn[0][1] < 0.6
