"""The words exist in both languages, use the same values and never lack one."""

import string
from datetime import date

import pytest

from actions import TASKS
from actions.words import WORDS, by_day, day


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
