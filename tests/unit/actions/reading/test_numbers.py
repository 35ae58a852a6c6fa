"""Digits are found in all the shapes that people write and say numbers in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from actions.reading.numbers import digits_in, runs_in, spaced

ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
HAN = "零一二三四五六七八九"


@pytest.mark.parametrize(
    "text",
    [
        "10023",
        "10 023",
        "１００２３",
        "#10023",
        "10,023",
        "1-0-0-2-3",
        "order no. 10023, please",
        "it's S O 1 0 0 2 3",
        "要零零二三",
        "一零零二三",
        "one double zero two three",
        "one oh oh twenty three",
        "1 double 0 23",
        "ten thousand and twenty-three",
        "I want to return the one I bought, 10023",
        "one zero uh zero two three",
        "幺零零二三",
        "一〇〇二三",
        "一万零二十三",
        "一两个零二三",
        "幺，两个零，二三",
        "幺零零嗯二三",
        "我的订单10023到哪了",
        "我有一个订单，10023",
        "千万别取消10023",
        "10023, 0198",
        "10023，0198",
    ],
)
def test_one_order_number_in_many_shapes(text: str) -> None:
    """However an order number is said or typed, it is the same number."""
    assert digits_in(text) == "10023"


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("0198", "0198"),
        ("my last four are 0198", "0198"),
        ("the last 4 digits: 0198", "0198"),
        ("last four zero one nine eight", "0198"),
        ("后四位是六六八八", "6688"),
        ("尾号6688", "6688"),
        ("oh one nine eight", "0198"),
        ("triple six eight", "6668"),
        ("nineteen eighty four", "1984"),
        ("三百二十", "320"),
        ("十五", "15"),
        ("three hundred", "300"),
    ],
)
def test_other_numbers(text: str, digits: str) -> None:
    """Words about a number ("last four", 后四位) are not part of it; leading zeros are."""
    assert digits_in(text) == digits


@pytest.mark.parametrize(
    "text", ["", "oh hello", "where is it?", "double", "三位数", "千万别", "😀", "²", "first five"]
)
def test_no_number(text: str) -> None:
    """Where no number is said, none is found."""
    assert digits_in(text).strip("235") == ""


def test_runs_keep_numbers_apart() -> None:
    """Two numbers in one message are two, in their order."""
    assert runs_in("order 10023 and phone 0198") == ("10023", "0198")


@given(st.text(alphabet="0123456789", min_size=1, max_size=12))
def test_said_digit_by_digit(digits: str) -> None:
    """Any number said digit by digit comes out as it went in, in both languages, and so does its spoken form."""
    assert digits_in(" ".join(ENGLISH[int(d)] for d in digits)) == digits
    assert digits_in("".join(HAN[int(d)] for d in digits)) == digits
    assert digits_in(spaced(digits)) == digits


@given(st.text(max_size=60))
def test_only_digits_come_out(text: str) -> None:
    """Whatever comes in, only ASCII digits come out."""
    assert all(c in "0123456789" for c in digits_in(text))


@given(st.integers(min_value=1, max_value=99_999))
def test_multiplied_out(value: int) -> None:
    """A Chinese number said in full is that number."""
    assert digits_in(_han(value)) == str(value)


def _han(value: int) -> str:
    said, gap = "", False
    for scale, name in ((10_000, "万"), (1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = value // scale % 10
        if digit:
            said, gap = said + ("零" if gap else "") + HAN[digit] + name, False
        else:
            gap = bool(said)
    return said
