"""What is no content of free words, and what broke in use."""

import pytest

from actions.meaning.broken_later import broke_in_use
from actions.reading.fillers import without_fillers


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("uh um the black one i guess", "the black one"),
        ("hmm er like the longer one you know", "the longer one"),
        ("um well a 2m one maybe", "a 2m one"),
        ("嗯那个换个黑色的", "换个黑色的"),
        ("嗯…那个…黑色的", "黑色的"),
        ("like the old one but red", "like the old one but red"),
        ("那个", "那个"),
        ("um", "um"),
    ],
)
def test_fillers(said: str, left: str) -> None:
    """Only where something else is left."""
    assert without_fillers(said) == left


def test_broke_in_use() -> None:
    """After some time, or whole at first; not what came broken."""
    for said in (
        "no, it broke after a few days",
        "it worked fine at first",
        "不是 用了几天坏的",
        "收到时是好的，后来坏了",
    ):
        assert broke_in_use(said), said
    for said in ("it arrived broken", "收到就是坏的", "it broke", "坏了", "用了优惠券"):
        assert not broke_in_use(said), said
