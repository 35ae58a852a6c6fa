"""What is said of an order that was read back and is not the one, and of another beside a yes."""

import pytest

from actions.meaning.other_ones import Meant, meant_instead, yes_and_too


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("no not that one, the charger", "charger"),
        ("sorry i meant the other order the charger", "charger"),
        ("not 10024, the other one", ""),
        ("ok but it's the wrong order", ""),
        ("不是这个手表，是背包", "背包"),
        ("不是这个，是电饭煲那个", "电饭煲"),
        ("啊不是那个", ""),
        ("另一个", ""),
    ],
)
def test_another_order_is_pointed_at(text: str, goods: str) -> None:
    """With the words that may name its goods, or without any."""
    assert meant_instead(text) == Meant(goods, away=True)


@pytest.mark.parametrize(
    ("text", "goods"),
    [("no, the charger", "charger"), ("是背包不是手表", "背包"), ("the charger", "charger"), ("背包", "背包")],
)
def test_goods_alone_may_be_of_another_order(text: str, goods: str) -> None:
    """Whether they are, the orders tell."""
    assert meant_instead(text) == Meant(goods, away=False)


@pytest.mark.parametrize(
    "text",
    [
        "yes",
        "no i'll keep the charger",
        "不是，我留着",
        "where is the other one?",
        "不是这个吗",
        "no my name is anna lee anderson",
    ],
)
def test_what_means_no_other_order(text: str) -> None:
    """A yes, what is kept, a question, and what says more than goods."""
    assert meant_instead(text) is None


@pytest.mark.parametrize(
    ("text", "also"),
    [
        ("yes, and 10028 too", ("cancel_order", "10028")),
        ("ok, and also cancel 10023", ("cancel_order", "10023")),
        ("yes and where is 10023", ("order_status", "10023")),
        ("yes and exchange 10024", ("exchange_item", "10024")),
        ("取消吧 还有10034", ("cancel_order", "10034")),
        ("好的，还有10034也退", ("return_item", "10034")),
        ("好，另外10031到哪了", ("order_status", "10031")),
    ],
)
def test_another_order_beside_a_yes(text: str, also: tuple[str, str]) -> None:
    """The same is wanted for it, or what its own words say."""
    assert yes_and_too(text, "cancel_order", "10025") == also


@pytest.mark.parametrize(
    "text", ["no, and 10028", "yes, and 10025", "ok wait, and 10028 too", "yes 10028", "yes and my phone is 10028 long"]
)
def test_no_other_order_beside_a_yes(text: str) -> None:
    """Not beside a no, nor beside a yes that is none."""
    assert yes_and_too(text, "cancel_order", "10025") is None
