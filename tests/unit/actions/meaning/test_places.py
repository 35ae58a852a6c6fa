"""What of an answer to the question for an address is one; and what is only said."""

import time

import pytest

from actions.meaning.places import address_told, sendable
from actions.reading.sentences import is_said


@pytest.mark.parametrize(
    "text",
    [
        "how much is postage?",
        "what are your opening hours?",
        "is it still possible?",
        "why do you need that?",
        "I'll send it in a minute",
        "the same as on 10023",
        "use the one in my account",
        "my work address",
        "can i ask how long delivery takes",
        "那我取消行吗",
        "我想改到公司，对了你们发什么快递",
        "先等一下，我找找地址",
        "我明天再告诉你",
        "你们几点下班",
        "不是10033，是10031",
        "等等，地址不改了，改一下电话",
        "就改门牌号，703改成705",
    ],
)
def test_what_is_said_is_no_address(text: str) -> None:
    """A question, a wish, a remark: nothing is sent there."""
    assert address_told(text) is None


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("9 Hill Road, Fairhaven 94110", "9 Hill Road, Fairhaven 94110"),
        ("please send it to 9 Hill Road, Fairhaven", "9 Hill Road, Fairhaven"),
        ("9 Hill Road, Fairhaven, it's my office", "9 Hill Road, Fairhaven"),
        ("my office is 12 Mill Lane, Northport", "12 Mill Lane, Northport"),
        ("No. 7 Pine Court, Leeds", "No. 7 Pine Court, Leeds"),
        ("Portland, ME 04101", "Portland, ME 04101"),
        ("Will Smith, Rose Cottage, Fairhaven", "Will Smith, Rose Cottage, Fairhaven"),
        ("it's seven pine court", "seven pine court"),
        ("Bahnhofstr. 12, 10115 Berlin", "Bahnhofstr. 12, 10115 Berlin"),
        ("海棠市", "海棠市"),
        ("那曲市色尼区浙江路1号", "那曲市色尼区浙江路1号"),
        ("地址是北京市海淀区中关村大街1号，对了你们发什么快递", "北京市海淀区中关村大街1号"),
        ("寄到新北市板橋區文化路10號，謝謝", "新北市板橋區文化路10號"),
        ("林小雨 13800138000 云湖市南山区滨海路5号3栋1201", "林小雨 13800138000 云湖市南山区滨海路5号3栋1201"),
    ],
)
def test_an_address_is_kept_without_what_is_said_around_it(text: str, address: str) -> None:
    """As it was written, and with whom it goes to."""
    assert address_told(text) == address


def test_what_can_be_sent_to() -> None:
    """A street, a house or an estate; no town, and no name."""
    assert all(sendable(one) for one in ("9 Hill Road", "Rose Cottage, Fairhaven", "PO Box 12", "阳光花园3栋502"))
    assert not any(sendable(one) for one in ("Fairhaven 94110", "Anna Lee", "海棠市"))


def test_names_are_not_said() -> None:
    """States and towns have no pronouns, though their letters may look like some."""
    assert not any(is_said(name) for name in ("Tulsa, OK 74103", "9 Hill Road", "云湖星河科技"))
    assert all(is_said(text) for text in ("which one", "还是开公司吧", "do you ship there"))


def test_hostile_words_stay_quick() -> None:
    """However long and however they repeat."""
    started = time.thread_time()
    for piece in ("send it to ", "地址是", "12 ", "路", "my office ", "a, ", "是"):
        address_told(piece * 5_000)
        sendable(piece * 100)
    assert time.thread_time() - started < 0.5
