"""What is wanted in place of goods, and what is no wish though it was asked for."""

import time

import pytest

from actions.meaning.goods_wishes import in_or_out, items_in, more_items
from actions.meaning.kinds import wants_repair
from actions.meaning.wishes import is_no_wish, size_in, wish_in


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("no wait the white ones", "the white ones"),
        ("hmm blue after all", "blue after all"),
        ("smaller", "smaller"),
        ("extra large", "extra large"),
        ("ok then same again", "same again"),
        ("不对，还是黑色大号", "黑色大号"),
        ("好了好了就换个蓝的", "换个蓝的"),
        ("一样的", "一样的"),
        ("yes", None),
        ("the parcel", None),
    ],
)
def test_a_wish_in_place_of_a_yes(text: str, wish: str | None) -> None:
    """Without the words that lead to it."""
    assert wish_in(text, alone=True) == wish


def test_sizes() -> None:
    """Alone; what the keys of a phone say for yes and no is none."""
    assert size_in("actually 9.5") == "9.5"
    assert size_in("ok then 9") == "9"
    assert size_in("还是42码") == "42码"
    assert size_in("1") is None
    assert size_in("10024") is None


@pytest.mark.parametrize(
    "text",
    [
        "yes please if you'd be so kind", "thanks. and how do I send the old one", "thanks and where's my other parcel",
        "someone's at the door", "let me ask my wife", "诶等下有电话", "我想想", "你等会儿我问下我老公", "有什么颜色", "好久能到",
        "杯子破了", "我要换货", "thanks and charge me when",
    ],
)  # fmt: skip
def test_what_is_no_wish(text: str) -> None:
    """Pauses, courtesies, questions, and what went wrong."""
    assert is_no_wish(text)


@pytest.mark.parametrize(
    "text", ["a black one", "same again", "大一号的", "好看一点的", "8", "two instead of one", "too small"]
)
def test_what_is_one(text: str) -> None:
    """However short."""
    assert not is_no_wish(text)


def test_how_many_and_what_else() -> None:
    """In the customer's words."""
    assert in_or_out("I want two of the coffee grinder instead of one") == "two of the coffee grinder instead of one"
    assert in_or_out("make it two") == "make it two"
    assert in_or_out("can i add something") is None
    assert items_in("change quantity to 2") == "change quantity to 2"
    assert more_items("another uh filter pack") == "another filter pack"
    assert more_items("two of them") == "two of them"
    assert more_items("yes") is None


def test_repairs() -> None:
    """A question whether it can be is no wish."""
    assert wants_repair("no i don't want the money i want it repaired")
    assert wants_repair("我想修一下")
    assert not wants_repair("can it be repaired")


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for text in ("no wait " * 250, "两个" * 900, "thanks and " * 200, "another " * 250, "好了" * 900, "等下" * 900):
        wish_in(text, alone=True)
        size_in(text)
        is_no_wish(text)
        more_items(text)
        wants_repair(text)
    assert time.thread_time() - started < 0.5
