"""Words that stand for an order by what is to be done with it."""

import pytest

from actions.meaning.acts import need_beside, need_named, points_by_act


@pytest.mark.parametrize(
    ("words", "need"),
    [
        ("要退的", "return_item"),
        ("改地址", "change_order"),
        ("没到的", "delivery_problem"),
        ("the late one", "delivery_problem"),
        ("手表", None),
    ],
)
def test_the_need_that_words_name(words: str, need: str | None) -> None:
    """The first that fits; goods name none."""
    assert need_named(words) == need


@pytest.mark.parametrize(
    ("said", "need", "points"),
    [
        ("催的那个呢", "delivery_problem", True),
        ("催的那个呢", "return_item", False),
        ("and the return one?", "return_item", True),
        ("and the late one?", "delivery_problem", False),
        ("手表那个呢", "return_item", False),
        ("催的那个呢", None, False),
    ],
)
def test_an_order_pointed_at_by_its_act(said: str, need: str | None, *, points: bool) -> None:
    """Only where the act is the one that was named; "the late one" may be any that is late."""
    assert points_by_act(said, need) is points


def test_what_is_asked_beside_a_number() -> None:
    """How the order stands in whose clause it is asked."""
    assert need_beside("10032，另外10031到哪了", "10031") == "order_status"
    assert need_beside("10032，另外10031到哪了", "10032") is None
