"""Traditional characters and Cantonese, as the patterns know them."""

import pytest

from actions.reading.characters import mandarin, simplified


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("運費邊個出", "运费谁出"),
        ("幾時到呀", "什么时候到呀"),
        ("唔係10032", "不是10032"),
        ("我要退貨", "我要退货"),
        ("联系客服", "联系客服"),
        ("return 10023", "return 10023"),
    ],
)
def test_mandarin(text: str, said: str) -> None:
    """Words of Cantonese as Mandarin ones; everything else as it stands."""
    assert mandarin(text) == said


def test_one_character_stays_one() -> None:
    """So that positions of what was found hold."""
    assert len(simplified("訂單號碼")) == 4
