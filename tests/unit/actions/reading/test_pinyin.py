"""Chinese in Latin letters."""

import time

from actions.reading.pinyin import from_pinyin, need_in_pinyin


def test_everyday_words_are_read() -> None:
    """With gaps or without; anything else is no pinyin."""
    assert from_pinyin("wo yao tui huo") == "我要退货"
    assert from_pinyin("Shouhou dianhua duoshao?") == "售后电话多少"
    assert from_pinyin("wo de kuaidi dao na le") == "我的快递到哪了"
    assert from_pinyin("where is my order") is None
    assert from_pinyin("10023") is None
    assert from_pinyin("") is None


def test_the_need_is_named() -> None:
    """By its word."""
    assert need_in_pinyin("wo yao tui huo") == "return_item"
    assert need_in_pinyin("wo yao tuikuan") == "refund_request"
    assert need_in_pinyin("kuaidi dao na le") == "order_status"
    assert need_in_pinyin("nihao") is None
    assert need_in_pinyin("the man") is None


def test_hostile_words_stay_quick() -> None:
    """Only so many letters are looked at."""
    started = time.thread_time()
    for text in ("tui" * 50_000, "t u i " * 9 + "x"):
        from_pinyin(text)
    assert time.thread_time() - started < 0.2
