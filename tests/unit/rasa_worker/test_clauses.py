"""Two requests in one message: where it is parted."""

from typing import Any

import pytest

from frontdesk.rasa_worker.clauses import later_of

SURE = 0.95


def by_words(text: str) -> dict[str, Any]:
    name = "return_item" if "return" in text or "退" in text else "order_status"
    return {"name": name, "confidence": SURE}


@pytest.mark.parametrize(
    "text",
    ["where is 10023, and I want to return 10024", "我的订单10023到哪了，另外我要退货10024"],
)
def test_the_second_request_is_kept_with_its_order(text: str) -> None:
    """In both languages."""
    kept = later_of(text, {"name": "order_status", "confidence": SURE}, by_words)
    assert kept is not None
    assert (kept.first["name"], kept.value) == ("order_status", "return_item 10024")


@pytest.mark.timeout(10)
@pytest.mark.parametrize("piece", [" ", ", ", "，", ",;", "and "])
def test_signs_without_end_cost_nothing(piece: str) -> None:
    """A message made to keep the bot busy for everybody else does not."""
    assert later_of(piece * 10_000 + "x", {"name": "order_status", "confidence": SURE}, by_words) is None
