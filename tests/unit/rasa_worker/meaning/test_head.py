"""What a vector tells of its intent, and how that is mixed with the classifier's opinion."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.rasa_worker.meaning.head import Head, first_or_not, learnt, mixed

SHARES = st.dictionaries(st.sampled_from("abcdef"), st.floats(0, 1), min_size=1)
AROUND = np.random.default_rng(3).normal(scale=0.1, size=(30, 3))
VECTORS = np.float32(np.tile(np.eye(3), (10, 1)) + AROUND)
ASKED = np.float32([0.1, 1, 0])


def test_a_vector_is_of_the_intent_of_those_around_it(tmp_path: Path) -> None:
    """Kept and loaded again it says the same."""
    head = learnt(VECTORS, list("abc") * 10)
    head.save(tmp_path)
    said = Head.load(tmp_path).opinion(ASKED)
    assert max(said, key=lambda name: said[name]) == "b"
    assert sum(said.values()) == pytest.approx(1)
    assert said == pytest.approx(head.opinion(ASKED))


def test_the_same_rows_teach_the_same() -> None:
    """A model trained anywhere says the same of a message."""
    assert learnt(VECTORS, list("abc") * 10).opinion(ASKED) == learnt(VECTORS, list("abc") * 10).opinion(ASKED)


def test_the_middle_and_the_spread_of_the_vectors_do_not_matter() -> None:
    """Numbers ten times as big, around another middle, teach the same."""
    moved = learnt(VECTORS * 10 + 3, list("abc") * 10).opinion(ASKED * 10 + 3)
    assert moved == pytest.approx(learnt(VECTORS, list("abc") * 10).opinion(ASKED), abs=1e-2)


def test_two_intents_are_enough() -> None:
    """Of two the machine tells only how the second does against the first; both have a share."""
    head = learnt(VECTORS[:20], ["a", "b", "b"] * 6 + ["a", "b"])
    assert head.classes == ("a", "b")
    assert head.opinion(VECTORS[0])["a"] > 0.5 > head.opinion(VECTORS[1])["a"]


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


def test_an_intent_that_ends_the_talk_is_meant_first_or_not_at_all() -> None:
    """It does not come first because the two disagree about all others."""
    classifier = {"cancel": 0.45, "status": 0.32, "person": 0.09}
    torn = {"complaint": 0.69, "person": 0.3, "cancel": 0.005, "status": 0.005}
    assert mixed(classifier, torn, 0.5)[0][0] == "person"
    assert mixed(classifier, first_or_not("person", torn), 0.5)[0][0] == "cancel"
    assert first_or_not("complaint", torn) == torn
