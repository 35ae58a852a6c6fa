"""What stands before and behind a courtesy."""

import pytest

from actions.reading.courtesy import after_thanks, asks_on, without_courtesy


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("thanks! how much was it", "how much was it"),
        ("谢谢，另外退一下10032", "退一下10032"),
        ("OK谢谢，再看下10033", "看下10033"),
        ("谢谢啊那个再帮我查查10031", "帮我查查10031"),
        ("ok, cancel it", "ok, cancel it"),
        ("谢谢", "谢谢"),
    ],
)
def test_the_words_behind_thanks(text: str, rest: str) -> None:
    """As they are where no thanks stand before them, or nothing behind."""
    assert after_thanks(text) == rest


@pytest.mark.parametrize(
    "rest",
    ["how much was it", "is it insured", "查一下10033", "one for 10026", "10034也按这个开", "can you pick it up"],
)
def test_what_wants_more(rest: str) -> None:
    """A question, a wish, an order."""
    assert asks_on(rest)


@pytest.mark.parametrize("rest", ["that answers it", "i will wait then", "will do", "我再想想", "那我等着", "你真好"])
def test_what_only_says_thanks(rest: str) -> None:
    """Praise, patience, a thought."""
    assert not asks_on(rest)


def test_a_wish_without_its_please() -> None:
    """As before."""
    assert without_courtesy("红色的，谢谢") == "红色的"
