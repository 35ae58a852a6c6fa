"""Which language words are in: what a Chinese chat spells in Latin letters does not turn it English. And what is kept of them."""

import pytest

from frontdesk.core.language import clean, detect, tagged


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
        ("yes", "zh", None),
        ("no thanks", "zh", None),
        ("yes please cancel my order", "zh", "en"),
        ("shouhou dianhua duoshao", None, "zh"),
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


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("see \u202eexe.txt\u202c \u2066here\u2069", "see exe.txt here"),
        ("4111\u200b1111\u2060 \ufeff1111", "41111111 1111"),
        ("a\x00\x07\x1b[31m\ud800b", "a[31mb"),
        (" two\n\tlines ", "two\n\tlines"),
        ("👩\u200d👧 1️⃣ 你好", "👩\u200d👧 1️⃣ 你好"),
    ],
)
def test_what_is_not_seen_is_not_kept(text: str, kept: str) -> None:
    """Nothing that turns or parts the words around it without being seen; emojis stay whole."""
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("tags", "lang"),
    [
        ("zh", "zh"),
        ("zh-CN", "zh"),
        ("zh_Hans_CN", "zh"),
        ("en-GB", "en"),
        ("fr, zh-TW;q=0.9, en;q=0.8", "zh"),
        ("en;q=0.1, zh", "zh"),
        ("zh;q=0, en", "en"),
        ("fr", None),
        ("*", None),
        ("", None),
        (None, None),
    ],
)
def test_tags_of_languages(tags: str | None, lang: str | None) -> None:
    """Ours among them, with a country or a script behind it, or liked best in a header."""
    assert tagged(tags) == lang
