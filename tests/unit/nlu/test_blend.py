"""The linear model: learns, ranks, is saved and loaded the same."""

from pathlib import Path

import numpy as np

from frontdesk.rasa_worker.blend import Blend
from frontdesk.rasa_worker.teach import Lesson, Rows, teach

TEXTS = [
    "where is my order",
    "order status please",
    "has it shipped",
    "订单到哪了",
    "give me a refund",
    "money back",
    "refund me",
    "我要退款",
]
LABELS = ["order_status"] * 4 + ["refund_request"] * 4
ROWS = Rows(TEXTS, LABELS, ["a", "b"] * 4)


def test_learns_and_ranks() -> None:
    """Every intent is in the ranking, the shares add up to one."""
    ranking = teach(ROWS, Lesson({"margin": 1.0}, folds=2)).understood("wheres my ordr")
    assert ranking[0][0] == "order_status"
    assert {name for name, _ in ranking} == set(LABELS)
    assert abs(sum(share for _, share in ranking) - 1) < 1e-5


def test_saved_and_loaded(tmp_path: Path) -> None:
    """A loaded model answers as the taught one did."""
    taught = teach(ROWS, Lesson({"margin": 1.0, "counting": 0.5}, folds=0))
    taught.save(tmp_path)
    assert Blend.load(tmp_path).understood("退款") == taught.understood("退款")


def test_a_small_bot_is_taught_without_held_out_text() -> None:
    """All rows of one writer: nothing can be held out, and all are learnt from."""
    alone = Rows(ROWS.texts, ROWS.labels, ["one"] * len(ROWS.texts))
    assert (
        teach(alone, Lesson({"margin": 1.0}, folds=2)).classes == teach(ROWS, Lesson({"margin": 1.0}, folds=2)).classes
    )


def test_sets_of_copies_are_learnt_apart_and_averaged() -> None:
    """Three sets give the mean of the three models that one set each gives, and nothing but."""
    together = teach(ROWS, Lesson({"margin": 1.0}, copies=3, folds=0))
    apart = [teach(ROWS, Lesson({"margin": 1.0}, seed=20 + turn, folds=0)) for turn in range(3)]
    assert together.vocabulary == apart[0].vocabulary
    assert np.allclose(together.weights, sum(one.weights for one in apart) / 3, atol=1e-6)
    assert not np.allclose(apart[0].weights, apart[1].weights)
    assert teach(ROWS, Lesson({"margin": 1.0}, copies=0, folds=0)).classes == together.classes
