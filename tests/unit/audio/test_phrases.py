"""The phrase grammar: what is played for digits, numbers, money, dates, durations, in English and Chinese."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.adapters.audio import chinese, english
from frontdesk.adapters.audio.phrases import ALPHABETS, PAUSE, fixed_parts, plain, row
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.phrase import read_prompt
from frontdesk.ivr.voice import WAYS, Voice

EN, ZH = Voice("en"), Voice("zh")
ENGLISH = [
    ("digits", "10023", "one zero zero two three"),
    ("int", "0", "zero"),
    ("int", "21", "twenty one"),
    ("int", "105", "one hundred and five"),
    ("int", "12345", "twelve thousand three hundred and forty five"),
    ("int", "1000001", "one million and one"),
    ("int", "-5", "minus five"),
    ("money", "1250", "twelve yuan and fifty fen"),
    ("money", "100", "one yuan"),
    ("date", "2026-11-27", "Friday , November twenty-seventh , twenty twenty six"),
    ("date", "2005-03-01", "Tuesday , March first , two thousand five"),
    ("date", "1905-05-31", "Wednesday , May thirty-first , nineteen oh five"),
    ("date", "1900-05-02", "Wednesday , May second , nineteen hundred"),
    ("duration", "5400", "one hour thirty minutes"),
    ("phone", "+8613800138000", "eight six one , three eight zero , zero one three , eight zero zero zero"),
]
CHINESE = [
    ("digits", "10023", "一 零 零 二 三"),
    ("int", "0", "零"),
    ("int", "2", "二"),
    ("int", "10", "十"),
    ("int", "12", "十 二"),
    ("int", "110", "一 百 一 十"),
    ("int", "200", "两 百"),
    ("int", "1005", "一 千 零 五"),
    ("int", "10023", "一 万 零 二 十 三"),
    ("int", "20000", "两 万"),
    ("int", "22000", "两 万 两 千"),
    ("int", "100010", "十 万 零 一 十"),
    ("int", "1000000005", "十 亿 零 五"),
    ("money", "1250", "十 二 元 五 角"),
    ("money", "205", "两 元 零 五 分"),
    ("date", "2026-12-02", "二 零 二 六 年 十 二 月 二 日 星期三"),
    ("duration", "7320", "两 小时 两 分钟"),
    ("phone", "13800138000", "幺 三 八 , 零 零 幺 三 , 八 零 零 零"),
]


@pytest.mark.parametrize(("how", "value", "words"), ENGLISH)
def test_english_values(how: str, value: str, words: str) -> None:
    """Numbers, ordinals, years and units are said as an English speaker says them."""
    assert " ".join(english.pieces(WAYS[how].speak(value, EN)) or ()) == words


@pytest.mark.parametrize(("how", "value", "words"), CHINESE)
def test_chinese_values(how: str, value: str, words: str) -> None:
    """零 bridges gaps once, 两 stands before units, 十 alone begins a number, years go digit by digit."""
    assert " ".join(chinese.pieces(WAYS[how].speak(value, ZH)) or ()) == words


@given(st.integers(0, 10**8), st.sampled_from(["int", "money", "duration", "digits"]), st.sampled_from(["en", "zh"]))
def test_every_figure_has_its_recordings(value: int, how: str, lang: str) -> None:
    """Whatever figure comes, each piece is one a studio can record."""
    said = WAYS[how].speak(str(value), Voice(lang))
    pieces = {"en": english.pieces, "zh": chinese.pieces}[lang](said)
    assert pieces
    assert set(pieces) <= {*ALPHABETS[lang], PAUSE}


@given(st.integers(0, 10**12 - 1))
def test_chinese_numbers_say_their_value(value: int) -> None:
    """Read back, the words are the number; no two 零 in a row and none at the end."""
    words = "".join(chinese.number(value))
    assert "零零" not in words
    assert value == 0 or not words.endswith("零")
    assert _chinese_value(words) == value


def _chinese_value(words: str) -> int:
    total = section = figure = 0
    for word in words.replace("两", "二"):
        if word in chinese.DIGITS:
            figure = chinese.DIGITS.index(word)
        elif word in "万亿":
            total += (section + figure) * (10**4 if word == "万" else 10**8)
            section = figure = 0
        else:
            section += (figure or 1) * {"十": 10, "百": 100, "千": 1000}[word]
            figure = 0
    return total + section + figure


@pytest.mark.parametrize("text", ["12.5 Japanese yen", "Amy", "¥12", "1234567890123"])
def test_words_without_a_recording_are_none(text: str) -> None:
    """A name or a foreign word is left to the speech engine, never left out."""
    assert english.pieces(text) is None


def test_a_sentence_is_its_parts_and_its_values() -> None:
    """Fixed parts are recordings of their own; an option's name is one as a whole; punctuation alone is a pause."""
    prompt, wrong = read_prompt(Marked("For {label}, press {key}."), EN)
    assert not wrong
    assert fixed_parts(prompt) == ("For", "press")
    known = {"For", "press", "the status of an order", "one"}.__contains__
    spoken = prompt.render({"label": "the status of an order", "key": "1"}).spoken
    assert row(prompt, spoken, "en", known) == ("For", "the status of an order", "press", "one", PAUSE)
    assert row(prompt, "For Amy, press 1.", "en", known) is None
    assert row(prompt, "Something else.", "en", known) is None


@given(st.text(max_size=40))
def test_plain_words_stay_plain(text: str) -> None:
    """Blanks and edges never make two recordings of the same words."""
    once = plain(text)
    assert plain(once) == once
    assert not re.search(r"\s\s", once)
