"""Which language words are in: what a Chinese chat spells in Latin letters does not turn it English."""

import pytest

from frontdesk.core.language import detect


@pytest.mark.parametrize(
    ("text", "now", "lang"),
    [
        ("where is it", None, "en"),
        ("可以吗", "en", "zh"),
        ("iPhone坏了", None, "zh"),
        ("10023", None, None),
        ("😀 ???", None, None),
        ("91110108MA01XXXX5X", None, None),
        ("R10024", None, None),
        ("lin.xiaoyu@example.com", None, None),
        ("www.example.com/a", None, None),
        ("ok", "zh", None),
        ("iPhone Pro", "zh", None),
        ("ABC Trading Ltd", "zh", None),
        ("lin@example.com", "zh", None),
        ("help", "zh", "en"),
        ("hi", "zh", "en"),
        ("where's my order", "zh", "en"),
        ("track parcel please", "zh", "en"),
        ("ok", "en", "en"),
        ("don’t", None, "en"),
        ("你好 where is my order 10023", None, "en"),
        ("谢谢 but when does it arrive", "zh", "en"),
        ("我的order 10023 where is it", None, "zh"),
        ("你好 iPhone Pro Max", None, "zh"),
        ("wo de kuaidi dao na le", None, "zh"),
        ("zenme hai mei fahuo", "en", "zh"),
        ("tuihuo", None, "zh"),
        ("hai", None, "en"),
        ("can you man", None, "en"),
    ],
)
def test_language(text: str, now: str | None, lang: str | None) -> None:
    """Codes, addresses of mail and numbers are in no language; who writes Chinese needs more than a name to have left it."""
    assert detect(text, now) == lang
