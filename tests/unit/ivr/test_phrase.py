"""Prompts are read and spoken as their variables' types say."""

import pytest

from actions import TASKS
from frontdesk.core.words import SYSTEM_PROMPTS, OfHouse, Words
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.phrase import read_prompt
from frontdesk.ivr.voice import Voice

from .bench import SHIPPED, read


def test_digits_are_spoken_one_by_one() -> None:
    """A number to be heard is spelt; a number to be read is not."""
    prompt, wrong = read_prompt(Marked("Order {order_number:digits}, {low:int} minutes."))
    assert wrong == []
    phrase = prompt.render({"order_number": "10023", "low": "5"})
    assert phrase.text == "Order 10023, 5 minutes."
    assert phrase.spoken == "Order 1 0 0 2 3, 5 minutes."


def test_a_customer_s_value_makes_words_a_customer_s() -> None:
    """Whatever stands around it: only what is the same for everybody may be kept in memory."""
    prompt, _ = read_prompt(Marked("For {label}, press {key}."))
    house, order = OfHouse("orders"), "10023"
    kept = [prompt.render({"label": label, "key": OfHouse("1")}) for label in (house, order)]
    assert [(isinstance(one.text, OfHouse), isinstance(one.spoken, OfHouse)) for one in kept] == [
        (True,) * 2,
        (False,) * 2,
    ]
    fixed = read_prompt(Marked("Welcome."))[0].render({"label": order})
    assert isinstance(fixed.text, OfHouse)


@pytest.mark.parametrize("text", ["{", "a } b", "{}", "{a b}", "{order:spelt}", "{{x}}"])
def test_broken_braces_are_told(text: str) -> None:
    """A brace that is no variable is a mistake, not text."""
    assert read_prompt(Marked(text))[1]


def test_the_book_is_the_house_s_words() -> None:
    """Every prompt of the house renders in every language, with all its variables in it."""
    book: Words = load_book(SHIPPED, TASKS)
    for lang in ("en", "zh"):
        for key, names in SYSTEM_PROMPTS.items():
            text = book.phrase(key, lang, {name: f"<{name}>" for name in names}).text
            assert all(f"<{name}>" in text for name in names), (lang, key)


def test_an_unknown_language_gets_the_first() -> None:
    """A session in a language the flows do not speak still hears something; an unknown prompt is our fault."""
    book = read().book
    assert book.phrase("menu.ask", "fr").text == "What can I do for you?"
    with pytest.raises(KeyError):
        book.phrase("no.such", "en")


def test_the_same_text_is_the_same_version() -> None:
    """The version is a hash of the content."""
    assert read().book.version == read().book.version
    assert read(extra="hours: {}\n").book.version != read().book.version


@pytest.mark.parametrize(
    ("slot", "value", "lang", "text", "spoken"),
    [
        ("amount:money", "1250", "zh", "¥12.50", "12元5角"),
        ("amount:money", "1205", "zh", "¥12.05", "12元零5分"),
        ("amount:money", "100", "en", "CN¥1.00", "1 yuan"),
        ("amount:money", "5", "en", "CN¥0.05", "5 fen"),
        ("wanted_date:date", "2026-11-27", "en", "November 27, 2026", "Friday, November 27, 2026"),
        ("wanted_date:date", "2026-11-27", "zh", "2026年11月27日", "2026年11月27日星期五"),
        ("x:duration", "5400", "en", "1 hour 30 minutes", "1 hour 30 minutes"),
        ("x:duration", "61", "zh", "1分钟1秒", "1分钟1秒"),
        ("x:duration", "0", "en", "0 seconds", "0 seconds"),
        ("x:phone", "13800138000", "zh", "138 0013 8000", "幺三八，零零幺三，八零零零"),
        ("x:phone", "+441632960001", "en", "+441 632 96 0001", "4 4 1, 6 3 2, 9 6, 0 0 0 1"),
        ("x:int", "12345", "en", "12,345", "12345"),
        ("x:date", "soon", "en", "soon", "soon"),
    ],
)
def test_ways_of_speaking(slot: str, value: str, lang: str, text: str, spoken: str) -> None:
    """Each way has a form for the eye and one for the ear, in each language; odd values are said as they are."""
    prompt, wrong = read_prompt(Marked(f"{{{slot}}}"), Voice(lang, "CNY"))
    assert wrong == []
    phrase = prompt.render({slot.partition(":")[0]: value})
    assert (phrase.text, phrase.spoken) == (text, spoken)
