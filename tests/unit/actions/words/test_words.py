"""The words exist in both languages, use the same values and never lack one."""

import string
from datetime import date

import pytest

from actions import TASKS
from actions.words import WORDS, by_day, count, day, email, money


def _values(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_say_the_same_things() -> None:
    """Every key is there in each language, with the same values, but for words that need none."""
    assert WORDS["en"].keys() == WORDS["zh"].keys()
    for key, english in WORDS["en"].items():
        if not key.startswith("goods."):
            assert _values(english) == _values(WORDS["zh"][key]), key


def test_every_task_says_its_outcomes() -> None:
    """Names in the registry are the tasks' own, and no outcome is declared twice."""
    for name, task in TASKS.items():
        assert task.name == name
        assert len(set(task.outcomes)) == len(task.outcomes)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_words_are_short(lang: str) -> None:
    """What is spoken must be short enough to be remembered."""
    longest = max(len(w.split()) if lang == "en" else len(w) / 1.8 for w in WORDS[lang].values())
    assert longest < 45


@pytest.mark.parametrize(
    ("when", "english", "chinese"),
    [
        (date(2026, 11, 22), "today", "今天"),
        (date(2026, 11, 23), "tomorrow", "明天"),
        (date(2026, 11, 21), "yesterday", "昨天"),
        (date(2026, 11, 27), "on Friday, November 27", "11月27日星期五"),
        (date(2027, 12, 1), "on December 1, 2027", "2027年12月1日"),
    ],
)
def test_days_as_people_say_them(when: date, english: str, chinese: str) -> None:
    """Near days by name, others by weekday and date, far ones with the year."""
    assert by_day(when, date(2026, 11, 22), "en") == english
    assert day(when, date(2026, 11, 22), "zh") == chinese


@pytest.mark.parametrize(
    ("cents", "currency", "english", "chinese"),
    [
        (4860, "USD", "48 dollars and 60 cents", "48美元60美分"),
        (100, "USD", "1 dollar", "1美元"),
        (7900, "CNY", "79 yuan", "79元"),
        (1205, "CNY", "12 yuan and 5 fen", "12元零5分"),
        (0, "USD", "0 dollars", "0美元"),
        (-550, "EUR", "minus 5 euros and 50 cents", "负5欧元50欧分"),
        (1250, "CHF", "12.5 Swiss francs", "12.5 瑞士法郎"),
    ],
)
def test_amounts_are_heard_in_words(cents: int, currency: str, english: str, chinese: str) -> None:
    """A voice reads "US$48.60" in ways nobody wants to hear; what is read keeps its sign."""
    assert money(cents, currency, "en").spoken == english
    assert money(cents, currency, "zh").spoken == chinese
    assert money(4860, "USD", "zh").text == "US$48.60"


def test_addresses_are_heard_sign_by_sign() -> None:
    """So that a caller can check where an invoice goes."""
    assert email("amy_b.12@example.com", "en").spoken == "amy underscore b dot 1 2 at example dot com"
    assert email("c0042@example.com", "zh").spoken == "c 0 0 4 2 艾特 example 点 com"
    assert email("c0042@example.com", "zh").text == "c0042@example.com"


def test_counts_are_words_where_those_are_short() -> None:
    """One length or a range, in both languages."""
    assert [count(5, 5, "en"), count(5, 7, "en"), count(10, 20, "en")] == ["five", "five to seven", "ten to 20"]
    assert [count(10, 10, "zh"), count(5, 7, "zh")] == ["十", "五到七"]
