"""The linear model: learns, ranks, is saved and loaded the same."""

from pathlib import Path

from frontdesk.rasa_worker.blend import Blend
from frontdesk.rasa_worker.features import features
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
    ranking = teach(ROWS, Lesson({"margin": 1.0}, folds=2)).ranking(features("wheres my ordr"))
    assert ranking[0][0] == "order_status"
    assert abs(sum(share for _, share in ranking) - 1) < 1e-5


def test_saved_and_loaded(tmp_path: Path) -> None:
    """A loaded model answers as the taught one did."""
    taught = teach(ROWS, Lesson({"margin": 1.0, "counting": 0.5}, folds=0))
    taught.save(tmp_path)
    assert Blend.load(tmp_path).ranking(features("退款")) == taught.ranking(features("退款"))


def test_a_small_bot_is_taught_without_held_out_text() -> None:
    """All rows of one writer: nothing can be held out, and all are learnt from."""
    alone = Rows(ROWS.texts, ROWS.labels, ["one"] * len(ROWS.texts))
    assert (
        teach(alone, Lesson({"margin": 1.0}, folds=2)).classes == teach(ROWS, Lesson({"margin": 1.0}, folds=2)).classes
    )
