"""Prompts are read and spoken as their variables' types say."""

import pytest

from actions import TASKS
from frontdesk.core.words import SYSTEM_PROMPTS, Words
from frontdesk.ivr.loader import load_book
from frontdesk.ivr.marks import Marked
from frontdesk.ivr.phrase import read_prompt

from .bench import SHIPPED, read


def test_digits_are_spoken_one_by_one() -> None:
    """A number to be heard is spelt; a number to be read is not."""
    prompt, wrong = read_prompt(Marked("Order {order_number:digits}, {low:int} minutes."))
    assert wrong == []
    phrase = prompt.render({"order_number": "10023", "low": "5"})
    assert phrase.text == "Order 10023, 5 minutes."
    assert phrase.spoken == "Order 1 0 0 2 3, 5 minutes."


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
