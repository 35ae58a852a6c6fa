"""What is said of another order than the one that was read back."""

import pytest

from actions.meaning.order_stays import beside_it, only_names
from actions.order import Name, OrderLine

LINES = (OrderLine(sku="B", name=Name("a travel backpack", "旅行背包")),)


@pytest.mark.parametrize(
    "text",
    [
        "背包不退",
        "背包别退啊",
        "背包也不退",
        "不退背包",
        "背包挺好的",
        "背包收到了",
        "本来想买背包的",
        "我是要背包",
        "the charger is fine",
        "not the charger",
    ],
)
def test_what_changes_nothing(text: str) -> None:
    """It is kept, fine, or was wanted in the first place."""
    assert beside_it(text, asks=False) == "stays"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        *(
            (text, False)
            for text in ("背包也退", "还有背包", "背包也坏了", "背包呢", "背包也不要了", "the charger too")
        ),
        *((text, True) for text in ("背包能退吗", "what about the charger?")),
    ],
)
def test_what_is_wanted_too(text: str, *, asks: bool) -> None:
    """As well, or asked whether it can be."""
    assert beside_it(text, asks=asks) == "too"


def test_where_it_is() -> None:
    """How it stands is only asked."""
    assert beside_it("背包到哪了", asks=False) == "status"


@pytest.mark.parametrize(
    "text",
    ["背包", "不对，是背包", "是背包那个", "退背包", "no, the backpack", "i meant the backpack"],
)
def test_in_its_place(text: str) -> None:
    """Nothing but which goods are meant."""
    assert beside_it(text, asks=False) is None
    assert only_names(text, LINES)


def test_goods_beside_those_that_are_not_meant() -> None:
    """What is denied is not what is meant; what is broken or not is told of the goods."""
    assert only_names("是背包不是手表", LINES)
    assert not only_names("背包不是坏的", LINES)


@pytest.mark.parametrize("text", ["背包太小", "背包拉链有点紧", "the backpack broke my shoulder"])
def test_what_tells_something_of_them(text: str) -> None:
    """Is no other order."""
    assert not only_names(text, LINES)
