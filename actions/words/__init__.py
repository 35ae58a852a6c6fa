"""What tasks say to customers, by key, in each language, to be read and to be heard. Pure; knows no task's rules."""

from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from babel.numbers import format_currency

from actions.order import Locale, OrderLine
from actions.reading.numbers import spaced
from actions.task import TaskResult
from actions.words.aloud import grouped, spoken_email, spoken_money
from actions.words.en import WORDS as ENGLISH
from actions.words.en_asides import WORDS as ENGLISH_ASIDES
from actions.words.en_changes import WORDS as ENGLISH_CHANGES
from actions.words.en_money import WORDS as ENGLISH_MONEY
from actions.words.zh import WORDS as CHINESE
from actions.words.zh_asides import WORDS as CHINESE_ASIDES
from actions.words.zh_changes import WORDS as CHINESE_CHANGES
from actions.words.zh_money import WORDS as CHINESE_MONEY

WORDS = {
    "en": {**ENGLISH, **ENGLISH_CHANGES, **ENGLISH_MONEY, **ENGLISH_ASIDES},
    "zh": {**CHINESE, **CHINESE_CHANGES, **CHINESE_MONEY, **CHINESE_ASIDES},
}
_DAY = {"en": ("EEEE, MMMM d", "MMMM d, yyyy"), "zh": ("M月d日EEEE", "y年M月d日")}
_NEAR = {-1: "day.yesterday", 0: "day.today", 1: "day.tomorrow"}
_FAR_DAYS = 150


@dataclass(frozen=True, slots=True)
class Form:
    """A value in its two forms: to be read ("10023") and to be heard ("1 0 0 2 3")."""

    text: str
    spoken: str


def number(digits: str) -> Form:
    """An order or return number; heard sign by sign."""
    return Form(digits, spaced(digits.replace("-", "")))


def in_groups(code: str) -> Form:
    """A long number; heard sign by sign, its letters first and its figures in groups that can be written down."""
    return Form(code, grouped(code))


def result(task: str, outcome: str, locale: Locale, key: str | None = None, **values: str | Form) -> TaskResult:
    """The result of a task that ends in words, those of `task.outcome` when no other key is given. No facts."""
    template = WORDS[locale][key or _key(task, outcome, locale)]
    read = {name: value.text if isinstance(value, Form) else value for name, value in values.items()}
    heard = {name: value.spoken if isinstance(value, Form) else value for name, value in values.items()}
    return TaskResult(task=task, outcome=outcome, words=template.format(**read), spoken=template.format(**heard))


def _key(task: str, outcome: str, locale: Locale) -> str:
    """The task's own words for an outcome, else those that every task shares ("any.not_found")."""
    own = f"{task}.{outcome}"
    return own if own in WORDS[locale] else f"any.{outcome}"


def money(cents: int, currency: str, locale: Locale) -> Form:
    """An amount as people of the language write it, and as they say it: $79.60, 79 dollars and 60 cents."""
    written = str(format_currency(cents / 100, currency, locale=locale))
    return Form(written, spoken_money(cents, currency, locale))


def email(address: str, locale: Locale) -> Form:
    """An e-mail address; heard with its signs named."""
    return Form(address, spoken_email(address, locale))


def day(when: date, today: date, locale: Locale) -> str:
    """A day as people say it: today, tomorrow, "Friday, November 20"; with the year when it is far away."""
    away = (when - today).days
    if away in _NEAR:
        return WORDS[locale][_NEAR[away]]
    near, far = _DAY[locale]
    return format_date(when, near if abs(away) < _FAR_DAYS else far, locale=locale)


def by_day(when: date, today: date, locale: Locale) -> str:
    """A day within a sentence: "today", or "on Friday, November 20"."""
    said = day(when, today, locale)
    return said if (when - today).days in _NEAR else WORDS[locale]["day.on"].format(day=said)


def count(least: int, most: int, locale: Locale) -> str:
    """How many, in words: "five", "five to seven"; figures where words would be long."""
    known = WORDS[locale]["count.words"].split()
    first, last = (known[n] if n < len(known) else str(n) for n in (least, most))
    return first if least == most else WORDS[locale]["count.range"].format(least=first, most=last)


def goods(lines: tuple[OrderLine, ...], locale: Locale) -> str:
    """What was ordered, in few words: one or two products, or the first and how many others."""
    if not lines:
        return WORDS[locale]["goods.none"]
    first, count = lines[0].name.of(locale), len(lines)
    if count == 1:
        return first
    if count == 2:
        return WORDS[locale]["goods.two"].format(first=first, second=lines[1].name.of(locale))
    return WORDS[locale]["goods.more"].format(first=first, more=count - 1, count=count)
